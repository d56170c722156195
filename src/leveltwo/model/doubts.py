"""Warnings: what is allowed but probably a mistake."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.errors import Path, Problem, Severity
from leveltwo.model.compatibility import conflicts
from leveltwo.model.move import Move
from leveltwo.model.namesakes import namesakes
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.model.rule import Vote, walk
from leveltwo.model.spoken import idle_words
from leveltwo.model.untimely import overrated


def doubtful(case: Negotiation) -> Iterator[Problem]:
    """Warnings about a case without errors: what changes nothing or can never happen."""
    yield from _unheard(case)
    yield from _either_way(case)
    yield from _idle(case)
    yield from _beyond_means(case)
    yield from _lone_spread(case)
    yield from _unruly_history(case)
    yield from idle_words(case)
    yield from overrated(case)
    yield from namesakes(case)


def _warn(path: Path, message: str) -> Problem:
    return Problem(path, message, Severity.WARNING)


def _unheard(case: Negotiation) -> Iterator[Problem]:
    heard = {leader for who in case.constituencies.values() for leader in who.follows}
    asked = {m for side in case.sides.values() for g in side.gates.values() for m in g.members}
    known = heard | asked | {side.negotiator for side in case.sides.values()}
    for key in case.constituencies:
        if key not in known:
            yield _warn(
                ("constituencies", key),
                "stands in no gate and nobody follows it: it is reported, but changes nothing",
            )


def _either_way(case: Negotiation) -> Iterator[Problem]:
    for key, who in case.constituencies.items():
        for leader, link in who.follows.items():
            if link.for_.best * link.against.best > 0:
                leans = "yes" if link.against.best > 0 else "no"
                yield _warn(
                    ("constituencies", key, "follows", leader),
                    f"leans to {leans} whether “{leader}” is for or against; who is put off by a "
                    "leader’s no has a minus sign under “against”",
                )


def _idle(case: Negotiation) -> Iterator[Problem]:
    lines = (line for who in case.constituencies.values() for line in who.red_lines)
    lifting = {move for line in lines for move in line.unless}
    needed = {other for move in case.moves.values() for other in move.needs}
    useful = lifting | needed
    for key, move in case.moves.items():
        if key not in useful and not _moves_anybody(move):
            yield _warn(("moves", key), "affects nobody; give it effects or remove it")


def _moves_anybody(move: Move) -> bool:
    effects = [*move.effects.values(), *move.otherwise.values()]
    return any(effect.low or effect.high for effect in effects)


def _beyond_means(case: Negotiation) -> Iterator[Problem]:
    for key, move in case.moves.items():
        for resource, amount in move.resources.items():
            limit = case.resources[resource]
            if amount > limit:
                yield _warn(
                    ("moves", key, "resources", resource),
                    f"uses {amount:g} of {limit:g}: it can never be made",
                )


def _lone_spread(case: Negotiation) -> Iterator[Problem]:
    voting = {
        voter
        for side in case.sides.values()
        for gate in side.gates.values()
        for _, part in walk(gate.rule)
        if isinstance(part, Vote)
        for voter in part.votes
    }
    for key, who in case.constituencies.items():
        if who.spread.high > 0 and key not in voting:
            yield _warn(
                ("constituencies", key, "spread"),
                "matters only where its members’ votes are counted; it stands in no votes",
            )


def _unruly_history(case: Negotiation) -> Iterator[Problem]:
    if case.history is not None:
        plan = Plan(case.history.deal, case.history.moves)
        for conflict in conflicts(case, plan):
            yield _warn(("history",), f"this plan breaks the rules of the case: {conflict}")
