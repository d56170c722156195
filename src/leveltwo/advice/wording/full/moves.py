"""Moves in full: whom they touch, what they cost, what they need, and what they may break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.full.judged import judged, judged_share, told
from leveltwo.advice.wording.names import gate_name, people, side_name, term
from leveltwo.model.judgement import Confidence, Judgement
from leveltwo.model.move import NEEDS_CONSENT, Consent, Move
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.passing_over import as_gate
from leveltwo.model.said import ANY, Said

Item = tuple[str, list[str]]


def move_items(case: Negotiation) -> list[Item]:
    """Every move, with all that is said of it."""
    return [
        (f"{case.name('moves', key)} ({case.name('sides', move.by)})", list(_about(case, move)))
        for key, move in case.moves.items()
    ]


def _about(case: Negotiation, move: Move) -> Iterator[str]:
    yield from told(move.summary, ())
    if move.confidence is not Confidence.MEDIUM:
        yield f"words are meant with {move.confidence} confidence"
    yield _effects(case, "adds", move.effects)
    if move.chance.low < 1:
        yield f"works with a chance of {judged_share(move.chance)}"
        yield _effects(case, "if it fails, adds", move.otherwise)
    yield _cost(case, move)
    if not move.visible:
        yield "not seen as theirs who make it"
    yield from _conditions(case, move)
    yield from _times(case, move)
    yield from _standing(case, move)
    yield says(case, move.says, case.constituencies)
    yield from told(None, move.sources)


def _cost(case: Negotiation, move: Move) -> str:
    payer = people(case, [case.sides[move.by].negotiator])[0]
    if not (move.cost.low or move.cost.high):
        return "costs nothing"
    return f"cost to {payer}, in points: {judged(move.cost)}"


def _effects(case: Negotiation, verb: str, effects: Mapping[str, Judgement]) -> str:
    pairs = zip(people(case, effects), effects.values(), strict=True)
    found = [f"{name} {judged(points, signed=True)}" for name, points in pairs]
    return f"{verb} points: {'; '.join(found)}" if found else f"{verb} nothing to anybody"


def _conditions(case: Negotiation, move: Move) -> Iterator[str]:
    for label, keys in (("needs", move.needs), ("cannot go with", move.excludes)):
        if keys:
            yield f"{label} {listed(_quoted(case, keys))}"
    for issue, options in move.only_with.items():
        terms = [f"“{term(case, issue, option)}”" for option in options]
        yield f"only with {listed(terms, 'or')}"
    if move.resources:
        used = [f"{n:g} of {key.replace('_', ' ')}" for key, n in move.resources.items()]
        yield f"uses {listed(used)}"


def _times(case: Negotiation, move: Move) -> Iterator[str]:
    if move.date:
        yield f"counts from {move.date}"
    if move.lead:
        yield f"takes {move.lead} day{'s' if move.lead > 1 else ''} to prepare"
    for label, moments in (("after", move.after), ("before", move.before)):
        if moments:
            yield f"{label} {listed([_moment(case, moment) for moment in moments])}"


def _moment(case: Negotiation, moment: str) -> str:
    if (gate := as_gate(moment)) is not None:
        return _gate(case, gate)
    return f"“{case.name('events' if moment in case.events else 'moves', moment)}”"


def _standing(case: Negotiation, move: Move) -> Iterator[str]:
    """Consent, payments, deception, and whom it goes round."""
    if move.lacks_consent:
        yield "needs the other side’s consent; none is recorded"
    elif move.consent is Consent.GRANTED:
        yield "consent has been granted"
    elif move.device in NEEDS_CONSENT:
        yield "said to need no consent"
    if move.pays:
        yield f"gives a benefit of their own to {listed(people(case, move.pays))}"
    if move.deceives:
        yield f"has {listed(people(case, move.deceives))} take for true what is not"
    if move.bypasses is not None:
        yield round_whom(case, move.bypasses)


def round_whom(case: Negotiation, written: Iterable[str]) -> str:
    """Whom something goes round."""
    names = [
        people(case, [one])[0] if (gate := as_gate(one)) is None else _gate(case, gate)
        for one in written
    ]
    return f"goes round {listed(names)}" if names else "goes round nobody"


def says(case: Negotiation, said: Said | None, audiences: Iterable[str]) -> str:
    """For whom the file has words to say for something."""
    if said is None:
        return "no words to say for it"
    named = people(case, [who for who in audiences if who in said])
    named += ["everybody else" if named else "everybody"] if ANY in said else []
    return f"has words to say for it to {listed(named)}"


def _gate(case: Negotiation, gate: tuple[str, str]) -> str:
    side, key = gate
    return f"“{gate_name(case, side, key)}” ({side_name(case, side)})"


def _quoted(case: Negotiation, moves: Iterable[str]) -> list[str]:
    return [f"“{case.name('moves', move)}”" for move in moves]
