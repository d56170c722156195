"""Deals and moves as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.cli.arguments import pairs, split, spread_deals
from leveltwo.errors import PlanError
from leveltwo.io.catalog import open_case
from tests.cli.running import TABLE, leveltwo, written
from tests.port_lease import PORT_LEASE

ONE = ["term=30", "hiring=quota"]
WAYS = [
    ["{file}", "--deal", *ONE],
    ["--deal", *ONE, "{file}"],
    ["{file}", "--deal", ONE[0], "--deal", ONE[1]],
    ["--deal", ONE[0], "{file}", "--deal", ONE[1]],
    ["{file}", "--deal", "term=30,hiring=quota"],
    ["{file}", "--deal=term=30,hiring=quota"],
    ["{file}", "--deal=term=30", "hiring=quota"],
    ["{file}", "--deal", " term = 30 ", "hiring = quota"],
    ["{file}", "--deal", "term=30,", "hiring=quota,"],
    ["{file}", "--deal", "term=30 hiring=quota"],
    ["{file}", "--deal= term=30  hiring=quota "],
    ["--deal", *ONE, "--draws", "1024", "{file}"],
    ["{file}", "--deal", "hiring=quota", "term=30"],
    ["{file}", "--deal", "term=30.0", "hiring=quota"],
    ["{file}", "--deal", "term=3e1", "hiring=quota"],
    ["{file}", "--deal", *ONE, "--deal", "term=30"],
    ["--deal", *ONE, "--", "{file}"],
]


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
def test_a_deal_may_be_typed_in_many_ways(port: str, way: list[str]) -> None:
    ended = leveltwo("assess", "--json", *(part.format(file=port) for part in way))
    assert (ended.status, ended.err) == (0, "")
    assert ended.json["deal"] == {"term": 30, "hiring": "quota"}


def test_every_way_gives_the_same_answer(port: str) -> None:
    answers = {
        leveltwo("assess", "--json", *(part.format(file=port) for part in way)).out for way in WAYS
    }
    assert len(answers) == 1


@pytest.mark.parametrize("command", ["diagnose", "advise"])
def test_other_commands_read_deals_likewise(port: str, command: str) -> None:
    ended = leveltwo(command, "--json", "--deal", *TABLE, port)
    assert ended.status == 0
    assert ended.json["deal"] == {"term": 30, "hiring": "quota"}


@pytest.mark.parametrize(
    "typed", [["--moves", "b,a"], ["--moves", "b", "--moves", "a"], ["--moves", " b , a ,, "]]
)
def test_moves_stand_in_the_order_of_their_ids(tmp_path: Path, typed: list[str]) -> None:
    more = PORT_LEASE.replace("moves:\n", "moves:\n  b: {by: city}\n  a: {by: city}\n")
    file = written(tmp_path, more)
    ended = leveltwo("assess", file, "--json", "--deal", *TABLE, *typed)
    assert ended.json["moves"] == ["a", "b"]


METRO = "metropcs-tmobile-2013"


def test_history_stands_for_the_deal_and_the_moves_that_a_case_records() -> None:
    recorded = open_case(METRO).history
    assert recorded is not None
    spelt = ["--deal", *(f"{i}={o}" for i, o in recorded.deal.items())]
    spelt += ["--moves", ",".join(recorded.moves)]
    short = ["--deal", "history", "--moves", "history"]
    few = ["--draws", "64", "--json"]
    assert leveltwo("assess", METRO, *short, *few) == leveltwo("assess", METRO, *spelt, *few)


def test_help_may_be_sought_for_the_deal_of_history() -> None:
    found = leveltwo("advise", METRO, "--deal", "history", "--draws", "64", "--json").json
    recorded = open_case(METRO).history
    assert recorded is not None
    assert found["goal"] == "cost"
    assert {issue: str(option) for issue, option in found["deal"].items()} == recorded.deal


@pytest.mark.parametrize("typed", [["--deal", "history"], ["--deal", *TABLE, "--moves", "history"]])
def test_a_case_without_a_history_has_none_to_stand_for(port: str, typed: list[str]) -> None:
    ended = leveltwo("assess", port, *typed)
    assert ended.status == 2
    assert ended.err == "error: this case records no history; name the options and moves\n"


def test_history_beside_pairs_is_no_choice(port: str) -> None:
    ended = leveltwo("assess", port, "--deal", "history", "--deal", "term=20")
    assert ended.status == 2
    assert "“history” is no choice" in ended.err


def test_pairs_after_another_option_are_no_deal() -> None:
    typed = ["case.yaml", "--deal", "a=1", "b=2", "--moves", "x", "c=3"]
    expected = ["case.yaml", "--deal", "a=1", "--deal", "b=2", "--moves", "x", "c=3"]
    assert spread_deals(typed) == expected


def test_a_file_after_pairs_ends_them() -> None:
    assert spread_deals(["--deal", "a=1", "case.yaml", "b=2"]) == [
        "--deal", "a=1", "case.yaml", "b=2",
    ]  # fmt: skip


def test_splitting_leaves_out_blanks() -> None:
    assert split(["a, b", "", " ,c"]) == ["a", "b", "c"]


@pytest.mark.parametrize("typed", ["term", "term=", "=30", "="])
def test_half_a_pair_is_no_choice(typed: str) -> None:
    with pytest.raises(PlanError, match=f"“{typed}” is no choice; write issue=option"):
        pairs([typed])


def test_blanks_part_pairs_only_where_every_piece_is_one() -> None:
    """Else they belong to the option, or stand round the equals sign."""
    assert pairs(["a=1 b=2", "c = 3"]) == {"a": "1", "b": "2", "c": "3"}
    assert pairs(["a=1 one", "b=2"]) == {"a": "1 one", "b": "2"}
    assert pairs(["a=1 b="]) == {"a": "1 b="}


def test_a_pair_among_others_of_one_text_may_not_contradict_them() -> None:
    with pytest.raises(PlanError, match="“term” is chosen twice, 20 and 30; keep one"):
        pairs(["term=20 term=30"])


def test_an_option_may_hold_an_equals_sign() -> None:
    assert pairs(["rule=a=b"]) == {"rule": "a=b"}


def test_an_issue_chosen_twice_is_refused_with_both() -> None:
    with pytest.raises(PlanError, match="“term” is chosen twice, 20 and 30; keep one"):
        pairs(["term=20,term=30"])
