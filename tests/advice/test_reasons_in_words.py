"""Sentences about why a move is advised, and what to mind with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from leveltwo.advice import wording
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Recommendation
from tests.advice.conftest import Advise, short


def reasons(advise: Advise, **more: Any) -> tuple[Negotiation, Recommendation]:
    """Advice in which the gift is made, and one reason why."""
    case, found = advise(short(**more))
    assert [reason.move for reason in found.reasons] == ["gift"]
    return case, found


def test_a_reason_says_whom_a_move_wins_over_and_what_is_lost_without_it(advise: Advise) -> None:
    case, found = reasons(advise)
    (reason,) = found.reasons
    (won,) = wording.moved(case, reason)
    assert won.startswith("Mx Envoy +1")
    assert wording.loss(reason, found).endswith(f"worth {wording.points(-found.score.value)}")  # type: ignore[union-attr]
    assert " → < 1 in 1,000; " in wording.loss(reason, found)


def test_every_move_advised_says_whom_at_home_it_annoys_and_who_else_hears_it(
    advise: Advise,
) -> None:
    document = short(effects={"envoy": 15, "wing": -7, "chief": -2, "boss": -3, "young": 2})
    chief = document["constituencies"]["chief"]
    document["constituencies"] |= {
        "wing": {**chief, "name": "The left, and others", "no_deal": 10},
        "young": chief | {"name": "The young"},
        "boss": {**document["constituencies"]["envoy"], "name": "The boss"},
    }
    document["sides"]["us"]["gates"]["party"] = "wing"
    case, found = advise(document)
    assert wording.advised_spill_lines(case, found) == [
        "Who else hears it:",
        (
            "• Our gift: annoys the left, and others clearly (−7.0) at home; turns away the boss "
            "(−3.0); pleases the young (+2.0) at home."
        ),
    ]
    assert wording.reason_lines(case, found) == []


def test_a_move_that_annoys_nobody_says_so(advise: Advise) -> None:
    case, found = reasons(advise)
    assert wording.advised_spill_lines(case, found)[1] == "• “Our gift” annoys nobody at home."
    assert wording.advised_spill_lines(case, replace(found, spillover=None)) == []


def test_a_move_that_may_fail_says_with_what_chance(advise: Advise) -> None:
    case, found = reasons(advise, chance=0.8)
    lines = wording.reason_lines(case, found)
    assert "• Our gift: works as meant with a chance of 80 %." in lines


def test_a_sure_move_on_time_needs_no_warning(advise: Advise) -> None:
    assert wording.reason_lines(*reasons(advise)) == []


def test_a_move_of_theirs_is_called_theirs(advise: Advise) -> None:
    case, found = advise(short(by="them"), in_return=["gift"])
    lines = wording.reason_lines(case, found)
    assert lines == ["Mind:", "• Our gift: theirs to make (Their side)."]


def test_a_move_too_late_for_a_gate_says_for_which(advise: Advise) -> None:
    document = short(date="2026-06-02")
    document["sides"]["them"]["gates"]["preview"] = {
        "rule": {"any": ["envoy", "boss"]},
        "date": "2026-05-01",
    }
    document["constituencies"]["boss"] = {**document["constituencies"]["envoy"], "no_deal": 20}
    case, found = advise(document)
    assert "• Our gift: comes too late for “Preview”." in wording.reason_lines(case, found)
