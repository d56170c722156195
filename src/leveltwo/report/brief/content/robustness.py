"""How far the plan can be relied on: what to find out, what stays, and the worst case."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import headings
from leveltwo.report.brief.blocks import Block, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.solve.robustness.record import Robustness

MOST = 8
"""Things to find out that are told of."""


def annex(briefing: Briefing) -> list[Block]:
    """What the principal is not told of it; nothing where that was not looked into."""
    found = briefing.robustness
    if found is None:
        return []
    case = briefing.case
    before = [
        wording.walking_sentence(case, found),
        wording.stopped_sentence(found),
        wording.lead_sentence(case, found),
        wording.theirs_sentence(case, found),
        wording.found_sentence(found),
    ]
    after = [
        wording.mood_sentence(found, MOST),
        wording.stability_sentence(found),
        wording.stays_sentence(case, found),
    ]
    blocks: list[Block] = [Heading(headings.ROBUSTNESS)]
    blocks += [*_said(before), *_questions(briefing, found)]
    blocks += [*_said(after), *_depends(briefing, found)]
    blocks += [Paragraph(note) for note in wording.turning_notes(case, found, MOST)]
    return blocks


def _said(sentences: list[str | None]) -> list[Block]:
    text = " ".join(sentence for sentence in sentences if sentence)
    return [Paragraph(text)] if text else []


def _questions(briefing: Briefing, found: Robustness) -> list[Block]:
    """What is worth finding out, most worth first."""
    case, out = briefing.case, found.finding_out
    if out is None or not out.questions:
        return []
    rows = tuple(
        (
            wording.question_sentence(case, question),
            wording.question_worth(question),
            " ".join(wording.turn_lines(case, found, question)),
        )
        for question in out.questions[:MOST]
    )
    caption = f"{wording.ASK_FIRST}. {wording.ALONE}"
    return [Table(caption, headings.QUESTIONS_HEAD, rows, (6, 3, 12), frozenset({1}))]


def _depends(briefing: Briefing, found: Robustness) -> list[Block]:
    """What is not always in the best plan."""
    rows = tuple(wording.depends_lines(briefing.case, found))
    if not rows:
        return []
    return [Table(headings.DEPENDS, headings.DEPENDS_HEAD, rows, (10, 3, 8))]
