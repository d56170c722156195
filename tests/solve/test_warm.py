"""Compiling the inner loops before they are needed."""

from __future__ import annotations

from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from leveltwo.solve import warm


def test_warming_compiles_every_loop_into_the_cache() -> None:
    """After which they are known to be there."""
    warm.warm()
    assert warm.is_warm()


@pytest.mark.parametrize("found", ["nothing", "a folder without a cache"])
def test_loops_are_cold_where_there_is_no_cache(
    found: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A fresh installation."""
    spec = ModuleSpec("kernels", None, origin=str(tmp_path / "kernels.py"))
    monkeypatch.setattr(warm, "find_spec", lambda _: None if found == "nothing" else spec)
    assert not warm.is_warm()
