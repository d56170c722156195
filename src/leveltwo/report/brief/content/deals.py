"""The map of deals: how many each side's gates would let through, and what would be picked."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import charts, headings
from leveltwo.advice.wording.briefing import deals as said
from leveltwo.core.map import Map, Spot
from leveltwo.report.brief.blocks import Block, Heading, Paragraph, Picture, Table
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.charts.winsets import WinSets


def annex(briefing: Briefing) -> list[Block]:
    """The sizes of win-sets, their picture, and the deals that rules of fairness pick."""
    found = briefing.map
    if found is None:
        return []
    blocks: list[Block] = [
        Heading(headings.MAP),
        Paragraph(wording.map_sentence(briefing.case, found)),
    ]
    if not found.sample.certain:
        blocks.append(_picture(briefing, found))
    picked = {rule: spot for rule, spot in found.solutions.items() if spot is not None}
    return [*blocks, _picks(briefing, picked)] if picked else blocks


def _picture(briefing: Briefing, found: Map) -> Picture:
    named = [(briefing.case.name("sides", s), n) for s, n in found.side_histograms.items()]
    sides = (*named, (charts.ALL_SIDES, found.histogram))
    chart = WinSets(sides, found.confidence, charts.DEALS, charts.PASSING, charts.INSIDE)
    told = [charts.histogram_told(title, n, found.confidence) for title, n in sides]
    return Picture(chart, charts.map_caption(found), "; ".join(told) + ".")


def _picks(briefing: Briefing, picked: dict[str, Spot]) -> Table:
    case = briefing.case
    rows = tuple(
        (
            wording.RULES[rule],
            wording.chance(spot.chance, briefing.sample),
            said.differing(case, briefing.plan, spot.deal),
        )
        for rule, spot in picked.items()
    )
    return Table(headings.PICKS_CAPTION, headings.PICKS_HEAD, rows, (4, 2, 15), frozenset({1}))
