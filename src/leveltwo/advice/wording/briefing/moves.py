"""Moves as a brief tells of them."""

from __future__ import annotations

from collections.abc import Mapping

from leveltwo.advice.wording.advice import moved, wins
from leveltwo.advice.wording.figures import chance_shift, listed, points
from leveltwo.advice.wording.names import lifted_by
from leveltwo.advice.wording.spillover import annoyance, elsewhere
from leveltwo.core.evaluation import Score
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Spill
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Reason

NONE = "The plan has no moves."
FIRST_WON = 2
"""People named to the principal whom a move wins over, or annoys."""


def won(case: Negotiation, reason: Reason, deal: Mapping[str, str]) -> str:
    """Whom a move wins over, in full."""
    return _capital(wins(case, reason, deal))


def first_won(case: Negotiation, reason: Reason, deal: Mapping[str, str]) -> str:
    """The same in short, with what the move costs us."""
    parts = [listed(moved(case, reason, FIRST_WON))]
    if lifted_by(case, reason.move, deal):
        parts.append("lifts a red line")
    said = "; ".join(part for part in parts if part) or "nobody by itself"
    return f"{_capital(said)}. Costs us {points(reason.cost, signed=False)}."


def heard(case: Negotiation, spill: Spill) -> str:
    """Whom a move annoys at home, and who else hears it."""
    parts = [annoyance(case, spill), elsewhere(case, spill)]
    return _capital("; ".join(part for part in parts if part))


def first_heard(case: Negotiation, spill: Spill) -> str:
    """Whom it annoys at home, in short."""
    return _capital(annoyance(case, spill, FIRST_WON))


def missed(reason: Reason, score: Score, sample: Sample) -> str:
    """What becomes of chance and worth without a move."""
    fall = chance_shift(score.chance, reason.chance_without, sample)
    return f"{fall}; worth {points(reason.value_without - score.value)}"


def more_moves(number: int) -> str | None:
    """That there are more moves than those told of."""
    if number <= 0:
        return None
    return f"{'One more move is' if number == 1 else f'{number} more moves are'} in the annex."


def more_terms(number: int) -> str | None:
    """That there are more terms than those told of."""
    if number <= 0:
        return None
    return f"{'One more term is' if number == 1 else f'{number} more terms are'} in the annex."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
