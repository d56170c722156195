"""Deals and moves as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.cli.arguments import pairs, split, spread_deals
from leveltwo.errors import PlanError
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


def test_an_option_may_hold_an_equals_sign() -> None:
    assert pairs(["rule=a=b"]) == {"rule": "a=b"}


def test_an_issue_chosen_twice_is_refused_with_both() -> None:
    with pytest.raises(PlanError, match="“term” is chosen twice, 20 and 30; keep one"):
        pairs(["term=20,term=30"])
