"""The keys that a case file may hold at each place."""

from __future__ import annotations

from pydantic import BaseModel

from leveltwo.errors import Path
from leveltwo.model.constituency import Constituency, Cue, Rating, RedLine
from leveltwo.model.constraint import IfThen, Never
from leveltwo.model.event import Event
from leveltwo.model.gate import Gate
from leveltwo.model.history import History
from leveltwo.model.issue import Issue
from leveltwo.model.move import Move
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.objection import Objection
from leveltwo.model.rule import KINDS, RULE_KEYS, Vote
from leveltwo.model.side import Side
from leveltwo.model.uncertainty import Uncertainty

_NOUNS: dict[str, type[BaseModel]] = {
    "sides": Side,
    "issues": Issue,
    "constituencies": Constituency,
    "moves": Move,
    "events": Event,
}
_SETTINGS: dict[str, type[BaseModel]] = {"uncertainty": Uncertainty, "history": History}
_PARTS: dict[str, type[BaseModel]] = {
    "values": Rating,
    "follows": Cue,
    "red_lines": RedLine,
    "objections": Objection,
}
_TAGS: dict[str, type[BaseModel]] = {
    "<never>": Never,
    "<if>": IfThen,
    **{f"<{key}>": kind for key, kind in KINDS.items()},
}


def keys_at(path: Path) -> list[str]:
    """The keys that may stand where a validation error's path leads.

    Such a path holds, beside the steps of the document, the step ``rule`` of gates written
    without it, and tags in pointed brackets for the form that a value was read as.
    """
    if is_gate(path):
        return [*Gate.model_fields, *RULE_KEYS]
    if is_rule(path) and len(path) == 6:
        beside = (key for key in Gate.model_fields if key != "rule")
        return [*_keys(_model_at(path)), *beside]
    return _keys(_model_at(path))


def _model_at(path: Path) -> type[BaseModel] | None:
    if not path:
        return Negotiation
    if is_rule(path) or path[0] == "constraints":
        return Vote if path[-2:] == ("<unless>", "unless") else _TAGS.get(str(path[-1]))
    if len(path) == 1:
        return _SETTINGS.get(str(path[0]))
    return _NOUNS.get(str(path[0])) if len(path) == 2 else _PARTS.get(str(path[2]))


def _keys(model: type[BaseModel] | None) -> list[str]:
    fields = model.model_fields if model is not None else {}
    return [field.alias or name for name, field in fields.items()]


def is_gate(path: Path) -> bool:
    """Whether the path of a validation error leads to a gate."""
    return len(path) == 4 and (path[0], path[2]) == ("sides", "gates")


def is_rule(path: Path) -> bool:
    """Whether the path of a validation error leads into a gate's rule."""
    return is_gate(path[:4]) and path[4:5] == ("rule",)
