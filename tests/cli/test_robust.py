"""``leveltwo robust``: what to ask about first, what stays, and the worst case."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.tasks import FRESH_DRAWS
from tests.cli.hard import hard
from tests.cli.running import leveltwo
from tests.cli.test_stopping import interrupted
from tests.made import made, saved

GIFT = {"effects": {"envoy": 16}, "cost": 5}


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A case in which their envoy may need a gift."""
    people = {"envoy": {"no_deal": [45, 62, 75]}}
    return saved(tmp_path, made(people=people, moves={"gift": GIFT}))


def test_it_says_what_to_ask_about_first_in_the_words_of_the_case(file: str) -> None:
    ended = leveltwo("robust", file, "--draws", "1024")
    assert (ended.status, ended.err) == (0, "")
    assert "Ask about these first." in ended.said
    assert "What having no deal is worth to Mx Envoy" in ended.said
    assert "rather: − Our gift; worth" in ended.said
    assert "With every judgement drawn from its range, 64 times over" in ended.said
    assert "What depends on the judgements" in ended.said
    assert "If everything turned out at its worst" in ended.said
    assert "constituencies." not in ended.out


def test_a_case_without_doubt_has_no_tables(tmp_path: Path) -> None:
    ended = leveltwo("robust", saved(tmp_path, made()), "--draws", "1024")
    assert "No judgement of this case is uncertain" in ended.said
    assert "Ask about these first" not in ended.said
    assert "What depends" not in ended.said


def test_where_walking_away_is_best_it_says_so(tmp_path: Path) -> None:
    people = {"envoy": {"no_deal": [85, 90, 95]}}
    ended = leveltwo("robust", saved(tmp_path, made(people=people)), "--draws", "1024")
    assert (ended.status, ended.err) == (0, "")
    assert "No plan is worth more to Our side than no deal" in ended.said


def test_json_holds_every_part(file: str) -> None:
    found = leveltwo("robust", file, "--json", "--draws", "1024", "--deal", "price=high").json
    assert found["plan"] == {"deal": {"price": "high"}, "moves": []}
    assert not found["advised"]
    assert found["finding_out"]["best"]["moves"] == ["gift"]
    assert found["finding_out"]["lead"] > 0
    assert FRESH_DRAWS == 16_384


def test_moves_without_a_deal_are_refused(file: str) -> None:
    ended = leveltwo("robust", file, "--moves", "gift")
    assert (ended.status, ended.out) == (2, "")
    assert "moves are given without a deal" in ended.err


def test_what_is_done_is_kept_when_it_is_stopped(tmp_path: Path) -> None:
    """In a search that takes longer than any test waits."""
    status, out, screen = interrupted(["robust", saved(tmp_path, hard())], " steps")
    said = " ".join(out.decode().split())
    assert status == 0
    assert "Stopped before the end" in said
    assert "The deal" in said
    assert "Traceback" not in screen
