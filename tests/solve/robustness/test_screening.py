"""Which plans are compared closely, and where more are looked for."""

from __future__ import annotations

import numpy as np
import pytest

from leveltwo.core.choice import decode, encode
from leveltwo.core.compile import compile_table
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.tallies import BINS, Tallies
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.objective import Objective
from leveltwo.solve.result import Found, Status
from leveltwo.solve.robustness import screening as module
from leveltwo.solve.robustness.candidates import Choice
from leveltwo.solve.robustness.screening import Thirds, influential, worth_comparing
from tests.board import board

PLANS: list[Choice] = [np.array([i]) for i in range(4)] + [None]
PATH = "constituencies.ann.no_deal"


def tallies(**leads: list[float]) -> Tallies:
    """Tallies of five plans, in which a judgement adds so much to some in its lowest part."""
    paths = tuple(leads)
    parts = np.zeros((3, len(paths), BINS, 5))
    for j, path in enumerate(paths):
        parts[:, j, 0] = leads[path]
    return Tallies(paths, parts.sum(axis=2).mean(axis=1), parts, np.zeros(3))


def test_the_first_and_walking_away_are_kept_and_those_that_lead_somewhere() -> None:
    seen = tallies(a=[0, 1, -1, 0, -1], b=[0, -2, -1, 0.5, -1])
    assert worth_comparing(PLANS, seen, 9) == [PLANS[0], PLANS[1], PLANS[3], None]


def test_those_with_the_largest_lead_are_kept_where_there_are_too_many() -> None:
    seen = tallies(a=[0, 1, 3, 0, -1], b=[0, -2, -1, 2, -1])
    assert worth_comparing(PLANS, seen, 3) == [PLANS[0], PLANS[2], None]


def test_a_plan_that_leads_only_on_the_whole_is_kept() -> None:
    """A case without doubt has no judgement by which it could lead."""
    seen = Tallies((), np.tile([0.0, 2.0, -1.0, 0.0, 0.0], (3, 1)), np.zeros((3, 0, BINS, 5)),
                   np.zeros(3))  # fmt: skip
    assert worth_comparing(PLANS, seen, 9) == [PLANS[0], PLANS[1], None]


def test_judgements_are_looked_into_that_turn_the_choice_or_move_the_worth_of_the_plan() -> None:
    """Those that do neither are not."""
    seen = tallies(none=[0, 0, 0, 0, 0], turns=[0, 2, 0, 0, 0], moves=[3, 0, 0, 0, 0])
    assert influential(seen) == ("turns", "moves")


def test_of_many_the_largest_are_looked_into() -> None:
    seen = tallies(**{f"j{i}": [0.0, float(i), 0.0, 0.0, 0.0] for i in range(9)})
    assert influential(seen) == ("j8", "j7", "j6", "j5")


def thirds(size: int = 96) -> Thirds:
    """A treaty that needs help if Ann has much to lose by it, help that costs something."""
    doc = board(
        {"ann": {"margin": 0, "no_deal": [35, 50, 65]}},
        {"vote": "ann"},
        {"help": {"effects": {"ann": 20}, "cost": 4}},
    )
    layout = Layout(Negotiation.model_validate(doc))
    draws = Sample(size, 1).all_at_once(layout.case)
    start = encode(layout, {"text": "treaty"}, ["help"])
    return Thirds(compile_table(layout, draws), draws, Objective(), (start,))


def test_the_best_plan_where_a_judgement_is_low_and_where_it_is_high() -> None:
    """Ann needs no help where no deal is bad for her."""
    search = thirds()
    low, high = (decode(search.table.layout, plan) for plan in search.best(PATH, None))
    assert (low.moves, high.moves) == ((), ("help",))


def test_thirds_without_a_draw_are_passed_over() -> None:
    assert len(list(thirds(1).best(PATH, None))) <= 1


def test_a_search_that_finds_nothing_adds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = Found(Status.UNKNOWN, None, -np.inf, 1.0, 0, 0.0)
    monkeypatch.setattr(module, "optimise", lambda *_, **__: nothing)
    assert list(thirds().best(PATH, 0.0)) == []


def test_an_interrupt_while_searching_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = Found(Status.UNKNOWN, None, -np.inf, 1.0, 0, 0.0, interrupted=True)
    monkeypatch.setattr(module, "optimise", lambda *_, **__: stopped)
    with pytest.raises(KeyboardInterrupt):
        list(thirds().best(PATH, None))
