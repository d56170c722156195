"""What is said of moves that cannot be made when the file says."""

from __future__ import annotations

import datetime as dt
from typing import Any

from leveltwo.advice import wording
from leveltwo.advice.wording.redated import BEGUN
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.seen_from import seen_from
from tests.made import made

TODAY = dt.date(2026, 3, 1)
GATE = {"name": "The House votes", "rule": "envoy", "date": "2026-03-10"}
LATER = {"name": "The Senate votes", "rule": "envoy", "date": "2026-03-20"}
HELP = {"effects": {"envoy": 15}}


def lines(*, short: bool = False, **moves: Any) -> list[str]:
    """Sentences about moves as seen from 1 March 2026, with votes on the 10th and the 20th."""
    told = {key: {**HELP, **about} for key, about in moves.items()}
    doc = made(GATE, moves=told)
    doc["sides"]["them"]["gates"]["senate"] = LATER
    found = seen_from(Negotiation.model_validate(doc), TODAY)
    if short:
        sentence = wording.redated_sentences(found.case, found.changes)
        return [] if sentence is None else [sentence]
    return wording.redated_lines(found.case, found.changes)


def test_where_nothing_changes_nothing_is_said() -> None:
    assert lines(gift={"lead": 5}) == []
    assert lines(short=True, gift={"lead": 5}) == []


def test_the_day_reckoned_and_the_day_written_are_told() -> None:
    assert lines(gift={"date": "2026-03-08", "lead": 14}) == [
        (
            "“Our gift” is reckoned on 15 March 2026, the first day on which it can be made if "
            "preparation begins today, not on 8 March 2026 as written."
        ),
        BEGUN,
    ]


def test_a_move_without_a_date_has_none_to_differ_from() -> None:
    assert lines(gift={"lead": 14})[0] == (
        "“Our gift”, which has no date, is reckoned on 15 March 2026, the first day on which it "
        "can be made if preparation begins today."
    )


def test_what_is_too_late_and_what_needs_it_is_left_out() -> None:
    others: dict[str, Any] = {"note": {"lead": 30}, "talk": {"needs": ["gift", "note"]}}
    assert lines(gift={"date": "2026-03-08", "lead": 20}, **others)[:3] == [
        (
            "“Our gift” is left out, as it is too late for it: if preparation begins today, it can "
            "be made on 21 March 2026, and the last day left to it is 20 March 2026."
        ),
        (
            "“Our note” is left out, as it is too late for it: if preparation begins today, it can "
            "be made on 31 March 2026, and the last day left to it is 20 March 2026."
        ),
        "“Our talk” is left out: it needs “Our gift” and “Our note”, which are left out.",
    ]


def test_in_short_three_are_told_and_the_rest_counted() -> None:
    many: dict[str, Any] = {f"m{i}": {"lead": 14} for i in range(5)}
    (said,) = lines(short=True, **many)
    assert said.count("is reckoned on 15 March 2026") == 3
    assert said.endswith(f"2 more of our moves cannot be made as written. {BEGUN}")


def test_where_moves_left_out_are_shown_only_days_are_told() -> None:
    doc = made(GATE, moves={"gift": {**HELP, "lead": 30}})
    found = seen_from(Negotiation.model_validate(doc), TODAY)
    assert found.changes
    assert wording.shown_lines(found.case, found.changes) == []
