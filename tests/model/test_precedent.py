"""Precedents, and what is gathered from their acts."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from leveltwo.model.footing import Footing
from leveltwo.model.precedent import Precedent
from leveltwo.model.slug import Slug


def act(**more: Any) -> dict[str, Any]:
    """An act of the simplest kind, as told otherwise."""
    return {
        "short": "a letter",
        "what": "A letter was written.",
        "devices": ["statements"],
        "barriers": ["perception"],
        "bodies": ["parliament"],
        "verdict": "helped",
        **more,
    }


def precedent(*acts: dict[str, Any], **more: Any) -> Precedent:
    """A precedent with some acts."""
    return Precedent.model_validate(
        {
            "title": "A treaty",
            "begins": "1990-05-01",
            "ends": "1991-03-15",
            "sides": ["Us", "Them"],
            "approvers": ["Their house"],
            "rule": "A majority.",
            "acts": list(acts) or [act()],
            "outcome": "It passed.",
            "lesson": "Write letters.",
            "sources": [{"work": "A book", "supports": "all of it", "footing": "standard works"}],
            **more,
        }
    )


def test_what_acts_have_is_gathered_once_in_the_order_of_the_words() -> None:
    found = precedent(
        act(devices=["statements", "terms"], verdict="wrong audience", rules=["supermajority"]),
        act(devices=["terms"], barriers=["red line"], bodies=["leaders"]),
    )
    assert found.devices == ("terms", "statements")
    assert found.barriers == ("red line", "perception")
    assert found.bodies == ("leaders", "parliament")
    assert found.verdicts == ("helped", "wrong audience")


def test_rules_are_those_of_acts_and_of_votes() -> None:
    vote = {
        "what": "House",
        "date": "1990-10-01",
        "rule": {"need": "majority", "quorum": 0.5},
        "for": 60,
        "against": 40,
        "passed": True,
        "footing": "checked",
    }
    found = precedent(act(rules=["one person"]), votes=[vote])
    assert found.rules == ("one person", "majority", "turnout quorum")


def test_years_are_one_or_two() -> None:
    assert precedent().years == "1990–1991"
    assert precedent(ends="1990-12-01").years == "1990"


def test_words_that_are_none_are_refused_with_the_nearest() -> None:
    with pytest.raises(ValidationError, match="did you mean “red line”"):
        precedent(act(barriers=["red lines"]))


def test_a_word_in_place_of_a_list_is_refused() -> None:
    with pytest.raises(ValidationError, match="devices"):
        precedent(act(devices="terms"))


def test_a_precedent_without_acts_or_sources_is_refused() -> None:
    with pytest.raises(ValidationError, match="acts"):
        precedent(acts=[])
    with pytest.raises(ValidationError, match="sources"):
        precedent(sources=[])


def test_every_footing_has_its_meaning() -> None:
    assert all(footing.meaning for footing in Footing)


@pytest.mark.parametrize("name", ["Colombia", "colombia_2016", "2016", "", 7])
def test_a_name_that_could_be_no_precedents_is_refused(name: object) -> None:
    from pydantic import TypeAdapter

    with pytest.raises(ValidationError, match="such as colombia-2016"):
        TypeAdapter(Slug).validate_python(name)
