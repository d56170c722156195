"""The program as these tests ask it: one place that knows how a question is put."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import product
from typing import Any

import numpy as np
import yaml

from leveltwo.core import assessment, mapping, pivots
from leveltwo.core.arrays import BoolArray
from leveltwo.core.assessment import Assessment
from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.deals import all_deals
from leveltwo.core.layout import GateRow, Layout
from leveltwo.core.mapping import Map
from leveltwo.core.sample import Sample, sample_of
from leveltwo.core.votes import Votes
from leveltwo.core.winset import chances
from leveltwo.io.yaml_file import loads
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import read_deal
from leveltwo.solve import advise as advice
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.recommendation import Recommendation
from tests.published.documents import TEXT, Doc, document, only, person, side


class _Plain(yaml.SafeDumper):
    """Writes what occurs twice twice."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def read(doc: Doc) -> Negotiation:
    """The case that the program reads in a document written as YAML."""
    return loads(yaml.dump(doc, Dumper=_Plain, sort_keys=False))


def assess(
    doc: Doc, deal: Mapping[str, object], moves: Collection[str] = (), draws: int | None = None
) -> Assessment:
    """One plan assessed, in the certain case unless draws are asked for."""
    return assess_case(read(doc), deal, moves, draws)


def assess_case(
    case: Negotiation,
    deal: Mapping[str, object],
    moves: Collection[str] = (),
    draws: int | None = None,
) -> Assessment:
    """The same for a case that has been read."""
    layout = Layout(case)
    chosen = encode(layout, read_deal(case, deal), moves)
    return assessment.assess(layout, _sample(case, draws), chosen)


def map_deals(doc: Doc) -> Map:
    """The deal space in the certain case, no moves made."""
    case = read(doc)
    return mapping.map_deals(Layout(case), _sample(case, None), (), 0.5)


def approved(doc: Doc, of: str) -> frozenset[tuple[str, ...]]:
    """The deals that pass one side's gates in the certain case, issues in order of their ids."""
    case = read(doc)
    layout = Layout(case)
    table = compile_table(layout, _sample(case, None).all_at_once(case))
    deals = all_deals(layout)
    passing = chances(table, deals, ())[:, sorted(case.sides).index(of)] == 1
    options = [v.options for v in layout.variables if not v.is_move]
    rows = deals[passing].tolist()
    return frozenset(tuple(o[k] for o, k in zip(options, row, strict=True)) for row in rows)


def advise(doc: Doc, draws: int | None = None) -> Recommendation:
    """The best plan, in the certain case unless draws are asked for."""
    case = read(doc)
    return advice.advise(Layout(case), _sample(case, draws), Objective())


def cheapest_help(doc: Doc, deal: Mapping[str, object]) -> Recommendation:
    """The least costly moves that carry a deal for certain."""
    case = read(doc)
    asked = Objective(Goal.COST, floor=1.0, deal=read_deal(case, deal))
    return advice.advise(Layout(case), _sample(case, None), asked)


def worth(advised: Recommendation) -> float:
    """What the plan advised is worth; walking away is worth nothing."""
    return 0.0 if advised.score is None else advised.score.value


def _sample(case: Negotiation, draws: int | None) -> Sample:
    return sample_of(case, draws=draws, certain=draws is None)


Rule = Any
"""A gate's rule as a file writes it."""


class Ballot:
    """One gate put to ways in which its members can vote for or against.

    Parameters
    ----------
    rule : rule
        The gate, as a file writes it.
    members : collection of str
        Whom it asks.
    every_profile : bool
        Whether all ways to vote are wanted; there are 2 ** members.

    Attributes
    ----------
    profiles : BoolArray
        Shape (ways, members): who votes for.
    """

    def __init__(self, rule: Rule, members: Collection[str], *, every_profile: bool = True) -> None:
        people = {who: person("house", 50, only(50)) for who in members}
        people["guest"] = person("street", 0, only(50))
        sides = {"house": side(next(iter(members)), {"rule": rule}), "street": side("guest")}
        self.members = tuple(members)
        self.layout = Layout(read(document(sides, TEXT, people)))
        ways = product([False, True], repeat=len(members) if every_profile else 0)
        self.profiles: BoolArray = np.array(list(ways), dtype=np.bool_)

    @property
    def gate(self) -> GateRow:
        """The gate as the program compiles it."""
        return next(gate for gate in self.layout.gates if gate.side == "house")

    def passes(self) -> BoolArray:
        """Shape (profiles,): whether the program lets it pass."""
        votes = self._votes(self.profiles)
        return pivots.gate_passes(self.layout, self.gate, votes.for_, votes.against)

    def passes_against(self, group: Collection[str]) -> bool:
        """Whether it passes with one group against and all others for."""
        votes = self._votes(np.array([[who not in group for who in self.members]]))
        found = pivots.gate_passes(self.layout, self.gate, votes.for_, votes.against)
        return bool(found[0])

    def turns_on(self, who: str) -> BoolArray:
        """Shape (profiles,): whether the program finds that the gate turns on one vote."""
        return pivots.pivotal(self.layout, self._votes(self.profiles), self.gate, who)

    def _votes(self, profiles: BoolArray) -> Votes:
        for_ = np.zeros((len(self.layout.voters), len(profiles)), dtype=np.bool_)
        for who, column in zip(self.members, profiles.T, strict=True):
            for_[self.gate.blocs[who]] = column
        blocs = len(self.layout.blocs)
        margin = np.zeros((blocs, len(profiles)))
        return Votes(margin, for_, ~for_, np.zeros(blocs, dtype=np.bool_))
