"""The most memory that a map takes, and how long: ten million deals with 1,024 draws, and a
hundred million in the certain case. Each is mapped once, by a process of its own.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.markdown import seconds, table
from benchmarks.questions import Size, sampled
from leveltwo.core.mapping import map_deals
from leveltwo.solve.warm import warm

LARGE = (Size(7, 10, 2, 20, 1024), Size(8, 10, 2, 20, 1))
QUICK = (Size(6, 10, 2, 20, 1024), Size(7, 10, 2, 20, 1))
LIMIT = 3600
"""Seconds for each map."""


def report(*, quick: bool = False) -> str:
    """Measure and tell."""
    warm()
    rows = []
    for size in QUICK if quick else LARGE:
        command = [sys.executable, "-m", "benchmarks.map_memory", json.dumps(size)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=LIMIT)
        found = json.loads(done.stdout)
        rows.append([
            f"{size.options**size.issues:,}", size, seconds(found["seconds"]),
            f"{found['bytes'] / 2**20:,.0f} MiB", f"{found['before'] / 2**20:,.0f} MiB",
            f"{found['overlap']:,}", f"{found['pareto']:,}",
        ])  # fmt: skip
    head = ("deals", "case", "time", "most memory", "before mapping", "overlap", "frontier")
    return table(head, rows)


def measured(size: Size) -> dict[str, float]:
    """Map a case in this process; seconds, and bytes of memory before and at most."""
    layout, sample = sampled("wide", size, 1)
    before = _most()
    began = time.perf_counter()
    told = began

    def progress(done: int, of: int) -> None:
        nonlocal told
        if (now := time.perf_counter()) - told > 5:
            told = now
            left = (now - began) * (of - done) / done
            print(f"{done:,} of {of:,}; about {left:.0f} s left", file=sys.stderr, flush=True)

    found = map_deals(layout, sample, (), 0.5, progress)
    assert found.pareto is not None
    return {
        "seconds": time.perf_counter() - began,
        "bytes": _most(),
        "before": before,
        "overlap": found.overlap,
        "pareto": found.pareto,
    }


def _most() -> int:
    """Bytes of memory held at most so far.

    As the kernel counts them for this program alone: what `getrusage` tells includes its parent's.
    """
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)
    assert found is not None
    return 1024 * int(found[1])


def main() -> None:
    """Measure and print; with a size, measure that one here."""
    if len(sys.argv) > 1:
        print(json.dumps(measured(Size(*json.loads(sys.argv[1])))))
    else:
        print(report())


if __name__ == "__main__":
    main()
