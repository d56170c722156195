"""Gates: what must be agreed, with what chance, and how little would break it."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import dates, headings
from leveltwo.report.brief.blocks import Block, Heading, Table
from leveltwo.report.brief.briefing import Briefing


def annex(briefing: Briefing) -> list[Block]:
    """One table for each side."""
    tables = [_table(briefing, side) for side in briefing.case.sides]
    return [Heading(headings.GATES), *tables]


def _table(briefing: Briefing, side: str) -> Table:
    case, plan = briefing.case, briefing.plan
    safe = {(s.side, s.gate): s for s in plan.safety} if plan else {}
    rows = []
    for key, gate in case.sides[side].gates.items():
        found = safe.get((side, key))
        chance = plan.sides[side].gates[key] if plan else None
        rows.append(
            (
                headings.gate(wording.gate_name(case, side, key), carried=gate.implementation),
                dates.day_or_any(gate.date),
                wording.rule_in_words(case, gate.rule),
                wording.chance(chance, briefing.sample) if chance is not None else headings.NOTHING,
                wording.votes_to_lose(found) if found else headings.NOTHING,
                wording.points_to_lose(found) if found else headings.NOTHING,
            )
        )
    caption = f"{case.name('sides', side)}. {headings.GATES_CAPTION}"
    return Table(
        caption, headings.GATES_HEAD, tuple(rows), (6, 4, 9, 5, 3, 3), frozenset({3, 4, 5})
    )
