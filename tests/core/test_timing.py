"""When a move can still help: worked by hand, and what must hold of any case."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings

from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.service import missed, services
from leveltwo.core.shifts import shifts
from leveltwo.core.timing import State, Timing, timings
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from tests.board import Doc, board
from tests.strategies import documents

CERTAIN = Sample(1, 1, certain=True)
FEW = Sample(32, 1)
GATES = {
    "first": {"rule": "ann", "date": "2026-03-10"},
    "second": {"rule": "bob", "date": "2026-03-20"},
    "work": {"rule": "cy", "date": "2026-04-30", "implementation": True},
}
PEOPLE = {"ann": -3, "bob": 1, "cy": 1}
EVENTS = {
    "fair": {"name": "The fair", "date": "2026-03-12"},
    "feast": {"name": "The feast", "date": "2026-03-16"},
}


def march(number: int) -> dt.date:
    """A day of March."""
    return dt.date(2026, 3, number)


def case(
    gift: dict[str, Any], gates: Any = GATES, people: Any = PEOPLE, **moves: dict[str, Any]
) -> Negotiation:
    """A board asked twice and once more for carrying out, and a gift."""
    doc = board(people, gates, {"gift": gift, **moves}, events=EVENTS)
    return Negotiation.model_validate(doc)


def timing(gift: dict[str, Any], today: int = 1, gates: Any = GATES, **more: Any) -> Timing:
    """The timing of the gift, seen from a day of March."""
    found = case(gift, gates, **more)
    deal = {"text": "treaty"}
    return timings(Layout(found), CERTAIN, ["gift"], deal, march(today))[0]


def helps(*people: str, **more: Any) -> dict[str, Any]:
    """A gift that helps some members by five points."""
    return {"effects": dict.fromkeys(people, 5), **more}


def served(found: Timing) -> list[str]:
    """The gates it serves."""
    return [service.gate for service in found.serves]


def test_a_move_serves_the_gates_at_which_it_adds_to_somebody() -> None:
    found = timing({"effects": {"ann": 5, "bob": -5, "cy": 0.04}})
    assert served(found) == ["first"]
    assert found.serves[0].points == {"ann": 5}
    assert (found.serves[0].date, found.serves[0].implementation) == (march(10), False)


def test_a_move_serves_a_gate_through_those_who_are_followed() -> None:
    people = {**PEOPLE, "ann": {"margin": -3, "follows": {"cy": {"for": 5}}}}
    found = timing(helps("cy"), people=people)
    assert served(found) == ["first", "work"]
    assert found.serves[0].points == {"cy": 5}


def test_a_move_serves_a_gate_by_lifting_a_red_line_that_the_deal_crosses() -> None:
    lines = [{"text": "treaty", "unless": ["gift"]}]
    people = {**PEOPLE, "ann": {"margin": 3, "red_lines": lines}}
    found = case({}, people=people)
    asked = [{"text": "treaty"}, {"text": "shell"}, None]
    counts = [services(Layout(found), CERTAIN, ["gift"], deal)["gift"] for deal in asked]
    assert [[s.lifts for s in one] for one in counts] == [[("ann",)], [], [("ann",)]]


def test_its_cost_to_our_negotiator_is_left_out() -> None:
    ours = {"effects": {"envoy": 1}, "cost": 5}
    assert served(timing(ours)) == ["signature"]
    assert timing(ours).serves[0].points == {"envoy": 1}
    assert served(timing({"cost": -5})) == []


def test_points_are_means_over_all_draws() -> None:
    found = case({"effects": {"ann": 4}, "chance": 0.5, "otherwise": {"ann": -2}})
    (service,) = services(Layout(found), Sample(4096, 1), ["gift"])["gift"]
    assert service.points["ann"] == pytest.approx(1, abs=0.05)


def test_no_moves_serve_nothing() -> None:
    assert services(Layout(case({})), CERTAIN, []) == {}


def test_the_latest_useful_date_is_the_day_of_the_last_gate_served() -> None:
    found = timing(helps("ann", "bob", date="2026-03-08", lead=7))
    assert (found.latest, found.latest_start) == (march(20), march(13))
    assert (found.due, found.begin) == (march(8), march(1))
    assert found.first is not None
    assert (found.first.gate, found.missed, found.state) == ("first", (), State.IN_TIME)


def test_carrying_out_counts_as_a_gate() -> None:
    assert timing(helps("cy")).latest == dt.date(2026, 4, 30)


def test_a_gate_without_a_date_ends_nothing() -> None:
    found = timing(helps("ann", "envoy"))
    assert served(found) == ["first", "signature"]
    assert (found.latest, found.latest_start, found.due) == (None, None, march(10))


def test_the_end_of_a_window_comes_before_the_last_gate() -> None:
    found = timing(helps("ann", "bob", before=["feast"]))
    assert (found.latest, found.due) == (march(15), march(10))
    found = timing(helps("bob", before=["feast"], lead=3))
    assert (found.latest, found.due, found.begin) == (march(15), march(15), march(12))


def test_a_move_that_helps_nobody_has_no_useful_date() -> None:
    found = timing({"effects": {"ann": -5}, "date": "2026-03-05"})
    assert (found.state, found.latest, found.first) == (State.IDLE, None, None)


@pytest.mark.parametrize(
    ("gift", "today", "state"),
    [
        ({"date": "2026-03-08", "lead": 7}, 1, State.IN_TIME),
        ({"date": "2026-03-08", "lead": 7}, 2, State.BEHIND),
        ({"date": "2026-03-08", "lead": 7}, 8, State.BEHIND),
        ({"date": "2026-03-08", "lead": 7}, 9, State.PAST),
        ({"date": "2026-03-08", "lead": 16}, 4, State.BEHIND),
        ({"date": "2026-03-08", "lead": 16}, 5, State.TOO_LATE),
        ({"date": "2026-03-20"}, 20, State.IN_TIME),
        ({"date": "2026-03-21"}, 1, State.TOO_LATE),
        ({"lead": 7}, 13, State.IN_TIME),
        ({"lead": 7}, 14, State.TOO_LATE),
        ({"before": ["fair"], "lead": 7}, 4, State.IN_TIME),
        ({"before": ["fair"], "lead": 7}, 5, State.TOO_LATE),
    ],
)
def test_where_a_move_stands_changes_on_the_day_that_it_must(
    gift: dict[str, Any], today: int, state: State
) -> None:
    """Gates on 10 and 20 March, the fair on 12 March."""
    assert timing(helps("ann", "bob", **gift), today).state is state


def test_a_move_without_a_date_misses_what_is_decided_before_it_can_be_made() -> None:
    found = timing(helps("ann", "bob", lead=7), 4)
    assert (found.soonest, found.made) == (march(11), march(11))
    assert [s.gate for s in found.missed] == ["first"]
    assert found.first is not None
    assert (found.first.gate, found.due, found.begin) == ("second", march(20), march(13))


def test_a_window_that_opens_later_than_it_can_be_ready_is_waited_for() -> None:
    found = timing(helps("ann", "bob", after=["fair"], lead=3), 4)
    assert (found.soonest, [s.gate for s in found.missed]) == (march(13), ["first"])


def test_moves_are_listed_by_date_and_those_without_one_last() -> None:
    found = case({}, early={"date": "2026-03-02"}, late={"date": "2026-03-05"}, also={})
    moves = ["also", "late", "gift", "early"]
    listed = timings(Layout(found), CERTAIN, moves, None, march(1))
    assert [t.move for t in listed] == ["early", "late", "also", "gift"]


def test_a_plan_gains_what_a_move_in_time_would_bring() -> None:
    """Ann lacks three points; the gift brings five, too late for her."""
    found = case(helps("ann", "bob", date="2026-03-15"))
    plan = Plan({"text": "treaty"}, ("gift",))
    seen = timings(Layout(found), CERTAIN, plan.moves, plan.deal, march(1))
    (shift,) = shifts(found, CERTAIN, plan, seen)
    assert (shift.move, shift.side, shift.gate, shift.date) == ("gift", "them", "first", march(10))
    assert (shift.score.chance, shift.score.durable, shift.possible) == (1, 1, True)


@pytest.mark.parametrize(
    ("more", "today", "possible"),
    [({"lead": 7}, 3, True), ({"lead": 7}, 4, False), ({"after": ["fair"]}, 1, False)],
)
def test_a_day_that_cannot_be_kept_is_told_so(
    more: dict[str, Any], today: int, possible: bool
) -> None:
    found = case(helps("ann", date="2026-03-15", **more))
    plan = Plan({"text": "treaty"}, ("gift",))
    seen = timings(Layout(found), CERTAIN, plan.moves, plan.deal, march(today))
    assert [shift.possible for shift in shifts(found, CERTAIN, plan, seen)] == [possible]


@pytest.mark.parametrize(("today", "possible"), [(1, True), (4, False)])
def test_a_day_before_what_comes_first_can_be_ready_cannot_be_kept(
    today: int, possible: bool
) -> None:
    """The gift waits for a study of seven days; the first gate is on the tenth."""
    gift = helps("ann", date="2026-03-15", after=["study"])
    found = case(gift, study={"lead": 7})
    plan = Plan({"text": "treaty"}, ("gift", "study"))
    seen = timings(Layout(found), CERTAIN, plan.moves, plan.deal, march(today))
    assert [shift.possible for shift in shifts(found, CERTAIN, plan, seen)] == [possible]


def test_moves_in_time_and_moves_without_a_date_are_not_shifted() -> None:
    found = case(helps("ann", date="2026-03-10"), visit=helps("ann", lead=20))
    plan = Plan({"text": "treaty"}, ("gift", "visit"))
    seen = timings(Layout(found), CERTAIN, plan.moves, plan.deal, march(1))
    assert [len(t.missed) for t in seen] == [0, 1]
    assert shifts(found, CERTAIN, plan, seen) == ()


@settings(max_examples=25)
@given(documents())
def test_a_latest_useful_date_is_never_after_the_last_gate(doc: Doc) -> None:
    found = Negotiation.model_validate(doc)
    gates = [gate for side in found.sides.values() for gate in side.gates.values()]
    dates = [gate.date for gate in gates if gate.date is not None]
    for one in timings(Layout(found), FEW, list(found.moves), None, march(1)):
        assert one.latest is None or one.latest <= max(dates)
        assert one.due is None or one.due == one.date or one.due <= max(dates)
        assert {s.gate for s in one.missed} <= {s.gate for s in one.serves}


@settings(max_examples=20)
@given(documents())
def test_a_move_on_its_latest_useful_date_counts_at_the_last_gates_as_if_it_had_none(
    doc: Doc,
) -> None:
    """The chances of the gates of that day and of later days are the same."""
    found = Negotiation.model_validate(doc)
    for one in timings(Layout(found), FEW, list(found.moves), None, march(1)):
        if one.latest is not None:
            late = [
                (side_id, gate_id)
                for side_id, side in found.sides.items()
                for gate_id, gate in side.gates.items()
                if gate.date is not None and gate.date >= one.latest
            ]
            dated, free = (gate_chances(doc, one.move, day) for day in (one.latest, None))
            assert [dated[gate] for gate in late] == [free[gate] for gate in late]


def gate_chances(doc: Doc, move: str, day: dt.date | None) -> dict[tuple[str, str], float]:
    """The chance of every gate with a move made on a day, or without a date."""
    changed = {**doc["moves"][move], "date": day}
    case_ = Negotiation.model_validate({**doc, "moves": {**doc["moves"], move: changed}})
    layout = Layout(case_)
    deal = {i: next(case_.issues[i].each_option()) for i in case_.issues}
    found = assess(layout, FEW, encode(layout, deal, [move]))
    return {(s, g): share for s, part in found.sides.items() for g, share in part.gates.items()}


@pytest.mark.parametrize(
    ("date", "gates"),
    [(None, ()), ("2026-03-10", ()), ("2026-03-11", ("first",)),
     ("2026-03-21", ("first", "second")), ("2026-05-01", ("first", "second", "work"))],
)  # fmt: skip
def test_a_move_misses_the_gates_decided_before_it_at_which_it_would_help(
    date: str | None, gates: tuple[str, ...]
) -> None:
    found = case(helps("ann", "bob", "cy", date=date))
    told = missed(Layout(found), CERTAIN, ["gift"], {"text": "treaty"})
    assert told == ({"gift": tuple(("them", gate) for gate in gates)} if gates else {})


def test_a_gate_is_missed_where_only_a_leader_of_those_asked_would_be_helped() -> None:
    """As it is voted: a leader is won in time for some gates only, and so is the cue."""
    doc = board({"ann": -3, "elder": {"margin": -3}}, {"first": GATES["first"]},
                {"gift": {"effects": {"elder": 9}, "date": "2026-03-11"}})  # fmt: skip
    doc["constituencies"]["ann"]["follows"] = {"elder": {"for": 9}}
    chosen = ({"text": "treaty"}, ("gift",))

    def result() -> tuple[float, dict[str, Any]]:
        layout = Layout(Negotiation.model_validate(doc))
        found = assess(layout, CERTAIN, encode(layout, *chosen))
        return found.chance, found.missed

    assert result() == (0, {"gift": (("them", "first"),)})
    doc["moves"]["gift"]["date"] = "2026-03-10"
    assert result() == (1, {})


@given(doc=documents())
@settings(max_examples=40)
def test_an_assessment_and_the_calendar_call_the_same_gates_missed(doc: Doc) -> None:
    layout = Layout(Negotiation.model_validate(doc))
    deal = {issue: about.option_ids[0] for issue, about in layout.case.issues.items()}
    moves = sorted(layout.case.moves)
    told = missed(layout, FEW, moves, deal)
    found = timings(layout, FEW, moves, deal, dt.date(2026, 1, 1))
    dated = {t.move: t.missed for t in found if t.date is not None}
    assert told == {
        move: tuple((s.side, s.gate) for s in gates) for move, gates in dated.items() if gates
    }


def test_a_move_waits_for_the_preparation_of_those_before_it() -> None:
    """Through all of them; one that is not in the plan is not waited for."""
    visit, talk = {"after": ["gift"]}, {"after": ["visit"], "effects": {"ann": 5}}
    found = case(helps("ann", lead=12), visit=visit, talk=talk)
    layout, deal = Layout(found), {"text": "treaty"}
    whole = timings(layout, CERTAIN, ["talk", "visit", "gift"], deal, march(1))
    told = {one.move: one for one in whole}
    assert (told["gift"].awaits, told["visit"].awaits) == (None, march(13))
    assert told["talk"].soonest == march(13)
    assert told["talk"].state is State.TOO_LATE
    (alone,) = timings(layout, CERTAIN, ["talk"], deal, march(1))
    assert (alone.awaits, alone.soonest, alone.state) == (None, march(1), State.IN_TIME)
