"""`--json`: exactly one document with the names that the case format fixes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from leveltwo.io.catalog import names
from leveltwo.version import VERSION
from tests.cli.running import TABLE, Ended, leveltwo, written
from tests.made import made, saved
from tests.port_lease import PORT_LEASE

SIDES = {"city": ["signature", "council"], "operator": ["board", "carrying_out"]}
PEOPLE = ["mayor", "left", "centre", "right", "director", "family", "fund", "union"]
RULES = ["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]
ABOUT = {"leveltwo", "title", "draws", "seed", "certain"}


def one_document(ended: Ended) -> Any:
    """The document, once it is sure that nothing else was printed."""
    assert ended.err == ""
    assert ended.out.endswith("}\n") or ended.out.endswith("]\n")
    document, end = json.JSONDecoder().raw_decode(ended.out)
    assert ended.out[end:] == "\n"
    return document


def chance(number: object) -> bool:
    """Whether something is a chance."""
    return isinstance(number, float) and 0 <= number <= 1


@pytest.mark.parametrize("moves", [[], ["charter"]])
def test_assess_prints_the_names_fixed_for_it(port: str, moves: list[str]) -> None:
    typed = ["--moves", ",".join(moves)] if moves else []
    found = one_document(leveltwo("assess", port, "--json", "--deal", *TABLE, *typed))
    assert found["deal"] == {"term": 30, "hiring": "quota"}
    assert found["moves"] == moves
    assert chance(found["chance"])
    assert list(found["sides"]) == list(SIDES)
    for side, gates in SIDES.items():
        part = found["sides"][side]
        assert chance(part["chance"])
        assert isinstance(part["gain"], float)
        assert list(part["gates"]) == gates
        assert all(chance(share) for share in part["gates"].values())
    assert list(found["constituencies"]) == PEOPLE
    for who in found["constituencies"].values():
        assert chance(who["chance"])
        assert chance(who["pivotal"])
        assert isinstance(who["margin"], float)


@pytest.mark.parametrize("extra", [[], ["--moves", "charter"], ["--certain"]])
def test_map_prints_the_names_fixed_for_it(port: str, extra: list[str]) -> None:
    found = one_document(leveltwo("map", port, "--json", *extra))
    assert found["deals"] == (12 if "--moves" in extra else 18)
    assert found["confidence"] == 0.5
    assert list(found["sides"]) == list(SIDES)
    assert all(isinstance(part["winset"], int) for part in found["sides"].values())
    assert isinstance(found["overlap"], int)
    assert isinstance(found["pareto"], int)
    assert list(found["solutions"]) == RULES
    for deal in found["solutions"].values():
        assert deal is None or list(deal) == ["term", "hiring"]


def test_map_prints_null_for_solutions_that_do_not_exist(port: str) -> None:
    found = one_document(leveltwo("map", port, "--json", "--confidence", "0.9999"))
    assert found["overlap"] == 0
    assert set(found["solutions"].values()) == {None}


def test_advise_prints_the_names_fixed_for_it(port: str) -> None:
    found = one_document(leveltwo("advise", port, "--json"))
    assert found["status"] == "optimal"
    assert found["bound"] == pytest.approx(found["value"])
    assert found["deal"] == {"term": 30, "hiring": "quota"}
    assert found["moves"] == []
    assert chance(found["chance"])
    assert found["cost"] == 0
    assert list(found["sides"]) == list(SIDES)
    assert found["why"] == []
    assert found["frontier"]
    for option in found["frontier"]:
        assert {"deal", "moves", "chance", "gain", "cost"} <= set(option)


def test_advise_says_why_each_move_is_there(tmp_path: Path) -> None:
    gift = {"effects": {"envoy": [5, 15, 25]}, "cost": 1}
    file = saved(tmp_path, made(people={"envoy": {"no_deal": 70}}, moves={"gift": gift}))
    found = one_document(leveltwo("advise", file, "--json"))
    (reason,) = found["why"]
    assert [reason["move"]] == found["moves"] == ["gift"]
    assert (reason["chance_without"], reason["value_without"]) == (0, 0)
    assert found["chance"] > 0.8
    assert found["cost"] == 1
    assert found["value"] == pytest.approx(80 * found["chance"] - 1)


@pytest.fixture
def hopeless(tmp_path: Path) -> str:
    """The port lease with a mayor who can do no better than walk away."""
    mayor = "no_deal: 40\n    values:\n      term:   {weight: 2, points: {10: 100, 40: 0}}"
    return written(tmp_path, PORT_LEASE.replace(mayor, mayor.replace("40", "100", 1)))


def test_walking_away_prints_an_empty_plan_and_is_a_no(hopeless: str) -> None:
    ended = leveltwo("advise", hopeless, "--json")
    found = one_document(ended)
    assert ended.status == 1
    assert found["status"] == "no_deal"
    assert (found["value"], found["bound"], found["cost"]) == (0, 0, 0)
    assert (found["deal"], found["moves"], found["why"], found["frontier"]) == (None, [], [], [])


def test_a_floor_that_cannot_be_met_is_infeasible_and_a_no(port: str) -> None:
    ended = leveltwo("advise", port, "--json", "--floor", "1")
    found = one_document(ended)
    assert ended.status == 1
    assert found["status"] == "infeasible"
    assert found["deal"] is None
    assert 0.9 < found["best_chance"]["chance"] < 1


def test_help_for_a_deal_that_cannot_be_helped_is_a_no(port: str) -> None:
    ended = leveltwo("advise", port, "--json", "--deal", "term=20", "hiring=goal")
    assert (ended.status, one_document(ended)["status"]) == (1, "infeasible")


def test_diagnose_prints_the_assessment_and_its_barriers(port: str) -> None:
    found = one_document(leveltwo("diagnose", port, "--json", "--deal", "term=20", "hiring=goal"))
    assert found["side"] is None
    family, *_ = found["barriers"]
    assert (family["constituency"], family["side"], family["gate"]) == (
        "family", "operator", "board",
    )  # fmt: skip
    assert family["kind"] == "interests"
    assert family["chance_if_for"] - found["chance"] == pytest.approx(family["buys"])
    assert family["votes"] == pytest.approx(5 / 9)


def test_diagnosing_one_side_leaves_out_the_barriers_of_others(port: str) -> None:
    deal = ["--deal", "term=25", "hiring=quota"]
    every = leveltwo("diagnose", port, "--json", *deal).json["barriers"]
    city = leveltwo("diagnose", port, "--json", *deal, "--side", "city").json
    assert city["side"] == "city"
    assert city["barriers"] == [barrier for barrier in every if barrier["side"] == "city"]


@pytest.mark.parametrize("name", names())
def test_check_of_a_bundled_case_is_valid_without_problems(name: str) -> None:
    ended = leveltwo("check", name, "--json")
    assert ended.status == 0
    assert one_document(ended) == {"source": name, "valid": True, "problems": []}


def test_check_prints_every_problem_with_its_place(tmp_path: Path) -> None:
    file = written(tmp_path, "format: leveltwo/1\ntitle: 7\n")
    ended = leveltwo("check", file, "--json")
    found = one_document(ended)
    assert ended.status == 2
    assert found["valid"] is False
    assert {
        "severity": "error",
        "line": 2,
        "column": 1,
        "path": "title",
        "message": "found 7; expected text; put quotes around it",
    } in found["problems"]


def test_cases_prints_every_name_and_title() -> None:
    found = one_document(leveltwo("cases", "--json"))
    assert [case["name"] for case in found] == list(names())
    assert all(case["title"] for case in found)


def test_schema_prints_one_json_schema() -> None:
    found = one_document(leveltwo("schema"))
    assert {"title", "viewpoint", "sides"} <= set(found["required"])


def test_show_prints_a_document_that_reads_back_as_the_same_case(port: str, tmp_path: Path) -> None:
    shown = leveltwo("show", port, "--json")
    again = written(tmp_path, shown.out, "again.yaml")
    assert one_document(leveltwo("show", again, "--json")) == one_document(shown)
    answers = {leveltwo("advise", file, "--json").out for file in (port, again)}
    assert len(answers) == 1


Asked = Callable[[str], list[str]]
SAID: list[Asked] = [
    lambda file: ["assess", file, "--deal", *TABLE],
    lambda file: ["map", file],
    lambda file: ["diagnose", file, "--deal", *TABLE],
    lambda file: ["advise", file],
]


@pytest.mark.parametrize("asked", SAID)
def test_every_answer_says_what_it_rests_on(port: str, asked: Asked) -> None:
    found = leveltwo(*asked(port), "--json", "--draws", "64", "--seed", "9").json
    about = {key: found[key] for key in ABOUT}
    assert about == {
        "leveltwo": VERSION, "title": "A port lease", "draws": 64, "seed": 9, "certain": False,
    }  # fmt: skip


@pytest.mark.parametrize("asked", SAID)
def test_a_certain_answer_is_one_draw_whose_chances_are_0_or_1(port: str, asked: Asked) -> None:
    found = leveltwo(*asked(port), "--json", "--certain").json
    assert (found["draws"], found["certain"]) == (1, True)
    if "chance" in found:
        assert found["chance"] in (0, 1)
    for side in found["sides"].values():
        assert side.get("chance", 0) in (0, 1)


@pytest.mark.parametrize("asked", SAID)
def test_the_same_question_gets_the_same_bytes(port: str, asked: Asked) -> None:
    for form in ([], ["--json"]):
        assert leveltwo(*asked(port), *form).out == leveltwo(*asked(port), *form).out


@pytest.mark.parametrize("asked", [SAID[0], SAID[2], SAID[3]])
def test_another_seed_changes_chances_a_little(port: str, asked: Asked) -> None:
    one, other = (
        leveltwo(*asked(port), "--json", "--draws", "512", "--seed", seed).json
        for seed in ("1", "2")
    )
    assert one["seed"] != other["seed"]
    assert one["sides"] != other["sides"]
    assert one["chance"] == pytest.approx(other["chance"], abs=0.02)


def test_fewer_draws_make_a_wider_interval(port: str) -> None:
    def width(draws: str) -> float:
        low, high = leveltwo(*SAID[0](port), "--json", "--draws", draws).json["interval"]
        return float(high - low)

    assert width("64") > 2 * width("4096")


def test_the_settings_of_the_case_hold_unless_told_otherwise(port: str) -> None:
    plain = leveltwo(*SAID[0](port), "--json").out
    assert plain == leveltwo(*SAID[0](port), "--json", "--draws", "1024", "--seed", "1").out
