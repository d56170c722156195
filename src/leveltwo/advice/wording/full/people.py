"""Constituencies in full: what they want, whom they follow, what they refuse."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.full.judged import judged, judged_share, plain_text, told
from leveltwo.advice.wording.names import people, person, term
from leveltwo.model.constituency import Constituency, Rating, RedLine
from leveltwo.model.judgement import Confidence, Judgement
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.objection import Objection
from leveltwo.model.said import ANY

Item = tuple[str, list[str]]


def people_items(case: Negotiation) -> list[Item]:
    """Every constituency, with all that is said of it."""
    return [
        (f"{person(case, key)} ({case.name('sides', who.side)})", list(_about(case, who)))
        for key, who in case.constituencies.items()
    ]


def _about(case: Negotiation, who: Constituency) -> Iterator[str]:
    yield from told(who.summary, ())
    yield from (_rating(case, issue, rating) for issue, rating in who.values.items())
    yield _no_deal(case, who)
    if who.without:
        yield f"no deal in words: {plain_text(who.without)}"
    yield from _dispositions(who)
    for leader, cue in who.follows.items():
        for_ = judged(cue.for_, signed=True)
        against = judged(cue.against, signed=True)
        name = people(case, [leader])[0]
        yield f"follows {name}; points for a vote for: {for_}, against: {against}"
    yield from (_red_line(case, line) for line in who.red_lines)
    yield from _objections(case, who)
    yield from told(None, who.sources)


def _rating(case: Negotiation, issue: str, rating: Rating) -> str:
    """Weight, and the rating of every option, or of the numbers given."""
    given = rating.points or rating.options
    rated = [f"{case.label(issue, option)} = {judged(part)}" for option, part in given.items()]
    lines = " (straight lines between)" if rating.points and len(rated) > 1 else ""
    name = case.name("issues", issue)
    return f"{name}, weight {judged(rating.weight)}: {'; '.join(rated)}{lines}"


def _no_deal(case: Negotiation, who: Constituency) -> str:
    if isinstance(who.no_deal, Judgement):
        return f"no deal is worth {judged(who.no_deal)} of 100"
    terms = [term(case, issue, option) for issue, option in who.no_deal.items()]
    return f"no deal is as good as: {'; '.join(terms)}"


def _dispositions(who: Constituency) -> Iterator[str]:
    if who.confidence is not Confidence.MEDIUM:
        yield f"words are meant with {who.confidence} confidence"
    if who.band.high:
        yield f"abstains within {judged(who.band)} points of indifference"
    if who.spread.high:
        yield f"members differ, with a standard deviation of {judged(who.spread)} points"
    if who.devalues.high:
        yield f"discounts by {judged_share(who.devalues)} what visibly comes from another side"


def _red_line(case: Negotiation, line: RedLine) -> str:
    refused = [term(case, line.issue, option) for option in line.options]
    said = f"red line: refuses “{listed(refused, 'or')}”"
    names = [f"“{case.name('moves', move)}”" for move in line.unless]
    return f"{said}, unless {listed(names, 'or')} is made" if names else f"{said}, whatever is done"


def _objections(case: Negotiation, who: Constituency) -> Iterator[str]:
    if not who.objections:
        yield "no objection is put in words"
    for issue, found in who.objections.items():
        for option, objection in found.items():
            where = case.name("issues", issue) if option == ANY else term(case, issue, option)
            yield f"objects to “{where}”: {plain_text(objection.text)}{_answers(case, objection)}"


def _answers(case: Negotiation, objection: Objection) -> str:
    names = [f"“{case.name('moves', move)}”" for move in objection.moves]
    names += [
        f"“{term(case, issue, option)}”" for issue, some in objection.terms for option in some
    ]
    return f" (answered by {listed(names, 'or')})" if names else ""
