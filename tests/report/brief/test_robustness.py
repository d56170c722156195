"""How far the plan can be relied on, as a brief tells it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from leveltwo.advice.wording.briefing import headings
from leveltwo.errors import InputError
from leveltwo.report.brief.blocks import Bullets
from leveltwo.report.brief.briefing import Briefing, Stance
from leveltwo.report.brief.content.brief import brief_of
from tests.made import FREE, Doc, made, saved
from tests.report.brief.conftest import gathered
from tests.report.brief.test_content import section
from tests.report.brief.test_days import lines


def needy() -> Doc:
    """A high price for which the envoy may need a costly gift."""
    return made(people={"envoy": {"no_deal": [45, 60, 75]}},
                moves={"gift": {"effects": {"envoy": 15}, "cost": 6}})  # fmt: skip


@pytest.fixture(scope="module")
def relied(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """What a brief of its best plan rests on."""
    path = saved(tmp_path_factory.mktemp("cases"), needy())
    return gathered(path, None, robust_seconds=60.0)


def test_the_principal_hears_what_to_ask_about_first(relied: Briefing) -> None:
    said = lines(section(brief_of(relied), headings.UNKNOWNS))
    (bullets,) = (b for b in section(brief_of(relied), headings.UNKNOWNS) if isinstance(b, Bullets))
    assert bullets.items[0].lead == "Ask first:"
    assert relied.robustness
    assert relied.robustness.finding_out
    worth = relied.robustness.finding_out.questions[0].worth
    assert said[0].startswith(
        f"What having no deal is worth to Mx Envoy: worth {worth:.1f} (± 0.1) points to know. If"
    )
    assert "it is below" in said[0]
    assert "do this instead: " in said[0]
    assert any(line.startswith("With every judgement drawn from its range") for line in said)
    assert not any(line.startswith("Most turns on") for line in said)


@pytest.mark.parametrize("deal", [None, FREE])
def test_a_plan_that_is_advised_is_not_called_named(deal: Any, tmp_path: Path) -> None:
    briefing = gathered(saved(tmp_path, needy()), deal, robust_seconds=60.0)
    said = " ".join(lines(section(brief_of(briefing), headings.UNKNOWNS)))
    assert ("It was named, not advised" in said) == (briefing.stance is Stance.GIVEN)
    assert ("the plan is best as it is" in said) == (briefing.stance is Stance.ADVISED)


def test_the_worst_case_is_among_what_would_make_it_fail(relied: Briefing) -> None:
    said = lines(section(brief_of(relied), headings.TRAPS))
    assert any("If everything turned out at its worst (every judgement" in line for line in said)


def test_a_limit_that_was_too_short_is_told(tmp_path: Path) -> None:
    briefing = gathered(saved(tmp_path, needy()), None, robust_seconds=1e-6)
    said = lines(section(brief_of(briefing), headings.UNKNOWNS))
    assert any(line.startswith("Stopped before the end") for line in said)


def test_it_is_told_too_what_would_make_walking_away_wrong(tmp_path: Path) -> None:
    doc = needy()
    doc["constituencies"]["envoy"]["no_deal"] = 95
    briefing = gathered(saved(tmp_path, doc), None, robust_seconds=60.0)
    assert briefing.stance is Stance.WALK_AWAY
    assert briefing.robustness
    assert briefing.robustness.plan is None


@pytest.mark.parametrize("how", [{"robust_seconds": 0.0}, {"certain": True, "robust_seconds": 9.0}])
def test_it_can_be_left_out(how: dict[str, Any], tmp_path: Path) -> None:
    """As it is where best guesses are taken for sure; then it is told on whom most turns."""
    briefing = gathered(saved(tmp_path, needy()), FREE, **how)
    assert briefing.robustness is None
    said = lines(section(brief_of(briefing), headings.UNKNOWNS))
    turning = any(line.startswith("Most turns on Mx Envoy") for line in said)
    assert turning != bool(how.get("certain"))


def test_what_cannot_be_had_is_not_looked_into_further(tmp_path: Path) -> None:
    doc = needy()
    doc["constituencies"]["envoy"]["no_deal"] = 95
    briefing = gathered(saved(tmp_path, doc), None, floor=0.9, robust_seconds=9.0)
    assert (briefing.stance, briefing.robustness) == (Stance.IMPOSSIBLE, None)


@pytest.mark.parametrize("seconds", [-1.0, float("inf"), float("nan")])
def test_a_limit_is_a_number_of_seconds(seconds: float, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"robust_seconds is .*; expected a number from 0"):
        gathered(saved(tmp_path, needy()), None, robust_seconds=seconds)
