"""What more certainty costs: other plans that nothing beats."""

from __future__ import annotations

from string import ascii_uppercase

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import charts, headings, method
from leveltwo.model.plan import Plan
from leveltwo.report.brief.blocks import Block, Heading, Paragraph, Picture, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.charts.frontier import Choice, Frontier
from leveltwo.solve.recommendation import Option

MOST = 8


def annex(briefing: Briefing) -> list[Block]:
    """Chart and table; nothing where no plan was looked for or no other is worth telling."""
    advice = briefing.advice
    if advice is None or advice.plan is None:
        return []
    options = advice.more_certain(MOST)
    if len(options) < 2:
        return []
    compared = method.compared(advice)
    notes = wording.frontier_notes(briefing.case, options)
    lettered = list(zip(ascii_uppercase, options, strict=False))
    return [
        Heading(headings.FRONTIER),
        _picture(briefing, lettered, advice.plan),
        _table(briefing, lettered, advice.plan),
        *(Paragraph(note) for note in (wording.BY_HAND, compared, *notes) if note),
    ]


def _picture(briefing: Briefing, lettered: list[tuple[str, Option]], plan: Plan) -> Picture:
    choices = tuple(
        Choice(option.score.chance, option.score.gain, letter, option.plan == plan)
        for letter, option in lettered
    )
    chart = Frontier(choices, charts.ACROSS, charts.UPWARDS, charts.ADVISED, charts.OTHER)
    told = [charts.option_told(letter, option, briefing.sample) for letter, option in lettered]
    return Picture(chart, charts.FRONTIER_CAPTION, "; ".join(told) + ".")


def _table(briefing: Briefing, lettered: list[tuple[str, Option]], plan: Plan) -> Table:
    rows = tuple(
        (
            letter,
            wording.chance(option.score.chance, briefing.sample),
            wording.points(option.score.value),
            wording.points(option.score.before_cost),
            wording.points(option.score.cost, signed=False),
            wording.on_frontier(briefing.case, plan, option),
        )
        for letter, option in lettered
    )
    return Table("", headings.FRONTIER_HEAD, rows, (1, 3, 2, 2, 2, 12), frozenset({1, 2, 3, 4}))
