"""Every problem of a case that has the right shape."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.errors import Problem
from leveltwo.model.doubts import doubtful
from leveltwo.model.feasibility import impossible
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.references import dangling
from leveltwo.model.sense import nonsense
from leveltwo.model.untimely import untimely


def problems(case: Negotiation) -> Iterator[Problem]:
    """Errors of a case: dangling references, nonsense, contradictions; if none, its warnings."""
    clean = True
    for problem in errors(case, Names.of(case)):
        clean = False
        yield problem
    if clean:
        yield from doubtful(case)


def errors(case: Negotiation, names: Names) -> Iterator[Problem]:
    """What is wrong with a case, as far as its names are known."""
    yield from dangling(case, names)
    yield from nonsense(case, names)
    yield from impossible(case, names)
    yield from untimely(case)
