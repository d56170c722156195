"""Small case documents, as plain dictionaries in the case format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Doc = dict[str, Any]


def document(
    sides: Mapping[str, Doc], issues: Doc, people: Mapping[str, Doc], moves: Doc | None = None
) -> Doc:
    """A case without mood; the first side is the one advised."""
    return {
        "format": "leveltwo/1",
        "title": "A published result",
        "viewpoint": next(iter(sides)),
        "sides": dict(sides),
        "issues": issues,
        "constituencies": dict(people),
        "moves": moves or {},
        "uncertainty": {"mood": 0},
    }


def side(negotiator: str, gate: Any = None) -> Doc:
    """A side with one gate, its negotiator's own unless told otherwise."""
    return {"negotiator": negotiator, "gates": {"gate": gate or negotiator}}


def person(of: str, no_deal: Any, values: Doc, **traits: Any) -> Doc:
    """A constituency; an issue's rating without a weight weighs 1."""
    weighed = {issue: {"weight": 1, **rating} for issue, rating in values.items()}
    return {"side": of, "no_deal": no_deal, "values": weighed, **traits}


def number(start: float, stop: float, step: float) -> Doc:
    """A numeric issue."""
    return {"from": start, "to": stop, "step": step}


def named(options: Sequence[str]) -> Doc:
    """A named issue."""
    return {"options": {option: option.title() for option in options}}


def only(rating: float) -> Doc:
    """The values of somebody in a case whose one issue, `text`, has one option, `agreed`."""
    return {"text": {"agreed": rating}}


TEXT: Doc = {"text": named(["agreed"])}
AGREED = {"text": "agreed"}
