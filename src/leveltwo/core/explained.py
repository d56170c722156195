"""Explained: how many of the points that somebody lacks each cause accounts for."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.conversion import Conversion
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan

HEARD = 0.5
"""Points below which a move does not touch somebody."""
ALIKE = 5.0
"""Points: a deal that falls short of no deal by no more is about as good."""
NEAR = 10.0
"""Points: a deal that falls short of no deal by no more may be made up for by how it is seen."""


@dataclass(frozen=True)
class Explained:
    """What accounts for the points that a constituency lacks at one gate; all in points.

    Causes may overlap: together they may account for more than is lacking.

    Parameters
    ----------
    late : dict
        Moves that would win it over and come after its gate, with what they would add: those of
        the plan; or else ours, where all that could still be done in time would not be
        enough and these would make it so.
    trust : float
        Lost because moves of the plan may not work.
    word_only : dict
        Moves of the plan that help it here and are only said, with what they add.
    words : float
        What different votes of those it follows would add.
    left_out : float or None
        What the deal withholds from somebody for whom nothing is done and that its side's own
        negotiator gains nothing by asking for, where that is most of what is withheld; else 0
        if no move in the case would help it, or if it is asked only when the deal is carried out;
        None if it is not left out.
    unspoken : bool
        Whether it is left out in the first way.
    seen : float
        Lost to discounts and to moves that hurt; and, where terms matter little to it or the deal
        is about as good as none, all that nothing else accounts for.
    unmet : float
        By which the deal is worth less than no deal on its terms, where that is much or
        another option would make up for it.
    """

    late: dict[str, float]
    trust: float
    word_only: dict[str, float]
    words: float
    left_out: float | None
    unspoken: bool
    seen: float
    unmet: float

    @property
    def timing(self) -> float:
        """What the late moves would add."""
        return sum(self.late.values())


def explained(case: Negotiation, c: Conversion, plan: Plan) -> Explained:
    """Account for the points that a constituency lacks at a gate under a plan."""
    h = c.hindrance
    late = _late(case, c, plan)
    trust, words = sum(h.unsure.values()), sum(h.words.values())
    muffled = sum(h.discounted.values()) + sum(h.harmed.values())
    below = max(0.0, -h.stakes.worth)
    made_up = h.swap is not None and h.swap.points >= below
    unmet = below if below > NEAR or made_up else 0.0
    left_out = _left_out(case, c, plan)
    alike = below <= (ALIKE if made_up else NEAR)
    little = h.stakes.spread < h.lacking
    rest = h.lacking - sum(late.values()) - trust - words - muffled - (0.0 if little else unmet)
    return Explained(
        late=late,
        trust=trust,
        word_only=_word_only(case, c, plan),
        words=words,
        left_out=left_out,
        unspoken=left_out is not None and _unspoken(c),
        seen=muffled + (max(0.0, rest) if little or alike else 0.0),
        unmet=unmet,
    )


def _late(case: Negotiation, c: Conversion, plan: Plan) -> dict[str, float]:
    """Late moves of the plan; or ours, if they and only they would bring enough."""
    late = {move: points for move, points in c.late.items() if points >= HEARD}
    made = {move: points for move, points in late.items() if move in plan.moves}
    if made:
        return made
    ours = [move for move in case.our_moves if move not in plan.moves]
    in_time = sum(max(0.0, c.effects.get(move, 0.0)) for move in ours)
    waiting = {move: late[move] for move in ours if move in late}
    met = c.hindrance.met_by
    return waiting if met(in_time + sum(waiting.values())) and not met(in_time) else {}


def _word_only(case: Negotiation, c: Conversion, plan: Plan) -> dict[str, float]:
    """What moves of the plan add that bind nobody in writing."""
    said = [move for move in plan.moves if case.moves[move].word_only]
    points = {move: c.effects.get(move, 0.0) for move in said}
    return {move: added for move, added in points.items() if added >= HEARD}


def _left_out(case: Negotiation, c: Conversion, plan: Plan) -> float | None:
    """What is withheld from somebody left out; None if it is not."""
    helped = any(c.effects.get(move, 0.0) >= HEARD for move in plan.moves)
    if helped or c.who in case.negotiators.values():
        return None
    if _unspoken(c):
        return sum(c.hindrance.stakes.unspoken.values())
    reached = any(points >= HEARD for points in [*c.effects.values(), *c.late.values()])
    return None if reached and not asked_late(case, c) else 0.0


def _unspoken(c: Conversion) -> bool:
    """Whether most of what is withheld is nothing that its own negotiator would ask for."""
    stakes = c.hindrance.stakes
    return sum(stakes.unspoken.values()) > stakes.withheld / 2


def asked_late(case: Negotiation, c: Conversion) -> bool:
    """Whether somebody is asked only when the deal is carried out."""
    gates = [gate for side in case.sides.values() for gate in side.gates.values()]
    return all(gate.implementation for gate in gates if c.who in gate.members)
