"""Judgements by what they are about, in the words of the case, never by their place in a file."""

from __future__ import annotations

from leveltwo.advice.wording.figures import percent, points
from leveltwo.advice.wording.names import people, side_name
from leveltwo.model.negotiation import Negotiation

MOOD = "mood."
POINTS = frozenset({"effects", "otherwise", "follows", "cost", "mood"})


def judgement(case: Negotiation, path: str) -> str:
    """What a judgement is about, to go on with in a sentence: “how Ann rates ‘A treaty’”."""
    if path.startswith(MOOD):
        return f"the mood on the side of {side_name(case, path.removeprefix(MOOD))}"
    kind, key, rest = path.split(".", 2)
    return _of_move(case, key, rest) if kind == "moves" else _of_person(case, key, rest)


def _of_person(case: Negotiation, who: str, rest: str) -> str:
    name = people(case, [who])[0]
    part, _, more = rest.partition(".")
    if part == "values":
        return _rating(case, name, *more.split(".", 1))
    if part == "follows":
        leader, vote = more.split(".")
        voted = "for" if vote == "for" else "against"
        return f"how much a vote {voted} by {people(case, [leader])[0]} sways {name}"
    return {
        "no_deal": f"what having no deal is worth to {name}",
        "band": f"how near to indifferent {name} must be to abstain",
        "spread": f"how far the members of {name} differ",
        "devalues": f"how much {name} discounts what visibly comes from another side",
    }[part]


def _rating(case: Negotiation, name: str, issue: str, what: str) -> str:
    about = f"“{case.name('issues', issue)}”"
    if what == "weight":
        return f"how much {about} matters to {name}"
    option = case.label(issue, what.removeprefix("points."))
    return f"how {name} rates “{option}” on {about}"


def _of_move(case: Negotiation, move: str, rest: str) -> str:
    name = f"“{case.name('moves', move)}”"
    part, _, who = rest.partition(".")
    if part == "cost":
        payer = case.sides[case.moves[move].by].negotiator
        return f"what {name} costs {people(case, [payer])[0]}"
    if part == "chance":
        return f"how likely {name} is to work as meant"
    fails = " if it does not work" if part == "otherwise" else ""
    return f"what {name} does to {people(case, [who])[0]}{fails}"


def unit(path: str) -> str:
    """What a judgement is measured in, to stand behind a number; nothing for weights."""
    parts = path.split(".")
    if POINTS & set(parts[:3]) or parts[-1] in {"band", "spread"}:
        return " points"
    if _is_share(path) or parts[-1] == "weight":
        return ""
    return " of 100"


def value(path: str, number: float) -> str:
    """A value of a judgement, with its unit."""
    if _is_share(path):
        return percent(number, 0)
    signed = path.startswith((MOOD, "moves.")) or ".follows." in path
    return f"{points(number, signed=signed)}{unit(path)}"


def _is_share(path: str) -> bool:
    return path.count(".") == 2 and path.endswith((".chance", ".devalues"))


def judgements_title(words: int, ranges: int, exact: int) -> str:
    """How many judgements of a file are given in which way."""
    return (
        f"Judgements: {words} given as words, {ranges} as ranges, {exact} as plain numbers "
        "(--words lists them)"
    )
