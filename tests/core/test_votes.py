"""Margins, cues and red lines make each voter for, against or abstaining."""

from __future__ import annotations

import numpy as np
import pytest

from leveltwo.core.choice import encode
from leveltwo.core.votes import cast
from tests.board import board, certain_table, stands, votes_on

TREATY = {"text": "treaty"}


@pytest.mark.parametrize(
    ("margin", "band", "vote"),
    [
        (0, 0, "for"),
        (-0.0005, 0, "for"),
        (-0.002, 0, "against"),
        (2.9995, 3, "for"),
        (2.998, 3, "abstain"),
        (-3.0005, 3, "abstain"),
        (-3.002, 3, "against"),
    ],
)
def test_comparisons_lean_a_thousandth_to_the_voter(margin: float, band: float, vote: str) -> None:
    """At both ends of the band."""
    doc = board({"ann": {"margin": margin, "band": band}}, {"vote": "ann"})
    assert stands(doc)["ann"] == vote


def test_cues_go_down_a_chain() -> None:
    """A leader's vote turns a follower, whose vote turns another."""
    doc = board(
        {
            "ann": 1,
            "bob": {"margin": -3, "follows": {"ann": {"for": 5, "against": -5}}},
            "cy": {"margin": 4, "follows": {"bob": {"for": 2, "against": -6}}},
        },
        {"vote": {"need": 2, "votes": {"bob": 1, "cy": 1}}},
    )
    assert [stands(doc)[who] for who in ("ann", "bob", "cy")] == ["for"] * 3
    doc["constituencies"]["ann"]["no_deal"] = 60
    assert [stands(doc)[who] for who in ("ann", "bob", "cy")] == ["against"] * 3


def test_a_leader_who_abstains_is_silent() -> None:
    """Nothing is added."""
    bob = {"margin": -1, "follows": {"ann": {"for": 5, "against": 5}}}
    doc = board({"ann": {"margin": 0, "band": 2}, "bob": bob}, {"vote": "bob"})
    assert stands(doc)["bob"] == "against"


def test_a_crossed_red_line_is_a_vote_against_and_is_heard() -> None:
    """Margins are reported without it; a move of its `unless` lifts it."""
    ann = {"margin": 30, "red_lines": [{"text": "treaty", "unless": ["word"]}]}
    bob = {"margin": 1, "follows": {"ann": {"for": 1, "against": -9}}}
    doc = board({"ann": ann, "bob": bob}, {"vote": "bob"}, {"word": {}})
    table, votes = votes_on(doc)
    bloc = table.layout.report_bloc("ann")
    assert votes.crossed[bloc]
    assert votes.margin[bloc].tolist() == [30]
    assert stands(doc)["ann"] == stands(doc)["bob"] == "against"
    assert stands(doc, ["word"])["ann"] == stands(doc, ["word"])["bob"] == "for"
    assert stands(doc, text="shell")["ann"] == "against"


def test_a_red_line_can_be_pardoned() -> None:
    """To see what would be if it were not there."""
    doc = board({"ann": {"margin": 3, "red_lines": [{"text": "treaty"}]}}, {"vote": "ann"})
    table = certain_table(doc)
    chosen = encode(table.layout, TREATY)
    bloc = table.layout.report_bloc("ann")
    assert cast(table, chosen).against[bloc].all()
    assert cast(table, chosen, pardoned="ann").for_[bloc].all()
    assert cast(table, chosen, pardoned="envoy").against[bloc].all()


def test_margins_can_be_shifted() -> None:
    """A shift of a leader is heard by its followers."""
    bob = {"margin": -4, "follows": {"ann": {"for": 5}}}
    doc = board({"ann": -2, "bob": bob}, {"vote": "bob"})
    table = certain_table(doc)
    shift = np.array([3.0 * (b.constituency == "ann") for b in table.layout.blocs])
    votes = cast(table, encode(table.layout, TREATY), shift)
    assert votes.margin[table.layout.report_bloc("ann")].tolist() == pytest.approx([1])
    assert votes.for_[table.layout.report_bloc("bob")].all()


def test_members_scatter_around_their_bloc() -> None:
    """With a spread of 10, five of nine are above zero at a margin of 1."""
    gate = {"need": 5, "votes": {"ann": 9}}
    doc = board({"ann": {"margin": 1, "spread": 10}}, {"vote": gate})
    table, votes = votes_on(doc)
    members = [i for i, v in enumerate(table.layout.voters) if v.member is not None]
    assert votes.for_[members].sum() == 5
    doc["constituencies"]["ann"]["red_lines"] = [{"text": "treaty"}]
    _, votes = votes_on(doc)
    assert votes.against[members].all()
