"""Where and with what benchmarks were run."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from leveltwo.core.crew import processors
from leveltwo.version import VERSION

PACKAGES = (
    "numpy", "numba", "scipy", "pydantic", "ortools", "highspy", "pyscipopt", "negmas",
    "dask", "distributed", "matplotlib",
)  # fmt: skip


def machine() -> str:
    """Processor, cores and memory, in a phrase."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = f"{platform.system()} {platform.release()}"
    return f"{_processor()}, {processors()} cores used, {memory:.0f} GiB of memory, {system}"


def versions() -> str:
    """Versions of Python, of this project and of everything it is compared with."""
    found = [f"leveltwo {VERSION}", f"Python {platform.python_version()}"]
    return ", ".join([*found, *(f"{name} {_version(name)}" for name in PACKAGES)])


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"
