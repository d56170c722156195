"""Both tables: who stands where, as a picture and as a table."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import charts, headings
from leveltwo.core.assessment import Assessment
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.brief.blocks import Block, Heading, Picture, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.charts.standings import Stand, Standings

MOST = 8
"""People whom a column of the picture can hold; where there are more than two sides, fewer each."""


def principal(briefing: Briefing) -> list[Block]:
    """The picture; nothing without a plan."""
    return [] if briefing.plan is None else [_picture(briefing.case, briefing.plan)]


def annex(briefing: Briefing) -> list[Block]:
    """The table of each side; nothing without a plan."""
    case, plan = briefing.case, briefing.plan
    if plan is None:
        return []
    return [Heading(headings.PEOPLE), *(_table(case, plan, side) for side in case.sides)]


def _picture(case: Negotiation, plan: Assessment) -> Picture:
    most = max(2, MOST // ((len(case.sides) + 1) // 2))
    shown = {side: _most_decisive(plan, _voters(case, side), most) for side in case.sides}
    left_out = sum(len(_voters(case, side)) - len(people) for side, people in shown.items())
    panels = tuple(
        (case.name("sides", side), tuple(_stand(case, plan, who) for who in people))
        for side, people in shown.items()
    )
    told = [
        charts.panel_told(
            case.name("sides", side),
            [
                charts.standing_told(
                    wording.person(case, who), plan.constituencies[who], plan.sample
                )
                for who in people
            ],
        )
        for side, people in shown.items()
    ]
    chart = Standings(panels, charts.STANDINGS_AXIS, charts.STANDINGS_KEY)
    return Picture(chart, charts.standings_caption(left_out, _unasked(case)), " ".join(told))


def _voters(case: Negotiation, side: str) -> list[str]:
    """Whoever stands in a gate of this side, each once, in the order of the gates."""
    members = [who for gate in case.sides[side].gates.values() for who in gate.members]
    return list(dict.fromkeys(members))


def _unasked(case: Negotiation) -> list[str]:
    """Whoever stands in no gate of any side, by name."""
    asked = {who for side in case.sides for who in _voters(case, side)}
    return wording.people(case, [who for who in case.constituencies if who not in asked])


def _most_decisive(plan: Assessment, people: list[str], most: int) -> list[str]:
    ranked = sorted(people, key=lambda who: -plan.constituencies[who].pivotal)[:most]
    return [who for who in people if who in ranked]


def _stand(case: Negotiation, plan: Assessment, who: str) -> Stand:
    found = plan.constituencies[who]
    return Stand(
        name=wording.person(case, who),
        margin=found.margin,
        chance=found.chance,
        told=wording.chance(found.chance, plan.sample),
        pivotal=found.pivotal,
        crossed=found.crossed,
    )


def _table(case: Negotiation, plan: Assessment, side: str) -> Table:
    rows = tuple(
        (
            wording.person(case, who),
            wording.chance(found.chance, plan.sample),
            wording.points(found.margin),
            wording.chance(found.pivotal, plan.sample),
            wording.largest_parts(case, plan.plan, found.parts),
        )
        for who, found in plan.constituencies.items()
        if case.constituencies[who].side == side
    )
    caption = f"{case.name('sides', side)}. {headings.PEOPLE_CAPTION}"
    return Table(caption, headings.PEOPLE_HEAD, rows, (15, 10, 8, 10, 27), frozenset({1, 2, 3}))
