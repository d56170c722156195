"""Whether the words that a case holds for speeches are about what exists, and can be of use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from leveltwo.errors import Path, Problem, Severity
from leveltwo.model.constituency import Constituency
from leveltwo.model.move import Move
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.objection import ANSWERED, Objection
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
        for issue_id, against in who.objections.items():
            here = ("constituencies", key, "objections", issue_id)
            yield from names.unknown("issues", issue_id, here)
            for option, objection in against.items():
                yield from _objection(objection, issue_id, option, names, here)


def _audiences(said: Said | None, names: Names, path: Path) -> Iterator[Problem]:
    for who in said or ():
        if who != ANY:
            yield from names.unknown("constituencies", who, (*path, who))


def _objection(
    objection: Objection, issue: str, option: str, names: Names, path: Path
) -> Iterator[Problem]:
    here = (*path, option)
    if issue in names.issues and option != ANY:
        yield from names.unknown_option(issue, option, here)
    for i, answer in enumerate(objection.answered_by):
        place = (*here, ANSWERED, i)
        if isinstance(answer, str):
            yield from names.unknown("moves", answer, place)
        else:
            yield from names.unknown_options(answer, place)


def idle_words(case: Negotiation) -> Iterator[Problem]:
    """Warnings of words that no speech can use: whoever they are for gains nothing by them."""
    for key, issue in case.issues.items():
        for option, said in issue.says.items():
            yield from _to_the_deaf(case, said, key, ("issues", key, "says", option))
    for key, move in case.moves.items():
        for who in move.says or ():
            if who != ANY and not _helps(move, who):
                yield _warn(("moves", key, "says", who), f"never said: it does not help “{who}”")
    for who in case.constituencies:
        yield from _idle_objections(case, who)


def _idle_objections(case: Negotiation, who: str) -> Iterator[Problem]:
    """Objections that nobody hears, and answers to objections that nobody can give."""
    about = case.constituencies[who]
    for issue, said in about.objections.items():
        path: Path = ("constituencies", who, "objections", issue)
        if issue not in about.values and not _refused(about, issue):
            yield _warn(path, f"never heard: “{who}” does not rate “{issue}”")
        for option, objection in said.items():
            for i, answer in enumerate(objection.answered_by):
                idle = _idle_answer(case, who, issue, answer)
                if idle is not None:
                    yield _warn((*path, option, ANSWERED, i), f"never said: {idle}")


def _refused(about: Constituency, issue: str) -> bool:
    return any(line.issue == issue for line in about.red_lines)


def _idle_answer(
    case: Negotiation, who: str, issue: str, answer: str | dict[str, tuple[str, ...]]
) -> str | None:
    """Why an answer can never be given; None if it can."""
    if not isinstance(answer, str):
        return f"write it under “says” of “{issue}”" if issue in answer else None
    move = case.moves[answer]
    if not move.visible:
        return f"“{answer}” is not visible"
    if who in move.deceives or case.deceived_voters(answer):
        return f"“{answer}” deceives"
    if who in move.effects and move.effects[who].high < 0:
        return f"“{answer}” hurts “{who}”"
    if move.date is not None and _all_before(case, who, move.date):
        return f"“{answer}” comes after “{who}” has decided"
    return None


def _all_before(case: Negotiation, who: str, day: dt.date) -> bool:
    """Whether every gate that asks somebody is decided before a day."""
    gates = (gate for side in case.sides.values() for gate in side.gates.values())
    dates = [gate.date for gate in gates if who in gate.members]
    return bool(dates) and all(date is not None and date < day for date in dates)


def _to_the_deaf(case: Negotiation, said: Said, issue: str, path: Path) -> Iterator[Problem]:
    for who in said:
        if who != ANY and issue not in case.constituencies[who].values:
            yield _warn((*path, who), f"never said: “{who}” does not rate “{issue}”")


def _helps(move: Move, who: str) -> bool:
    return who in move.effects and move.effects[who].high > 0


def _warn(path: Path, message: str) -> Problem:
    return Problem(path, message, Severity.WARNING)
