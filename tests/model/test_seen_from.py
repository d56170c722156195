"""The case as seen from a day: worked dates, and what holds for any dates."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from leveltwo.model.moment import later
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.seen_from import Redating, Seen, seen_from
from leveltwo.model.sequence import days_of, gap, links, ring
from leveltwo.model.untimely import untimely
from tests.board import board

FIRST = dt.date(2026, 3, 1)
HELP = {"effects": {"ann": 3}}
ANN = {"rule": "ann"}


def day(number: int) -> dt.date:
    """A day, counted from the first."""
    return FIRST + dt.timedelta(days=number)


def case(moves: dict[str, dict[str, Any]], gates: Any = None, **more: Any) -> Negotiation:
    """A case with days as numbers; unless told, ann votes on day 20, and so the envoy signs."""
    dated = {
        key: {**HELP, **move, **({"date": str(day(move["date"]))} if "date" in move else {})}
        for key, move in moves.items()
    }
    them = {key: _gate(gate) for key, gate in (gates or {"vote": (20, "ann")}).items()}
    return Negotiation.model_validate(board({"ann": 1, "bob": 1}, them, dated, **more))


def _gate(told: tuple[int | None, str]) -> dict[str, Any]:
    number, who = told
    return {"rule": who} | ({} if number is None else {"date": str(day(number))})


def told(found: Seen) -> dict[str, tuple[int | None, int | None]]:
    """The day on which each move changed is reckoned, or None; and the last left, or None."""
    return {one.move: (_number(one.reckoned), _number(one.until)) for one in found.changes}


def _number(date: dt.date | None) -> int | None:
    return None if date is None else (date - FIRST).days


@pytest.mark.parametrize(
    ("gift", "today", "expected"),
    [
        ({"date": 15, "lead": 10}, 5, {}),
        ({"date": 15, "lead": 10}, 6, {"gift": (16, None)}),
        ({"date": 15, "lead": 10}, 10, {"gift": (20, None)}),
        ({"date": 15, "lead": 10}, 11, {"gift": (None, 20)}),
        ({"date": 15, "lead": 10}, 15, {"gift": (None, 20)}),
        ({"date": 15, "lead": 10}, 16, {}),
        ({"date": 15}, 15, {}),
        ({"date": 15, "lead": 10}, 21, {}),
        ({"lead": 10}, 10, {}),
        ({"lead": 10}, 11, {"gift": (None, 20)}),
        ({"date": 25, "lead": 10}, 12, {}),
        ({"date": 25, "lead": 10}, 16, {"gift": (26, None)}),
    ],
)
def test_a_move_is_put_on_the_first_day_on_which_it_can_be_made(
    gift: dict[str, Any], today: int, expected: Any
) -> None:
    """One gate, on day 20. A move that would miss it is left out, and one made is left alone."""
    found = seen_from(case({"gift": gift}), day(today))
    assert told(found) == expected
    assert found.case.barred == {move for move, days in expected.items() if days[0] is None}
    date = found.case.moves["gift"].date
    reckoned = [change.reckoned for change in found.changes if change.reckoned]
    assert date == (reckoned[0] if reckoned else case({"gift": gift}).moves["gift"].date)


def test_what_was_written_and_the_first_day_are_told() -> None:
    found = seen_from(case({"gift": {"date": 15, "lead": 10}}), day(11))
    assert found.changes == (Redating("gift", day(15), None, day(21), day(20)),)
    assert found.about(["note"]) == ()
    assert found.about(["gift"]) == found.changes


def test_a_move_that_still_reaches_a_later_gate_is_not_barred() -> None:
    gates = {"vote": (20, "ann"), "word": (30, "ann")}
    moves: dict[str, dict[str, Any]] = {"gift": {"lead": 10}, "note": {"date": 18, "lead": 10}}
    found = seen_from(case(moves, gates), day(14))
    assert told(found) == {"gift": (24, None), "note": (24, None)}


def test_gates_at_which_a_move_reaches_nobody_do_not_matter() -> None:
    gates = {"vote": (20, "ann"), "word": (30, "bob")}
    moves: dict[str, dict[str, Any]] = {"gift": {"lead": 10}, "idle": {"lead": 90, "effects": {}}}
    assert told(seen_from(case(moves, gates), day(14))) == {"gift": (None, 20)}


def test_a_gate_without_a_date_can_always_be_reached() -> None:
    gates = {"vote": (20, "ann"), "word": (None, "ann")}
    assert told(seen_from(case({"gift": {"lead": 10}}, gates), day(14))) == {"gift": (24, None)}


def test_where_no_gate_has_a_date_dates_of_moves_are_kept_possible() -> None:
    found = seen_from(case({"gift": {"date": 15, "lead": 10}}, {"vote": (None, "ann")}), day(11))
    assert told(found) == {"gift": (21, None)}


def test_what_follows_a_move_waits_for_it_and_its_preparation() -> None:
    moves: dict[str, dict[str, Any]] = {
        "gift": {"date": 10, "lead": 10},
        "note": {"date": 11, "after": ["gift"]},
    }
    found = seen_from(case(moves), day(5))
    assert told(found) == {"gift": (15, None), "note": (15, None)}
    assert found.changes[1].soonest == day(15)


def test_a_written_date_that_stays_possible_is_waited_for() -> None:
    moves: dict[str, dict[str, Any]] = {
        "gift": {"date": 14},
        "note": {"lead": 3, "after": ["gift"]},
    }
    gates = {"vote": (13, "ann"), "word": (20, "ann")}
    assert told(seen_from(case(moves, gates), day(5))) == {}
    assert told(seen_from(case(moves, gates), day(12))) == {}
    moves["gift"]["lead"] = 5
    assert told(seen_from(case(moves, gates), day(12))) == {"gift": (17, None)}
    assert told(seen_from(case(moves, gates), day(18))) == {"note": (None, 20)}


def test_what_must_come_before_something_fixed_is_barred_when_it_cannot() -> None:
    fair = {"fair": {"name": "The fair", "date": str(day(12)), "until": str(day(13))}}
    found = seen_from(case({"gift": {"lead": 10, "before": ["fair"]}}, events=fair), day(2))
    assert told(found) == {"gift": (None, 11)}


def test_nothing_waits_for_what_is_barred_and_nothing_that_needs_it_is_made() -> None:
    moves: dict[str, dict[str, Any]] = {
        "gift": {"lead": 10, "date": 12, "before": ["note"]},
        "note": {"date": 15},
        "speech": {"needs": ["gift"]},
        "theirs": {"needs": ["speech"], "by": "them", "date": 18},
    }
    found = seen_from(case(moves), day(11))
    assert [(one.move, one.lacks) for one in found.changes] == [
        ("gift", ()), ("speech", ("gift",)), ("theirs", ("speech",)),
    ]  # fmt: skip
    assert found.case.moves["note"].date == day(15)
    assert found.case.moves["gift"].before == ()
    assert found.case.our_moves == ("note",)
    assert not found.case.may_recommend("gift")
    assert found.case.may_recommend("note")


def test_what_a_move_already_made_rests_on_is_taken_as_made() -> None:
    moves: dict[str, dict[str, Any]] = {
        "first": {"lead": 90},
        "needed": {"lead": 90, "date": 15},
        "made": {"date": 5, "after": ["first"], "needs": ["needed"]},
    }
    assert told(seen_from(case(moves), day(10))) == {}


def test_moves_of_other_sides_keep_their_days() -> None:
    assert told(seen_from(case({"gift": {"lead": 10, "date": 15, "by": "them"}}), day(12))) == {}


def test_a_move_that_its_links_alone_bring_after_a_gate_is_left_as_it_is() -> None:
    """The check of the file doubts it; the day has nothing to do with it."""
    fair = {"fair": {"name": "The fair", "date": str(day(20))}}
    moves: dict[str, dict[str, Any]] = {"gift": {"after": ["fair"]}}
    assert told(seen_from(case(moves, events=fair), day(1))) == {}


MOMENT = st.sampled_from(["a", "b", "c", "fair", "them.vote", "them.word"])
MOVE = st.fixed_dictionaries(
    {"lead": st.integers(0, 25), "by": st.sampled_from(["us", "us", "us", "them"])},
    optional={
        "date": st.integers(0, 30),
        "after": st.lists(MOMENT, max_size=1),
        "before": st.lists(MOMENT, max_size=1),
        "needs": st.lists(st.sampled_from(["a", "b", "c"]), max_size=1),
        "effects": st.sampled_from([{"ann": 1}, {"bob": 1}, {}]),
    },
)


@st.composite
def cases(draw: st.DrawFn) -> Negotiation:
    """Cases whose dates and links go together."""
    moves: dict[str, dict[str, Any]] = {key: draw(MOVE) for key in ("a", "b", "c")}
    gates = {key: (draw(st.none() | st.integers(0, 30)), who)
             for key, who in (("vote", "ann"), ("word", "bob"))}  # fmt: skip
    fair = {"fair": {"name": "The fair", "date": str(day(draw(st.integers(0, 30))))}}
    made = case(moves, gates, events=fair)
    assume(not ring(links(made)))
    assume(not list(untimely(made)))
    return made


@given(cases(), st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_moves_are_possible_and_in_order_as_seen_from_any_day(made: Negotiation, at: int) -> None:
    today = day(at)
    found = seen_from(made, today)
    for change in found.changes:
        move = made.moves[change.move]
        assert change.written == move.date
        if change.reckoned is not None:
            assert change.reckoned == change.soonest == found.case.moves[change.move].date
            assert change.reckoned >= later(today, move.lead)
            assert move.date is None or change.reckoned > move.date
        elif not change.lacks:
            assert change.soonest is not None
            assert change.until is not None
            assert change.soonest > change.until
    changed = {change.move for change in found.changes}
    kept = [key for key in made.moves if key not in changed]
    assert all(found.case.moves[key].date == made.moves[key].date for key in kept)
    for link in links(found.case):
        first, then = days_of(found.case, link.first), days_of(found.case, link.then)
        if first and then and {link.first, link.then} & changed:
            assert (then[0] - first[1]).days >= gap(found.case, link)


@given(cases(), st.integers(0, 40))
@settings(max_examples=200, deadline=None)
def test_to_look_twice_changes_nothing_more(made: Negotiation, at: int) -> None:
    once = seen_from(made, day(at))
    assert seen_from(once.case, day(at)) == Seen(once.case)


@given(cases())
@settings(max_examples=200, deadline=None)
def test_a_day_that_is_early_enough_changes_nothing(made: Negotiation) -> None:
    assert seen_from(made, day(-100)) == Seen(made)


def test_barring_says_nothing_in_files() -> None:
    made = case({"gift": {}})
    assert made.barring(["gift"]).model_dump() == made.model_dump()
    assert made.barring(["gift"]).barring([]).barred == {"gift"}
    assert made.barred == set()
