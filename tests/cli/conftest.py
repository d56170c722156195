"""The port lease, as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import written
from tests.port_lease import PORT_LEASE


@pytest.fixture
def port(tmp_path: Path) -> str:
    """Path of the port lease."""
    return written(tmp_path, PORT_LEASE, "port.yaml")
