"""Plans beside the one advised: what is delicate about them never stands unmarked."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.advice.guard_rails import Kind, grave
from leveltwo.core.evaluation import Score
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.recommendation import Option
from tests.made import FREE, Doc, made

PAID: Doc = {"effects": {"envoy": 5}, "pays": ["envoy"]}
PLAIN: Doc = {"effects": {"envoy": 5}}
SCORE = Score(0.8, 0.8, 10.0, 12.0, 0.0)
WARNING = (
    "† “Our bonus” gives money or another benefit to Mx Envoy, whose own yes is asked. "
    "Compensation belongs to the interests that lose, openly; never to those who sign or vote."
)


def case_with(**moves: Doc) -> Negotiation:
    """A case with some moves of ours."""
    return Negotiation.model_validate(made(moves=moves))


def option(*moves: str, **more: Any) -> Option:
    """The high price with some moves."""
    return Option(Plan(FREE, moves), SCORE, **{"proved": True, **more})


def test_a_move_that_pays_somebody_who_decides_bears_a_dagger() -> None:
    """Others do not; the line below gives the warning, once, however many plans hold the move."""
    case = case_with(bonus=PAID, gift=PLAIN)
    advised = Plan(FREE, ())
    both, bonus = option("bonus", "gift"), option("bonus", proved=False)
    assert wording.on_frontier(case, advised, both) == "+ Our bonus †; + Our gift"
    assert wording.on_frontier(case, advised, bonus) == "+ Our bonus † (best found, not proved)"
    assert wording.frontier_notes(case, [both, bonus]) == [WARNING]


def test_what_the_advice_itself_holds_is_marked_at_the_advice() -> None:
    case = case_with(bonus=PAID)
    assert wording.on_frontier(case, Plan(FREE, ("bonus",)), option("bonus")) == "the advice †"
    without = wording.on_frontier(case, Plan(FREE, ("bonus",)), option())
    assert without == "− Our bonus"


def test_a_term_that_goes_round_somebody_bears_one_too() -> None:
    document = made()
    document["issues"]["price"]["bypasses"] = {"high": ["envoy"]}
    case = Negotiation.model_validate(document)
    shown = wording.on_frontier(case, Plan({"price": "low"}, ()), option())
    assert shown == "The price: A high one †"
    (note,) = wording.frontier_notes(case, [option()])
    assert note.startswith("† “The price: A high one” goes round Mx Envoy.")


@pytest.mark.parametrize("moves", [(), ("form",), ("gift",)])
def test_form_and_law_leave_no_mark(moves: tuple[str, ...]) -> None:
    case = case_with(form={**PLAIN, "device": "agreement_form"}, gift=PLAIN)
    assert grave(case, Plan(FREE, moves)) == ()
    assert "†" not in wording.on_frontier(case, Plan(FREE, ()), option(*moves))
    assert wording.frontier_notes(case, [option(*moves)]) == []


def test_what_is_only_said_or_lacks_consent_is_marked() -> None:
    case = case_with(oath={**PLAIN, "binding": "oral"}, talks={**PLAIN, "device": "direct_dealing"})
    kinds = [w.kind for w in grave(case, Plan(FREE, ("oath", "talks")))]
    assert kinds == [Kind.CONSENT, Kind.ORAL]
