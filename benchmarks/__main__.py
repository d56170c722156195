"""Run benchmarks and write one report: ``python -m benchmarks [--quick] [NAME ...] -o FILE``.

A benchmark is a module of this package with a function ``report() -> str`` that measures and
tells in Markdown. If it takes ``quick``, that says to finish in minutes; if the module has
``told(rows)``, its kept measurements can be told again.
"""

from __future__ import annotations

import argparse
import inspect
import pkgutil
import sys
import time
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import benchmarks
from benchmarks.machine import machine, versions
from benchmarks.markdown import seconds
from benchmarks.results import kept

HOW = """\
Times are medians where not said otherwise; whatever is compared was measured in the same run
on the same machine. How to read each part: [README.md](README.md)."""


def main(argv: list[str] | None = None) -> int:
    """Run what is asked for; 1 if any benchmark failed, else 0."""
    asked = _arguments(argv)
    names = asked.names or [*discovered()]
    unknown = sorted(set(names) - {*discovered()})
    if unknown:
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(discovered())}.")
        return 2
    parts, failed = [], []
    for name in names:
        print(f"{name} …", file=sys.stderr, flush=True)
        began = time.monotonic()
        text, fine = _run(name, quick=asked.quick, again=asked.kept)
        took = f"*Took {seconds(time.monotonic() - began)}.*"
        parts.append(f"## {name}\n\n{text}\n\n{took}")
        failed += [] if fine else [name]
    Path(asked.output).write_text(_document(parts, failed, quick=asked.quick), encoding="utf-8")
    for name in failed:
        print(f"{name} failed; see {asked.output}.", file=sys.stderr)
    return 1 if failed else 0


def _arguments(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="benchmarks; all if none")
    parser.add_argument("--quick", action="store_true", help="fewer instances, shorter limits")
    parser.add_argument("--kept", action="store_true", help="tell kept measurements again")
    parser.add_argument("-o", "--output", default="benchmarks/RESULTS.md", metavar="FILE")
    return parser.parse_args(argv)


def discovered() -> Iterator[str]:
    """Names of the modules here that define ``report``, found without importing them."""
    for module in pkgutil.iter_modules(benchmarks.__path__):
        spec = find_spec(f"benchmarks.{module.name}")
        if spec and spec.origin and not module.ispkg:
            source = Path(spec.origin).read_text(encoding="utf-8")
            if any(line.startswith("def report(") for line in source.splitlines()):
                yield module.name


def _run(name: str, *, quick: bool, again: bool) -> tuple[str, bool]:
    """What a benchmark tells, and whether it went well; an error is told, not hidden."""
    try:
        return _told(import_module(f"benchmarks.{name}"), quick=quick, again=again), True
    except Exception:  # noqa: BLE001  (one failure must not hide the other results)
        return f"**Failed.**\n\n```\n{traceback.format_exc().rstrip()}\n```", False


def _told(module: ModuleType, *, quick: bool, again: bool) -> str:
    rows = kept(module.__name__.rpartition(".")[2]) if again and hasattr(module, "told") else None
    if rows is not None:
        return str(module.told(rows))
    takes_quick = "quick" in inspect.signature(module.report).parameters
    return str(module.report(quick=quick) if takes_quick else module.report())


def _document(parts: list[str], failed: list[str], *, quick: bool) -> str:
    date = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    head = [
        "# Benchmarks",
        f"{date}. {machine()}.",
        f"{versions()}.",
        HOW,
    ]
    if quick:
        head.append("**A quick run**: fewer instances and shorter time limits than the full one.")
    if failed:
        head.append(f"**Failed: {', '.join(failed)}.**")
    return "\n\n".join([*head, *parts]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
