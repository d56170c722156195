"""Insure: how easily a rival breaks a plan's gates, and the cheapest moves against that."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from leveltwo.core.arrays import FloatArray, IntArray
from leveltwo.core.choice import columns, decode, encode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import certain
from leveltwo.core.evaluation import evaluate, scores
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.pivots import gate_passes
from leveltwo.core.safety import points_to_break, safety
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.core.votes import cast
from leveltwo.model.plan import Plan
from leveltwo.solve.insurance.coalition import coalitions
from leveltwo.solve.insurance.offers import offers
from leveltwo.solve.insurance.outlook import Outlook
from leveltwo.solve.insurance.record import CLOSE, Guarded, Insurance
from leveltwo.solve.insurance.rival import Rival, Source, rival_of
from leveltwo.solve.insurance.search import MOST_LOOKED_AT, Cover, Search, Watch
from leveltwo.solve.verdict import FRESH_DRAWS, FRESH_SEED


def insure(
    layout: Layout,
    sample: Sample,
    chosen: IntArray,
    budget: float | None = None,
    *,
    most: int = MOST_LOOKED_AT,
    watch: Watch | None = None,
) -> Insurance:
    """The least costly moves of ours that keep a plan safe from a rival.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    chosen : IntArray
        Shape (variables,), the plan.
    budget : float or None
        Points, above 0, that the rival may take from people, spread as it likes; None for those of
        `rival_of`.
    most : int
        Sets of moves to look at before the search ends without proof.
    watch : callable or None
        Called now and then with the sets looked at.

    Returns
    -------
    Insurance
        Every gate of another side, but for those marked implementation, is to take the
        rival at least its budget to break, every judgement being at its best. No gate
        that passes then may be lost, and the chance that all gates pass may not fall below that
        of the plan on its draws. Costs are those at best guess. See `search.Search` for the method.
    """
    case, plan = layout.case, decode(layout, chosen)
    table = compile_table(layout, certain(case))
    theirs = tuple(g for g in layout.gates if g.side != case.viewpoint and not g.implementation)
    rival = rival_of(table, theirs) if budget is None else Rival(budget, Source.GIVEN)
    offered = _useful(table, layout, plan)
    cost = np.array([table.cost[layout.index[f"move:{m}"], 0] for m in offered])
    cover = _Ground(layout, sample, chosen, plan, offered).search(
        table, theirs, cost, rival.points, most, watch
    )
    after = encode(layout, plan.deal, [*plan.moves, *cover.added])
    return _record(
        layout=layout,
        sample=sample,
        rival=rival,
        costs=dict(sorted(zip(offered, cost.tolist(), strict=True))),
        cover=cover,
        plans=[chosen, after],
        table=table,
    )


class _Ground:
    """The plan, what may be added, and how likely it is to pass with that."""

    def __init__(
        self,
        layout: Layout,
        sample: Sample,
        chosen: IntArray,
        plan: Plan,
        offered: tuple[str, ...],
    ) -> None:
        self.layout, self.chosen, self.plan, self.offered = layout, chosen, plan, offered
        everything = encode(layout, plan.deal, [*plan.moves, *offered])
        wanted = {*columns(layout, chosen).tolist(), *columns(layout, everything).tolist()}
        self.table = compile_table(layout, sample.all_at_once(layout.case), sorted(wanted))
        self.floor = self._chance(())

    def permits(self, added: tuple[str, ...]) -> bool:
        """Whether the plan passes in no fewer draws with some more moves."""
        return self._chance(added) >= self.floor - CLOSE

    def _chance(self, added: tuple[str, ...]) -> float:
        moves = [*self.plan.moves, *added]
        return scores(self.table, [encode(self.layout, self.plan.deal, moves)])[0].chance

    def search(
        self,
        table: Table,
        theirs: tuple[GateRow, ...],
        cost: FloatArray,
        goal: float,
        most: int,
        watch: Watch | None,
    ) -> Cover:
        """The least costly set that reaches a goal, or else the safest."""
        votes = cast(table, self.chosen)
        kept = tuple(
            gate
            for gate in self.layout.gates
            if gate_passes(self.layout, gate, votes.for_, votes.against)[0]
        )
        return Search(
            case=self.layout.case,
            plan=self.plan,
            offered=self.offered,
            cost=cost,
            outlook=Outlook(table, self.chosen, self.offered, theirs, kept),
            goal=goal,
            permits=self.permits,
            most=most,
            watch=watch,
        ).run()


def _useful(table: Table, layout: Layout, plan: Plan) -> tuple[str, ...]:
    """Moves offered that touch somebody, or are needed by one that does; the strongest first."""
    case, found = layout.case, offers(layout.case, plan)
    lifting = {m for line in layout.red_lines for m in line.lifters}
    numbers = {move: layout.index[f"move:{move}"] for move in found}
    strength = {
        move: float(np.abs(table.gain[layout.variables[i].first + 1, :, 0]).sum())
        for move, i in numbers.items()
    }
    useful = {m for m, i in numbers.items() if strength[m] > 0 or i in lifting}
    while True:
        wider = useful | {o for m in useful for o in case.moves[m].needs if o in found}
        if wider == useful:
            return tuple(sorted(useful, key=lambda move: (-strength[move], move)))
        useful = wider


def _record(
    *,
    layout: Layout,
    sample: Sample,
    rival: Rival,
    costs: dict[str, float],
    cover: Cover,
    plans: list[IntArray],
    table: Table,
) -> Insurance:
    fresh = _fresh(sample)
    before, after = evaluate(layout, sample, plans)
    again = None if fresh is None else evaluate(layout, fresh, plans)
    return Insurance(
        plan=decode(layout, plans[0]),
        sample=sample,
        rival=rival,
        gates=_gates(layout, sample, rival, plans, table),
        offered=tuple(costs),
        added=cover.added,
        costs=costs,
        proved=cover.proved,
        refused=cover.refused,
        interrupted=cover.interrupted,
        looked_at=cover.looked_at,
        chance=before.chance,
        chance_after=after.chance,
        fresh=fresh,
        fresh_chance=again[0].chance if again else None,
        fresh_after=again[1].chance if again else None,
    )


def _fresh(sample: Sample) -> Sample | None:
    """Draws on which nothing was chosen."""
    if sample.certain:
        return None
    return Sample(max(FRESH_DRAWS, sample.draws), (sample.seed + FRESH_SEED) % 2**31)


def _gates(
    layout: Layout, sample: Sample, rival: Rival, plans: list[IntArray], table: Table
) -> tuple[Guarded, ...]:
    safe = [{(s.side, s.gate): s for s in safety(layout, plan)} for plan in plans]
    points = [points_to_break(layout, sample, plan, rival.points) for plan in plans]
    found = []
    for gate in layout.gates:
        key = gate.side, gate.key
        holds = [float((each[key] >= rival.points - CLOSE).mean()) for each in points]
        guarded = Guarded(
            side=gate.side,
            gate=gate.key,
            insured=gate.side != layout.case.viewpoint and not gate.implementation,
            before=safe[0].get(key),
            after=safe[1].get(key),
            holds_before=holds[0],
            holds_after=holds[1],
            coalitions=None,
        )
        if len(gate.blocs) > 1 and not guarded.holds(rival, insured=False):
            counted = coalitions(table, plans[0], gate, rival.points)
            guarded = replace(guarded, coalitions=counted)
        found.append(guarded)
    return tuple(found)
