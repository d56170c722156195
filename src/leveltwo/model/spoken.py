"""Whether the words that a case holds for speeches are about what exists, and can be of use."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.errors import Path, Problem, Severity
from leveltwo.model.move import Move
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.said import ANY, Said


def dangling_words(case: Negotiation, names: Names) -> Iterator[Problem]:
    """Problems of words for audiences, or about options, that do not exist."""
    for key, issue in case.issues.items():
        for option, said in issue.says.items():
            here: Path = ("issues", key, "says", option)
            yield from names.unknown_option(key, option, here)
            yield from _audiences(said, names, here)
    for key, move in case.moves.items():
        yield from _audiences(move.says, names, ("moves", key, "says"))
    for key, who in case.constituencies.items():
        for issue_id, said in who.objections.items():
            here = ("constituencies", key, "objections", issue_id)
            yield from _chosen(said, issue_id, names, here)


def _audiences(said: Said | None, names: Names, path: Path) -> Iterator[Problem]:
    for who in said or ():
        if who != ANY:
            yield from names.unknown("constituencies", who, (*path, who))


def _chosen(said: Said, issue: str, names: Names, path: Path) -> Iterator[Problem]:
    yield from names.unknown("issues", issue, path)
    for option in said if issue in names.issues else ():
        if option != ANY:
            yield from names.unknown_option(issue, option, (*path, option))


def idle_words(case: Negotiation) -> Iterator[Problem]:
    """Warnings of words that no speech can use: whoever they are for gains nothing by them."""
    for key, issue in case.issues.items():
        for option, said in issue.says.items():
            yield from _to_the_deaf(case, said, key, ("issues", key, "says", option))
    for key, move in case.moves.items():
        for who in move.says or ():
            if who != ANY and not _helps(move, who):
                yield _warn(("moves", key, "says", who), f"never said: it does not help “{who}”")
    for key, about in case.constituencies.items():
        for issue_id in sorted(set(about.objections) - set(about.values)):
            path: Path = ("constituencies", key, "objections", issue_id)
            yield _warn(path, f"never heard: “{key}” does not rate “{issue_id}”")


def _to_the_deaf(case: Negotiation, said: Said, issue: str, path: Path) -> Iterator[Problem]:
    for who in said:
        if who != ANY and issue not in case.constituencies[who].values:
            yield _warn((*path, who), f"never said: “{who}” does not rate “{issue}”")


def _helps(move: Move, who: str) -> bool:
    return who in move.effects and move.effects[who].high > 0


def _warn(path: Path, message: str) -> Problem:
    return Problem(path, message, Severity.WARNING)
