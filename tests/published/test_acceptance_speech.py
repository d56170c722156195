"""The speech for the Supreme Soviet against what its speaker said there in fact.

On 4 March 1991 Deputy Foreign Minister Kvitsinsky defended the German treaties before the deputies
with three things: a guarantee of the Soviet Union's security, Germany's renunciation of nuclear
weapons, and the deletion of Article 23 of the Basic Law, so that nobody could claim the
borders of 1937 (taz, 5 March 1991).
"""

from __future__ import annotations

from functools import cache

import pytest

from leveltwo import tasks
from leveltwo.io.catalog import open_case
from tests.advice.speaking import said

CASE = "german-unification-1990"
WON = "What was won"
GUARANTEE, RENOUNCED, ARTICLE = "guarantee of our security", "renounces nuclear", "Article 23"


@cache
def won(*left_out: str, **terms: str) -> str:
    """What the deputies of the middle are told as won; history's plan but for some of it."""
    history = open_case(CASE).history
    assert history is not None
    moves = [move for move in history.moves if move not in left_out]
    answer = tasks.speech(
        CASE, history.deal | terms, moves, ["deputies_centre"], tasks.Sampling(draws=256)
    )
    return " ".join(said(answer)[WON])


def test_the_speech_holds_the_three_things_that_were_said() -> None:
    told = won()
    assert GUARANTEE in told
    assert RENOUNCED in told
    assert ARTICLE in told
    assert "the borders of 1937" in told


@pytest.mark.parametrize(
    ("left_out", "terms", "gone"),
    [
        (("friendship_treaty",), {}, GUARANTEE),
        (("three_trophies",), {"abc": "reaffirm"}, RENOUNCED),
        (("three_trophies",), {"borders": "resolutions"}, ARTICLE),
    ],
)
def test_each_of_them_comes_from_the_plan_and_goes_with_it(
    left_out: tuple[str, ...], terms: dict[str, str], gone: str
) -> None:
    """Without the treaty, or with another option, it can no longer be said."""
    told = won(*left_out, **terms)
    assert gone not in told
    assert all(other in told for other in {GUARANTEE, RENOUNCED, ARTICLE} - {gone})


def test_the_gate_stands_for_all_deputies() -> None:
    """Reformers, the middle and Soyuz, each with a speech of its own."""
    found = tasks.speech(CASE, "history", ["history"], ["supreme_soviet"], tasks.Sampling(draws=64))
    assert [one.appeal.who for one in found.result.outlines] == [
        "deputies_reform", "deputies_centre", "soyuz",
    ]  # fmt: skip


def test_the_west_is_told_not_to_boast_of_nato() -> None:
    """As it did not."""
    found = tasks.speech(
        CASE, "history", ["history"], ["deputies_centre"], tasks.Sampling(draws=64)
    )
    (one,) = found.result.outlines
    assert one.unsaid[0].key == "alliance"
    assert {"bush", "baker"} <= set(one.unsaid[0].glad)
