"""Validation errors in the words of the case file: what was found, what was expected."""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from leveltwo.errors import Path, closest, nearest, tidy
from leveltwo.io.keys import is_gate, is_rule, keys_at
from leveltwo.model.base import show
from leveltwo.model.gate import Gate
from leveltwo.model.rule import RULE_KEYS

ID = "a small letter, then small letters, digits or underscores"
RULE = "a constituency’s id, or a mapping with all, any, at_least and of, need and votes, or unless"
_TYPES = {
    "dict_type": "a mapping, key: value",
    "model_type": "a mapping, key: value",
    "tuple_type": "a list",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "too_short": "at least one entry",
}
_ID_TYPES = {"string_type", "string_pattern_mismatch", "invalid_key"}
_BOUNDS = {"greater_than_equal": ("ge", "at least"), "less_than_equal": ("le", "at most")}


def explain(error: ErrorDetails) -> str:
    """One validation error as a sentence: what was found, what was expected, what to do."""
    kind, loc, found = error["type"], error["loc"], error["input"]
    if kind == "leveltwo":
        return error["msg"] + _slip(loc, found)
    if kind == "missing":
        return _missing(loc, found)
    if kind == "extra_forbidden":
        return _unknown_key(loc)
    return f"found {show(found)}; expected {_expected(error)}"


def _expected(error: ErrorDetails) -> str:
    kind, loc = error["type"], error["loc"]
    if kind in _ID_TYPES or loc[-1:] == ("[key]",):
        return f"an id: {ID}{_as_id(error['input'])}"
    if kind in _BOUNDS:
        key, words = _BOUNDS[kind]
        return f"{words} {error['ctx'][key]:,}"
    if kind == "model_type" and is_gate(loc):
        return RULE
    return _TYPES.get(kind, "another kind of value")


def meant(error: ErrorDetails) -> Path:
    """The path of the known key that is meant by an unknown one; empty if none is near."""
    loc = error["loc"]
    if error["type"] != "extra_forbidden":
        return ()
    near = closest(str(loc[-1]), keys_at(loc[:-1]))
    if is_gate(loc[:-1]) and near in RULE_KEYS:
        near = "rule"
    return () if near is None else (*loc[:-1], near)


def _missing(loc: Path, found: Any) -> str:
    name, parent = str(loc[-1]), loc[:-1]
    if is_gate(parent):
        return f"no rule; expected {RULE}"
    others = set(map(str, found)) - set(keys_at(parent)) if isinstance(found, dict) else ()
    slip = closest(name, sorted(others))
    return "missing; it is required" + (f"; is it meant by “{tidy(slip)}”?" if slip else "")


def _unknown_key(loc: Path) -> str:
    name, parent = str(loc[-1]), loc[:-1]
    known = keys_at(parent)
    if is_gate(parent) and name in RULE_KEYS:
        return f"“{name}” stands beside “rule”; put it inside the rule, or leave “rule” out"
    if is_rule(parent) and name in Gate.model_fields:
        return f"“{name}” belongs to the gate, not to its rule; put it beside “rule”"
    if is_rule(parent) and name in RULE_KEYS:
        return f"“{name}” does not belong to this rule; its keys: {', '.join(known)}"
    if parent[:1] == ("constraints",) and name in {"never", "if", "then"}:
        return f"“{name}” does not go with “{known[0]}”; write two constraints"
    hint = nearest(name, known) or (f"; known keys: {', '.join(known)}" if known else "")
    return f"unknown key “{tidy(name)}”{hint}"


def _slip(loc: Path, found: Any) -> str:
    """A hint where ``points`` is misspelt, so that it was read as an option."""
    match loc:
        case ("constituencies", _, "values", _, str(name)) if name != "points":
            return nearest(name, ["points"]) if isinstance(found, dict) else ""
    return ""


def _as_id(found: object) -> str:
    """A hint at the id that a text could be."""
    id_ = as_id(found)
    return f", such as {id_}" if id_ else ""


def as_id(found: object) -> str | None:
    """The id that a text could be; None if there is none."""
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in str(found).lower()).split()
    id_ = "_".join(words)
    good = isinstance(found, str) and id_[:1].isalpha() and len(id_) <= 40
    return id_ if good else None
