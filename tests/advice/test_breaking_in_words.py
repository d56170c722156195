"""Sentences about a map, and about what would break a gate."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from leveltwo import tasks
from leveltwo.advice import wording
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Recommendation
from tests.made import made, saved

Advise = Callable[..., tuple[Negotiation, Recommendation]]
GIFT = {"effects": {"envoy": [5, 12, 19], "chief": 0}, "cost": 1}


def test_a_map_with_certainty_speaks_of_best_guesses(tmp_path: Path) -> None:
    found = tasks.map_deals(saved(tmp_path, made()), sampling=tasks.Sampling(certain=True))
    assert wording.map_sentence(found.case, found.result) == (
        "1 of 2 deals would pass every gate if every best guess were right."
    )


def test_what_would_break_a_gate_is_told_in_votes_points_and_names(tmp_path: Path) -> None:
    people = {f"m{i}": {"no_deal": 50 - i} for i in range(1, 6)}
    document = made({"need": 5, "votes": dict.fromkeys(people, 1)}, people)
    found = tasks.assess(saved(tmp_path, document), {"price": "high"})
    house = next(s for s in found.result.safety if s.gate == "house")
    assert wording.votes_to_lose(house) == "1"
    assert wording.points_to_lose(house) == "11.0"
    assert wording.bought(found.case, house) == "Mx M1 11.0"
    whole = replace(house, bought={f"m{i}": 10.0 + i for i in range(5, 0, -1)})
    assert wording.bought(found.case, whole) == "Mx M5 15.0; Mx M4 14.0; Mx M3 13.0; 2 more"


def test_what_nothing_breaks_is_said_to_be_so(tmp_path: Path) -> None:
    found = tasks.assess(saved(tmp_path, made()), {"price": "high"})
    house = replace(found.result.safety[0], votes=None, points=None)
    assert (wording.votes_to_lose(house), wording.points_to_lose(house)) == ("none would",) * 2


def test_the_smallest_groups_are_counted_where_not_all_are_shown(tmp_path: Path) -> None:
    result = tasks.assess(saved(tmp_path, made()), {"price": "high"}).result
    title = "Smallest groups whose opposition stops a gate, likeliest first"
    shown = len(result.blocking)
    all_of_them = replace(result, blocking_groups={("us", "sign"): shown})
    assert wording.blocking_title(all_of_them) == title
    more = replace(result, blocking_groups={("us", "sign"): 1_234})
    assert wording.blocking_title(more) == f"{title} ({shown} of 1,234)"
    many = replace(result, blocking_groups={("us", "sign"): None, ("them", "house"): 7})
    assert wording.blocking_title(many) == f"{title} ({shown} of more than 7)"


def test_where_the_likeliest_groups_are_not_proved_so_that_is_said(tmp_path: Path) -> None:
    result = tasks.assess(saved(tmp_path, made()), {"price": "high"}).result
    said = wording.blocking_title(replace(result, blocking_proved=False))
    assert "likeliest found (there may be likelier) first" in said
