"""Short sentences of briefs and sweeps, against the numbers that they cite."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from leveltwo.advice.wording import sweep
from leveltwo.advice.wording.briefing import answer, charts, command, dates, moves, risks, timing


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "Offer the deal below. No move of ours is worth adding to it."),
        (1, "Offer the deal below, and make one move."),
        (2, "Offer the deal below, and make 2 moves."),
    ],
)
def test_the_lead_says_how_many_moves_to_make(number: int, said: str) -> None:
    assert answer.advised_lead(number) == said


@pytest.mark.parametrize(("number", "how"), [(0, "no moves"), (1, "one move"), (3, "3 moves")])
def test_the_lead_of_a_plan_given_says_how_many_moves_it_has(number: int, how: str) -> None:
    assert answer.given_lead(number).startswith(f"This brief is about the deal below, with {how}.")


def test_what_only_the_annex_tells_is_counted() -> None:
    """One in the singular; nothing where all is told."""
    assert [moves.more_moves(n) for n in (-1, 0)] == [None, None]
    assert moves.more_moves(1) == "One more move is in the annex."
    assert moves.more_moves(2) == "2 more moves are in the annex."
    assert moves.more_terms(0) is None
    assert moves.more_terms(1) == "One more term is in the annex."
    assert moves.more_terms(2) == "2 more terms are in the annex."
    assert risks.more_warnings(0) == []
    assert risks.more_warnings(1) == ["One more warning is in the annex."]
    assert risks.more_warnings(2) == ["2 more warnings are in the annex."]
    assert timing.more_pressing(0) is None
    assert str(timing.more_pressing(1)).startswith("One more move is behind or too late")
    assert str(timing.more_pressing(2)).startswith("2 more moves are behind or too late")


def test_captions_count_who_is_left_out() -> None:
    assert "left out" not in charts.standings_caption(0, [])
    assert "One on whom less turns is left out here." in charts.standings_caption(1, [])
    assert "2 on whom less turns are left out here." in charts.standings_caption(2, ["Mx Bob"])
    said = charts.standings_caption(0, ["Mx Bob", "Mx Cy"])
    assert said.endswith("since no gate asks them: Mx Bob and Mx Cy.")


def test_a_histogram_counts_deals_on_either_side_of_the_line() -> None:
    assert charts.histogram_told("Them", (1000, 2, 3, 4), 0.5) == (
        "Them: 1,002 left of the line, 7 right of it"
    )


def test_figures_and_margins_are_told_with_their_numbers() -> None:
    assert charts.numbered(3, "Both tables.") == "Figure 3. Both tables."
    assert charts.waterfall_told("Mx Bob", [("The price", -40.0), ("A word", 52.55)], 12.5) == (
        "Mx Bob: The price −40.0; A word +52.5; margin +12.5"
    )


def test_days_are_told_in_words() -> None:
    assert dates.day_or_any(None) == "any time"
    assert dates.day_or_any(dt.date(2026, 11, 1)) == "1 November 2026"
    told = charts.event_told(dt.date(2026, 11, 1), "The fair", "event")
    assert told == "1 November 2026: The fair (event)"


def test_every_file_of_a_brief_is_named() -> None:
    assert command.written_sentences([Path("a.pdf"), Path("a.md")]) == [
        "The brief is in a.pdf.",
        "The brief is in a.md.",
    ]


def test_points_of_a_sweep_are_counted_by_what_became_of_them() -> None:
    assert sweep.points_sentence({"optimal": 1}, 0) == "1 point: 1 optimal."
    assert sweep.points_sentence({"optimal": 1_200, "no_deal": 3}, 5) == (
        "1,203 points: 1,200 optimal, 3 no deal. 5 of them were there already."
    )
    assert sweep.out_sentence(None) is None
    assert sweep.out_sentence("t.csv") == "The table is in t.csv."
    assert "beside t.csv" in sweep.kept_sentence("t.csv")
