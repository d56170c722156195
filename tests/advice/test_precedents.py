"""The closest precedents, and why they are cited."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.advice.field import Field
from leveltwo.advice.precedents import (
    Match,
    Wanted,
    akin,
    closeness,
    closest,
    comparable,
    field_in,
    for_barrier,
    for_move,
    own,
)
from leveltwo.io.catalog import names, open_case
from leveltwo.io.library import precedents
from leveltwo.model.approval import Body, RuleKind
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from tests.made import FREE, made, saved
from tests.model.test_precedent import act, precedent


def wanted(**parts: Any) -> Wanted:
    """What is wanted, as told, between states."""
    return Wanted(**{key: frozenset(part) for key, part in parts.items()}, field=Field.STATES)


STATEMENTS = {"devices": [Device.STATEMENTS], "bodies": [Body.PARLIAMENT]}
STATES = Field.STATES


def test_what_both_have_in_common_is_said_and_adds_up() -> None:
    entry = precedent(
        act(
            devices=["terms", "statements"],
            barriers=["timing"],
            rules=["supermajority", "majority"],
        )
    )
    asked = wanted(
        devices=[Device.STATEMENTS],
        barriers=[Kind.TIMING, Kind.TRUST],
        rules=[RuleKind.SUPERMAJORITY, RuleKind.MAJORITY, RuleKind.FLOOR],
        bodies=[Body.PARLIAMENT, Body.BOARD],
    )
    match = closeness(asked, "x", entry, entry.acts[0])
    assert match.devices == ("statements",)
    assert match.barriers == ("timing",)
    assert match.rules == ("majority", "supermajority")
    assert match.bodies == ("parliament",)
    assert match.field is STATES
    assert match.score == 8 + 4 + 3 + 1 + 2 + 2 + 1


def test_nothing_in_common_is_no_match() -> None:
    library = {"x": precedent(act(devices=["terms"]))}
    assert closest(wanted(**STATEMENTS), library) == ()
    assert closest(wanted(barriers=[Kind.TRUST], bodies=[Body.PARLIAMENT]), library) == ()
    assert closest(wanted(), library) == ()


def test_a_barrier_without_devices_finds_by_kind() -> None:
    library = {"x": precedent(act(barriers=["trust in delivery"])), "y": precedent()}
    asked = wanted(barriers=[Kind.TRUST], bodies=[Body.PARLIAMENT])
    assert [m.name for m in closest(asked, library)] == ["x"]


def test_the_closest_goes_first_and_the_purer_of_equals() -> None:
    library = {
        "mixed": precedent(act(devices=["terms", "statements"])),
        "pure": precedent(act()),
        "near": precedent(act(rules=["inverted"])),
    }
    asked = wanted(**STATEMENTS, rules=[RuleKind.INVERTED])
    assert [m.name for m in closest(asked, library, number=3)] == ["near", "pure", "mixed"]


def test_each_precedent_is_cited_once_with_its_nearest_act() -> None:
    library = {"x": precedent(act(), act(barriers=["timing"], short="the nearer"))}
    (match,) = closest(wanted(**STATEMENTS, barriers=[Kind.TIMING]), library)
    assert match.act.short == "the nearer"


def warning(**more: Any) -> dict[str, Any]:
    """An act that misfired."""
    return act(verdict="wrong audience", **more)


def told(matches: tuple[Match, ...]) -> list[tuple[str, bool]]:
    """Names, and whether each is cautionary."""
    return [(match.name, match.cautionary) for match in matches]


def test_a_warning_that_is_nearer_takes_the_last_place() -> None:
    library = {
        "a": precedent(act()),
        "b": precedent(act()),
        "w": precedent(warning(rules=["inverted"])),
    }
    asked = wanted(**STATEMENTS, rules=[RuleKind.INVERTED])
    assert told(closest(asked, library)) == [("a", False), ("w", True)]
    assert told(closest(asked, library, number=3)) == [("a", False), ("b", False), ("w", True)]


def test_a_warning_that_is_farther_gives_way() -> None:
    library = {"a": precedent(act()), "b": precedent(act()), "w": precedent(warning())}
    assert told(closest(wanted(**STATEMENTS), library)) == [("a", False), ("b", False)]


def test_one_and_the_same_precedent_helps_or_warns_but_not_both() -> None:
    library = {"x": precedent(act(), warning())}
    assert told(closest(wanted(**STATEMENTS), library)) == [("x", False)]


def test_where_nothing_helped_there_are_warnings_only() -> None:
    library = {"v": precedent(warning()), "w": precedent(warning())}
    assert told(closest(wanted(**STATEMENTS), library)) == [("v", True)]


def test_one_place_goes_to_what_helped() -> None:
    library = {"a": precedent(act()), "w": precedent(warning(rules=["inverted"]))}
    asked = wanted(**STATEMENTS, rules=[RuleKind.INVERTED])
    assert told(closest(asked, library, number=1)) == [("a", False)]


def test_the_same_device_before_other_people_is_not_close() -> None:
    """A promise to members is not what a cheer before voters was, though both were said."""
    library = {"x": precedent(act(bodies=["referendum"], barriers=["timing"]))}
    asked = wanted(**STATEMENTS, barriers=[Kind.TIMING])
    assert closest(asked, library) == ()


@pytest.mark.parametrize(
    ("body", "close"), [("parliament", True), ("members", False), ("board", False)]
)
def test_a_precedent_of_another_field_is_never_cited(body: str, close: bool) -> None:
    library = {"x": precedent(act(bodies=[body], barriers=["timing"], rules=["inverted"]))}
    asked = Wanted(frozenset({Device.STATEMENTS}), frozenset({Kind.TIMING}),
                   frozenset({RuleKind.INVERTED}), frozenset(Body), Field.STATES)  # fmt: skip
    assert bool(closest(asked, library)) is close
    assert set(comparable(asked, library)) == ({"x"} if close else set())
    assert comparable(asked, library, ["x"]) == {}


def test_where_the_field_is_unknown_barrier_or_rule_must_be_the_same() -> None:
    library = {"x": precedent(act(bodies=["leaders"], rules=["inverted", "majority"]))}
    leaders = frozenset({Body.LEADERS})
    common = Wanted(frozenset({Device.STATEMENTS}), rules=frozenset(), bodies=leaders)
    assert closest(common, library) == ()
    for more in ({"barriers": frozenset({Kind.PERCEPTION})},
                 {"rules": frozenset({RuleKind.INVERTED})}):  # fmt: skip
        (match,) = closest(replace(common, **more), library)
        assert match.field is None
    majority = replace(common, rules=frozenset({RuleKind.MAJORITY}))
    assert closest(majority, library) == ()


def test_those_of_the_same_field_are_named_where_they_are_few() -> None:
    union = {"rule": "envoy", "body": "members"}
    labour = Negotiation.model_validate(made(gate=union))
    assert set(akin(labour, precedents())) == {"boeing-machinists-2024", "uaw-detroit-2023"}
    assert set(akin(labour, precedents(), ["uaw-detroit-2023"])) == {"boeing-machinists-2024"}
    assert akin(case(), precedents()) == {}
    assert akin(Negotiation.model_validate(made()), precedents()) == {}


def test_where_a_move_has_no_close_precedent_its_field_is_told(tmp_path: Path) -> None:
    gift = {"device": "statements", "effects": {"envoy": [5, 12, 19]}, "cost": 1}
    union = {"rule": "envoy", "body": "members"}
    document = made(gate=union, people={"envoy": {"no_deal": 70}}, moves={"gift": gift})
    found = tasks.advise(saved(tmp_path, document))
    assert found.precedents == {"gift": ()}
    assert set(found.akin) == {"boeing-machinists-2024", "uaw-detroit-2023"}


def case(**more: Any) -> Negotiation:
    """A made case with a house of three blocs, one of them led by another."""
    house = {"need": "2/3", "votes": {"left": 6, "right": 3}, "body": "parliament"}
    document = made(
        gate=house,
        people={"left": {}, "right": {"follows": {"elder": {"for": 5}}}, "elder": {}},
        moves={
            "letter": {"device": "statements", "effects": {"elder": [1, 3, 5]}},
            "visit": {"device": "framing", "effects": {"envoy": 4, "left": -3}},
            "gift": {"effects": {"left": 4}},
            "word": {"device": "terms", "effects": {}},
        },
    )
    document["constituencies"]["left"]["red_lines"] = [{"price": "high", "unless": ["word"]}]
    return Negotiation.model_validate({**document, **more})


def test_a_move_is_meant_for_the_gates_that_hear_whom_it_wins() -> None:
    """The elder has no vote, but somebody with a vote follows him."""
    found = for_move(case(), "letter", FREE)
    assert found.devices == {Device.STATEMENTS}
    assert found.rules == {RuleKind.SUPERMAJORITY}
    assert found.bodies == {Body.PARLIAMENT}
    assert found.barriers == frozenset()


def test_whom_a_move_annoys_does_not_count() -> None:
    assert for_move(case(), "visit", FREE).rules == frozenset()


def test_a_move_that_lifts_a_red_line_met_by_the_deal_meets_that_barrier() -> None:
    assert for_move(case(), "word", FREE).barriers == {Kind.RED_LINE}
    assert for_move(case(), "word", FREE).rules == {RuleKind.SUPERMAJORITY}
    assert for_move(case(), "word", {"price": "low"}).barriers == frozenset()


def test_kinds_of_barrier_may_be_told() -> None:
    assert for_move(case(), "letter", FREE, [Kind.TRUST]).barriers == {Kind.TRUST}


def test_a_move_without_a_device_has_no_precedents() -> None:
    assert closest(for_move(case(), "gift", FREE), precedents()) == ()


def test_a_barrier_asks_for_its_kind_and_its_gate() -> None:
    found = for_barrier(case(), Kind.TRUST, "them", "house")
    assert found.barriers == {Kind.TRUST}
    assert not found.devices
    assert found.rules == {RuleKind.SUPERMAJORITY}
    assert found.bodies == {Body.PARLIAMENT}
    matches = closest(found, precedents())
    assert matches
    assert all(Kind.TRUST in match.barriers for match in matches)


def test_a_case_is_none_of_its_own_precedents_by_link_or_by_name() -> None:
    linked = case(precedent="kyoto-1997")
    assert own(linked, "mine.yaml") == {"kyoto-1997", "mine"}
    assert own(case(), "some/folder/nafta-1993.yaml") == {"nafta-1993"}


@pytest.mark.parametrize("name", names())
def test_no_bundled_case_cites_itself(name: str) -> None:
    found = open_case(name)
    assert found.history is not None
    for source in (name, "a-copy.yaml"):
        for move in found.our_moves:
            asked = for_move(found, move, found.history.deal)
            cited = closest(asked, precedents(), own(found, source))
            assert name not in [match.name for match in cited]
            assert all(match.close and match.devices for match in cited)
            assert all(match.field in (None, field_in(found)) for match in cited)


def test_advice_cites_precedents_for_each_move_and_always_the_same(tmp_path: Path) -> None:
    gift = {"device": "terms", "effects": {"envoy": [5, 12, 19]}, "cost": 1}
    house = {"rule": "envoy", "body": "parliament"}
    document = made(gate=house, people={"envoy": {"no_deal": 70}}, moves={"gift": gift})
    first, again = (tasks.advise(saved(tmp_path, document)) for _ in range(2))
    assert [reason.move for reason in first.result.reasons] == ["gift"]
    assert set(first.precedents) == {"gift"}
    assert 1 <= len(first.precedents["gift"]) <= 2
    assert first.precedents == again.precedents
    assert first.akin == {}


def test_where_nothing_is_advised_nothing_is_cited(tmp_path: Path) -> None:
    document = made(people={"envoy": {"no_deal": 100}})
    assert tasks.advise(saved(tmp_path, document)).precedents == {}


def test_a_diagnosis_cites_precedents_of_the_same_kind_for_each_barrier(tmp_path: Path) -> None:
    house = {"need": "2/3", "votes": {"left": 6, "right": 3}, "body": "parliament"}
    people = {"left": {"no_deal": 99}, "right": {"no_deal": 99}}
    file = saved(tmp_path, made(gate=house, people=people))
    found = tasks.diagnose(file, FREE).result
    assert found.barriers
    for barrier, cited in zip(found.barriers, found.precedents, strict=True):
        assert 1 <= len(cited) <= 2
        assert all(barrier.kind in match.act.barriers for match in cited)
        assert all(match.barriers == (barrier.kind,) for match in cited)


def test_a_diagnosis_never_cites_the_case_itself() -> None:
    found = tasks.diagnose("german-unification-1990", "history").result
    cited = {match.name for matches in found.precedents for match in matches}
    assert cited
    assert "german-unification-1990" not in cited
