"""``leveltwo demo``: the main job on the German case."""

from __future__ import annotations

from leveltwo import tasks
from leveltwo.cli import screen
from leveltwo.cli.progress import progress
from leveltwo.tasks.stopping import unbroken

CASE = "german-unification-1990"
MAP_DRAWS = 256


def demo() -> None:
    """Show the main job on the German unification negotiations of 1990, in under a minute."""
    from leveltwo.advice import wording
    from leveltwo.cli.commands import advise, diagnose, map_

    with progress(CASE, wording.MAPPING) as display:
        few = tasks.Sampling(draws=MAP_DRAWS)
        drawn = tasks.map_deals(CASE, sampling=few, progress=display.map_deals)
    case = drawn.case
    screen.show(
        screen.heading(case.title),
        screen.paragraph(wording.DEMO_INTRODUCTION),
        screen.heading(wording.demo_map(CASE, MAP_DRAWS)),
        screen.paragraph(wording.map_sentence(case, drawn.result)),
        map_.winsets(case, drawn.result),
    )
    with progress(CASE, wording.SEARCHING) as display:
        advice = tasks.advise(CASE, watch=display.search)
    plan = unbroken(advice.result).plan
    if plan is not None:
        found = tasks.diagnose(CASE, plan.deal)
        deal = " ".join(f"{i}={o}" for i, o in plan.deal.items())
        heading, command = wording.demo_barriers(CASE, deal)
        screen.show(
            screen.heading(heading),
            screen.paragraph(command),
            screen.paragraph(wording.interval_sentence(found.result.plan)),
            *diagnose.barriers(case, found.result),
            *diagnose.details(case, found.result, 2),
        )
    screen.show(
        screen.heading(wording.demo_advice(CASE)),
        *advise.parts(case, advice.result, advice.precedents, advice.fallen, advice.akin),
        screen.heading(wording.DEMO_LAST),
        screen.lines(wording.DEMO_NEXT),
    )
