"""Every id that a case mentions must be one that it defines."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.errors import Path, Problem
from leveltwo.model.constituency import Constituency
from leveltwo.model.constraint import IfThen
from leveltwo.model.issue import Issue
from leveltwo.model.move import Move
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import Rule, Vote, walk
from leveltwo.model.spoken import dangling_words


def dangling(case: Negotiation, names: Names) -> Iterator[Problem]:
    """Problems of ids mentioned but not defined."""
    yield from names.unknown("sides", case.viewpoint, ("viewpoint",))
    for side_id, side in case.sides.items():
        here: Path = ("sides", side_id)
        yield from names.unknown("constituencies", side.negotiator, (*here, "negotiator"))
        for gate_id, gate in side.gates.items():
            yield from _rule(gate.rule, names, (*here, "gates", gate_id))
    for key, issue in case.issues.items():
        yield from _issue(key, issue, names)
    for key, constituency in case.constituencies.items():
        yield from _constituency(constituency, names, ("constituencies", key))
    for key, move in case.moves.items():
        yield from _move(move, names, ("moves", key))
    yield from dangling_words(case, names)
    yield from _rest(case, names)


def _rule(rule: Rule, names: Names, path: Path) -> Iterator[Problem]:
    for step, part in walk(rule):
        here = (*path, "rule", *step)
        if isinstance(part, str):
            yield from names.unknown("constituencies", part, here)
        elif isinstance(part, Vote):
            for voter in part.votes:
                yield from names.unknown("constituencies", voter, (*here, "votes", voter))


def _issue(key: str, issue: Issue, names: Names) -> Iterator[Problem]:
    for option, passed_over in issue.bypasses.items():
        here: Path = ("issues", key, "bypasses", option)
        yield from names.unknown_option(key, option, here)
        for i, written in enumerate(passed_over):
            yield from names.unknown_passed_over(written, (*here, i))


def _constituency(who: Constituency, names: Names, path: Path) -> Iterator[Problem]:
    yield from names.unknown("sides", who.side, (*path, "side"))
    for leader in who.follows:
        yield from names.unknown("constituencies", leader, (*path, "follows", leader))
    for issue in who.values:
        yield from names.unknown("issues", issue, (*path, "values", issue))
    if isinstance(who.no_deal, dict):
        for issue, option in who.no_deal.items():
            yield from names.unknown_option(issue, option, (*path, "no_deal", issue))
    for i, line in enumerate(who.red_lines):
        here = (*path, "red_lines", i)
        yield from names.unknown_options({line.issue: line.options}, here)
        for j, move in enumerate(line.unless):
            yield from names.unknown("moves", move, (*here, "unless", j))


def _move(move: Move, names: Names, path: Path) -> Iterator[Problem]:
    yield from names.unknown("sides", move.by, (*path, "by"))
    for field in ("effects", "otherwise"):
        for audience in getattr(move, field):
            yield from names.unknown("constituencies", audience, (*path, field, audience))
    for field in ("needs", "excludes"):
        for i, other in enumerate(getattr(move, field)):
            yield from names.unknown("moves", other, (*path, field, i))
    for field in ("after", "before"):
        for i, moment in enumerate(getattr(move, field)):
            yield from names.unknown_moment(moment, (*path, field, i))
    yield from _conduct(move, names, path)
    yield from names.unknown_options(move.only_with, (*path, "only_with"))
    for resource in move.resources:
        yield from names.unknown("resources", resource, (*path, "resources", resource))


def _conduct(move: Move, names: Names, path: Path) -> Iterator[Problem]:
    """Whom a move pays, deceives or goes round."""
    for field in ("pays", "deceives"):
        for i, who in enumerate(getattr(move, field)):
            yield from names.unknown("constituencies", who, (*path, field, i))
    for i, written in enumerate(move.bypasses or ()):
        yield from names.unknown_passed_over(written, (*path, "bypasses", i))


def _rest(case: Negotiation, names: Names) -> Iterator[Problem]:
    for i, constraint in enumerate(case.constraints):
        here: Path = ("constraints", i)
        if isinstance(constraint, IfThen):
            yield from names.unknown_options(constraint.if_, (*here, "if"))
            yield from names.unknown_options(constraint.then, (*here, "then"))
        else:
            yield from names.unknown_options(constraint.never, (*here, "never"))
    if isinstance(case.uncertainty.mood, dict):
        for side in case.uncertainty.mood:
            yield from names.unknown("sides", side, ("uncertainty", "mood", side))
    if case.history is not None:
        for issue, option in case.history.deal.items():
            yield from names.unknown_option(issue, option, ("history", "deal", issue))
        for i, move in enumerate(case.history.moves):
            yield from names.unknown("moves", move, ("history", "moves", i))
