"""Who asks whom: our own people are ours to ask, people across the table their negotiator's."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.names import people, person, within
from leveltwo.model.negotiation import Negotiation


def asker(case: Negotiation, who: str) -> str | None:
    """Their negotiator, who asks them; None for those whom we ask ourselves."""
    side = case.constituencies[who].side
    negotiator = case.sides[side].negotiator
    return None if side == case.viewpoint or who == negotiator else negotiator


def ask_before(case: Negotiation, first: str, second: str) -> str:
    """That one is to be asked before another, and by whom."""
    one, other = (within(person(case, who)) for who in (first, second))
    us = case.sides[case.viewpoint].negotiator
    if us in (first, second):
        return _with_ours(case, first, second)
    by, then = asker(case, first), asker(case, second)
    start = f"Ask {one}" if by is None else f"Let {_name(case, by)} ask {one}"
    if by == second:
        return f"{start} before saying yes or no"
    if then == first:
        return f"{start} before {other} is asked"
    if by == then:
        return f"{start} before {other}"
    return f"{start} before {'you ask' if then is None else f'{_name(case, then)} asks'} {other}"


def _with_ours(case: Negotiation, first: str, second: str) -> str:
    """The same where one of them is our negotiator, who is advised and need not be asked."""
    us = case.sides[case.viewpoint].negotiator
    one, other = (within(person(case, who)) for who in (first, second))
    if first == us:
        by = asker(case, second)
        asked = "you ask" if by is None else f"{_name(case, by)} asks"
        return f"Let {one} say yes before {asked} {other}"
    by = asker(case, first)
    start = f"Ask {one}" if by is None else f"Let {_name(case, by)} ask {one}"
    return f"{start} before {other} says yes or no"


def through_sentence(case: Negotiation, asked: Iterable[str]) -> str | None:
    """Who asks the people of other sides; None if none of them is asked."""
    whom: dict[str, list[str]] = {}
    for who in asked:
        by = asker(case, who)
        if by is not None:
            whom.setdefault(by, []).append(who)
    if not whom:
        return None
    said = [f"{listed(people(case, them))} through {_name(case, by)}" for by, them in whom.items()]
    return (
        f"Approach {'; '.join(said)}, or with that consent: to go round whoever speaks for them "
        "reaches into another side’s house, and the law may forbid it."
    )


def _name(case: Negotiation, who: str) -> str:
    return within(person(case, who))
