"""What more certainty costs."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from leveltwo.core.compile import compile_table
from leveltwo.core.draws import certain
from leveltwo.core.evaluation import Score, scores
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.model.compatibility import conflicts
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve import frontier
from leveltwo.solve.advise import advise
from leveltwo.solve.frontier import best_chance, trade_offs
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.recommendation import Option
from leveltwo.solve.result import Found, Status
from tests.board import board, layout_of
from tests.brute import best, every_plan, rivals, table_of

FREE = Objective()


def figures(score: Score) -> tuple[float, float, float]:
    """What nobody should beat at once."""
    return score.chance, score.gain, -score.cost


def asked(table: Table, objective: Objective = FREE) -> tuple[Option, ...]:
    """The frontier around the best plan of a table."""
    start = optimise(table, objective).chosen
    assert start is not None
    return trade_offs(table, objective, start, scores(table, [start])[0].chance).options


def assert_complete(table: Table, options: tuple[Option, ...], objective: Objective = FREE) -> None:
    """Every plan is reached by one here, or by one that is worth nothing."""
    every = scores(table, list(every_plan(table.layout, objective)))
    least = max(1, objective.floor * table.draws - 1e-9)
    passing = [score for score in every if round(score.chance * table.draws) >= least]
    found = [option.score for option in options]
    worthless = [score for score in passing if score.value <= 0]
    for score in passing:
        if not any(reaches(one, score) for one in worthless):
            assert any(reaches(one, score) for one in found)


def reaches(one: Score, other: Score) -> bool:
    """Whether a plan is as good in all three, within what the search cannot tell apart."""
    allowed = (1e-9, 2e-6, 1e-9)
    return all(a >= b - e for a, b, e in zip(figures(one), figures(other), allowed, strict=True))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("draws", [4, 64])
def test_no_plan_of_the_frontier_beats_another(seed: int, draws: int) -> None:
    """By rising chance; the best plan stands among them."""
    table = table_of(rivals(random.Random(seed)), draws, seed)
    options = asked(table)
    kept = [figures(option.score) for option in options]
    assert [k[0] for k in kept] == sorted(k[0] for k in kept)
    for one in kept:
        assert not any(
            other != one and all(a >= b for a, b in zip(other, one, strict=True)) for other in kept
        )
    assert len(set(kept)) == len(kept)


@pytest.mark.parametrize("seed", range(8))
def test_every_plan_is_reached_by_one_of_the_frontier(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over all plans of small cases, on few draws and on more: all proved, none missing."""
    monkeypatch.setattr(frontier, "EFFORT", 10**9)
    draws = [1, 3, 8, 32][seed % 4]
    table = table_of(rivals(random.Random(seed), issues=2, moves=4), draws, seed)
    options = asked(table)
    assert all(option.proved for option in options if option.score.chance > 0)
    assert_complete(table, options)


@pytest.mark.parametrize("seed", range(8))
def test_in_the_certain_case_the_frontier_is_complete(seed: int) -> None:
    """Plans that pass, the cheaper ones with what they give up, within the usual effort."""
    case = Negotiation.model_validate(rivals(random.Random(seed), moves=5))
    table = compile_table(Layout(case), certain(case))
    if optimise(table, FREE).chosen is not None:
        options = asked(table)
        assert {option.score.chance for option in options} <= {0.0, 1.0}
        assert_complete(table, options)


@pytest.mark.parametrize("seed", range(4))
def test_side_rules_and_floors_hold_all_along_the_frontier(seed: int) -> None:
    """Moves that need or exclude others, options that do not go together, a floor asked for."""
    doc = rivals(random.Random(seed), issues=2, moves=4)
    doc["moves"]["m0"] |= {"needs": ["m1"], "excludes": ["m2"]}
    doc["moves"]["m3"]["only_with"] = {"i0": ["o0", "o1"]}
    doc["constraints"] = [{"never": {"i0": "o0", "i1": "o1"}}]
    table = table_of(doc, 8, seed)
    objective = Objective(floor=0.25)
    if optimise(table, objective).chosen is not None:
        options = asked(table, objective)
        assert all(option.score.chance >= 0.25 for option in options)
        assert not any(list(conflicts(table.layout.case, option.plan)) for option in options)
        assert_complete(table, options, objective)


def test_where_effort_runs_out_what_was_found_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan advised, and whatever else one search finds."""
    table = table_of(rivals(random.Random(4)), 64, 4)
    whole = asked(table)
    monkeypatch.setattr(frontier, "EFFORT", 1)
    some = asked(table)
    assert 1 <= len(some) <= 2 < len(whole)


def test_certainty_is_bought_step_by_step() -> None:
    """Moves of rising effect and cost for rising floors."""
    ann = {"margin": 0, "no_deal": [40, 50, 60]}
    moves = {f"m{i}": {"effects": {"ann": 2}, "cost": 2.5} for i in range(5)}
    table = table_of(board({"ann": ann}, {"vote": "ann"}, moves), 256)
    start = optimise(table, Objective()).chosen
    assert start is not None
    options = trade_offs(table, Objective(), start, scores(table, [start])[0].chance).options
    costs = [option.score.cost for option in options]
    assert costs == pytest.approx([0, 2.5, 5, 7.5, 10, 12.5])
    chances = [option.score.chance for option in options]
    assert chances == sorted(set(chances))


def test_plans_worth_nothing_are_left_out_but_the_one_advised() -> None:
    """The best chance of all may cost more than the deal brings."""
    ann = {"margin": -4, "no_deal": [40, 50, 60]}
    moves = {"dear": {"effects": {"ann": 30}, "cost": 90}}
    table = table_of(board({"ann": ann}, {"vote": "ann"}, moves), 64)
    start = optimise(table, Objective()).chosen
    assert start is not None
    options = trade_offs(table, Objective(), start, scores(table, [start])[0].chance).options
    assert [option.plan.moves for option in options] == [()]


def test_an_interrupt_ends_the_climb_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No further floor is tried."""
    asked: list[Objective] = []

    def interrupted(table: object, objective: Objective, **_: object) -> Found:
        asked.append(objective)
        return Found(Status.UNKNOWN, None, 0.0, 0.0, 0, 0.0, interrupted=True)

    table = table_of(rivals(random.Random(1)), 16)
    start = optimise(table, Objective()).chosen
    assert start is not None
    monkeypatch.setattr(frontier, "optimise", interrupted)
    found = trade_offs(table, Objective(), start, 0.1)
    assert (len(found.options), found.interrupted) == (1, True)
    assert len(asked) == 1


class Hours:
    """A clock that shows one second more whenever it is looked at."""

    def __init__(self, seconds: float | None) -> None:
        self.now = 0.0 if seconds is None else seconds

    def left(self) -> float:
        """What is left."""
        self.now = max(0.0, self.now - 1)
        return self.now

    def over(self) -> bool:
        """Whether nothing is left."""
        return self.left() == 0


def test_a_time_limit_holds_for_all_points_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each search gets half of what is left, and none is begun when nothing is."""
    limits: list[float | None] = []

    def timed(table: object, objective: Objective, *, seconds: float | None, **_: object) -> Found:
        limits.append(seconds)
        return Found(Status.INFEASIBLE, None, 0.0, 0.0, 0, 0.0)

    table = table_of(rivals(random.Random(1)), 16)
    start = optimise(table, Objective()).chosen
    assert start is not None
    monkeypatch.setattr(frontier, "optimise", timed)
    monkeypatch.setattr(frontier, "Clock", Hours)
    trade_offs(table, Objective(), start, 0.1, seconds=5.0)
    assert limits == [1.5, 0.5]
    found = trade_offs(table, Objective(), start, 0.1, seconds=3.0)
    assert limits == [1.5, 0.5, 0.5]
    assert (found.curtailed, found.interrupted) == (True, False)


@pytest.mark.parametrize(
    ("status", "took", "curtailed"),
    [(Status.FEASIBLE, 9.0, True), (Status.FEASIBLE, 0.0, False), (Status.INFEASIBLE, 9.0, False)],
    ids=["out of time", "out of steps", "just in time"],
)
def test_points_are_curtailed_if_time_ends_a_search_for_one(
    status: Status, took: float, curtailed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not if it has come to its end, or looked at as many plans as one search may."""

    def slow(*_: object, **__: object) -> Found:
        return Found(status, None, 0.0, 0.0, 0, took)

    table = table_of(rivals(random.Random(1)), 16)
    start = optimise(table, Objective()).chosen
    assert start is not None
    monkeypatch.setattr(frontier, "optimise", slow)
    monkeypatch.setattr(frontier, "EFFORT", 1)
    assert trade_offs(table, Objective(), start, 0.1, seconds=8.0).curtailed == curtailed


def test_an_interrupt_between_searches_keeps_what_was_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The plan advised at least."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    table = table_of(rivals(random.Random(1)), 16)
    start = optimise(table, Objective()).chosen
    assert start is not None
    monkeypatch.setattr(frontier, "gains_alone", interrupt)
    found = trade_offs(table, Objective(), start, 0.1)
    assert (len(found.options), found.interrupted, found.curtailed) == (1, True, False)


def test_what_is_known_to_be_out_of_reach_is_not_sought_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With nothing at a floor there is nothing above it, nor with fewer moves."""
    asked_for: list[float] = []

    def never(table: object, objective: Objective, **_: object) -> Found:
        asked_for.append(objective.floor)
        return Found(Status.INFEASIBLE, None, 0.0, 0.0, 0, 0.0)

    table = table_of(rivals(random.Random(1)), 16)
    start = optimise(table, Objective()).chosen
    assert start is not None
    monkeypatch.setattr(frontier, "optimise", never)
    trade_offs(table, Objective(), start, 0.5)
    assert asked_for == sorted(asked_for, reverse=True)


def test_the_best_chance_is_the_best_of_all() -> None:
    """Whatever the plan is worth, and whatever floor was asked."""
    table = table_of(rivals(random.Random(2)), 64)
    asked = Objective(floor=0.9)
    found = best_chance(table, asked)
    assert found.score == pytest.approx(best(table, Objective(goal=Goal.CHANCE)), abs=2e-6)
    theirs = best_chance(table, replace(asked, sides=frozenset({"b"})))
    assert theirs.score >= found.score - 1e-6


def option(chance: float, **deal: str) -> Option:
    """A plan of a frontier with a chance."""
    return Option(Plan(deal, ()), Score(chance, chance, 1.0, 1.0, 0.0), proved=True)


def test_what_is_more_certain_is_told_in_short() -> None:
    """Its ends, the advice, and whatever stands farthest from them; nothing less likely."""
    found = advise(layout_of(board({"ann": 5.0}, {"vote": "ann"})), Sample(8, 1), FREE)
    chances = [0.05, 0.1, 0.11, 0.12, 0.5, 0.52, 0.55, 0.9]
    every = tuple(option(c, text=str(c)) for c in chances)
    whole = replace(found, frontier=every, plan=every[5].plan, score=every[1].score)

    def shown(most: int) -> list[float]:
        return [one.score.chance for one in whole.more_certain(most)]

    assert shown(9) == chances[1:]
    assert shown(4) == [0.1, 0.52, 0.55, 0.9]
    assert shown(3) == [0.1, 0.52, 0.9]
    assert replace(whole, frontier=()).more_certain(3) == ()
    assert len(replace(whole, score=None).more_certain(8)) == 8


def test_what_is_nearly_as_good_is_worth_hardly_less_and_much_likelier() -> None:
    """The likeliest of those; none where worth was not asked for, or nothing is uncertain."""
    found = advise(layout_of(board({"ann": 5.0}, {"vote": "ann"})), Sample(8, 1), FREE)
    spots = {"a": (9.0, 0.5), "b": (8.4, 0.54), "c": (8.2, 0.56), "d": (8.0, 0.6), "e": (7.9, 0.9)}
    every = tuple(
        replace(option(chance, text=key), score=Score(chance, chance, value, 1.0, 0.0))
        for key, (value, chance) in spots.items()
    )
    whole = replace(found, frontier=every, plan=every[0].plan, score=every[0].score)
    assert whole.nearly_as_good == every[3]
    assert replace(whole, frontier=every[:3]).nearly_as_good == every[2]
    assert replace(whole, frontier=every[:2]).nearly_as_good is None
    assert replace(whole, score=None).nearly_as_good is None
    assert replace(whole, objective=Objective(goal=Goal.COST)).nearly_as_good is None
    assert replace(whole, sample=Sample(1, 1, certain=True)).nearly_as_good is None
