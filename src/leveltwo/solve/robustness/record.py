"""What is known of how far a plan can be relied on."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.core.sample import Sample
from leveltwo.model.plan import Plan


@dataclass(frozen=True)
class Turn:
    """Where another plan becomes best, if one judgement were known.

    Parameters
    ----------
    low, high : float or None
        The judgement lies between these, in its own unit; None for no end on that side.
    chance : float
        Chance that it does.
    plan : Plan or None
        What is best there; None for walking away.
    gain : float
        How much more that is worth there than the plan best by all that is known, points.
    error : float
        Standard error of that.
    """

    low: float | None
    high: float | None
    chance: float
    plan: Plan | None
    gain: float
    error: float


@dataclass(frozen=True)
class Question:
    """Something worth finding out.

    Parameters
    ----------
    path : str
        Document path of the judgement, or ``mood.`` and the id of a side.
    worth : float
        Value of knowing it before the plan is settled, points.
    error : float
        Standard error of that.
    turns : tuple of Turn
        Where the advice would change.
    """

    path: str
    worth: float
    error: float
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class FindingOut:
    """What it is worth to know single judgements.

    Parameters
    ----------
    sample : Sample
        The fresh draws that it rests on: all of them, and the seed that theirs come from.
    samples : int
        Independent samples that they were taken in.
    plans : int
        Plans compared, walking away included.
    asked : int
        Judgements and moods looked at.
    best : Plan or None
        What is best by all that is known, on these draws; None for walking away.
    value : float
        What that is worth, points.
    lead : float
        How much more it is worth than the plan asked about (0 if it is the same).
    all : float
        Value of knowing everything, luck included, if one may choose among these plans.
    questions : tuple of Question
        What is worth finding out, most worth first. What is missing is worth nothing that
        could be told from chance.
    """

    sample: Sample
    samples: int
    plans: int
    asked: int
    best: Plan | None
    value: float
    lead: float
    all: float
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Stability:
    """What would be best if every judgement turned out in some way.

    Parameters
    ----------
    variants : int
        How many ways.
    draws : int
        Draws of moods and luck for each.
    seed : int
        Seed of both.
    proved : int
        For how many it is proved that no plan is worth more.
    walked : int
        In how many walking away is best.
    same : int
        In how many the plan asked about is best as it is.
    moves : dict
        In how many best plans each move stands; moves that stand in none are left out, unless
        the plan asked about makes them.
    terms : dict
        By issue and option, the same for terms.
    loss, error : float
        What is lost on average by the plan asked about against the best, points, with its
        standard error: an estimate, on the high side, of what knowing all judgements is worth.
    worst : float
        The most that is lost.
    """

    variants: int
    draws: int
    seed: int
    proved: int
    walked: int
    same: int
    moves: dict[str, int]
    terms: dict[str, dict[str, int]]
    loss: float
    error: float
    worst: float


@dataclass(frozen=True)
class Stress:
    """A plan where every judgement is at the end that speaks against it, moods below par.

    Parameters
    ----------
    chance : float
        Chance that it passes all the same; only the luck of moves is left open.
    value : float
        What it is worth, points.
    gates : dict
        Chance of every approval gate, by side and gate.
    holds : float or None
        How far of the way from best guesses to there the plan goes on to pass (with a chance of
        at least ½); None if it does not pass at the best guesses.
    first : tuple of tuple
        Side and gate of the gates that fail first.
    best : Plan or None
        What is best there; None if walking away is.
    best_chance, best_value : float
        Its chance and worth.
    proved : bool
        Whether it is proved that nothing is worth more there.
    draws : int
        Draws of the moves' luck.
    """

    chance: float
    value: float
    gates: dict[tuple[str, str], float]
    holds: float | None
    first: tuple[tuple[str, str], ...]
    best: Plan | None
    best_chance: float
    best_value: float
    proved: bool
    draws: int


@dataclass(frozen=True)
class Robustness:
    """How far a plan can be relied on.

    Parameters
    ----------
    sample : Sample
        The draws that plans were searched on.
    plan : Plan or None
        The plan asked about; None if that is walking away, or if the search for one was stopped
        before it found any.
    value : float
        What it is worth on those draws, points.
    advised : bool
        Whether it is the advice, or was named.
    proved : bool
        Whether it is proved that no plan is worth more on those draws than the best one found.
    stress : Stress or None
        It at its worst; None for walking away.
    stability : Stability or None
        What stays if judgements vary.
    finding_out : FindingOut or None
        What is worth finding out.
    curtailed : bool
        Whether the time limit ended some part of it early, which then rests on less.
    interrupted : bool
        Whether it was stopped; what had not been done is None, or rests on less.
    """

    sample: Sample
    plan: Plan | None
    value: float
    advised: bool
    proved: bool
    stress: Stress | None
    stability: Stability | None
    finding_out: FindingOut | None
    curtailed: bool
    interrupted: bool
