"""``leveltwo insure``: what it shows and refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo.version import VERSION
from tests.cli.running import leveltwo
from tests.made import Doc, made, saved

DEAL = ("--deal", "price=high")
VOTE = {"name": "The house", "need": 2, "votes": {"envoy": 1, "bob": 1, "cy": 1}}
PEOPLE: Doc = {"envoy": {"no_deal": 50}, "bob": {"no_deal": 57}, "cy": {"no_deal": 62}}
MOVES: Doc = {
    "gift": {"effects": {"cy": 9}, "cost": 2},
    "tour": {"effects": {"bob": 9}, "cost": 3},
}


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A house of three, of whom two must agree, and a third who lacks two points."""
    return saved(tmp_path, quorum())


def quorum(**more: Any) -> Doc:
    """Its document."""
    return made(VOTE, PEOPLE, MOVES, **more)


def test_it_says_what_breaks_each_gate_and_what_to_add(case: str) -> None:
    ended = leveltwo("insure", case, *DEAL, "--rival", "8")
    assert (ended.status, ended.err) == (0, "")
    for said in (
        "A rival has 8.0 points to take from people, spread as it likes, and it moves last.",
        "The cheapest insurance: add “Our gift”, at a cost of 2.0 points.",
        "such a rival can break no gate of Their side.",
        "No cheaper set is as safe: proved.",
        "The house Their side 3.0 Mx Bob 3.0 10.0",
        "What each vote costs a rival at “The house”: Mx Cy 0.0 → 7.0.",
        "Whom to count on, if support could be won point by point",
        "at least 5.0 points more are needed, for Mx Bob. That counts on 2 of the 3",
        "To spread support more widely than a bare coalition saves nothing.",
        "Only moves count that may be recommended",
        "Chances follow from the judgements",
    ):
        assert said in ended.said


def test_the_same_as_one_document(case: str) -> None:
    told = leveltwo("insure", case, *DEAL, "--rival", "8", "--json").json
    assert (told["added"], told["cost"], told["costs"]) == (["gift"], 2, {"gift": 2, "tour": 3})
    assert told["rival"] == {"points": 8, "source": "given", "move": None, "person": None}
    flags = ("needed", "reached", "proved", "refused", "interrupted")
    assert [told[flag] for flag in flags] == [True, True, True, False, False]
    house = next(gate for gate in told["gates"] if gate["gate"] == "house")
    assert house["points"] == pytest.approx(3.001)
    assert house["points_after"] == pytest.approx(10.002)
    assert house["coalition"]["best"]["cost"] <= house["coalition"]["bare"]["cost"]
    assert (house["holds"], house["holds_after"]) == (0, 1)


def test_without_a_number_the_rival_is_as_strong_as_the_strongest_move(case: str) -> None:
    ended = leveltwo("insure", case, *DEAL, "--certain")
    assert "Nobody has said how much a rival can do." in ended.said
    assert "the strongest move of the case, “Our gift”" in ended.said
    assert "no → yes" in ended.said


def test_without_a_deal_it_is_about_the_plan_advised(case: str) -> None:
    told = leveltwo("insure", case, "--certain", "--rival", "2", "--json").json
    assert (told["deal"], told["needed"], told["fresh_draws"]) == ({"price": "high"}, False, None)


def test_what_is_out_of_reach_ends_in_status_1(case: str) -> None:
    ended = leveltwo("insure", case, *DEAL, "--rival", "500")
    assert ended.status == 1
    assert "No set of our moves keeps such a rival from breaking “The house”." in ended.said


def test_where_no_plan_is_advised_there_is_nothing_to_insure(tmp_path: Path) -> None:
    hopeless = saved(tmp_path, made(people={"envoy": {"no_deal": 90}}))
    ended = leveltwo("insure", hopeless, "--certain")
    assert ended.status == 1
    assert "No plan is advised" in ended.said
    told = leveltwo("insure", hopeless, "--certain", "--json").json
    assert (told["leveltwo"], told["gates"]) == (VERSION, None)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((*DEAL, "--rival", "0"), "rival is 0; expected points between 0.01 and 1,000"),
        ((*DEAL, "--rival", "nan"), "rival is nan; expected points"),
        ((*DEAL, "--moves", "gifd"), "no such move, “gifd”; did you mean “gift”?"),
        (("--moves", "gift"), "moves are given without a deal"),
    ],
)
def test_what_cannot_be_asked_is_refused(case: str, options: tuple[str, ...], message: str) -> None:
    ended = leveltwo("insure", case, *options)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err
