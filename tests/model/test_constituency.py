"""Constituencies: ratings, cues and red lines."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leveltwo.model.constituency import Constituency, Cue, Rating, RedLine
from leveltwo.model.judgement import Confidence, exactly

PLAIN: dict[str, Any] = {
    "side": "city",
    "no_deal": 40,
    "values": {"hiring": {"weight": 3, "none": 0, "goal": "good"}},
}


def test_a_plain_constituency_has_defaults() -> None:
    """No band, no spread, no discount, medium confidence."""
    who = Constituency.model_validate(PLAIN)
    assert who.band == who.spread == who.devalues == exactly(0)
    assert who.confidence is Confidence.MEDIUM
    assert who.follows == {}
    assert who.red_lines == ()


def test_no_deal_is_a_judgement_or_a_deal() -> None:
    """As good as that deal."""
    judged = Constituency.model_validate({**PLAIN, "no_deal": [30, 45, 60]})
    assert judged.no_deal.best == 45  # type: ignore[union-attr]
    likened = Constituency.model_validate({**PLAIN, "no_deal": {"hiring": "goal", "term": 20}})
    assert likened.no_deal == {"hiring": "goal", "term": "20"}


def test_a_rating_holds_options_or_points() -> None:
    """Options stand beside the weight."""
    named = Rating.model_validate({"weight": 2, "none": 0, "goal": 60})
    assert named.options == {"none": exactly(0), "goal": exactly(60)}
    assert named.points is None
    numeric = Rating.model_validate({"weight": 2, "points": {10: 100, "12.50": 40}})
    assert list(numeric.points or {}) == ["10", "12.5"]
    assert numeric.options == {}


def test_a_cue_is_worth_nothing_unless_told() -> None:
    """Neither way."""
    assert Cue.model_validate({"for": 6}) == Cue(for_=exactly(6), against=exactly(0))


def test_a_red_line_names_one_issue() -> None:
    """One option or several, and what lifts it."""
    line = RedLine.model_validate({"term": [35, 40], "unless": ["charter"]})
    assert (line.issue, line.options, line.unless) == ("term", ("35", "40"), ("charter",))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"values": {}}, "at least 1 item"),
        ({"values": {"hiring": {"none": 0}}}, r"weight\n.*Field required"),
        ({"values": {"hiring": {"weight": 1, "none": 101}}}, "a rating from 0 to 100"),
        ({"values": {"term": {"weight": 1, "points": {}}}}, "at least 1 item"),
        ({"values": {"term": {"weight": 1, "points": {"low": 1}}}}, "a number of the issue’s ran"),
        ({"values": {"term": {"weight": 1, "points": {1: 1, "1.0": 1}}}}, "two points at 1; keep"),
        ({"values": {"term": {"weight": 1, "points": 5}}}, "valid dictionary"),
        ({"no_deal": {"hiring": True}}, "expected an option"),
        ({"confidence": "hihg"}, "expected high, medium or low; did you mean “high”"),
        ({"devalues": 2}, "a share from 0 to 1"),
        ({"red_lines": [{"unless": ["charter"]}]}, "names no issue; write the issue and the opt"),
        ({"red_lines": [{"term": 5, "hiring": "none"}]}, "several issues: hiring, term; write on"),
        ({"red_lines": [{"term": 5, "unles": "x"}]}, "several issues: term, unles; did you mean"),
        ({"red_lines": {"term": 5}}, "valid tuple"),
        ({"vote": 1}, "Extra inputs"),
    ],
)
def test_what_is_no_constituency_is_refused(change: dict[str, Any], message: str) -> None:
    """With what was expected."""
    with pytest.raises(ValidationError, match=message):
        Constituency.model_validate({**PLAIN, **change})
