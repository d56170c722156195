"""A study of one plan: what has been found so far, part by part."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from leveltwo.core.arrays import IntArray
from leveltwo.core.choice import decode, encode
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Crew
from leveltwo.core.evaluation import scores
from leveltwo.core.layout import Layout
from leveltwo.core.returns import returns
from leveltwo.core.sample import Sample
from leveltwo.core.tallies import Tallies, tallies
from leveltwo.model.plan import Plan
from leveltwo.solve.clock import Clock
from leveltwo.solve.frontier import best_chance, trade_offs
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Status
from leveltwo.solve.robustness.candidates import Choice, distinct, neighbours
from leveltwo.solve.robustness.finding_out import finding_out
from leveltwo.solve.robustness.record import FindingOut, Robustness, Stress
from leveltwo.solve.robustness.screening import Thirds, influential, worth_comparing
from leveltwo.solve.robustness.stability import STARTS, Variants
from leveltwo.solve.robustness.stress import stress
from leveltwo.solve.verdict import WORTHLESS

VARIANTS = 64
SAMPLES = 32
"""Independent samples that plans are compared on."""
ENOUGH = 8
"""Samples after which a comparison may be stopped."""
SCREENED, SCREENS = 4096, 8
"""Draws and samples for a first look."""
COMPARED = 32
"""Plans compared closely, beside those found in parts of a judgement."""
Watch = Callable[[str, int, int], None]


class Study:
    """Looks into one plan. Parts come one after another; what is done stays if one is stopped.

    Parameters
    ----------
    layout : Layout
        The structure of the case.
    sample : Sample
        The draws that plans are searched on.
    objective : Objective
        What is wanted.
    clock : Clock
        The time there is.
    crew : Crew
        Who does the work.
    watch : callable or None
        Told of the part under way, how much of it is done and how much there is.
    """

    def __init__(
        self,
        layout: Layout,
        sample: Sample,
        objective: Objective,
        clock: Clock,
        crew: Crew,
        watch: Watch | None,
    ) -> None:
        self.layout = layout
        self.sample = sample
        self.objective = objective
        self.clock = clock
        self.crew = crew
        self.chosen: Choice = None
        self.known: list[IntArray] = []
        self._watch = watch
        self._draws = sample.all_at_once(layout.case)
        self._table = compile_table(layout, self._draws)
        self._proved = False
        self._curtailed = False
        self._stress: Stress | None = None
        self._variants: Variants | None = None
        self._plans: list[Choice] = []
        self._seen: Tallies | None = None
        self._compared = sample

    def search(self, plan: Plan | None) -> None:
        """Find the best plan, and others that no other beats; or take over the plan given."""
        self._tell("search", 0, 0)
        if plan is not None:
            self.chosen = encode(self.layout, plan.deal, plan.moves)
            self.known = [self.chosen]
        limit = self.clock.left(0.3)
        found = optimise(
            self._table,
            self.objective,
            starts=tuple(self.known),
            seconds=limit,
            seed=self.sample.seed,
            watch=self._searching,
            crew=self.crew,
        )
        if found.chosen is not None:
            self.known.append(found.chosen)
            if plan is None and found.score > WORTHLESS:
                self.chosen = found.chosen
        self._proved = found.status in (Status.OPTIMAL, Status.INFEASIBLE)
        self._curtailed = not self._proved
        if found.interrupted:
            raise KeyboardInterrupt
        self.known += self._others()

    def _searching(self, best: float, _bound: float, nodes: int) -> None:
        if best > WORTHLESS:
            self._tell("search", nodes, 0)

    def _others(self) -> list[IntArray]:
        """Plans of the frontier, or the likeliest where walking away is best."""
        left = self.clock.left(0.4)
        if self.chosen is None:
            likeliest = best_chance(self._table, self.objective, left).chosen
            return [] if likeliest is None else [likeliest]
        chance = scores(self._table, [self.chosen])[0].chance
        beside = trade_offs(self._table, self.objective, self.chosen, chance, left)
        if beside.interrupted:
            raise KeyboardInterrupt
        return [encode(self.layout, o.plan.deal, o.plan.moves) for o in beside.options]

    def press(self) -> None:
        """Look at the plan under pessimism."""
        if self.chosen is not None:
            self._stress = stress(
                self.layout,
                self.objective,
                self.chosen,
                self.sample.seed,
                known=tuple(self.known),
                seconds=self.clock.left(0.5),
            )

    def vary(self) -> None:
        """Find the best plan where every judgement turns out in some way, many times over."""
        self._variants = Variants(
            self.layout, self.objective, self.chosen, self.sample.seed, list(self.known)
        )
        self._tell("stability", 0, VARIANTS)
        for done in self._variants.explore(VARIANTS, lambda: self.clock.left(0.7)):
            self._tell("stability", done, VARIANTS)
        self.known = self._variants.known
        self._curtailed |= len(self._variants.best) < VARIANTS

    def compare(self, draws: int) -> None:
        """Compare plans where single judgements are low, middling or high."""
        self._plans = self._candidates()
        size = max(1, draws // SAMPLES)
        self._tell("finding_out", 0, SAMPLES)
        for seen in tallies(self.layout, self._plans, size, self._seeds(SAMPLES), self.crew):
            done = len(seen.plans)
            self._seen = seen if done >= ENOUGH else None
            self._compared = Sample(size * done, self.sample.seed)
            self._tell("finding_out", done, SAMPLES)
            if done >= ENOUGH and self.clock.over():
                self._curtailed |= done < SAMPLES
                break

    def _candidates(self) -> list[Choice]:
        """Plans that may be best somewhere, the one asked about first."""
        near = [] if not self.known else neighbours(self.layout, self.objective, self.known[0])
        plans = distinct([self.chosen, None, *self.known, *near])
        self._tell("candidates", 0, 1)
        seeds = self._seeds(SCREENS + SAMPLES)[SAMPLES:]
        *_, seen = tallies(self.layout, plans, SCREENED // SCREENS, seeds, self.crew)
        kept = worth_comparing(plans, seen, COMPARED)
        starts = tuple(plan for plan in kept if plan is not None)[:STARTS]
        thirds = Thirds(self._table, self._draws, self.objective, starts)
        paths = influential(seen)
        for i, path in enumerate(paths):
            self._tell("candidates", i, len(paths))
            if self.clock.over(0.85):
                self._curtailed = True
                break
            kept += thirds.best(path, self.clock.left(0.85))
        return distinct(kept)

    def _seeds(self, number: int) -> list[int]:
        state = np.random.SeedSequence([self.sample.seed, SAMPLES]).generate_state(number)
        return [int(seed) % 2**31 for seed in state]

    def _tell(self, part: str, done: int, of: int) -> None:
        if self._watch is not None:
            self._watch(part, done, of)

    def result(self, *, advised: bool, interrupted: bool) -> Robustness:
        """What has been found."""
        tried = self._variants is not None and self._variants.best
        return Robustness(
            sample=self.sample,
            plan=None if self.chosen is None else decode(self.layout, self.chosen),
            value=float(returns(self._table, [self.chosen])[0].mean()),
            advised=advised,
            proved=self._proved,
            stress=self._stress,
            stability=self._variants.result() if self._variants and tried else None,
            finding_out=self._found_out(),
            curtailed=self._curtailed,
            interrupted=interrupted,
        )

    def _found_out(self) -> FindingOut | None:
        if self._seen is None:
            return None
        return finding_out(self.layout, self._plans, self._seen, self._compared)
