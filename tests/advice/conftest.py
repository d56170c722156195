"""Diagnoses of made cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from leveltwo import tasks
from leveltwo.advice.barriers import Barrier
from leveltwo.tasks import Answer, Diagnosis
from tests.made import FREE, Doc, saved

Diagnose = Callable[..., Answer[Diagnosis]]


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
