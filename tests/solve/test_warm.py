"""Compiling the inner loops before they are needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.core import compiled
from leveltwo.solve import warm


def test_warming_compiles_every_loop_into_the_cache() -> None:
    """After which they are known to be there."""
    warm.warm()
    assert warm.is_warm()


def test_loops_are_cold_where_nothing_was_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A fresh installation."""
    monkeypatch.setattr(compiled, "folder", lambda: tmp_path)
    assert not warm.is_warm()
