"""What an audience will hold against a deal, and the best true answers to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leveltwo.advice.answers import Answer, Role, direct
from leveltwo.advice.lines import TOUCHES, Line, Lines, Part
from leveltwo.model.said import said_for

MOST = 3
"""An audience is prepared for with one to three critiques (Ury 1991)."""


Lifting = tuple[str, ...]


@dataclass(frozen=True)
class Critique:
    """What an audience will hold against the deal, and the answer.

    Parameters
    ----------
    issue, option : str
        The term it is about.
    short : float
        Mean points by which it falls short of what they would like best.
    refused : bool
        Whether it is an option that they refuse (a red line).
    lifted : bool
        Whether some move that counts where they decide lifts that line.
    objection : str or None
        The file's own words for it.
    answers : tuple of (Role, Line)
        What can be answered, best first.
    """

    issue: str
    option: str
    short: float
    refused: bool
    lifted: bool
    objection: str | None
    answers: tuple[Answer, ...]


def critiques(lines: Lines, moves: Sequence[Line], won: Sequence[Line]) -> tuple[Critique, ...]:
    """The worst one to three, each with its answers.

    Parameters
    ----------
    lines : Lines
        Of the audience.
    moves : sequence of Line
        Moves that it may be told of.
    won : sequence of Line
        What it has won, most first; terms among it are no critique. What answers one critique
        as won in return does not answer another.
    """
    short, refused = lines.appeal.short, _refused(lines)
    liked = {line.key for line in won if line.part is Part.TERM}
    found = {i for i in lines.appeal.terms if i not in liked and short(i) >= TOUCHES} | set(refused)
    worst = sorted(found, key=lambda i: (i not in refused, -short(i), i))[:MOST]
    rest = iter(won)
    return tuple(_critique(lines, issue, moves, rest, refused) for issue in worst)


def _refused(lines: Lines) -> dict[str, list[Lifting]]:
    """Issues whose chosen option they refuse; for every such line the moves that lift it here."""
    plan, appeal = lines.found.plan, lines.appeal
    counting = [m for m in plan.moves if m not in appeal.late]
    found: dict[str, list[Lifting]] = {}
    for line in lines.case.constituencies[appeal.who].red_lines:
        if plan.deal[line.issue] in line.options:
            lifting = tuple(m for m in counting if m in line.unless)
            found.setdefault(line.issue, []).append(lifting)
    return found


def _critique(
    lines: Lines,
    issue: str,
    moves: Sequence[Line],
    rest: Iterator[Line],
    refused: dict[str, list[Lifting]],
) -> Critique:
    option = lines.found.plan.deal[issue]
    crossed = refused.get(issue, [])
    lifting = tuple(dict.fromkeys(move for each in crossed for move in each))
    objections = lines.case.constituencies[lines.appeal.who].objections
    objection = said_for(objections.get(issue), option)
    answers = list(direct(lines, issue, moves, lifting, objection))
    in_return = None if answers else next(rest, None)
    worse = lines.kept_off(issue)
    if worse is not None:
        answers.append((Role.KEPT_OFF, worse))
    if in_return is not None:
        answers.append((Role.RETURN, in_return))
    return Critique(
        issue=issue,
        option=option,
        short=lines.appeal.short(issue),
        refused=bool(crossed),
        lifted=bool(crossed) and all(crossed),
        objection=None if objection is None else objection.text,
        answers=tuple(answers),
    )
