"""Moves as a brief tells of them."""

from __future__ import annotations

from collections.abc import Mapping

from leveltwo.advice.wording.advice import wins
from leveltwo.advice.wording.briefing.dates import day
from leveltwo.advice.wording.figures import chance_shift, points
from leveltwo.core.evaluation import Score
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Reason

NONE = "The plan has no moves."


def move_lead(case: Negotiation, reason: Reason) -> str:
    """The move, and from when it counts."""
    date = case.moves[reason.move].date
    name = case.name("moves", reason.move)
    return f"{name}." if date is None else f"{name} ({day(date)})."


def move_said(
    case: Negotiation, reason: Reason, deal: Mapping[str, str], score: Score, sample: Sample
) -> str:
    """Whom a move wins over, and what is lost without it."""
    won = f"Wins over {wins(case, reason, deal)}."
    cost = f"Costs us {points(reason.cost, signed=False)} points."
    return f"{won} {cost} Without it, the chance: {missed(reason, score, sample)}."


def missed(reason: Reason, score: Score, sample: Sample) -> str:
    """What becomes of chance and worth without a move."""
    fall = chance_shift(score.chance, reason.chance_without, sample)
    return f"{fall}; worth {points(reason.value_without - score.value)}"


def more_moves(number: int) -> str | None:
    """That there are more moves than those told of."""
    if number <= 0:
        return None
    return f"{'One more move is' if number == 1 else f'{number} more moves are'} in the annex."
