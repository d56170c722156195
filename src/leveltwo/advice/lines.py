"""Lines that somebody could say for a plan, each with whom it helps and whom it hurts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from leveltwo.core.appeal import Appeal, Appeals
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.said import said_for

TOUCHES = 0.5
"""Points below which a term or a move does not touch somebody."""
PUBLIC = 3.0
"""Points that somebody else must lose by a line before it had better not be said in public."""


class Part(StrEnum):
    """What of a plan a line is about."""

    TERM = "term"
    KEPT_OFF = "kept off"
    MOVE = "move"


@dataclass(frozen=True)
class Line:
    """One thing that can truthfully be said to an audience.

    Parameters
    ----------
    part : Part
        A term; an option that was kept off; a move.
    key : str
        The issue, or the move.
    option : str or None
        The option chosen, or kept off; None for a move.
    points : float
        Mean points that it is worth to the audience: a term against no deal, an option kept off
        against the one chosen, a move in itself.
    words : str or None
        The file's own words for it.
    works : float or None
        Chance that it works as described; None where that is not in doubt.
    own : bool
        Whether it is a move of the speaker's own side.
    word_only : bool
        Whether it is a move whose promise was only said.
    hurts : tuple of (str, float)
        Others who have still to be won and are clearly worse off by it, with points, the worst
        off first.
    """

    part: Part
    key: str
    option: str | None
    points: float
    words: str | None
    works: float | None
    own: bool
    word_only: bool
    hurts: tuple[tuple[str, float], ...]


Felt = Callable[[Appeal], float]


class Lines:
    """Makes the lines of a plan for one audience.

    Parameters
    ----------
    case : Negotiation
        The case.
    found : Appeals
        What the plan does for everybody.
    appeal : Appeal
        The audience, where it decides.
    """

    def __init__(self, case: Negotiation, found: Appeals, appeal: Appeal) -> None:
        self.case = case
        self.found = found
        self.appeal = appeal
        self.side = case.constituencies[appeal.who].side

    def term(self, issue: str) -> Line:
        """The option chosen for an issue."""
        option = self.found.plan.deal[issue]
        return Line(
            part=Part.TERM,
            key=issue,
            option=option,
            points=self.appeal.terms.get(issue, 0.0),
            words=said_for(self.case.issues[issue].says.get(option), self.appeal.who),
            works=None,
            own=False,
            word_only=False,
            hurts=self.hurt(lambda other: other.lost(issue)),
        )

    def kept_off(self, issue: str) -> Line | None:
        """The option that would have been worst for the audience; None if none is worse."""
        instead = self.appeal.instead.get(issue, {})
        option = min(instead, key=lambda one: (instead[one], one), default=None)
        if option is None or instead[option] > -TOUCHES:
            return None
        return Line(
            part=Part.KEPT_OFF,
            key=issue,
            option=option,
            points=-instead[option],
            words=None,
            works=None,
            own=False,
            word_only=False,
            hurts=self.hurt(lambda other: -other.instead.get(issue, {}).get(option, 0.0)),
        )

    def move(self, move: str) -> Line:
        """A move that counts where the audience decides."""
        return Line(
            part=Part.MOVE,
            key=move,
            option=None,
            points=self.appeal.moves[move],
            words=said_for(self.case.moves[move].says, self.appeal.who),
            works=self.found.works[move] if self.case.moves[move].chance.low < 1 else None,
            own=self.case.moves[move].by == self.side,
            word_only=self.case.moves[move].word_only,
            hurts=self.hurt(lambda other: self.heard(other, move)),
        )

    def heard(self, other: Appeal, move: str) -> float:
        """What a move adds to somebody's margin by being heard of; its cost alone is not heard."""
        about = self.case.moves[move]
        return other.moves[move] if other.who in {*about.effects, *about.otherwise} else 0.0

    def deceives(self, move: str) -> bool:
        """Whether a move has the audience, or anybody who decides, take for true what is not."""
        deceived = self.case.moves[move].deceives
        return self.appeal.who in deceived or bool(self.case.deceived_voters(move))

    def hurt(self, felt: Felt) -> tuple[tuple[str, float], ...]:
        """Others who are clearly worse off by something where they decide, with points.

        Our own negotiator is not counted, who agrees to the deal and makes our moves; nor is
        anybody who has decided by the day on which the audience does.
        """
        worst: dict[str, float] = {}
        for other in self.found.each:
            if other.who not in (self.appeal.who, self._ours()) and not self._over(other):
                worst[other.who] = min(worst.get(other.who, 0.0), felt(other))
        return ranked((who, points) for who, points in worst.items() if points <= -PUBLIC)

    def _ours(self) -> str:
        """Our own negotiator."""
        return self.case.sides[self.case.viewpoint].negotiator

    def _over(self, other: Appeal) -> bool:
        """Whether a gate is decided before that of the audience."""
        theirs, here = self._date(other), self._date(self.appeal)
        return theirs is not None and here is not None and theirs < here

    def _date(self, appeal: Appeal) -> date | None:
        if appeal.side is None or appeal.gate is None:
            return None
        return self.case.sides[appeal.side].gates[appeal.gate].date


def ranked(points: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Names with points, the lowest first."""
    return tuple(sorted(points, key=lambda pair: (pair[1], pair[0])))


def strongest(lines: Iterable[Line]) -> tuple[Line, ...]:
    """Lines, those first that are worth most to the audience."""
    return tuple(sorted(lines, key=lambda line: (-line.points, line.part, line.key)))
