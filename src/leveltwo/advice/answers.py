"""Answers to what an audience holds against a term: those that a plan bears, best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from leveltwo.advice.lines import TOUCHES, Line, Lines
from leveltwo.model.objection import Objection


class Role(StrEnum):
    """How a line answers."""

    LIFTS = "lifts the red line"
    ELSEWHERE = "answers it from elsewhere"
    WORDS = "the file's words for the term"
    TIED = "goes with the term"
    KEPT_OFF = "worse was kept off"
    RETURN = "in return"


Answer = tuple[Role, Line]


def quotable(lines: Lines) -> list[Line]:
    """Moves of the plan that an audience may be told of.

    They help it, count where it decides, are seen as whose they are, lack no consent, and deceive
    neither it nor anybody who decides.
    """
    found = [lines.move(m) for m in lines.found.plan.moves if may_be_told(lines, m)]
    return [line for line in found if line.points >= TOUCHES]


def may_be_told(lines: Lines, key: str) -> bool:
    """Whether a move can truthfully be spoken of to an audience at all."""
    move = lines.case.moves[key]
    return move.visible and not move.lacks_consent and not lines.deceives(key)


def direct(
    lines: Lines,
    issue: str,
    moves: Sequence[Line],
    lifting: Sequence[str],
    objection: Objection | None,
) -> Iterator[Answer]:
    """Answers that are about the term itself, or that the file gives to the objection; each once.

    Parameters
    ----------
    lines : Lines
        Of the audience.
    issue : str
        The issue that is held against the deal.
    moves : sequence of Line
        Moves that the audience may be told of.
    lifting : sequence of str
        Moves that lift a red line about it where the audience decides.
    objection : Objection or None
        What the file has them say.
    """
    said = set()
    for role, line in _found(lines, issue, moves, lifting, objection):
        if (line.part, line.key) not in said:
            yield role, line
        said.add((line.part, line.key))


def _found(
    lines: Lines,
    issue: str,
    moves: Sequence[Line],
    lifting: Sequence[str],
    objection: Objection | None,
) -> Iterator[Answer]:
    for key in lifting:
        if may_be_told(lines, key):
            yield Role.LIFTS, lines.move(key)
    if objection is not None:
        yield from ((Role.ELSEWHERE, line) for line in _elsewhere(lines, issue, objection))
    term = lines.term(issue)
    if term.words is not None:
        yield Role.WORDS, term
    for line in moves:
        if issue in lines.case.moves[line.key].only_with:
            yield Role.TIED, line


def _elsewhere(lines: Lines, issue: str, objection: Objection) -> Iterator[Line]:
    """What the file names as an answer, in its order: what the plan holds and does them no harm."""
    plan, appeal = lines.found.plan, lines.appeal
    for answer in objection.answered_by:
        if isinstance(answer, str):
            counts = answer in plan.moves and answer not in appeal.late
            if counts and may_be_told(lines, answer) and appeal.moves[answer] > -TOUCHES:
                yield lines.move(answer)
            continue
        for other, options in answer.items():
            chosen = plan.deal[other] in options and other != issue
            if chosen and appeal.lost(other) > -TOUCHES:
                yield lines.term(other)
