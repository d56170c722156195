"""``leveltwo speech``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import TABLE, leveltwo
from tests.made import made, saved

DEAL = ("--deal", *TABLE)
KEYS = {
    "constituency", "leader", "side", "gate", "chance", "margin", "red_line_crossed", "opening",
    "won", "better", "critiques", "no_deal", "worth", "without", "vouchers", "doubters", "unsaid",
}  # fmt: skip


def test_every_audience_behind_the_other_table_has_an_outline(port: str) -> None:
    ended = leveltwo("speech", port, *DEAL)
    assert (ended.status, ended.err) == (0, "")
    for part in [
        "What can be said to Director (Port operator, which they lead) before “Board”",
        "Family (Port operator) before “Board”",
        "Union (Port operator) before “Carrying out”",
        "How they stand • Chance that they are for: ",
        "What was won • Length of lease: 30 years",
        "What they will hold against it, and the answer",
        "What it spares them",
        "Hold every line against the text of the agreement before anybody says it.",
    ]:
        assert part in ended.said
    assert "the mayor (City" not in ended.said


def test_our_own_speeches_are_for_our_own_people(port: str) -> None:
    ended = leveltwo("speech", port, *DEAL, "--ours", "--for", "mayor, council")
    lead = "What can be said to the mayor (City of Havn, which they lead) before “Signature”"
    assert lead in ended.said
    assert "Left (City of Havn) before “Council” on 2026-11-30" in ended.said
    assert "Director (Port operator)" not in ended.said


def test_wrapped_lines_stand_to_the_right_of_their_mark(port: str) -> None:
    ended = leveltwo("speech", port, *DEAL, "--for", "union", "--moves", "charter")
    outline = ended.out[ended.out.index("How they stand") : ended.out.index("Points and chances")]
    titles = ("Who", "How", "Opening", "What", "Not", "")
    for line in outline.split("\n"):
        assert line.startswith(("• ", "  ", *titles[:-1])) or line == ""


def test_json_holds_every_outline(port: str) -> None:
    found = leveltwo("speech", port, *DEAL, "--moves", "charter", "--json", "--draws", "64").json
    assert (found["ours"], found["status"], found["draws"]) == (False, None, 64)
    assert (found["deal"], found["moves"]) == ({"term": 30, "hiring": "quota"}, ["charter"])
    assert [one["constituency"] for one in found["speeches"]] == [
        "director",
        "family",
        "fund",
        "union",
    ]
    assert all(set(one) == KEYS for one in found["speeches"])
    union = found["speeches"][-1]
    (charter,) = [line for line in union["won"] if line.get("move") == "charter"]
    assert 0.8 < charter["works"] < 1
    assert charter["hurts"] == {}
    assert {"issue": "hiring", "option": "quota"}.items() <= union["won"][0].items()


def test_without_a_deal_it_is_about_the_plan_advised(port: str) -> None:
    found = leveltwo("speech", port, "--json", "--for", "board").json
    advised = leveltwo("advise", port, "--json").json
    assert found["status"] == "optimal"
    assert (found["deal"], found["moves"]) == (advised["deal"], advised["moves"])
    assert [one["gate"] for one in found["speeches"]] == ["board"] * 3


def test_where_walking_away_is_best_there_is_no_speech(tmp_path: Path) -> None:
    document = made()
    document["constituencies"]["chief"]["no_deal"] = 100
    file = saved(tmp_path, document)
    ended = leveltwo("speech", file)
    assert ended.status == 1
    assert ended.said.startswith("A made case Walk away: it is proved that no plan is worth more")
    ended = leveltwo("speech", file, "--json")
    assert (ended.status, ended.json["status"]) == (1, "no_deal")
    assert (ended.json["deal"], ended.json["moves"], ended.json["speeches"]) == (None, [], [])


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            ["--moves", "charter"],
            "moves are given without a deal",
        ),
        ([*DEAL, "--for", "mayor"], "“mayor” is on our own side; add --ours"),
        ([*DEAL, "--for", "mayr"], "no such constituency or gate, “mayr”; did you mean “mayor”"),
        (["--deal", "term=30"], "no option chosen for hiring"),
    ],
)
def test_what_cannot_be_outlined_is_refused(port: str, asked: list[str], message: str) -> None:
    ended = leveltwo("speech", port, *asked)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err


def test_the_same_question_gets_the_same_bytes(port: str) -> None:
    asked = ("speech", port, *DEAL, "--draws", "64")
    assert leveltwo(*asked).out == leveltwo(*asked).out
