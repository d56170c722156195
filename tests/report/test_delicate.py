"""Delicate moves and terms of a plan in a JSON document."""

from __future__ import annotations

from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.report.document import delicate
from tests.made import FREE, Doc, made

MOVES: Doc = {"bonus": {"pays": ["envoy"]}, "form": {"device": "agreement_form"}, "gift": {}}


def test_what_bears_a_dagger_is_named_and_form_alone_is_not() -> None:
    document = made(moves=MOVES)
    case = Negotiation.model_validate(document)
    assert delicate(case, Plan(FREE, ("bonus", "form", "gift"))) == {
        "delicate_moves": ["bonus"],
        "delicate_issues": [],
    }
    document["issues"]["price"]["bypasses"] = {"high": ["envoy"]}
    round_ = Negotiation.model_validate(document)
    assert delicate(round_, Plan(FREE)) == {"delicate_moves": [], "delicate_issues": ["price"]}
