"""A written brief as a JSON document."""

from __future__ import annotations

from typing import Any

from leveltwo.report.brief.blocks import Heading
from leveltwo.report.brief.written import Written
from leveltwo.report.seen_document import redated_documents


def brief_document(written: Written) -> dict[str, Any]:
    """The files, what ties them to their case file, and what they say in short."""
    briefing, identity = written.briefing, written.briefing.identity
    plan, fresh = briefing.plan, briefing.fresh
    searched = briefing.score or plan
    heads = [block for block in written.brief.blocks if isinstance(block, Heading)]
    return {
        "files": [str(file) for file in written.files],
        "source": identity.source,
        "sha256": identity.sha256,
        "date": identity.date.isoformat(),
        "marking": identity.marking,
        "stance": briefing.stance.value,
        "chance": searched.chance if searched else None,
        "durable": searched.durable if searched else None,
        "fresh_chance": fresh.score.chance if fresh else None,
        "moves": list(plan.plan.moves) if plan else None,
        "redated": redated_documents(briefing.calendar.changes),
        "sections": [head.text for head in heads if head.level < 3],
    }
