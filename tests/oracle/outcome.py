"""What becomes of one plan in one draw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tests.oracle import margins
from tests.oracle.margins import Deal, Scene
from tests.oracle.rules import Gate, Vote, gates, passes, standing
from tests.oracle.settle import Doc


@dataclass(frozen=True)
class Stage:
    """Margins, own votes, votes of equal parts and crossed red lines at one date."""

    margins: dict[str, float]
    votes: dict[str, Vote]
    parts: dict[str, list[Vote]]
    crossed: dict[str, bool]

    def passes(self, gate: Gate) -> bool:
        """Whether a gate of this date passes."""
        return passes(gate.rule, self.votes, self.parts)

    def turned(self, gate: Gate, who: str, vote: Vote) -> bool:
        """Whether the gate passes with all votes of one constituency turned to ``vote``."""
        return passes(gate.rule, self.votes | {who: vote}, self.parts | {who: [vote]})


def stages(
    doc: Doc,
    deal: Deal,
    moves: Sequence[str] = (),
    mood: Mapping[str, float] | None = None,
    works: Mapping[str, bool] | None = None,
) -> dict[str | None, Stage]:
    """The stage at each date of a gate, and at no date."""
    dates = {gate.date for gate in gates(doc).values()} | {None}
    found = {}
    for date in dates:
        scene = Scene(doc, deal, moves, date, mood or {}, works or {})
        everybody = doc["constituencies"]
        found[date] = Stage(
            {who: margins.margin(scene, who) for who in everybody},
            {who: margins.vote(scene, who) for who in everybody},
            {who: margins.members(scene, who) for who in everybody},
            {who: margins.crossed(scene, who) for who in everybody},
        )
    return found


def evaluate(
    doc: Doc,
    deal: Deal,
    moves: Sequence[str] = (),
    mood: Mapping[str, float] | None = None,
    works: Mapping[str, bool] | None = None,
) -> dict[str, Any]:
    """What becomes of one plan in one draw.

    Parameters
    ----------
    doc : Doc
        A settled document.
    deal : Deal
        An option for every issue.
    moves : sequence of str
        Moves in the plan. Whether deal and moves form a plan is not checked.
    mood, works : mapping, optional
        Points by side; whether each move works. Zero, and true, unless told.

    Returns
    -------
    dict
        ``gates`` (side, gate: passes); ``sides`` and ``joint`` (without implementation
        gates); ``durable`` (joint, and every implementation gate); ``margins`` and ``votes``
        (side, gate, constituency); ``constituencies`` (``margin``, ``vote``, ``crossed`` and
        ``pivotal``); ``gains`` (side: value less no deal less cost), in points.
    """
    at = stages(doc, deal, moves, mood, works)
    every = gates(doc)
    passed = {place: at[gate.date].passes(gate) for place, gate in every.items()}
    sides = {
        side: all(passed[place] for place, gate in every.items() if _votes_for(side, place, gate))
        for side in doc["sides"]
    }
    deciding = pivotal(doc, at)
    return {
        "gates": _nested(passed),
        "sides": sides,
        "joint": all(sides.values()),
        "durable": all(passed.values()),
        "margins": _nested({place: at[gate.date].margins for place, gate in every.items()}),
        "votes": _nested({place: at[gate.date].votes for place, gate in every.items()}),
        "constituencies": {
            who: _reported(at[first_date(doc, who)], who) | {"pivotal": who in deciding}
            for who in doc["constituencies"]
        },
        "gains": {side: gain(doc, side, deal, moves) for side in doc["sides"]},
    }


def _votes_for(side: str, place: tuple[str, str], gate: Gate) -> bool:
    return place[0] == side and not gate.implementation


def _nested(by_place: Mapping[tuple[str, str], Any]) -> dict[str, dict[str, Any]]:
    nested: dict[str, dict[str, Any]] = {}
    for (side, name), entry in by_place.items():
        nested.setdefault(side, {})[name] = entry
    return nested


def _reported(stage: Stage, who: str) -> dict[str, Any]:
    return {
        "margin": stage.margins[who],
        "vote": stage.votes[who],
        "crossed": stage.crossed[who],
    }


def first_date(doc: Doc, who: str) -> str | None:
    """Date of the earliest gate a constituency stands in; None if it has none, or no gate.

    Approval gates come before implementation gates and dated before undated ones.
    """
    dates = [
        (gate.implementation, gate.date is None, gate.date)
        for gate in gates(doc).values()
        if who in standing(gate.rule)
    ]
    return min(dates, key=lambda entry: (*entry[:2], entry[2] or ""))[2] if dates else None


def pivotal(doc: Doc, at: Mapping[str | None, Stage]) -> set[str]:
    """Constituencies whose votes, all for or all against, decide some gate they stand in."""
    return {
        who
        for gate in gates(doc).values()
        for who in standing(gate.rule)
        if at[gate.date].turned(gate, who, "for") and not at[gate.date].turned(gate, who, "against")
    }


def succeeds(
    doc: Doc,
    deal: Deal,
    moves: Sequence[str] = (),
    mood: Mapping[str, float] | None = None,
    works: Mapping[str, bool] | None = None,
) -> dict[str, bool]:
    """Whether each side's gates that are not for implementation all pass."""
    at = stages(doc, deal, moves, mood, works)
    return {
        side: all(
            at[gate.date].passes(gate)
            for place, gate in gates(doc).items()
            if _votes_for(side, place, gate)
        )
        for side in doc["sides"]
    }


def gain(doc: Doc, side: str, deal: Deal, moves: Sequence[str]) -> float:
    """Negotiator's value less no deal less the cost of that side's moves, in points."""
    return surplus(doc, side, deal) - cost(doc, side, moves)


def surplus(doc: Doc, side: str, deal: Deal) -> float:
    """Negotiator's value less no deal, in points."""
    who = doc["sides"][side]["negotiator"]
    return margins.value(doc, who, deal) - margins.no_deal(doc, who)


def cost(doc: Doc, side: str, moves: Sequence[str]) -> float:
    """Cost of those moves that are the side's, in points."""
    own = [doc["moves"][name] for name in moves if doc["moves"][name]["by"] == side]
    return float(sum(move.get("cost", 0) for move in own))
