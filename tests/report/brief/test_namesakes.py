"""Two sides of one name: neither is lost."""

from __future__ import annotations

from pathlib import Path

from leveltwo.advice.wording.full.rules import rule_items
from leveltwo.report.brief.blocks import Block, Picture
from leveltwo.report.brief.content import deals, people
from leveltwo.report.charts.standings import Standings
from leveltwo.report.charts.winsets import WinSets
from tests.made import FREE, made, saved
from tests.report.brief.conftest import gathered


def chart(found: list[Block]) -> object:
    """The first chart of a part."""
    return next(block.chart for block in found if isinstance(block, Picture))


def test_sides_of_one_name_keep_a_panel_and_a_mood_each(tmp_path: Path) -> None:
    case = made(more={"uncertainty": {"draws": 16, "seed": 1, "mood": {"us": 1, "them": 2}}})
    for side in case["sides"].values():
        side["name"] = "The table"
    found = gathered(saved(tmp_path, case), FREE)
    standings, winsets = chart(people.principal(found)), chart(deals.annex(found))
    assert isinstance(standings, Standings)
    assert [[one.name for one in stands] for _, stands in standings.sides] == [
        ["The chief"], ["Mx Envoy"]
    ]  # fmt: skip
    assert isinstance(winsets, WinSets)
    assert [title for title, _ in winsets.sides][:2] == ["The table", "The table"]
    assert any("The table 1 and The table 2 points" in str(item) for item in rule_items(found.case))
