"""``leveltwo check``: whether a case file is valid."""

from __future__ import annotations

import typer

from leveltwo import tasks
from leveltwo.cli import options, screen
from leveltwo.cli.status import WRONG
from leveltwo.errors import Severity, describe


def check(source: options.Source, as_json: options.Json = False) -> None:
    """Say that a case file is valid, or list every problem with its line and column."""
    result = tasks.check(source)
    if as_json:
        from leveltwo.report.document import problem_document

        problems = [problem_document(problem) for problem in result.problems]
        screen.print_json({"source": source, "valid": result.valid, "problems": problems})
    else:
        for problem in result.problems:
            screen.write(describe(source, problem) + "\n")
        screen.write(_verdict(result) + "\n")
    if not result.valid:
        raise typer.Exit(WRONG)


def _verdict(result: tasks.Check) -> str:
    errors = sum(p.severity is Severity.ERROR for p in result.problems)
    warnings = len(result.problems) - errors
    if errors:
        return f"{result.source}: not valid, {_count(errors, 'error')}"
    doubts = f", {_count(warnings, 'warning')}" if warnings else ""
    return f"{result.source}: valid{doubts}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")
