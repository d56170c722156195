"""Places in a case, as people write them."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from leveltwo.errors import InputError
from leveltwo.io.yaml_tree import parse
from leveltwo.scale.sweeps.document import case_of
from leveltwo.scale.sweeps.places import find, put
from tests.port_lease import PORT_LEASE

DOCUMENT: dict[str, Any] = parse(PORT_LEASE)[0].plain()


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("constituencies.mayor.no_deal", ("constituencies", "mayor", "no_deal")),
        ("sides.city.gates.council.need", ("sides", "city", "gates", "council", "need")),
        ("sides.city.gates.council.rule.need", ("sides", "city", "gates", "council", "need")),
        ("sides.city.gates.signature.date", ("sides", "city", "gates", "signature", "date")),
        ("sides.operator.gates.board.all[1].need",
         ("sides", "operator", "gates", "board", "all", 1, "need")),
        ("sides.operator.gates.board.all.1.votes.fund",
         ("sides", "operator", "gates", "board", "all", 1, "votes", "fund")),
        ("sides.operator.gates.carrying_out.any[0]",
         ("sides", "operator", "gates", "carrying_out", "rule", "any", 0)),
        ("constituencies.left.values.term.points.10.0",
         ("constituencies", "left", "values", "term", "points", "10")),
        ("constituencies.right.band", ("constituencies", "right", "band")),
        ("moves.charter.effects.left", ("moves", "charter", "effects", "left")),
        ("constituencies.right.follows.left.for",
         ("constituencies", "right", "follows", "left", "for")),
        ("constraints[0].never.term", ("constraints", 0, "never", "term")),
        ("gates…council…need", ("sides", "city", "gates", "council", "need")),
        ("gates.council…need", ("sides", "city", "gates", "council", "need")),
        ("…union.no_deal", ("constituencies", "union", "no_deal")),
        ("...union.spread", ("constituencies", "union", "spread")),
        ("sides…all[1].need", ("sides", "operator", "gates", "board", "all", 1, "need")),
    ],
)  # fmt: skip
def test_a_place_is_found_however_it_is_written(written: str, path: tuple[str | int, ...]) -> None:
    """Abbreviated, in either form of a gate, with keys that the file leaves out."""
    assert find(DOCUMENT, written) == path


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("constituencys.mayor.no_deal",
         "the case has no “constituencys”; did you mean “constituencies”"),
        ("constituencies.mayer.no_deal",
         "“constituencies” has no “mayer”; did you mean “mayor”"),
        ("moves.chart", "“moves” has no “chart”; did you mean “charter”"),
        ("sides.operator.gates.board.all[7].need", "“sides.operator.gates.board.all” has no “7”"),
        ("title.of.it", "“title” has no “of”"),
        ("…no_deal", r"several places fit “…no_deal”: .* and 4 more; write more of it"),
        ("…need", r"several places fit “…need”: sides\.city\.gates\.council\.need, .*need"),
        ("…zebra…stripe", "no place in the case fits “…zebra…stripe”"),
        ("", "“” is no place in a case; write such as"),
        ("a[x]", r"“a\[x\]” is no place in a case"),
    ],
)  # fmt: skip
def test_what_is_no_place_is_refused_with_the_nearest(written: str, message: str) -> None:
    """Or with the places that it could be."""
    with pytest.raises(InputError, match=message):
        find(DOCUMENT, written)


def test_a_value_is_put_in_place_and_the_rest_stays() -> None:
    """The document put into is not changed, nor are its parts."""
    before = repr(DOCUMENT)
    found = put(DOCUMENT, find(DOCUMENT, "sides.operator.gates.board.all[1].need"), "majority")
    assert found["sides"]["operator"]["gates"]["board"]["all"][1]["need"] == "majority"
    assert found["constituencies"] is DOCUMENT["constituencies"]
    assert repr(DOCUMENT) == before


def test_a_gate_written_as_an_id_can_get_a_date() -> None:
    """It is opened."""
    found = put(DOCUMENT, find(DOCUMENT, "sides.city.gates.signature.date"), dt.date(2026, 6, 1))
    case, errors = case_of(found)
    assert errors == []
    assert case is not None
    assert str(case.sides["city"].gates["signature"].date) == "2026-06-01"


def test_mappings_that_the_file_leaves_out_are_added() -> None:
    """Such as whom somebody follows."""
    found = put(DOCUMENT, find(DOCUMENT, "constituencies.right.follows.left.for"), 4)
    case, _ = case_of(found)
    assert case is not None
    assert case.constituencies["right"].follows["left"].for_.best == 4


def test_null_takes_out_what_stands_in_a_place() -> None:
    """And nothing where nothing stands."""
    found = put(DOCUMENT, find(DOCUMENT, "sides.city.gates.council.date"), None)
    assert "date" not in found["sides"]["city"]["gates"]["council"]
    assert put(DOCUMENT, find(DOCUMENT, "constituencies.mayor.band"), None) == DOCUMENT
    assert len(put(DOCUMENT, ("constraints", 0), None)["constraints"]) == 1


def test_a_key_that_does_not_belong_is_told_by_the_case_itself() -> None:
    """With the nearest known key."""
    found = put(DOCUMENT, find(DOCUMENT, "sides.city.gates.council.quorom"), 0.5)
    case, errors = case_of(found)
    assert case is None
    assert "did you mean “quorum”" in errors[0].message
