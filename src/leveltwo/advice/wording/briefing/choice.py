"""The choice that a principal has to make first, where another plan is nearly as good."""

from __future__ import annotations

from leveltwo.advice.wording.advice import cautions
from leveltwo.advice.wording.figures import chance, chance_shift, points
from leveltwo.advice.wording.frontier import difference
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Recommendation

LEAD = "Decide first:"


def choice(case: Negotiation, advice: Recommendation | None) -> str | None:
    """What to decide between; None where no other plan is nearly as good and far likelier."""
    near = None if advice is None else advice.nearly_as_good
    if advice is None or advice.plan is None or advice.score is None or near is None:
        return None
    here, there = advice.score, near.score
    said = (
        f"{_named(difference(case, near.plan, advice.plan))} (passes with a chance of "
        f"{chance(here.chance, advice.sample)}), as in the plan below, or "
        f"{_named(difference(case, advice.plan, near.plan))} "
        f"({chance(there.chance, advice.sample)}, on the same draws)?"
    )
    worth = (
        f"The second is worth {points(there.value)} points to us on average, the first "
        f"{points(here.value)}, which judgements can hardly tell apart."
    )
    carried = ""
    if case.has_implementation:
        shift = chance_shift(here.durable, there.durable, advice.sample)
        carried = f" That it is also carried out: {shift}."
    return f"{said} {worth}{carried}{cautions(case, advice.plan, near.plan)}"


def step(case: Negotiation, advice: Recommendation | None) -> str | None:
    """The same as a step, in short."""
    near = None if advice is None else advice.nearly_as_good
    if advice is None or advice.plan is None or near is None:
        return None
    first = _named(difference(case, near.plan, advice.plan))
    second = _named(difference(case, advice.plan, near.plan))
    return f"decide between {first} and {second}; see the answer above."


def _named(differing: str) -> str:
    return f"“{differing}”"
