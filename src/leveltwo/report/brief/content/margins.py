"""What makes up a margin: waterfalls for those on whom most turns."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import charts, headings, risks
from leveltwo.core.assessment import Assessment
from leveltwo.report.brief.blocks import Block, Heading, Picture
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.charts.waterfalls import Waterfall, Waterfalls

MOST = 4


def annex(briefing: Briefing) -> list[Block]:
    """The margins of those who stand in the way, then of those on whom most turns."""
    case, plan = briefing.case, briefing.plan
    if plan is None:
        return []
    people = _people(briefing, plan)
    if not people:
        return []
    falls = tuple(
        Waterfall(
            who=wording.person(case, who),
            steps=charts.steps(case, plan.constituencies[who].parts),
            margin=plan.constituencies[who].margin,
        )
        for who in people
    )
    told = "; ".join(charts.waterfall_told(f.who, f.steps, f.margin) for f in falls)
    chart = Waterfalls(falls, charts.TOTAL, charts.POINTS)
    return [Heading(headings.MARGINS), Picture(chart, charts.MARGINS_CAPTION, f"{told}.")]


def _people(briefing: Briefing, plan: Assessment) -> list[str]:
    blockers = [barrier.conversion.who for barrier in briefing.barriers]
    decisive = risks.decisive(plan, list(plan.constituencies))
    return list(dict.fromkeys([*blockers, *decisive]))[:MOST]
