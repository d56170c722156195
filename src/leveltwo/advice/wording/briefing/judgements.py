"""Judgements as a brief lists them, in the words and numbers of the case file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leveltwo.advice.wording.briefing.dates import day
from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.names import people, person, side_name, term, within
from leveltwo.model.constituency import Constituency, Rating
from leveltwo.model.judgement import Confidence, Judgement
from leveltwo.model.move import Move
from leveltwo.model.negotiation import Negotiation

INTRODUCTION = (
    "Ratings run from 0 to 100 on each issue; weights compare issues for the same people; effects "
    "and cues are points of acceptance. Words stand for ranges: ideal 95 to 100, good 65 to 85, "
    "fair 38 to 62, poor 15 to 35, bad 3 to 18, worst 0 to 5; as weights, critical 6 to 10, high "
    "3 to 5.5, medium 1.3 to 3, low 0.5 to 1.5; as points, slight 1 to 5, clear 5 to 12, strong "
    "10 to 21, decisive 20 to 40. High confidence halves a range, low confidence doubles it."
)


def judged(judgement: Judgement) -> str:
    """A judgement as somebody wrote it."""
    if judgement.word is not None:
        return judgement.word.replace("-", "−")
    if judgement.low == judgement.high:
        return _number(judgement.best)
    low, best, high = (_number(n) for n in (judgement.low, judgement.best, judgement.high))
    return f"{low} to {high}, best {best}"


def _number(number: float) -> str:
    return f"{number:g}".replace("-", "−")


def standing_facts(case: Negotiation, who: str) -> str:
    """What the file says of somebody apart from ratings."""
    found = case.constituencies[who]
    said = [f"No deal: {_no_deal(case, found)}.", *_habits(found)]
    said += [
        f"Listens to {people(case, [leader])[0]}: {judged(cue.for_)} if for, "
        f"{judged(cue.against)} if against."
        for leader, cue in found.follows.items()
    ]
    for line in found.red_lines:
        options = listed([term(case, line.issue, option) for option in line.options], "or")
        moves = listed([f"“{case.name('moves', move)}”" for move in line.unless], "or")
        said.append(f"Red line: {options}{f', unless {moves}' if moves else ''}.")
    return " ".join(said)


def _no_deal(case: Negotiation, found: Constituency) -> str:
    if isinstance(found.no_deal, Judgement):
        return judged(found.no_deal)
    terms = "; ".join(term(case, issue, option) for issue, option in found.no_deal.items())
    return f"as good as a deal of {terms}"


def _habits(found: Constituency) -> list[str]:
    said = []
    if found.confidence is not Confidence.MEDIUM:
        said.append(f"Confidence in these words: {found.confidence.value}.")
    if found.spread.high:
        said.append(f"Members differ by {judged(found.spread)} points.")
    if found.band.high:
        said.append(f"Abstains within {judged(found.band)} points of zero.")
    if found.devalues.high:
        said.append(f"Discounts what visibly comes from others by {judged(found.devalues)}.")
    return said


def rating_rows(case: Negotiation, people: list[str]) -> Iterator[tuple[str, ...]]:
    """Issue by issue: what it weighs with each of some people, then how they rate each option."""
    for issue in case.issues:
        rated = [case.constituencies[who].values.get(issue) for who in people]
        if not any(rated):
            continue
        name = f"{case.name('issues', issue)}: {WEIGHT}"
        yield (name, *("–" if r is None else judged(r.weight) for r in rated))
        told = [{} if r is None else _rated(r) for r in rated]
        for option in _in_order(told, by_size=any(r and r.points for r in rated)):
            label = case.label(issue, option)
            yield (f"– {label}", *(ratings.get(option, "") for ratings in told))


def _rated(rating: Rating) -> dict[str, str]:
    """Ratings by option; of a number, at the points given."""
    return {option: judged(j) for option, j in (rating.points or rating.options).items()}


def _in_order(told: Iterable[dict[str, str]], *, by_size: bool) -> list[str]:
    """What somebody rates: numbers by size, options in the order in which they first stand."""
    found = list(dict.fromkeys(option for ratings in told for option in ratings))
    return sorted(found, key=float) if by_size else found


def move_facts(case: Negotiation, key: str) -> str:
    """What the file says of a move."""
    move = case.moves[key]
    kind = f", {move.device.label}" if move.device else ""
    said = [f"By {side_name(case, move.by)}{kind}."]
    if move.date:
        said.append(f"Counts from {day(move.date)}.")
    said.append(f"Cost: {judged(move.cost)}.")
    if move.effects:
        said.append(f"Effects: {_effects(case, move.effects.items())}.")
    said += _conditions(case, move)
    return " ".join(said)


def _effects(case: Negotiation, effects: Iterable[tuple[str, Judgement]]) -> str:
    return "; ".join(f"{within(person(case, who))} {judged(j)}" for who, j in effects)


def _conditions(case: Negotiation, move: Move) -> list[str]:
    said = []
    if move.chance.low < 1:
        said.append(f"Works with a chance of {judged(move.chance)}.")
    if move.otherwise:
        said.append(f"If it does not: {_effects(case, move.otherwise.items())}.")
    if move.needs:
        said.append(f"Needs {_moves(case, move.needs)}.")
    if move.excludes:
        said.append(f"Cannot go with {_moves(case, move.excludes)}.")
    for issue, options in move.only_with.items():
        terms = listed([case.label(issue, option) for option in options], "or")
        said.append(f"Only with {case.name('issues', issue)}: {terms}.")
    if move.lacks_consent:
        said.append("Needs the counterpart’s consent, not granted yet.")
    return said


def _moves(case: Negotiation, keys: Iterable[str]) -> str:
    return listed([f"“{case.name('moves', key)}”" for key in keys])


WEIGHT = "weight"
SOURCES = "Sources:"


def sources(texts: Iterable[str]) -> str:
    """Sources in a row, without the stop at the end of each: what follows sets one."""
    return "; ".join(text.rstrip().removesuffix(".") for text in texts)


NO_SOURCE = "none given in the case file"
