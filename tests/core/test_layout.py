"""What rows and columns stand for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from leveltwo.core.layout import Layout, counts
from leveltwo.model.negotiation import Negotiation
from tests.board import board, layout_of
from tests.small import small

OCTOBER, DECEMBER = "2026-10-01", "2026-12-01"
NOVEMBER = "2026-11-01"


def test_variables_stand_in_the_order_of_ids_and_numbers_rise() -> None:
    """Issues before moves; named options by id, numeric ones by size."""
    layout = Layout(small())
    assert [v.key for v in layout.variables] == ["bonus", "sunday", "feast", "rota"]
    assert layout.variables[0].options == ("0", "5", "10", "15", "20")
    assert layout.variables[1].options == ("closed", "open")
    assert [v.first for v in layout.variables] == [0, 5, 7, 9]
    assert layout.columns == 11
    assert layout.index["issue:sunday"] == 1
    assert layout.index["move:rota"] == 3


def test_an_issue_and_a_move_may_share_an_id() -> None:
    """They are different variables."""
    doc = board({"ann": 1}, {"vote": "ann"}, {"text": {"effects": {"ann": 1}}})
    assert {"issue:text", "move:text"} <= set(layout_of(doc).index)


@pytest.mark.parametrize(
    ("move", "gate", "seen"),
    [
        (None, None, True),
        (None, OCTOBER, True),
        (DECEMBER, None, True),
        (OCTOBER, OCTOBER, True),
        (OCTOBER, DECEMBER, True),
        (DECEMBER, OCTOBER, False),
    ],
)
def test_a_move_counts_at_gates_on_or_after_its_date(
    move: str | None, gate: str | None, seen: bool
) -> None:
    """And everywhere if it, or the gate, has none."""
    dates = [None if text is None else dt.date.fromisoformat(text) for text in (move, gate)]
    assert counts(*dates) is seen


def dated(gates: Mapping[str, object]) -> Layout:
    """A board with one dated move before each of some gates."""
    moves = {
        "early": {"effects": {"ann": 5}, "date": OCTOBER},
        "late": {"effects": {"ann": 5}, "date": DECEMBER},
    }
    return layout_of(board({"ann": 1, "bob": 1}, gates, moves))


def reported(gates: Mapping[str, object]) -> set[str]:
    """The moves that count where ann is reported."""
    layout = dated(gates)
    return set(layout.blocs[layout.report_bloc("ann")].moves)


def at(date: str, rule: str = "ann", **more: object) -> dict[str, object]:
    """A gate at a date."""
    return {"rule": rule, "date": date, **more}


def test_a_constituency_is_reported_at_its_earliest_gate() -> None:
    """By date, not by the order of the file."""
    assert reported({"a": at(DECEMBER), "b": at(OCTOBER)}) == {"early"}
    assert reported({"a": at("2026-09-01", "bob"), "b": at(OCTOBER)}) == {"early"}


def test_dated_gates_come_before_undated_ones() -> None:
    """An undated gate would see every move."""
    assert reported({"a": "ann", "b": at(OCTOBER)}) == {"early"}
    assert reported({"a": "ann"}) == {"early", "late"}


def test_approval_comes_before_implementation() -> None:
    """Whatever the dates."""
    gates = {"a": at("2026-09-01", implementation=True), "b": at(OCTOBER)}
    assert reported(gates) == {"early"}
    assert reported({"a": at("2026-09-01", implementation=True)}) == set()


def test_an_audience_is_reported_with_every_move_counted() -> None:
    """Somebody who stands in no gate."""
    layout = dated({"a": at(OCTOBER, "bob")})
    bloc = layout.report_bloc("ann")
    assert layout.blocs[bloc].moves == {"early", "late"}
    assert bloc == layout.undated_bloc("ann")


def test_leaders_are_heard_as_of_the_gate() -> None:
    """A follower has a leader's bloc at its own stage, and leaders come first."""
    doc = board(
        {"ann": 1, "bob": {"margin": 1, "follows": {"ann": {"for": 2}}}},
        {"vote": at(OCTOBER, "bob")},
        {"late": {"effects": {"ann": 5}, "date": DECEMBER}},
    )
    layout = layout_of(doc)
    links = [(layout.blocs[c.leader], layout.blocs[c.follower]) for c in layout.cues]
    assert all(leader.moves == follower.moves for leader, follower in links)
    assert {leader.moves for leader, _ in links} == {frozenset(), frozenset({"late"})}
    assert all(c.leader < c.follower for c in layout.cues)


def test_members_only_stand_where_votes_are_counted() -> None:
    """A bloc that differs has nine sub-blocs in votes, and none where it is named alone."""
    ann = {"margin": 1, "spread": 10}
    alone = layout_of(board({"ann": ann}, {"vote": "ann"}))
    assert [v.member for v in alone.voters if v.member is not None] == []
    counted = layout_of(board({"ann": ann}, {"vote": {"need": 1, "votes": {"ann": 9}}}))
    assert [v.member for v in counted.voters if v.member is not None] == list(range(9))
    vote = next(gate for gate in counted.gates if gate.key == "vote")
    assert len(vote.seats["ann"]) == 10


def test_gates_stand_in_the_order_of_ids() -> None:
    """The last of a gate's thresholds decides it."""
    layout = layout_of(board({"ann": 1}, {"z": "ann", "b": {"all": ["ann", "ann"]}}))
    assert [(g.side, g.key) for g in layout.gates] == [
        ("them", "b"),
        ("them", "z"),
        ("us", "signature"),
    ]
    assert layout.gates[0].node == layout.gates[0].nodes[-1] == 2


def test_the_order_of_the_file_changes_nothing() -> None:
    """Rows and columns are the same for a file turned round."""
    case = small()
    turned = {
        key: dict(reversed(part.items())) if isinstance(part, dict) else part
        for key, part in reversed(case.model_dump(by_alias=True, exclude_none=True).items())
    }
    other = Layout(Negotiation.model_validate(turned))
    assert other.variables == Layout(case).variables
    assert other.blocs == Layout(case).blocs
