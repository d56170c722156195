"""What more support, higher hurdles, worse alternatives and free help can and cannot do."""

from __future__ import annotations

import copy
import random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.core.arrays import FloatArray
from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.deals import all_deals
from leveltwo.core.evaluation import scores
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.winset import chances
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import Rule, Unless, walk
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from tests.brute import every_plan, table_of
from tests.strategies import build, documents

Doc = dict[str, Any]
SEEDS = st.integers(0, 10**6)


def plain(doc: Doc) -> Doc:
    """The same document in which nobody abstains and nobody follows anybody.

    With cues support can be contagious either way, and an abstention can break a quorum that
    a vote against would have kept.
    """
    doc = copy.deepcopy(doc)
    for about in doc["constituencies"].values():
        about.pop("band", None)
        about.pop("follows", None)
    return doc


def vetoes_by_quorum(rule: Rule) -> bool:
    """Whether some veto needs a quorum."""
    return any(isinstance(r, Unless) and r.unless.quorum is not None for _, r in walk(rule))


@given(documents(), SEEDS)
@settings(max_examples=60)
def test_a_vote_turned_for_never_stops_a_gate(doc: Doc, seed: int) -> None:
    """From against always; from abstaining where no veto needs a quorum."""
    layout = Layout(Negotiation.model_validate(doc))
    rng = np.random.default_rng(seed)
    vote = rng.integers(-1, 2, (len(layout.voters), 200))
    for gate in layout.gates:
        rule = layout.case.sides[gate.side].gates[gate.key].rule
        lowest = 0 if vetoes_by_quorum(rule) else 1
        before = layout.thresholds.passes(vote > 0, vote < 0, gate.nodes)[gate.node]
        for voter in {seat for seats in gate.seats.values() for seat in seats}:
            turned = vote.copy()
            turned[voter, turned[voter] < lowest] = 1
            after = layout.thresholds.passes(turned > 0, turned < 0, gate.nodes)[gate.node]
            assert (after >= before).all()


def mapped(doc: Doc, seed: int) -> FloatArray:
    """Chances of all deals over 32 draws."""
    table = table_of(doc, 32, seed)
    return chances(table, all_deals(table.layout), ())


@given(documents(), SEEDS)
@settings(max_examples=40)
def test_a_higher_need_never_enlarges_a_winset(doc: Doc, seed: int) -> None:
    """Every deal's chance falls or stays as a gate asks for more votes."""
    side = random.Random(seed).choice(sorted(doc["sides"]))
    votes = {who: 2 for who, about in doc["constituencies"].items() if about["side"] == side}
    before = None
    for need in ("1/4", "1/2", "majority", "2/3", 2 * len(votes)):
        doc["sides"][side]["gates"] = {"council": {"need": need, "votes": votes}}
        after = mapped(doc, seed)
        assert before is None or (after <= before).all()
        before = after


@given(documents(), st.floats(0, 60), SEEDS)
@settings(max_examples=40)
def test_a_worse_no_deal_for_everybody_never_shrinks_a_winset(
    doc: Doc, points: float, seed: int
) -> None:
    """Every deal's chance rises or stays where nobody abstains or follows."""
    before = plain(doc)
    for about in before["constituencies"].values():
        about["no_deal"] = 60
    after = copy.deepcopy(before)
    for about in after["constituencies"].values():
        about["no_deal"] = 60 - points
    assert (mapped(after, seed) >= mapped(before, seed)).all()


@given(documents(), st.floats(0, 20), SEEDS)
@settings(max_examples=40)
def test_a_free_move_that_nobody_dislikes_never_hurts(doc: Doc, points: float, seed: int) -> None:
    """No plan is worth less with it where our negotiator gains by agreement, nor less likely."""
    doc = plain(doc)
    doc.setdefault("moves", {})["zeal"] = {
        "by": doc["viewpoint"],
        "effects": dict.fromkeys(doc["constituencies"], points),
    }
    table = table_of(doc, 16, seed)
    index = table.layout.index["move:zeal"]
    with_it = [p for p in every_plan(table.layout, Objective()) if p[index]][:40]
    without = [np.where(np.arange(len(p)) == index, 0, p) for p in with_it]
    side = doc["viewpoint"]
    for helped, alone, plan in zip(
        scores(table, with_it), scores(table, without), with_it, strict=True
    ):
        assert helped.chance >= alone.chance
        columns = [v.first + k for v, k in zip(table.layout.variables, plan, strict=True)]
        gain = table.worth[side][columns].sum(axis=0) - table.no_deal[side]
        if (gain >= 0).all():
            assert helped.value >= alone.value - 1e-9


@given(documents(), SEEDS)
@settings(max_examples=40)
def test_a_free_move_more_to_choose_from_never_lowers_the_best(doc: Doc, seed: int) -> None:
    """It need not be made, whoever abstains or follows."""
    before = optimise(table_of(doc, 16, seed), Objective())
    doc.setdefault("moves", {})["zeal"] = {
        "by": doc["viewpoint"],
        "effects": dict.fromkeys(doc["constituencies"], 8),
    }
    # Draws change with the number of judgements, not with a move whose effects are certain.
    after = optimise(table_of(doc, 16, seed), Objective())
    assert after.score >= before.score - 1e-6


@given(documents(), SEEDS)
@settings(max_examples=40)
def test_no_plan_is_likelier_than_its_least_likely_gate(doc: Doc, seed: int) -> None:
    """The joint chance, each side's, and durability."""
    rng = random.Random(seed)
    case = Negotiation.model_validate(doc)
    layout = Layout(case)
    deal = {i: rng.choice(issue.option_ids) for i, issue in case.issues.items()}
    result = assess(layout, Sample(32, seed), encode(layout, deal, list(case.moves)))
    assert result.durable <= result.chance
    assert result.chance <= min(side.chance for side in result.sides.values())
    for side, part in result.sides.items():
        gates = case.sides[side].gates
        approving = [part.gates[g] for g in gates if not gates[g].implementation]
        assert part.chance <= min(approving)
        assert part.durable <= min(part.gates.values())


@pytest.mark.parametrize("seed", range(3))
def test_one_who_accepts_what_all_others_accept_changes_nothing(seed: int) -> None:
    """A veto player who absorbs another (Tsebelis 2002) leaves every chance as it was."""
    doc = plain(build(random.Random(seed), certain_only=True))
    side = doc["viewpoint"]
    who = doc["sides"][side]["negotiator"]
    doc["sides"][side]["gates"] = {"signature": who}
    before = mapped(doc, seed)
    doc["constituencies"]["twin"] = copy.deepcopy(doc["constituencies"][who])
    doc["sides"][side]["gates"]["second"] = "twin"
    assert (mapped(doc, seed) == before).all()
