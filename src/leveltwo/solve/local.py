"""Good plans fast: annealing from random plans, and climbing to the top from where that ends."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, field
from math import prod

import numpy as np

from leveltwo.core.arrays import BoolArray, IntArray
from leveltwo.core.crew import Crew, Threads
from leveltwo.solve.pace import Pace
from leveltwo.solve.problem import EQUAL, Problem
from leveltwo.solve.schedule import SCHEDULES, lured
from leveltwo.solve.terrain import Terrain, terrain

STARTS = 8
"""Chains of each round."""
ROUNDS = 3
"""Rounds at most after the first, each of chains four times as long."""
GROWTH = 4
AGREE = 2
"""Chains that must come to the same best before a round may be the last."""
BURST = 4e6
"""Work of all chains of the first round, in votes worked out: about a hundredth of a second."""
OVERHEAD, OVERHEAD_ROW = 300, 16
"""What a step costs beside its votes, and what each row costs, in the same unit."""
STEPS = 300
"""Steps of a chain of the second round, for each option of each variable."""
LEAST = 100
"""Steps of a chain of the first round at least."""
LOOK = 64
"""Variables that climbing tries between looks at whether anybody still waits."""
Known = tuple[float, IntArray]


def climbs(
    problem: Problem,
    starts: Iterable[IntArray],
    seed: int,
    pace: Pace,
    *,
    crew: Crew | None = None,
    effort: int = ROUNDS,
) -> Generator[Known, None, None]:
    """Good plans, each with its objective, the first after about a hundredth of a second.

    Rounds of independent chains: simulated annealing from a random plan (see
    `leveltwo.solve.search.anneal`), then coordinate ascent. The first round is short. Later
    ones are longer with the size of the problem and with every round; they end when all
    chains of a round agree, when it finds nothing better and several agree or nothing at all, or
    when there are no more plans than steps.

    Parameters
    ----------
    problem : Problem
        The problem.
    starts : iterable of IntArray
        Plans to climb from first; those that break a rule are left out.
    seed : int
        Seed of the random plans and changes.
    pace : Pace
        When to stop.
    crew : Crew or None
        Who does the work; None for one worker. The plans are the same for all.
    effort : int
        Rounds at most after the first, short one.

    Yields
    ------
    tuple
        Objective and plan, of the ends of climbs that pass often enough.
    """
    best = -np.inf
    for known in _from(problem, starts, pace):
        best = max(best, known[0])
        yield known
    if pace.over or not STARTS:
        return
    chain = Chain(problem, terrain(problem), seed)
    for number in range(effort + 1):
        before, ends = best, []
        for end in _round(chain, number, crew or Threads(1)):
            if end is not None:
                ends.append(end[0])
                yield end
            if pace.over:
                return
        best = max([best, *ends])
        if _settled(before, best, ends, number) or chain.steps(number) >= chain.plans:
            return


def _round(chain: Chain, number: int, crew: Crew) -> Iterator[Known | None]:
    """The ends of the chains of one round, in order."""
    jobs = [Job(number * STARTS + i, chain.steps(number)) for i in range(STARTS)]
    at_work = crew.each(chain, jobs)
    try:
        for end in at_work:  # noqa: UP028 (`yield from` would close it before they hear)
            yield end
    except BaseException:
        chain.give_up()
        raise
    finally:
        at_work.close()


def _settled(before: float, best: float, ends: list[float], number: int) -> bool:
    """Whether all chains of a round agree, or it found nothing new and several agree.

    Or nothing at all, in a round of some length.
    """
    agree = sum(end >= best - EQUAL for end in ends)
    if agree == STARTS or (number and not ends):
        return True
    return agree >= AGREE and best <= before + EQUAL


def _from(problem: Problem, starts: Iterable[IntArray], pace: Pace) -> Iterator[Known]:
    """The plans that climbing reaches from given ones."""
    from leveltwo.solve.kernels import keeps_rules

    for start in starts:
        allowed = problem.allowed[np.arange(len(start)), start].all()
        if allowed and keeps_rules(start, problem.rules):
            known = climbed(problem, start.copy(), lambda: not pace.over)
            if known is not None:
                yield known
        if pace.over:
            return


def climbed(problem: Problem, chosen: IntArray, goes_on: Callable[[], bool]) -> Known | None:
    """Where coordinate ascent leads from a plan; None if it passes too seldom there.

    One issue or move is changed at a time while that helps.

    Parameters
    ----------
    problem : Problem
        The problem.
    chosen : IntArray
        Shape (variables,): a plan that keeps the rules; changed.
    goes_on : callable
        Whether to go on; looked at now and then.
    """
    from leveltwo.solve.kernels import NOTHING, climb

    order = np.arange(len(chosen))
    state, score = np.array([0, 0]), -np.inf
    while state[1] < len(order):
        score = climb(LOOK, state, chosen, problem.allowed, order, problem.exact, problem.rules)
        if not goes_on():
            break
    return (float(score), chosen) if score > NOTHING / 4 else None


@dataclass(frozen=True)
class Job:
    """One chain to run: its number, from which its random numbers follow, and its steps."""

    number: int
    steps: int


@dataclass(frozen=True)
class Chain:
    """Runs chains: a random plan, annealed, then climbed from.

    Parameters
    ----------
    problem : Problem
        The problem.
    land : Terrain
        The same, laid out.
    seed : int
        Seed of all chains.
    halt : BoolArray
        Shape (1,): true when nobody waits any more.
    """

    problem: Problem
    land: Terrain
    seed: int
    halt: BoolArray = field(default_factory=lambda: np.zeros(1, dtype=np.bool_))

    def steps(self, round_: int) -> int:
        """Steps of each chain of a round; no more than there are plans."""
        if round_:
            steps = STEPS * len(self.land.option) * int(GROWTH ** (round_ - 1))
        else:
            rows = float(self.land.touched.sum(axis=1).mean())
            work = OVERHEAD + rows * (OVERHEAD_ROW + self.land.base.shape[1])
            steps = max(int(BURST / STARTS / work), LEAST)
        return min(steps, self.plans)

    @property
    def plans(self) -> int:
        """How many plans there are, rules apart."""
        return prod(np.diff(self.land.option_first).tolist())

    def give_up(self) -> None:
        """End soon: nobody waits any more."""
        self.halt[0] = True

    def __call__(self, job: Job) -> Known | None:
        """Run a chain; None if it reached no plan that passes often enough."""
        from leveltwo.solve.search.anneal import anneal, scatter

        problem = self.problem
        seed = int(np.random.SeedSequence([self.seed, job.number]).generate_state(1)[0])
        domain = problem.allowed.copy()
        if not scatter(seed, domain, problem.rules):
            return None
        chosen = domain.argmax(axis=1)
        best = chosen.copy()
        schedule = lured(SCHEDULES[job.number % len(SCHEDULES)], problem)
        anneal(seed, job.steps, schedule, chosen, best, self.halt, self.land, problem.rules)
        return climbed(problem, best, lambda: not self.halt[0])
