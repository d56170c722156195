"""What a brief is written from: records, gathered once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from leveltwo.advice.barriers import Barrier
from leveltwo.advice.precedents import Match
from leveltwo.advice.speech import Outline
from leveltwo.advice.spilled import Spilled
from leveltwo.core.assessment import Assessment
from leveltwo.core.calendar import Calendar
from leveltwo.core.evaluation import Score
from leveltwo.core.map import Map
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Precedent
from leveltwo.solve.insurance.record import Insurance
from leveltwo.solve.order import Order
from leveltwo.solve.recommendation import Fresh, Reason, Recommendation
from leveltwo.solve.robustness.record import Robustness


@dataclass(frozen=True)
class Identity:
    """What tells one brief from another.

    Parameters
    ----------
    source : str
        Name of the case file, without its folder.
    sha256 : str
        Digest of the case file's bytes, in hexadecimal.
    date : datetime.date
        Date of the brief.
    marking : str
        How confidential it is; empty if it is not marked.
    """

    source: str
    sha256: str
    date: dt.date
    marking: str


@dataclass(frozen=True)
class JudgementsGiven:
    """How the judgements of a case were given.

    Parameters
    ----------
    words, ranges, exact : int
        How many as words, as ranges and as plain numbers.
    holders, sourced : int
        How many people, moves and issues there are, and how many of them name a source.
    """

    words: int
    ranges: int
    exact: int
    holders: int
    sourced: int


class Stance(StrEnum):
    """What the brief says to the principal."""

    ADVISED = "advised"
    """Make this plan."""
    GIVEN = "given"
    """This is what becomes of the plan that you named."""
    WALK_AWAY = "walk away"
    """Nothing found beats no deal."""
    IMPOSSIBLE = "impossible"
    """What was asked for cannot be met, or no plan was found."""


@dataclass(frozen=True)
class Briefing:
    """Everything that a brief tells.

    Parameters
    ----------
    identity : Identity
        Source, digest, date and marking.
    case : Negotiation
        The case.
    stance : Stance
        What is said.
    sample : Sample
        The draws.
    advice : Recommendation or None
        Where the plan was looked for.
    plan : Assessment or None
        The plan told of: advised or given, on fresh draws where there are some; or the one that
        comes nearest. Reasons, barriers, outlines and `spilled` rest on the same draws.
    score : Score or None
        Its worth on the draws of `sample`, where it is advised or given.
    fresh : Fresh or None
        It on fresh draws.
    reasons : tuple of Reason
        Why each move is in it.
    barriers : tuple of Barrier
        Who stands in its way.
    outlines : tuple of Outline
        Speeches with which the others' leaders, and some in the way, can be won over.
    map : Map or None
        The deals, with its moves in force; None where there is no plan.
    calendar : Calendar
        Gates and events, and the moves of the plan that is advised or given, seen from the date
        of the brief.
    spilled : Spilled or None
        What moves do to every audience, with traps and guard-rails, for that plan.
    precedents : mapping
        The closest precedents of each of its moves.
    akin : mapping
        Where some move has none, those of the same field of negotiation, if they are few.
    order : Order or None
        Whom to approach first with it.
    insurance : Insurance or None
        How easily a rival breaks it, and the cheapest moves against that; for a plan advised or
        given.
    robustness : Robustness or None
        How far it, or walking away, can be relied on; None where that was not looked into.
    judgements : JudgementsGiven
        How the numbers of the case were given.
    """

    identity: Identity
    case: Negotiation
    stance: Stance
    sample: Sample
    advice: Recommendation | None
    plan: Assessment | None
    score: Score | None
    fresh: Fresh | None
    reasons: tuple[Reason, ...]
    barriers: tuple[Barrier, ...]
    outlines: tuple[Outline, ...]
    map: Map | None
    calendar: Calendar
    spilled: Spilled | None
    precedents: Mapping[str, tuple[Match, ...]]
    akin: Mapping[str, Precedent]
    order: Order | None
    insurance: Insurance | None
    robustness: Robustness | None
    judgements: JudgementsGiven
