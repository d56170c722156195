"""Values that nobody could object to, put where something is missing or broken.

They keep the rest of a broken file in a shape that can be checked: without them, one bad
vote would cost its gate, the gate its side, and the side's other mistakes would stay unseen.
"""

from __future__ import annotations

from typing import Any

from pydantic_core import ErrorDetails

from leveltwo.model.negotiation import FORMAT

_COUNT = {"need": "majority", "votes": {"x": 1}}

REQUIRED: dict[str, Any] = {
    "format": FORMAT,
    "title": "?",
    "viewpoint": "x",
    "sides": {},
    "issues": {},
    "constituencies": {},
    "negotiator": "x",
    "gates": {"x": "x"},
    "rule": "x",
    **_COUNT,
    "unless": _COUNT,
    "all": ["x"],
    "any": ["x"],
    "of": ["x"],
    "at_least": 1,
    "side": "x",
    "no_deal": 50,
    "values": {"x": {"weight": 1}},
    "weight": 1,
    "by": "x",
    "never": {"x": "x"},
    "if": {"x": "x"},
    "then": {"x": "x"},
    "deal": {},
    "result": "?",
    "text": "?",
}
"""A value for every required key."""

_ENTRIES = {"effects": 0, "otherwise": 0, "votes": 1, "resources": 0, "mood": 0, "points": 50}


def entry_like(error: ErrorDetails) -> Any:
    """A value for an entry whose value alone is wrong, so that its key is still checked."""
    match error["loc"]:
        case ("constituencies", _, "values", _, str(option)) if option not in {"weight", "points"}:
            return 50 if error["type"] == "leveltwo" else None
        case ("constituencies", _, "objections", _, _, "answered_by"):
            return []
        case (*_, str(parent), str(_)) if parent in _ENTRIES and error["type"] == "leveltwo":
            return _ENTRIES[parent]
    return None
