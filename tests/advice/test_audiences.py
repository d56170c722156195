"""Who is spoken to."""

from __future__ import annotations

import pytest

from leveltwo.advice.audiences import Audience, audiences
from leveltwo.errors import PlanError
from leveltwo.io.yaml_file import loads
from leveltwo.model.negotiation import Negotiation
from tests.port_lease import PORT_LEASE

CASE: Negotiation = loads(PORT_LEASE)


def who(*asked: str, ours: bool = False) -> list[str]:
    """The constituencies spoken to."""
    return [audience.who for audience in audiences(CASE, asked, ours=ours)]


def test_all_behind_the_other_table_are_spoken_to_their_leader_first() -> None:
    assert who() == ["director", "family", "fund", "union"]
    assert who(ours=True) == ["mayor", "left", "centre", "right"]


def test_those_named_are_spoken_to_in_that_order_each_once() -> None:
    assert who("union", "fund", "union") == ["union", "fund"]


def test_a_gate_stands_for_everybody_it_asks_there() -> None:
    found = audiences(CASE, ["board"], ours=False)
    assert found == tuple(
        Audience(name, "operator", "board") for name in ("director", "family", "fund")
    )
    assert audiences(CASE, ["operator.board"], ours=False) == found


@pytest.mark.parametrize(
    ("asked", "ours", "message"),
    [
        ("left", False, "“left” is on our own side; add --ours"),
        ("council", False, "“council” is on our own side; add --ours"),
        ("union", True, "“union” is not on our side; leave --ours out"),
        ("board", True, "“board” is not on our side; leave --ours out"),
        ("unoin", False, "no such constituency or gate, “unoin”; did you mean “union”"),
    ],
)
def test_who_is_not_spoken_to_is_refused(asked: str, ours: bool, message: str) -> None:
    with pytest.raises(PlanError, match=message):
        audiences(CASE, [asked], ours=ours)
