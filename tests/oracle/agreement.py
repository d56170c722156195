"""The program's answers next to the oracle's, on the same draws."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from leveltwo.core.assessment import Assessment, assess
from leveltwo.core.choice import encode
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import Map, map_deals
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.advise import advise
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.recommendation import Recommendation
from tests.oracle import answers
from tests.oracle.answers import Draw
from tests.oracle.margins import Deal
from tests.oracle.plans import deals, goes_together, plans
from tests.oracle.settle import Doc, ranges, settle

EXACT = 1e-9
WORTH = 1e-6
"""Plans whose worth differs by less count as equal."""


class Pair:
    """One document, read by the program and by the oracle, over the same draws."""

    def __init__(self, doc: Doc, sample: Sample) -> None:
        self.doc = doc
        self.sample = sample
        self.case = Negotiation.model_validate(doc)
        self.layout = Layout(self.case)
        self.draws = oracle_draws(doc, sample.all_at_once(self.case))

    def plain(self, deal: Deal) -> Deal:
        """A deal of the program as the document writes it."""
        return {issue: self.case.issues[issue].plain(option) for issue, option in deal.items()}

    def written(self, deal: Deal) -> dict[str, str]:
        """A deal of the document as the program writes it."""
        return {
            issue: str(self.case.issues[issue].find(str(option))) for issue, option in deal.items()
        }

    def agree_on_plan(self, deal: Deal, moves: Sequence[str]) -> None:
        """Compare the assessments of one plan."""
        chosen = encode(self.layout, self.written(deal), moves)
        ours = assess(self.layout, self.sample, chosen)
        theirs = answers.assess(self.doc, self.draws, deal, moves)
        assert flat(assessed(ours)) == pytest.approx(
            flat({key: theirs[key] for key in assessed(ours)}), abs=EXACT
        )

    def agree_on_map(self, moves: Sequence[str], confidence: float) -> None:
        """Compare the maps with some moves in force."""
        ours = map_deals(self.layout, self.sample, moves, confidence)
        theirs = answers.map_(self.doc, self.draws, moves, confidence)
        counts = {key: theirs[key] for key in ("deals", "overlap", "pareto", "sides")}
        assert counted(ours) == counts
        for rule, spot in ours.solutions.items():
            picked = theirs["solutions"][rule]
            assert (spot is None) == (picked is None), rule
            if spot is not None:
                assert self.plain(spot.deal) in picked["deals"], rule

    def agree_on_advice(self, floor: float) -> Recommendation:
        """Compare the best plans."""
        ours = advise(self.layout, self.sample, Objective(floor=floor))
        theirs = answers.advise(self.doc, self.draws, floor)
        assert ours.status.value == theirs["status"]
        if ours.plan is not None and ours.score is not None:
            assert ours.score.value == pytest.approx(theirs["value"], abs=WORTH)
            assert ours.bound >= theirs["value"] - WORTH
            self._is_among(ours, theirs["plans"])
        return ours

    def agree_on_help(self, deal: Deal, floor: float) -> None:
        """Compare the cheapest help for a deal."""
        asked = Objective(goal=Goal.COST, deal=self.written(deal), floor=floor)
        ours = advise(self.layout, self.sample, asked)
        theirs = answers.cheapest_help(self.doc, self.draws, deal, floor)
        assert ours.status.value == theirs["status"]
        if ours.plan is not None and ours.score is not None:
            assert ours.score.cost == pytest.approx(theirs["cost"], abs=WORTH)
            assert ours.bound <= theirs["cost"] + WORTH
            assert self.plain(ours.plan.deal) == deal
            self._is_among(ours, theirs["plans"])

    def _is_among(self, ours: Recommendation, best: list[dict[str, Any]]) -> None:
        """The plan is one of the best, or as good within the tolerance, with the fewest moves."""
        assert ours.plan is not None
        assert ours.score is not None
        deal, moves = self.plain(ours.plan.deal), sorted(ours.plan.moves)
        assert len(moves) <= min(len(plan["moves"]) for plan in best)
        assert goes_together(self.doc, deal, moves)
        same = [p for p in best if p["deal"] == deal and sorted(p["moves"]) == moves]
        if same:
            assert ours.score.chance == pytest.approx(same[0]["chance"], abs=EXACT)
            assert ours.score.cost == pytest.approx(same[0]["cost"], abs=EXACT)


def oracle_draws(doc: Doc, draws: Draws) -> list[Draw]:
    """The program's draws as the oracle takes them."""
    paths = sorted(ranges(doc)) if draws.quantiles else []
    values = {path: np.broadcast_to(draws[path], draws.size) for path in paths}
    return [
        (
            settle(doc, {path: float(value[d]) for path, value in values.items()}),
            {side: float(mood[d]) for side, mood in draws.moods.items()},
            {move: bool(works[d]) for move, works in draws.works.items()},
        )
        for d in range(draws.size)
    ]


def assessed(result: Assessment) -> dict[str, Any]:
    """The figures of an assessment that the oracle has too."""
    return {
        "chance": result.chance,
        "durable": result.durable,
        "sides": {
            side: {"chance": part.chance, "gain": part.gain, "gates": dict(part.gates)}
            for side, part in result.sides.items()
        },
        "constituencies": {
            who: {"chance": part.chance, "margin": part.margin, "pivotal": part.pivotal}
            for who, part in result.constituencies.items()
        },
    }


def counted(result: Map) -> dict[str, Any]:
    """The counts of a map."""
    return {
        "deals": result.deals,
        "overlap": result.overlap,
        "pareto": result.pareto,
        "sides": {side: {"winset": n} for side, n in result.winsets.items()},
    }


def flat(nested: dict[str, Any], before: str = "") -> dict[str, float]:
    """Every figure by its dotted path."""
    found: dict[str, float] = {}
    for key, part in nested.items():
        path = f"{before}.{key}"
        found |= flat(part, path) if isinstance(part, dict) else {path: part}
    return found


def agree(doc: Doc, sample: Sample, rng: random.Random) -> None:
    """Ask both everything about one document; plans, moves, levels and floors at random."""
    pair = Pair(doc, sample)
    every = list(plans(doc))
    for deal, moves in rng.sample(every, min(4, len(every))):
        pair.agree_on_plan(deal, moves)
    names = sorted(doc.get("moves", {}))
    in_force = [name for name in names if rng.random() < 0.3]
    pair.agree_on_map(in_force, rng.choice([0.5, 0.25, 0.9, 1.0, 0.0]))
    pair.agree_on_advice(rng.choice([0.0, 0.0, 0.0, 0.3, 0.5, 0.75, 0.9]))
    pair.agree_on_help(rng.choice(deals(doc)), rng.choice([0.2, 0.5, 0.8]))
