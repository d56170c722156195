"""The value of finding out, against exact values and against trying every plan."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Threads
from leveltwo.core.draws import Draws
from leveltwo.core.layout import Layout
from leveltwo.core.pert import pert
from leveltwo.core.returns import returns
from leveltwo.core.sample import Sample
from leveltwo.core.tallies import BINS, Tallies, tallies
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.objective import Objective
from leveltwo.solve.robustness.candidates import Choice
from leveltwo.solve.robustness.finding_out import clear, finding_out, values
from leveltwo.solve.robustness.record import FindingOut
from tests.board import board
from tests.brute import Doc, every_plan, rivals

COST = (5.0, 20.0, 40.0)
HELP: Doc = {"help": {"effects": {"ann": 9}, "cost": list(COST)}}
PATH = "moves.help.cost"
SEEDS = range(32)


def costly(**more: Any) -> Layout:
    """A treaty worth 20 that only passes with help of unknown cost."""
    return Layout(Negotiation.model_validate(board({"ann": -5}, {"vote": "ann"}, HELP, **more)))


def looked_at(layout: Layout, plans: list[Choice], draws: int = 512) -> tuple[FindingOut, Tallies]:
    """What is worth finding out, of some plans."""
    *_, seen = tallies(layout, plans, draws, SEEDS, Threads(1))
    return finding_out(layout, plans, seen, Sample(draws * len(SEEDS), 1)), seen


def exact(parts: int) -> float:
    """Value of knowing to one of some equal parts of its range what the help costs."""
    quantile = (np.arange(parts * 4096 // parts) + 0.5) / (parts * 4096 // parts)
    cost = pert(quantile, *COST)
    worth = np.where(cost <= 20, 20 - cost, -cost)
    return float(np.maximum(worth.reshape(parts, -1).mean(axis=1), 0).mean())


def test_it_is_the_exact_value_of_knowing_in_which_eighth_a_judgement_lies() -> None:
    """And a little less than that of knowing it exactly: no plan is worth anything without."""
    layout = costly()
    plans = [None, encode(layout, {"text": "treaty"}, ["help"])]
    found, _ = looked_at(layout, plans)
    (question,) = found.questions
    assert question.path == PATH
    assert question.worth == pytest.approx(exact(BINS), abs=max(0.02, 4 * question.error))
    assert exact(BINS) <= exact(4096)
    assert question.worth == pytest.approx(exact(4096), rel=0.1)
    assert found.all == pytest.approx(exact(4096), abs=0.02)


def test_it_is_told_what_would_then_be_done() -> None:
    """Up to the eighth in which the cost comes near what the treaty is worth."""
    layout = costly()
    found, _ = looked_at(layout, [None, encode(layout, {"text": "treaty"}, ["help"])])
    (turn,) = found.questions[0].turns
    assert turn.plan == Plan({"text": "treaty"}, ("help",))
    assert turn.low is None
    assert turn.high is not None
    assert 10 < turn.high < 21
    assert turn.chance * turn.gain == pytest.approx(exact(BINS), abs=0.05)
    assert turn.error < turn.gain / 3


def test_walking_away_may_be_what_turns_out_best() -> None:
    """Where the plan is worth something as things stand, and not if the cost is high."""
    doc = board({"ann": -5}, {"vote": "ann"}, {"help": {"effects": {"ann": 9}, "cost": [1, 5, 30]}})
    layout = Layout(Negotiation.model_validate(doc))
    found, _ = looked_at(layout, [encode(layout, {"text": "treaty"}, ["help"]), None])
    (question,) = found.questions
    (turn,) = question.turns
    assert (turn.plan, turn.high) == (None, None)
    assert turn.low is not None
    assert turn.low > 5


def test_an_exact_judgement_is_not_asked_about_and_one_that_changes_nothing_is_not_told() -> None:
    doc = board({"ann": {"margin": 9, "no_deal": [48, 50, 52]}}, {"vote": "ann"})
    layout = Layout(Negotiation.model_validate(doc))
    found, seen = looked_at(layout, [encode(layout, {"text": "treaty"}), None])
    assert seen.paths == ("constituencies.ann.no_deal",)
    assert found.questions == ()
    assert found.asked == 1
    assert found.value == 20


def test_a_plan_that_clearly_leads_is_named() -> None:
    """The one asked about is the base only where none does."""
    layout = Layout(Negotiation.model_validate(board({"ann": 9}, {"vote": "ann"})))
    found, _ = looked_at(layout, [None, encode(layout, {"text": "treaty"})])
    assert (found.best, found.lead, found.value) == (Plan({"text": "treaty"}), 20, 20)


@settings(max_examples=6)
@given(st.integers(0, 10**6))
def test_it_agrees_with_fixing_a_judgement_and_trying_every_plan(seed: int) -> None:
    """Nested simulation: at many values of a judgement, the best of all plans on other draws."""
    doc = rivals(random.Random(seed), issues=2, options=2, moves=2, people=2)
    layout = Layout(Negotiation.model_validate(doc))
    plans: list[Choice] = [None, *every_plan(layout, Objective())]
    _, seen = looked_at(layout, plans, draws=128)
    worth, error = values(seen, int(seen.plans.mean(axis=0).argmax()))
    j = int(worth.argmax())
    nested = nested_value(layout, plans, seen.paths[j])
    noise = 4 * float(error[j]) + 0.15
    assert worth[j] <= nested + noise
    assert worth[j] >= 0.7 * nested - noise


def nested_value(layout: Layout, plans: list[Choice], path: str) -> float:
    """By fixing a judgement at 64 values and averaging over 512 draws of all else."""
    draws = Sample(512, 99).all_at_once(layout.case)
    mean = np.mean([at(layout, plans, draws, path, q) for q in (np.arange(64) + 0.5) / 64], axis=2)
    return float(mean.max(axis=1).mean() - mean.mean(axis=0).max())


def at(layout: Layout, plans: list[Choice], draws: Draws, path: str, quantile: float) -> Any:
    """Returns of all plans with a judgement, or a mood, at some place of its distribution."""
    fixed = np.full(draws.size, quantile)
    if path in draws.quantiles:
        some = replace(draws, quantiles={**draws.quantiles, path: fixed}, _known={})
    else:
        side = path.removeprefix("mood.")
        mood = np.quantile(draws.moods[side], fixed)
        some = replace(draws, moods={**draws.moods, side: mood}, _known={})
    return returns(compile_table(layout, some), plans)


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_nothing_is_worth_more_than_knowing_everything_nor_clearly_less_than_nothing(
    seed: int,
) -> None:
    doc = rivals(random.Random(seed), issues=2, options=2, moves=2, people=2)
    layout = Layout(Negotiation.model_validate(doc))
    plans: list[Choice] = [None, *every_plan(layout, Objective())]
    found, seen = looked_at(layout, plans, draws=32)
    base = int(seen.plans.mean(axis=0).argmax())
    worth, error = values(seen, base)
    assert (worth <= (seen.best - seen.plans[:, base]).mean() + 1e-9).all()
    assert (worth >= -6 * error - 1e-9).all()
    assert all(question.worth > 0 for question in found.questions)
    assert [q.worth for q in found.questions] == sorted(
        (q.worth for q in found.questions), reverse=True
    )


def test_what_has_nothing_to_do_with_anything_is_not_told() -> None:
    """A hundred judgements of somebody without a voice, beside one that matters."""
    doc = board({"ann": -5}, {"vote": "ann"}, HELP)
    people = {
        f"p{i}": {"side": "them", "no_deal": [20, 50, 80],
                  "values": {"text": {"weight": 1, "treaty": [0, 50, 100], "shell": 0}}}
        for i in range(50)
    }  # fmt: skip
    doc["constituencies"] |= people
    layout = Layout(Negotiation.model_validate(doc))
    found, _ = looked_at(layout, [None, encode(layout, {"text": "treaty"}, ["help"])], draws=128)
    assert found.asked == 101
    assert [question.path for question in found.questions] == [PATH]


def test_more_is_asked_of_a_value_the_more_are_looked_at_together() -> None:
    """One that stands three standard errors above nothing."""
    one = clear(np.array([3.0]), np.array([1.0]), 32)
    many = clear(np.array([3.0] + [0.0] * 999), np.ones(1000), 32)
    assert (bool(one[0]), bool(many[0])) == (True, False)


def test_stretches_that_take_in_every_value_are_no_turns() -> None:
    """And those that do not stand out are not told either."""
    layout = costly()
    plans = [None, encode(layout, {"text": "treaty"}, ["help"])]
    rng = np.random.default_rng(1)
    parts = np.zeros((32, 1, BINS, 2))
    parts[..., 1] = 0.125 + rng.normal(0, 0.2, (32, 1, BINS))
    parts[:, :, 7, 1] -= 1.2
    steady = Tallies((PATH,), np.zeros((32, 2)), parts, np.ones(32))
    found = finding_out(layout, plans, steady, Sample(32, 1))
    assert found.questions
    even = replace(steady, parts=np.broadcast_to([0.0, 0.125], (32, 1, BINS, 2)) * 1.0)
    (question,) = finding_out(layout, plans, even, Sample(32, 1)).questions
    assert question.turns == ()


def test_luck_in_one_part_of_the_draws_is_not_taken_for_knowledge() -> None:
    """Of many judgements that have nothing to do with it, each split by the same rare failure.

    A move saves a cost of 1 in all draws, and loses 60 in one of fifty: parts of the draws
    in which it happens to lose nothing look like sure gains.
    """
    rng = np.random.default_rng(3)
    worth = np.where(rng.random((32, 512)) < 1 / 50, -60.0, 1.0)
    part = rng.integers(0, BINS, (32, 400, 512))
    parts = np.zeros((32, 400, BINS, 2))
    for n in range(BINS):
        parts[:, :, n, 1] = ((part == n) * worth[:, None, :]).sum(axis=2) / 512
    plans = np.stack([np.zeros(32), worth.mean(axis=1)], axis=1)
    seen = Tallies(tuple(map(str, range(400))), plans, parts, np.zeros(32))
    found, error = values(seen, 0)
    assert not clear(found, error, 32).any()
