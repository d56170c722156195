"""Diagnoses of made cases, and advice on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice.barriers import Barrier
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Recommendation
from leveltwo.tasks import Answer, Diagnosis
from tests.made import FREE, Doc, made, saved

Diagnose = Callable[..., Answer[Diagnosis]]
Advise = Callable[..., tuple[Negotiation, Recommendation]]
GIFT = {"effects": {"envoy": [5, 12, 19], "chief": 0}, "cost": 1}


@pytest.fixture
def diagnose(tmp_path: Path) -> Diagnose:
    """Diagnoses a high price in a made case."""

    def ask(document: Doc, moves: Iterable[str] = (), *, certain: bool = True) -> Answer[Diagnosis]:
        sampling = tasks.Sampling(certain=certain)
        return tasks.diagnose(saved(tmp_path, document), FREE, moves, None, sampling)

    return ask


def only(found: Answer[Diagnosis]) -> Barrier:
    """The one barrier of a diagnosis."""
    (barrier,) = found.result.barriers
    return barrier


@pytest.fixture
def advise(tmp_path: Path) -> Advise:
    """Advice on a made case."""

    def ask(document: Doc, *, certain: bool = False, **asked: Any) -> tuple[Any, Recommendation]:
        sampling = tasks.Sampling(certain=certain)
        found = tasks.advise(saved(tmp_path, document), sampling=sampling, **asked)
        return found.case, found.result

    return ask


def short(**more: Any) -> Doc:
    """A case in which the gift is what their envoy lacks."""
    return made(people={"envoy": {"no_deal": 70}}, moves={"gift": {**GIFT, **more}})
