"""What holds of every barrier, whatever the case."""

from __future__ import annotations

import re

from hypothesis import given, settings

from leveltwo.advice import wording
from leveltwo.advice.barriers import barriers
from leveltwo.advice.causes import EXPLAINING
from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.conversion import conversions
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import read_deal
from leveltwo.report.barrier_document import barrier_document
from tests.board import Doc
from tests.oracle.plans import deals
from tests.strategies import documents

ORDINARY_WORDS = {"nothing", "term", "signature", "letter", "speech"}
"""Ids of the random cases that are words of the sentences, too."""


def ids(case: Negotiation) -> set[str]:
    """Every id of a case."""
    gates = [gate for side in case.sides.values() for gate in side.gates]
    options = [o for issue in case.issues.values() for o in issue.options or ()]
    nouns = {*case.sides, *case.issues, *case.constituencies, *case.moves, *gates, *options}
    return nouns - ORDINARY_WORDS


@given(documents())
@settings(max_examples=20, deadline=None)
def test_every_barrier_stands_on_numbers_and_is_told_by_name(doc: Doc) -> None:
    """Whoever is sure to be for is none; sentences hold no ids; a number where points are named."""
    case = Negotiation.model_validate(doc)
    layout, sample = Layout(case), Sample(32, 1)
    chosen = encode(layout, read_deal(case, deals(doc)[0]))
    plan = assess(layout, sample, chosen)
    for barrier in barriers(case, conversions(layout, sample, chosen), plan):
        c = barrier.conversion
        assert c.chance < 1 or any(v.member is not None for v in layout.voters)
        kinds = [cause.kind for cause in barrier.causes.named]
        assert kinds
        assert len(set(kinds)) == len(kinds)
        for cause in barrier.causes.named:
            assert (cause.points is not None) == (cause.kind in EXPLAINING)
            said = wording.because(case, barrier, cause, plan)
            assert not cause.points or wording.points(cause.points, signed=False) in said
        told = barrier_document(case, barrier, plan)
        texts = [kind["because"] for kind in told["kinds"]]
        texts += [*told["prompts"], *wording.barrier_lines(case, barrier, plan)]
        words = set(re.findall(r"\b[a-z_]+\b", " ".join(texts)))
        assert not words & ids(case)
        assert (told["prompts"] == []) == barrier.answered
