"""``leveltwo demo``: the main job on the German case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leveltwo import tasks
from leveltwo.cli import screen

if TYPE_CHECKING:
    from leveltwo.tasks import Sampling

CASE = "german-unification-1990"
MAP_DRAWS = 256


def demo() -> None:
    """Show the main job on the German unification negotiations of 1990, in under a minute."""
    from leveltwo.advice import wording
    from leveltwo.cli.commands import advise, diagnose, map_

    sampling: Sampling = tasks.Sampling()
    drawn = map_.drawn(CASE, [], 0.5, tasks.Sampling(draws=MAP_DRAWS))
    case = drawn.case
    screen.show(
        screen.heading(case.title),
        screen.paragraph(wording.DEMO_INTRODUCTION),
        screen.heading(f"1. The map without our moves (leveltwo map {CASE} --draws {MAP_DRAWS})"),
        screen.paragraph(wording.map_sentence(case, drawn.result)),
        map_.winsets(case, drawn.result),
    )
    advice = advise.found(CASE, None, None, [], sampling, None)
    plan = advice.result.plan
    if plan is not None:
        found = tasks.diagnose(CASE, plan.deal, (), None, sampling)
        deal = " ".join(f"{i}={o}" for i, o in plan.deal.items())
        screen.show(
            screen.heading("2. Who stands in the way of the deal we want, if we only ask for it"),
            screen.paragraph(f"(leveltwo diagnose {CASE} --deal {deal})"),
            screen.paragraph(wording.interval_sentence(found.result.plan)),
            *diagnose.barriers(case, found.result),
            *(diagnose.detail(case, found.result, b) for b in found.result.barriers[:2]),
        )
    screen.show(
        screen.heading(f"3. What to do about it (leveltwo advise {CASE})"),
        *advise.parts(case, advice.result, advice.precedents, advice.fallen),
        screen.heading("4. What to try next"),
        screen.lines(wording.DEMO_NEXT),
    )
