"""Acceptance speeches: with which true words a leader can say yes at home.

An outline answers three questions (Ury 1991): who listens, what they will hold against
the deal, and what the best answer is to each. It holds nothing that the plan does not bear.
"""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.advice.answers import quotable
from leveltwo.advice.critiques import Critique, critiques
from leveltwo.advice.lines import TOUCHES, Line, Lines, strongest
from leveltwo.advice.silence import Unsaid, unsaid
from leveltwo.core.appeal import Appeal, Appeals, Leader
from leveltwo.core.sample import Sample
from leveltwo.model.move import Device, Move
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.recommendation import Recommendation

MOST_WON = 6
VOUCHES = 0.75
"""The chance of being for from which on somebody can be named as a voucher."""
DOUBTS = 0.5
"""The chance of being for below which somebody is expected to speak against."""


@dataclass(frozen=True)
class Outline:
    """The outline of a speech to one audience.

    Parameters
    ----------
    appeal : Appeal
        The audience, where it decides, and the figures.
    leads : bool
        Whether it is the leader: the negotiator of that side.
    frames : tuple of Line
        Ways to put it that the plan holds, strongest first.
    won : tuple of Line
        What the plan gives them, strongest first.
    better : tuple of Line
        Terms that are worth more to them than no deal and fall too short of what they would like
        best to be called won, strongest first.
    critiques : tuple of Critique
        What they will hold against it, worst first.
    without : str or None
        What no deal means to them, in the file's words.
    vouchers, doubters : tuple of Leader
        Those they follow who are likely for and help; and who are likely not.
    unsaid : tuple of Unsaid
        What had better not be said.
    """

    appeal: Appeal
    leads: bool
    frames: tuple[Line, ...]
    won: tuple[Line, ...]
    better: tuple[Line, ...]
    critiques: tuple[Critique, ...]
    without: str | None
    vouchers: tuple[Leader, ...]
    doubters: tuple[Leader, ...]
    unsaid: tuple[Unsaid, ...]


@dataclass(frozen=True)
class Speeches:
    """Outlines for the audiences asked about.

    Parameters
    ----------
    ours : bool
        Whether they are our leader's rather than the other sides'.
    sample : Sample
        The draws.
    plan : Plan or None
        The plan; None if none is advised.
    outlines : tuple of Outline
        In the order asked for; leaders first, then as in the file, if all are.
    advice : Recommendation or None
        How the plan was found, or why there is none; None if it was given.
    """

    ours: bool
    sample: Sample
    plan: Plan | None
    outlines: tuple[Outline, ...]
    advice: Recommendation | None


def outline(case: Negotiation, found: Appeals, appeal: Appeal) -> Outline:
    """The speech with which a plan can be defended before one audience.

    Only terms of the deal that are worth more to it than no deal, by at least as much as they
    fall short of what it would like best, and moves that help it, are in time, may be seen and
    lack no consent, count as won.
    """
    lines = Lines(case, found, appeal)
    moves = quotable(lines)
    frames = [line for line in moves if _puts_it(case.moves[line.key], line)]
    above = [lines.term(issue) for issue, points in appeal.terms.items() if points >= TOUCHES]
    terms = [line for line in above if appeal.won(line.key) >= TOUCHES]
    won = strongest([*terms, *(line for line in moves if line not in frames)])[:MOST_WON]
    return Outline(
        appeal=appeal,
        leads=appeal.who in case.negotiators.values(),
        frames=strongest(frames),
        won=won,
        better=strongest(line for line in above if line not in terms),
        critiques=critiques(lines, strongest(moves), won),
        without=case.constituencies[appeal.who].without,
        vouchers=tuple(x for x in appeal.leaders if x.points >= TOUCHES and x.chance >= VOUCHES),
        doubters=tuple(x for x in appeal.leaders if x.points <= -TOUCHES and x.chance < DOUBTS),
        unsaid=unsaid(lines),
    )


def _puts_it(move: Move, line: Line) -> bool:
    """Whether a move is a way to put things: a framing, or a speech of the speaker's own side."""
    speech = line.own and move.device is Device.ACCEPTANCE_SPEECH
    return speech or move.device is Device.FRAMING
