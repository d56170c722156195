"""The JSON Schema of case files, for editors that check as one types.

It says what the shape of a file must be. Names that must exist, points that must cover a
range and the like are beyond it: ``leveltwo check`` tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leveltwo.model.base import ID_PATTERN
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import KINDS
from leveltwo.model.sense import LEAST

Schema = dict[str, Any]
_NUMBER = r"^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$"

_ONE_ISSUE = {
    "if": {"required": ["unless"]},
    "then": {"minProperties": 2, "maxProperties": 2},
    "else": {"minProperties": 1, "maxProperties": 1},
}


def json_schema() -> Schema:
    """The schema of ``leveltwo/1``, made from the model that validates."""
    schema = Negotiation.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for part in _parts(schema):
        _tidy(part)
    for kind, (least, _) in LEAST.items():
        schema["properties"][kind]["minProperties"] = least
    definitions = schema["$defs"]
    definitions["Gate"] = _gate(definitions)
    id_keys = {"propertyNames": {"pattern": ID_PATTERN}}
    definitions["Rating"] |= id_keys
    definitions["RedLine"] |= id_keys | _ONE_ISSUE
    objections = definitions["Constituency"]["properties"]["objections"]
    objections["patternProperties"] = {ID_PATTERN: _objections(definitions["Objection"])}
    points = definitions["Rating"]["properties"]["points"]["anyOf"][0]
    points["propertyNames"] = {"pattern": _NUMBER}
    return schema


def _parts(schema: Any) -> Iterator[Schema]:
    """Every mapping in a schema, itself first."""
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema
    for part in inner if isinstance(schema, dict | list) else ():
        yield from _parts(part)


def _tidy(part: Schema) -> None:
    """Leave out what only programmers need, and refuse keys that are no ids."""
    if "patternProperties" in part:
        part.setdefault("additionalProperties", False)
    if isinstance(part.get("default"), dict) and "best" in part["default"]:
        part["default"] = part["default"]["best"]
    if isinstance(part.get("description"), str):
        part["description"] = part["description"].split("\n\n")[0]


def _gate(definitions: Schema) -> Schema:
    """A gate in each of its forms: an id, a rule beside the gate's keys, or under ``rule``."""
    full = definitions["Gate"]
    beside = {key: part for key, part in full["properties"].items() if key != "rule"}
    short = (_merged(definitions[kind.__name__], beside) for kind in KINDS.values())
    return {"anyOf": [{"type": "string", "pattern": ID_PATTERN}, full, *short]}


def _objections(full: Schema) -> Schema:
    """What is held against an issue: a text, a text with its answers, or either by option."""
    one = [full["properties"]["text"], {"$ref": "#/$defs/Objection"}]
    by_option = {"type": "object", "additionalProperties": {"anyOf": one}, "minProperties": 1}
    return {"anyOf": [*one, by_option]}


def _merged(rule: Schema, beside: Schema) -> Schema:
    return {**rule, "properties": {**rule["properties"], **beside}}
