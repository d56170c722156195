"""What is asked at one point of a sweep, and the answer as a row of figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite

from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.crew import Threads
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample, sample_of
from leveltwo.errors import Path, PlanError, TooLarge
from leveltwo.model.deal import Deal
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.planning import sound_plan
from leveltwo.scale.sweeps.document import Document, case_of
from leveltwo.scale.sweeps.places import put
from leveltwo.scale.sweeps.points import Point
from leveltwo.scale.sweeps.sweep import Sweep
from leveltwo.solve.objective import Objective
from leveltwo.solve.pick import Pick, pick
from leveltwo.solve.result import Status

Cell = str | int | float | None
Row = dict[str, Cell]
INVALID, NO_PLAN, TOO_LARGE, ASSESSED = "invalid", "not_a_plan", "too_large", "assessed"


@dataclass(frozen=True)
class Ask:
    """The task of asking at one point.

    Parameters
    ----------
    document : dict
        The case as it is.
    paths : tuple
        The places varied.
    sweep : Sweep
        The question.
    threads : int or None
        Threads for the search at one point; None for one on each processor. Where several
        points are asked at once, one each is enough.
    """

    document: Document
    paths: tuple[Path, ...]
    sweep: Sweep
    threads: int | None = None

    def __call__(self, point: Point) -> Row:
        """The answer at a point: ``status``, ``problem`` where there is one, and the figures."""
        document = self.document
        for path, value in zip(self.paths, point, strict=True):
            document = put(document, path, value)
        case, errors = case_of(document)
        if case is None:
            return {"status": INVALID, "problem": f"{errors[0].place}: {errors[0].message}"}
        sample = sample_of(
            case, draws=self.sweep.draws, seed=self.sweep.seed, certain=self.sweep.certain
        )
        about: Row = {"draws": sample.draws, "seed": sample.seed}
        try:
            return {**self._answer(case, sample), **about}
        except PlanError as error:
            return {"status": NO_PLAN, "problem": str(error), **about}
        except TooLarge as error:
            return {"status": TOO_LARGE, "problem": str(error), **about}

    def _answer(self, case: Negotiation, sample: Sample) -> Row:
        layout = Layout(case)
        if self.sweep.deal is not None:
            plan = sound_plan(case, self.sweep.deal, self.sweep.moves)
            return assessed(layout, sample, plan.deal, plan.moves)
        objective = Objective(
            floor=self.sweep.floor or 0.0,
            moves=frozenset(case.our_moves) | frozenset(self.sweep.in_return),
        )
        crew = Threads(self.threads)
        found = pick(layout, sample, objective, seconds=self.sweep.seconds, crew=crew)
        return picked(case, found)


def assessed(layout: Layout, sample: Sample, deal: Deal, moves: tuple[str, ...]) -> Row:
    """What becomes of a plan, as a row."""
    result = assess(layout, sample, encode(layout, deal, moves))
    low, high = sample.interval(result.chance)
    row: Row = {
        "status": ASSESSED,
        "chance": result.chance,
        "chance_low": low,
        "chance_high": high,
        "durable": result.durable,
    }
    for side, part in result.sides.items():
        row[f"chance.{side}"] = part.chance
        row[f"gain.{side}"] = part.gain
        row |= {f"chance.{side}.{gate}": chance for gate, chance in part.gates.items()}
    return row


def picked(case: Negotiation, result: Pick) -> Row:
    """The best plan, as a row. Walking away is worth 0; what is not known stays empty."""
    row: Row = {
        "status": result.status.value,
        "bound": result.bound if isfinite(result.bound) else None,
    }
    if result.status is Status.NO_DEAL:
        return row | {"value": 0.0, "cost": 0.0}
    if result.plan is None or result.score is None:
        return row
    deal: Mapping[str, str] = result.plan.deal
    return {
        **row,
        "value": result.score.value,
        "chance": result.score.chance,
        "durable": result.score.durable,
        "gain": result.score.gain,
        "cost": result.score.cost,
        "fresh_chance": None if result.fresh is None else result.fresh.score.chance,
        "fresh_value": None if result.fresh is None else result.fresh.score.value,
        "moves": ",".join(result.plan.moves) or None,
        **{f"deal.{issue}": case.issues[issue].plain(option) for issue, option in deal.items()},
    }
