"""Whether workers elsewhere would compute what this process would."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version

from leveltwo.errors import WorkersFailed
from leveltwo.version import VERSION

Versions = Mapping[str, str]
COMPUTE = ("numpy", "scipy", "numba", "llvmlite")
CARRY = ("pydantic", "dask", "distributed", "cloudpickle")
"""What answers depend on to the last bit, and what carries them from one machine to another."""


@cache
def here() -> Versions:
    """Versions of this program, of Python and of the libraries that matter, in this process."""
    python = ".".join(platform.python_version_tuple()[:2])
    libraries = {name: version(name) for name in (*COMPUTE, *CARRY)}
    return {"leveltwo": VERSION, "python": python, **libraries}


def same(ours: Versions, theirs: Versions, where: str) -> None:
    """Refuse a worker with other versions.

    Raises
    ------
    WorkersFailed
        Naming everything that differs.
    """
    other = [
        f"{name} {theirs.get(name, 'missing')} instead of {ours[name]}"
        for name in ours
        if theirs.get(name) != ours[name]
    ]
    if other:
        raise WorkersFailed(
            f"the worker {where} has {', '.join(other)}; give every worker the same versions, "
            "since answers must not depend on who computes them"
        )
