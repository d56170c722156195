"""How a brief was worked out, and what it can be traced to."""

from __future__ import annotations

from leveltwo.advice.wording.figures import chance
from leveltwo.core.map import Map
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.recommendation import Fresh, Recommendation
from leveltwo.version import VERSION

MARGIN = (
    "Everybody behind either table rates every option; ratings and weights give what a deal is "
    "worth to them on a scale of 0 to 100, compared with no deal. Moves add or take points of "
    "acceptance, trusted voices too. What comes out at zero or above is a yes. Votes are counted "
    "by the rule of each gate, and a deal holds only if every gate of every side passes."
)
CERTAIN = (
    "This brief takes every judgement at its best guess and every move as working. It knows no "
    "chances."
)
MODEL = (
    "The idea of two tables is Putnam’s (1988); helping the other side with its own table, and the "
    "classes of moves, are Sebenius’s (2013, 2014). The model is described in full in the "
    "documentation of Level Two."
)
MORE = (
    "More than stands here: “leveltwo spillover” tells what every move does, those left out "
    "included, and “leveltwo speech” outlines what each leader can say."
)


def sampled(case: Negotiation, sample: Sample, fresh: Fresh | None) -> str:
    """What chances are."""
    if sample.certain:
        return CERTAIN
    mood = " and ".join(sorted({f"{case.uncertainty.mood_of(side):g}" for side in case.sides}))
    said = (
        f"Every judgement is drawn {sample.draws:,} times within its range (seed {sample.seed}), "
        f"and people of one side share a mood in each draw (standard deviation {mood} points). A "
        "chance is the share of draws in which something happens."
    )
    if fresh is not None:
        said += (
            f" What is told of the plan itself, from the chance of every gate to what would be "
            f"lost without each move, comes from {fresh.sample.draws:,} fresh draws (seed "
            f"{fresh.sample.seed}), which played no part in choosing it. What it is compared with "
            "comes from the first: what it and other plans are worth, the order of approach and "
            "the map of deals."
        )
    return said


def compared(advice: Recommendation) -> str | None:
    """That plans are compared on other draws than those that the plan is told on."""
    if advice.score is None or advice.fresh is None:
        return None
    there, fresh = chance(advice.score.chance), chance(advice.fresh.score.chance)
    return (
        f"Chances and worth here are those on the {advice.sample.draws:,} draws on which plans "
        f"were compared. There the plan advised has a chance of {there}; on the fresh draws, with "
        f"which all that is told of it elsewhere is worked out, {fresh}."
    )


def searched(advice: Recommendation | None) -> str | None:
    """How the plan was found."""
    if advice is None:
        return "The plan was given, not looked for."
    return (
        "The plan was looked for by branch and bound among all deals and all sets of our moves "
        f"({advice.nodes:,} partial plans looked at)."
    )


def mapped(found: Map | None) -> str | None:
    """What the map rests on."""
    if found is None or found.estimate is None:
        return None
    return (
        f"The map rests on {found.estimate.looked_at:,} deals drawn at random (seed "
        f"{found.estimate.seed})."
    )


def identity(
    source: str, sha256: str, date: str, marking: str, sample: Sample
) -> tuple[tuple[str, str], ...]:
    """What the brief can be traced to."""
    drawn = "best guesses only" if sample.certain else f"{sample.draws:,}, {sample.seed}"
    return (
        ("Case file", source),
        ("SHA-256 of the case file", sha256),
        ("Program", f"Level Two {VERSION}"),
        ("Draws, seed", drawn),
        ("Date", date),
        ("Marking", marking or "none"),
    )
