"""Processes to share, since starting them takes a second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from leveltwo.scale.cluster import Cluster
from leveltwo.scale.hiring import start


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """Two processes on this machine."""
    with start(2) as found:
        yield found
