"""``leveltwo order``: what it shows and refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.version import VERSION
from tests.cli.running import leveltwo
from tests.following import following
from tests.made import saved

DEAL = ("--deal", "price=high")


@pytest.fixture
def case(tmp_path: Path) -> str:
    """A case in which the envoy waits for the elder’s yes."""
    return saved(tmp_path, following(for_=10, against=-3))


def test_it_says_whom_to_approach_first_and_why(case: str) -> None:
    ended = leveltwo("order", case, *DEAL, "--certain")
    assert (ended.status, ended.err) == (0, "")
    for said in (
        "The best order: first Mx Elder, then Mx Envoy.",
        "Whom to approach when",
        "2 Mx Envoy Their side Mx Elder yes",
        "Beside other orders",
        "worst order Mx Envoy; Mx Elder no",
        "Let Mx Envoy ask Mx Elder before saying yes or no, because Mx Envoy will listen to",
        "Each is asked once",
        "Chances follow from the judgements",
    ):
        assert said in ended.said


def test_the_same_as_one_document(case: str) -> None:
    told = leveltwo("order", case, *DEAL, "--certain", "--json").json
    assert (told["order"], told["placeless"]) == (["elder", "envoy"], ["chief", "clerk"])
    assert (told["proved"], told["worst_proved"], told["matters"]) == (True, True, True)
    assert [(way["way"], way["chance"], way["fresh"]) for way in told["ways"]] == [
        ("best", 1, None),
        ("backward_mapping", 1, None),
        ("file", 0, None),
        ("all_heard", 1, None),
        ("worst", 0, None),
    ]
    assert told["links"] == [
        {"leader": "elder", "follower": "envoy", "heard": True, "for": 10, "against": -3,
         "leader_for": 1, "follower_for": 1, "otherwise": 0, "chance_otherwise": 0}
    ]  # fmt: skip


def test_only_some_may_be_approached(case: str) -> None:
    told = leveltwo("order", case, *DEAL, "--side", "them", "--json").json
    assert told["placeless"] == ["clerk"]
    assert (told["fresh_draws"], told["fresh_seed"] is None) == (16_384, False)
    alone = leveltwo("order", case, *DEAL, "--people", "envoy, clerk")
    assert "none of those approached follows another of them" in alone.said
    assert "Whom to approach when" not in alone.said
    told = leveltwo("order", case, *DEAL, "--people", "envoy,clerk", "--json").json
    assert told["outside"] == [{"leader": "elder", "follower": "envoy"}]


def test_without_a_deal_it_is_about_the_plan_advised(case: str) -> None:
    told = leveltwo("order", case, "--certain", "--json").json
    assert told["deal"] == {"price": "high"}


def test_where_no_plan_is_advised_there_is_nothing_to_order(tmp_path: Path) -> None:
    hopeless = saved(tmp_path, following(for_=1))
    ended = leveltwo("order", hopeless, "--certain")
    assert ended.status == 1
    assert "No plan is advised" in ended.said
    told = leveltwo("order", hopeless, "--certain", "--json").json
    assert told == {"leveltwo": VERSION, "title": "A made case", "order": None}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ((*DEAL, "--people", "elda"), "there is no constituency “elda”; did you mean “elder”?"),
        ((*DEAL, "--side", "they"), "there is no side “they”; did you mean “them”?"),
        ((*DEAL, "--side", "them", "--people", "elder"), "sides and people are named"),
        (("--moves", "gift"), "moves are given without a deal"),
    ],
)
def test_what_cannot_be_asked_is_refused(case: str, options: tuple[str, ...], message: str) -> None:
    ended = leveltwo("order", case, *options)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.err


def test_guard_rails_of_the_plan_stand_with_its_order(tmp_path: Path) -> None:
    document = following(for_=10, against=-3)
    document["issues"]["price"]["bypasses"] = {"high": ["clerk"]}
    file = saved(tmp_path, document)
    said = leveltwo("order", file, *DEAL, "--certain").said
    assert "Guard-rails: • “The price: A high one” goes round Mx Clerk." in said
    (warning,) = leveltwo("order", file, *DEAL, "--certain", "--json").json["warnings"]
    assert (warning["kind"], warning["constituencies"]) == ("bypass", ["clerk"])
