"""Votes as they were counted."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leveltwo.model.recorded_vote import RecordedVote
from leveltwo.model.rule import Base, Unless, Vote


def vote(**more: Any) -> RecordedVote:
    """A vote of 49 to 35 under two-thirds, as told otherwise."""
    return RecordedVote.model_validate(
        {
            "what": "Senate",
            "date": "1920-03-19",
            "rule": {"need": "2/3", "base": "cast"},
            "for": 49,
            "against": 35,
            "passed": False,
            "footing": "checked",
            **more,
        }
    )


def test_those_who_could_vote_and_did_not_are_missing() -> None:
    assert vote().missing == 0
    assert vote(of=96).missing == 12
    assert vote(of=96, abstain=2).missing == 10


def test_shares_are_counted_exactly() -> None:
    assert vote(**{"for": 49.3, "against": 50.7, "of": 100}).missing == 0


def test_more_votes_than_voters_are_refused() -> None:
    with pytest.raises(ValidationError, match="“Senate”: more votes counted than could be cast"):
        vote(of=80)


def test_a_count_becomes_a_gate_of_three_blocs() -> None:
    gate = vote(of=96, abstain=2).gate
    assert isinstance(gate, Vote)
    assert gate.votes == {"ayes": 49, "noes": 35, "others": 12}
    assert (gate.need, gate.base) == ("2/3", Base.CAST)


def test_blocs_without_votes_do_not_stand_in_the_gate() -> None:
    gate = vote(**{"for": 98, "against": 0}).gate
    assert isinstance(gate, Vote)
    assert gate.votes == {"ayes": 98}


def test_a_rule_that_is_turned_round_is_written_as_gates_write_it() -> None:
    gate = vote(rule={"unless": {"need": 60, "quorum": 0.5}}).gate
    assert isinstance(gate, Unless)
    assert (gate.unless.need, gate.unless.quorum) == (60, 0.5)


def test_quorums_are_kept() -> None:
    gate = vote(rule={"need": "majority", "quorum": 0.5, "approval": 0.13}).gate
    assert isinstance(gate, Vote)
    assert (gate.quorum, gate.approval) == (0.5, 0.13)


@pytest.mark.parametrize("wrong", [{"for": -1}, {"against": True}, {"footing": "hearsay"}])
def test_what_is_no_count_or_no_footing_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="validation error"):
        vote(**wrong)
