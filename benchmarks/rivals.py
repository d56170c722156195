"""One question to our own search and to general solvers: one flat record of each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.models.answer import Answer, assert_bound
from benchmarks.models.plain import Plain, plain
from benchmarks.models.solve import solve
from benchmarks.questions import Size, question
from benchmarks.results import Rows
from leveltwo.core.arrays import IntArray
from leveltwo.core.table import Table
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Found, Status

OURS = "Level Two"
ENDLESS = 1e9
"""Points from which on a solver means infinity."""
NEAR = 1e-5
"""Points by which a rival may do better than our proved optimum: less than our own steps."""


def ask(
    family: str, size: Size, seed: int, limit: float, rivals: Sequence[str], rivals_limit: float
) -> Rows:
    """Put one question to all.

    Parameters
    ----------
    family, size, seed
        The question.
    limit, rivals_limit : float
        Seconds for our search, everything from the table on included; and for each rival, the
        building of its model not included.
    rivals : sequence of str
        Which general solvers.

    Raises
    ------
    AssertionError
        If a rival's claim is wrong, a plan beats a proved bound, or a rival beats our proof.
    """
    table = question(family, size, seed)
    found = ours(table, limit)
    asked = plain(table)
    answers = {name: solve(name, asked, rivals_limit) for name in rivals}
    _cross_check(asked, found, answers)
    about: dict[str, Any] = {"family": family, "size": list(size), "seed": seed}
    mine: dict[str, Any] = {
        "solver": OURS, "limit": limit, "proved": found.status is Status.OPTIMAL,
        "value": _real(found.score), "bound": _real(found.bound),
        "seconds": found.seconds, "nodes": found.nodes,
    }  # fmt: skip
    theirs: Rows = [
        {
            "solver": name, "limit": rivals_limit, "proved": answer.proved,
            "value": _real(answer.claimed), "bound": _real(answer.bound),
            "seconds": answer.seconds, "building": answer.building,
        }
        for name, answer in answers.items()
    ]  # fmt: skip
    return [about | row for row in (mine, *theirs)]


def ours(table: Table, limit: float) -> Found:
    """Our search as users get it."""
    return optimise(table, Objective(), seconds=limit)


def _real(number: float) -> float | None:
    return number if abs(number) < ENDLESS else None


def _cross_check(asked: Plain, found: Found, answers: dict[str, Answer]) -> None:
    plans: list[IntArray | None] = [found.chosen, *(a.chosen for a in answers.values())]
    for answer in answers.values():
        for plan in plans:
            if plan is not None:
                assert_bound(asked, answer, plan)
        assert answer.claimed <= found.bound + NEAR, (
            f"a plan worth {answer.claimed} beats our bound {found.bound}"
        )
