"""Versions that must agree."""

from __future__ import annotations

import pytest

from leveltwo.errors import WorkersFailed
from leveltwo.scale.versions import here, same
from leveltwo.version import VERSION


def test_versions_of_everything_that_matters_are_compared() -> None:
    """This program, Python, what computes and what carries."""
    assert here()["leveltwo"] == VERSION
    assert {"python", "numpy", "scipy", "numba", "llvmlite", "distributed"} <= set(here())


def test_equal_versions_are_no_trouble() -> None:
    """Nothing happens."""
    same(here(), dict(here()), "next door")


def test_everything_that_differs_is_named() -> None:
    """Missing libraries too."""
    theirs = {key: version for key, version in here().items() if key != "numba"} | {"python": "2.7"}
    with pytest.raises(WorkersFailed, match=r"next door has python 2\.7 .*, numba missing instead"):
        same(here(), theirs, "next door")
