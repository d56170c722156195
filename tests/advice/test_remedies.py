"""Which of our moves are at hand against a barrier, and which devices fit it."""

from __future__ import annotations

import pytest

from leveltwo.advice import wording
from leveltwo.advice.remedies import DEVICES
from leveltwo.io.library import devices
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.move import Device
from tests.advice.conftest import Diagnose, only
from tests.advice.test_barriers import FAR, HOUSE, SHORT, bloc, of_bloc
from tests.made import made


def test_every_kind_has_devices_and_every_device_answers_some_kind() -> None:
    assert set(DEVICES) == set(Kind)
    assert {device for fitting in DEVICES.values() for device in fitting} == set(Device)


def test_helps_come_strongest_first_and_late_ones_last(diagnose: Diagnose) -> None:
    moves = {
        "weak": {"effects": {"bloc": 1}},
        "strong": {"effects": {"bloc": 3}},
        "late": {"effects": {"bloc": 5}, "date": "2026-07-01"},
        "trifle": {"effects": {"bloc": 0.4}},
        "harm": {"effects": {"bloc": -4}},
        "asked": {"effects": {"bloc": 2}, "device": "direct_dealing"},
        "granted": {"effects": {"bloc": 1.5}, "device": "joint_action", "consent": "granted"},
    }
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**FAR), moves)).result.barriers)
    assert [(h.move, h.late, h.consent) for h in barrier.helps] == [
        ("strong", False, False),
        ("asked", False, True),
        ("granted", False, False),
        ("weak", False, False),
        ("late", True, False),
    ]


def test_a_move_that_deceives_somebody_who_decides_never_would_do(diagnose: Diagnose) -> None:
    moves = {"lie": {"effects": {"envoy": 9}, "deceives": ["envoy"]},
             "show": {"effects": {"envoy": 8}, "deceives": ["crowd"]}}  # fmt: skip
    document = made(people={"envoy": SHORT, "crowd": {}}, moves=moves)
    found = diagnose(document)
    barrier = next(b for b in found.result.barriers if b.conversion.who == "envoy")
    told = [(h.move, h.turns, h.deceives) for h in barrier.helps]
    assert told == [("lie", False, True), ("show", True, False)]
    lines = wording.barrier_lines(found.case, barrier, found.result.plan)
    assert (
        "  moves of ours that touch them: Our lie (+9.0, never advised, as it deceives somebody "
        "who decides); Our show (+8.0, would do alone)" in lines
    )


def test_a_move_already_made_is_no_help(diagnose: Diagnose) -> None:
    document = made(people={"envoy": SHORT}, moves={"gift": {"effects": {"envoy": 3}}})
    barrier = only(diagnose(document, ["gift"]))
    assert (barrier.helps, barrier.shortfall) == ((), 3)


def test_a_move_that_brings_all_that_is_lacking_would_do_alone(diagnose: Diagnose) -> None:
    moves = {
        "enough": {"effects": {"bloc": 6}, "device": "framing"},
        "little": {"effects": {"bloc": 5}, "device": "terms"},
        "asked": {"effects": {"bloc": 9}, "device": "direct_dealing"},
        "late": {"effects": {"bloc": 9}, "date": "2026-07-01"},
    }
    barrier = of_bloc(diagnose(made(HOUSE, bloc(**SHORT), moves)).result.barriers)
    assert {h.move: h.turns for h in barrier.helps} == {
        "enough": True, "little": False, "asked": False, "late": False,
    }  # fmt: skip
    assert barrier.answered
    assert barrier.kind is Kind.PERCEPTION
    assert {h.move: h.fits for h in barrier.helps} == {
        "enough": True, "little": False, "asked": False, "late": False,
    }  # fmt: skip


@pytest.mark.parametrize(("no_deal", "turns"), [(50, True), (66, False)])
def test_a_move_that_lifts_the_red_line_does_if_nothing_else_is_lacking(
    diagnose: Diagnose, no_deal: float, turns: bool
) -> None:
    people = bloc(no_deal=no_deal, red_lines=[{"price": "high", "unless": ["gift"]}])
    moves = {"gift": {"effects": {"rest": 1}}, "other": {"effects": {"bloc": 9}}}
    barrier = of_bloc(diagnose(made(HOUSE, people, moves)).result.barriers)
    assert [(h.move, h.lifts, h.turns) for h in barrier.helps] == [
        ("gift", True, turns), ("other", False, False),
    ]  # fmt: skip


def test_the_library_says_of_devices_what_barriers_say_of_them() -> None:
    """`leveltwo devices` and a diagnosis name the same pairs."""
    for device, note in devices().items():
        assert set(note.fits) == {kind for kind, fit in DEVICES.items() if device in fit}


@pytest.mark.parametrize(
    ("binding", "fits"), [(None, False), ("oral", False), ("written", True), ("law", True)]
)
def test_what_is_in_writing_fits_where_delivery_is_in_doubt(
    diagnose: Diagnose, binding: str | None, fits: bool
) -> None:
    letter = {"effects": {"envoy": 1}, **({"binding": binding} if binding else {})}
    moves = {"gift": {"effects": {"envoy": 8}, "chance": 0.5}, "letter": letter}
    document = made(people={"envoy": SHORT}, moves=moves)
    barrier = only(diagnose(document, ["gift"], certain=False))
    assert barrier.kind is Kind.TRUST
    assert [(h.move, h.fits, h.binding) for h in barrier.helps] == [("letter", fits, binding)]
    barrier = only(diagnose(document))
    assert (barrier.kind, [h.fits for h in barrier.helps]) == (Kind.PERCEPTION, [False, False])
