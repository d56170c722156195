"""Sequence: which moves, gates and events come before which."""

from __future__ import annotations

import datetime as dt
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import NamedTuple

from leveltwo.errors import Path
from leveltwo.model.event import Event
from leveltwo.model.gate import Gate
from leveltwo.model.move import Move
from leveltwo.model.negotiation import Negotiation


class Link(NamedTuple):
    """That one thing comes before another, and where the file says so."""

    first: str
    then: str
    path: Path


def noun_at(case: Negotiation, moment: str) -> Event | Gate | Move | None:
    """What a moment names; None if the case has no such event, move or gate."""
    side, dot, gate = moment.partition(".")
    if dot:
        return case.sides[side].gates.get(gate) if side in case.sides else None
    return case.events.get(moment) or case.moves.get(moment)


def links(case: Negotiation) -> list[Link]:
    """Every link between things that exist, in alphabetical order of the moves."""
    found = []
    for key in sorted(case.moves):
        move = case.moves[key]
        for i, moment in enumerate(move.after):
            found.append(Link(moment, key, ("moves", key, "after", i)))
        for i, moment in enumerate(move.before):
            found.append(Link(key, moment, ("moves", key, "before", i)))
    return [one for one in found if noun_at(case, one.first) and noun_at(case, one.then)]


def ordered(found: list[Link]) -> list[str]:
    """Everything linked, each after what comes before it.

    Time grows with links (Kahn 1962, as the standard library does it).

    Raises
    ------
    graphlib.CycleError
        If some of them come before themselves.
    """
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for link in found:
        sorter.add(link.then, link.first)
    return list(sorter.static_order())


def ring(found: list[Link]) -> list[Link]:
    """Links that lead back to where they begin; none if there is no such ring."""
    try:
        ordered(found)
    except CycleError as error:
        names = list(error.args[1][:-1])
        start = names.index(min(names))
        names = [*names[start:], *names[: start + 1]]
        first = {(link.first, link.then): link for link in reversed(found)}
        return [first[pair] for pair in pairwise(names)]
    return []


def days_of(case: Negotiation, moment: str) -> tuple[dt.date, dt.date] | None:
    """The first and last day of something; None if it has no date."""
    noun = noun_at(case, moment)
    if isinstance(noun, Event):
        return noun.date, noun.end
    return None if noun is None or noun.date is None else (noun.date, noun.date)


def gap(case: Negotiation, link: Link) -> int:
    """Days from the last day of the first to the first day open to what follows it: 0 or 1.

    On any one day moves come before gates, and moves may follow each other; an event takes up
    its days whole.
    """
    first, then = noun_at(case, link.first), noun_at(case, link.then)
    return int(isinstance(first, Event | Gate) or isinstance(then, Event))
