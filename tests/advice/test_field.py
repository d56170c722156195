"""The field of a negotiation, by who is asked."""

from __future__ import annotations

import pytest

from leveltwo.advice.field import Field, field_of
from leveltwo.advice.precedents import field_in
from leveltwo.io.catalog import names, open_case
from leveltwo.io.library import precedents
from leveltwo.model.approval import Body


@pytest.mark.parametrize(
    ("bodies", "field"),
    [
        ("members board governments", Field.LABOUR),
        ("members leaders", Field.LABOUR),
        ("members parliament", Field.STATES),
        ("members referendum", Field.STATES),
        ("governments leaders", Field.STATES),
        ("shareholders board", Field.COMPANIES),
        ("board leaders", Field.COMPANIES),
        ("leaders public", None),
        ("", None),
    ],
)
def test_who_is_asked_tells_the_field(bodies: str, field: Field | None) -> None:
    assert field_of({Body(body) for body in bodies.split()}) is field


def test_the_fields_of_the_bundled_cases() -> None:
    found = {name: field_in(open_case(name)) for name in names()}
    assert {name for name, field in found.items() if field is not Field.STATES} == {
        "metropcs-tmobile-2013"
    }
    assert found["metropcs-tmobile-2013"] is Field.COMPANIES


def test_disputes_over_labour_are_known_as_such() -> None:
    found = {name for name, p in precedents().items() if field_of(p.bodies) is Field.LABOUR}
    assert found == {"boeing-machinists-2024", "uaw-detroit-2023"}
