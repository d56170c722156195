"""A case to sweep."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.port_lease import PORT_LEASE


@pytest.fixture
def port(tmp_path: Path) -> str:
    """The example of the case format, with few draws."""
    path = tmp_path / "port.yaml"
    path.write_text(PORT_LEASE.replace("draws: 1024", "draws: 64"), encoding="utf-8")
    return str(path)
