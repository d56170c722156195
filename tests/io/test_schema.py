"""The JSON Schema against files that are right and files that are not."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from leveltwo.io.catalog import names, open_case, text_of
from leveltwo.io.schema import json_schema
from leveltwo.io.yaml_file import dumps
from tests.generator.numbers import Doc
from tests.port_lease import PORT_LEASE
from tests.small import Edit, edited
from tests.strategies import build, documents

SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)
GOOD = [PORT_LEASE, edited(), *map(text_of, names())]
WRONG: list[Edit] = [
    ("format: leveltwo/1", "format: leveltwo/2"),
    ("title: Opening hours", "title: 5"),
    ("title: Opening hours", "titel: Opening hours"),
    ("title: Opening hours", "title: ' '"),
    ("viewpoint: shop", "viewpoint: The Shop"),
    ("  shop:", "  Shop:"),
    ("{signature: manager}", "{}"),
    ("{signature: manager}", "{signature: 5}"),
    ("{signature: manager}", "{signature: The Manager}"),
    ("{signature: manager}", "{signature: {name: Signature}}"),
    ("{signature: manager}", "{signature: {all: []}}"),
    ("{signature: manager}", "{signature: {all: [manager], any: [manager]}}"),
    ("{signature: manager}", "{signature: {at_least: 0, of: [manager]}}"),
    ("{signature: manager}", "{signature: {unless: manager}}"),
    ("{signature: manager}", "{signature: {rule: manager, date: soon}}"),
    ("need: majority", "need: most"),
    ("need: majority", "need: 0"),
    ("need: majority", "need: 2/0"),
    ("need: majority", "need: 0/3"),
    ("base: cast", "base: casts"),
    ("base: cast", "quorum: 2"),
    ("day: 12", "day: -12"),
    ("votes: {day: 12, night: 9}", "votes: {}"),
    ("options: {closed: Closed, open: Open}", "options: {closed: 1}"),
    ("options: {closed: Closed, open: Open}", "options: {}"),
    ("step: 5, ", ""),
    ("step: 5", "step: 5, options: {a: A}"),
    ("    side: shop\n", ""),
    ("weight: 3", "weight: heavy"),
    ("weight: 3", "weight: -1"),
    ("weight: 3", "weight: true"),
    ("weight: 3, ", ""),
    ("open: 100", "open: 101"),
    ("open: 100", "Open: 100"),
    ("points: {0: 100, 20: 0}", "points: {low: 100, 20: 0}"),
    ("points: {0: 100, 20: 0}", "points: {}"),
    ("[35, 45, 60]", "[35, 60]"),
    ("{for: 3}", "{fro: 3}"),
    ("{sunday: open, unless: [rota]}", "{unless: [rota]}"),
    ("{sunday: open, unless: [rota]}", "{sunday: open, unless: rota}"),
    ("{day: clear}", "{day: good}"),
    ("cost: 2", "chance: 2"),
    ("cost: 2", "device: magic"),
    ("cost: 2", "date: 2026-1-1"),
    ("cost: 2", "visible: maybe"),
    ("cost: 2", "needs: feast"),
    ("cost: 2", "says: {}"),
    ("cost: 2", "says: [x]"),
    ("cost: 2", "says: {day: ''}"),
    ("step: 5", "step: 5, says: {5: {}}"),
    ("    side: shop\n", "    side: shop\n    objections: x\n"),
    ("    side: shop\n", "    side: shop\n    objections: {sunday: {answered_by: [rota]}}\n"),
    (
        "    side: shop\n",
        "    side: shop\n    objections: {sunday: {text: x, answered_by: [{}]}}\n",
    ),
    ("    side: shop\n", "    side: shop\n    without: 5\n"),
    ("resources: {money: 1}", "resources: {money: -1}"),
    ("{never: {sunday: open, bonus: 0}}", "{never: {}}"),
    ("{never: {sunday: open, bonus: 0}}", "{if: {sunday: open}}"),
    ("{never: {sunday: open, bonus: 0}}", "{never: {sunday: true}}"),
    ("constraints:", "uncertainty: {draws: 0}\nconstraints:"),
    ("constraints:", "uncertainty: {mood: {shop: -1}}\nconstraints:"),
    ("constraints:", "history: {deal: {}}\nconstraints:"),
]


def as_json(value: Any) -> Any:
    """A YAML value as editors see it: keys and dates are text."""
    if isinstance(value, dict):
        return {str(key): as_json(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_json(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def accepts(text: str) -> bool:
    """Whether the schema accepts a file."""
    return bool(VALIDATOR.is_valid(as_json(yaml.safe_load(text))))


def test_the_schema_is_a_schema() -> None:
    """Of the draft that it names."""
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", GOOD, ids=lambda text: text.splitlines()[1])
def test_good_files_are_accepted(text: str) -> None:
    """The bundled cases, the example of the format and the one of these tests."""
    assert accepts(text)


@pytest.mark.parametrize("name", names())
def test_what_we_write_is_accepted(name: str) -> None:
    """In its full form."""
    assert accepts(dumps(open_case(name)))


@given(documents())
@settings(max_examples=50)
def test_random_documents_are_accepted(doc: Doc) -> None:
    """Every feature of the format."""
    assert VALIDATOR.is_valid(as_json(doc))


@pytest.mark.parametrize("edit", WRONG, ids=lambda edit: edit[1][:40])
def test_a_wrong_shape_is_refused(edit: Edit) -> None:
    """What an editor can mark as one types."""
    assert not accepts(edited(edit))


def test_nothing_of_the_model_shows_in_the_schema() -> None:
    """Defaults are as people write them, descriptions are one paragraph."""
    text = str(SCHEMA)
    assert "Parameters" not in text
    assert "'best'" not in text
    assert SCHEMA["$defs"]["Move"]["properties"]["chance"]["default"] == 1


def test_the_same_schema_is_made_every_time() -> None:
    """Making it changes nothing."""
    assert json_schema() == json_schema() == SCHEMA
    assert accepts(yaml.safe_dump(build(random.Random(1))))
