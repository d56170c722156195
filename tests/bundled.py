"""The bundled cases: their names, and the plans that history followed."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from leveltwo import tasks
from leveltwo.core.assessment import Assessment
from leveltwo.io.catalog import open_case
from leveltwo.model.history import History
from leveltwo.solve.recommendation import Recommendation

GERMANY = "german-unification-1990"
BREXIT = "brexit-withdrawal-2019"
METRO = "metropcs-tmobile-2013"
PANAMA = "panama-canal-1978"
PRESPA = "prespa-2018"
DENMARK = "denmark-maastricht-1993"
FEW = tasks.Sampling(draws=512)


@cache
def history(name: str) -> History:
    """What really happened."""
    found = open_case(name).history
    assert found is not None
    return found


def assess(name: str, moves: Collection[str], **terms: str) -> Assessment:
    """The deal of history, some terms changed, with some moves."""
    return tasks.assess(name, history(name).deal | terms, moves, FEW).result


@cache
def followed(name: str) -> Assessment:
    """The plan that was followed."""
    return assess(name, history(name).moves)


def made_by(name: str, side: str) -> list[str]:
    """The moves of history that one side made."""
    case = open_case(name)
    return [move for move in history(name).moves if case.moves[move].by == side]


def without(*moves: str) -> list[str]:
    """The moves of the German history but some."""
    return [move for move in history(GERMANY).moves if move not in moves]


@cache
def advice(name: str) -> Recommendation:
    """What is advised."""
    return tasks.advise(name, sampling=tasks.Sampling(draws=128)).result
