"""The best plan, why each move is in it, and what else there would be."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.solve import advise as module
from leveltwo.solve import frontier
from leveltwo.solve.advise import advise
from leveltwo.solve.frontier import best_chance
from leveltwo.solve.objective import Goal, Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.recommendation import Recommendation
from leveltwo.solve.result import Found, Status
from leveltwo.solve.timekeeper import Part
from leveltwo.solve.verdict import FRESH_DRAWS
from tests.board import Doc, board, layout_of
from tests.brute import best, table_of

CERTAIN = Sample(1, 1, certain=True)
MOVES: dict[str, Doc] = {
    "gift": {"effects": {"ann": 6}, "cost": 2, "chance": 0.9, "otherwise": {"ann": -2}},
    "card": {"effects": {"ann": 4, "envoy": -1}, "cost": 0.5, "needs": ["gift"]},
}
DOC = board({"ann": -9}, {"vote": "ann"}, MOVES)


def advised(doc: Doc, sample: Sample = CERTAIN, **asked: Any) -> Recommendation:
    """What is advised."""
    return advise(layout_of(doc), sample, Objective(**asked))


def found(status: Status, score: float, bound: float, chosen: list[int] | None = None) -> Found:
    """The result of a search that went so."""
    plan = None if chosen is None else np.array(chosen)
    return Found(status, plan, score, bound, 7, 0.1)


def test_each_move_is_told_with_what_is_lost_without_it() -> None:
    """And without those that need it; the gravest loss first."""
    result = advised(DOC)
    assert result.status is Status.OPTIMAL
    assert result.plan is not None
    assert result.plan.moves == ("card", "gift")
    assert [reason.move for reason in result.reasons] == ["card", "gift"]
    card, gift = result.reasons
    assert (card.chance_without, card.value_without) == (0, -2)
    assert card.effects == {"ann": 4, "envoy": -1.5}
    assert card.backfires == 0
    assert (gift.value_without, gift.cost) == (0, 2)
    assert gift.backfires == pytest.approx(0.1)


def test_score_bound_and_assessment_are_of_the_plan() -> None:
    """Worth 20 less 2.5; in the certain case there are no fresh draws."""
    result = advised(DOC)
    assert result.score is not None
    assert result.assessment is not None
    assert result.score.value == result.bound == pytest.approx(17.5)
    assert result.assessment.chance == result.score.chance == 1
    assert result.fresh is None
    assert not result.is_no


def test_the_plan_is_looked_at_again_on_fresh_draws() -> None:
    """Many, from another seed, with an interval."""
    doc = board({"ann": {"margin": 0, "no_deal": [30, 50, 60]}}, {"vote": "ann"})
    result = advised(doc, Sample(64, 2**31 - 1))
    assert result.fresh is not None
    assert result.fresh.sample.draws == FRESH_DRAWS
    assert result.fresh.sample.seed < 2**31
    assert result.fresh.sample.seed != 2**31 - 1
    low, high = result.fresh.interval
    assert low < result.fresh.score.chance < high


def test_walking_away_is_advised_where_nothing_is_worth_more() -> None:
    """With the likeliest plan and the gates that stop it, and what theirs alone would allow."""
    doc = board({"ann": 5}, {"vote": "ann"})
    doc["constituencies"]["envoy"]["no_deal"] = 90
    result = advised(doc)
    assert (result.status, result.plan, result.bound) == (Status.NO_DEAL, None, 0)
    assert result.is_no
    assert result.best_chance is not None
    assert result.best_chance.score.chance == 0
    assert result.obstacle is not None
    assert result.obstacle.sides["us"].chance == 0
    assert result.theirs is not None
    assert result.theirs.sides["them"].chance == 1
    assert result.best_proved


def test_a_floor_out_of_reach_is_infeasible() -> None:
    """The best chance of all is told."""
    result = advised(board({"ann": -9}, {"vote": "ann"}), floor=0.5)
    assert (result.status, result.plan) == (Status.INFEASIBLE, None)
    assert result.is_no
    assert result.best_chance is not None


def test_a_deal_that_the_rules_forbid_has_no_plan_at_all() -> None:
    """Not even one with a poor chance."""
    doc = board({"ann": 5}, {"vote": "ann"}, constraints=[{"never": {"text": "treaty"}}])
    result = advised(doc, goal=Goal.COST, deal={"text": "treaty"}, floor=0.5)
    assert result.status is Status.INFEASIBLE
    assert result.best_chance is None
    assert result.obstacle is None
    assert result.theirs is None
    assert result.bound == np.inf


def test_the_cheapest_help_is_a_cost_and_has_no_frontier() -> None:
    """The least cost that reaches the floor; its bound is that cost."""
    result = advised(DOC, goal=Goal.COST, deal={"text": "treaty"}, floor=1.0)
    assert result.status is Status.OPTIMAL
    assert result.score is not None
    assert result.score.cost == result.bound == 2.5
    assert result.frontier == ()


@pytest.mark.parametrize(
    ("search", "status", "bound"),
    [
        (found(Status.FEASIBLE, 17.5, 19.0, [1, 1, 1]), Status.FEASIBLE, 19.0),
        (found(Status.FEASIBLE, -0.5, 4.0, [1, 0, 1]), Status.FEASIBLE, 4.0),
        (found(Status.FEASIBLE, -0.5, 0.0, [1, 0, 1]), Status.NO_DEAL, 0.0),
        (found(Status.OPTIMAL, -0.5, -0.5, [1, 0, 1]), Status.NO_DEAL, 0.0),
        (found(Status.UNKNOWN, -np.inf, 30.0), Status.FEASIBLE, 30.0),
    ],
    ids=["stopped", "stopped below 0", "nothing above 0", "all below 0", "nothing yet"],
)
def test_a_search_stopped_early_says_how_far_it_came(
    search: Found, status: Status, bound: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Walking away is worth 0, so a plan worth less is never advised."""
    monkeypatch.setattr(module, "optimise", lambda *_, **__: search)
    result = advised(DOC)
    assert result.status is status
    assert result.bound == pytest.approx(bound, abs=2e-6)
    assert result.bound >= bound
    assert (result.plan is not None) == (search.score > 0)


def test_with_a_floor_nothing_found_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Walking away does not reach it."""
    search = found(Status.UNKNOWN, -np.inf, 30.0)
    monkeypatch.setattr(module, "optimise", lambda *_, **__: search)
    assert advised(DOC, floor=0.5).status is Status.UNKNOWN


def test_a_cheapest_help_stopped_early_has_a_lower_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no plan's cost can undercut."""
    search = found(Status.FEASIBLE, -2.5, -1.0, [1, 1, 1])
    monkeypatch.setattr(module, "optimise", lambda *_, **__: search)
    result = advised(DOC, goal=Goal.COST, deal={"text": "treaty"}, floor=1.0)
    assert result.bound == pytest.approx(1, abs=2e-6)
    assert result.bound <= 1


def test_an_interrupted_search_is_explained_without_further_searches() -> None:
    """What has been found is told at once, without a frontier."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    doc = board({"ann": {"margin": -3, "no_deal": [30, 50, 60]}}, {"vote": "ann"}, MOVES)
    result = advise(layout_of(doc), Sample(64, 1), Objective(), watch=stop)
    assert result.interrupted
    assert result.plan is not None
    assert result.frontier == ()
    assert Part.FRONTIER in result.short


def test_an_interrupt_while_plans_beside_it_are_sought_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The plan is proved all the same."""

    def stopped(*_: object, **__: object) -> Found:
        return Found(Status.UNKNOWN, None, 0.0, 0.0, 0, 0.0, interrupted=True)

    doc = board({"ann": {"margin": -3, "no_deal": [30, 50, 60]}}, {"vote": "ann"}, MOVES)
    monkeypatch.setattr(frontier, "optimise", stopped)
    result = advise(layout_of(doc), Sample(64, 1), Objective())
    assert (result.status, result.interrupted) == (Status.OPTIMAL, True)
    assert [option.plan for option in result.frontier] == [result.plan]


class Hands:
    """A clock of which so many seconds are spent at each stroke."""

    strokes: list[float]

    def __init__(self, seconds: float | None) -> None:
        self.seconds = seconds

    def left(self, share: float = 1.0) -> float | None:
        """What is left of a share of the limit."""
        return None if self.seconds is None else max(0.0, share * self.seconds - self.strokes[0])

    def over(self) -> bool:
        """Whether the limit is spent, with the next stroke."""
        spent = self.left() == 0
        self.strokes = self.strokes[1:] or self.strokes
        return spent


def asked_in(
    seconds: float, strokes: list[float], monkeypatch: pytest.MonkeyPatch, doc: Doc = DOC
) -> tuple[Recommendation, list[float | None]]:
    """What is advised by a clock that strikes so; and the limits of all searches but those beside.

    The first stroke is the time spent when the search for the plan begins.
    """
    limits: list[float | None] = []

    def search(*args: Any, **kwargs: Any) -> Found:
        limits.append(kwargs["seconds"])
        return optimise(*args, **{**kwargs, "seconds": None})

    def likeliest(table: Table, objective: Objective, limit: float | None) -> Found:
        limits.append(limit)
        return best_chance(table, objective)

    monkeypatch.setattr(module, "Clock", type("Told", (Hands,), {"strokes": strokes}))
    monkeypatch.setattr(module, "optimise", search)
    monkeypatch.setattr(module, "best_chance", likeliest)
    return advise(layout_of(doc), Sample(64, 1), Objective(), seconds=seconds), limits


def test_the_search_leaves_time_for_what_explains_the_plan(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It ends after three fifths of all the time, which drawing takes part of."""
    result, limits = asked_in(10.0, [1.0, 7.0], monkeypatch)
    assert limits == [pytest.approx(5)]
    assert result.short == ()
    assert result.spillover is not None
    assert result.fresh is not None
    assert result.frontier


def test_the_search_gets_some_time_however_long_the_draws_took(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, limits = asked_in(10.0, [9.0], monkeypatch)
    assert limits == [pytest.approx(3)]


def test_what_there_is_no_time_for_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The plan, its gates and the reasons for its moves are always there."""
    result, _ = asked_in(10.0, [11.0], monkeypatch)
    assert result.short == (Part.SPILLOVER, Part.FRESH, Part.FRONTIER)
    assert (result.spillover, result.fresh, result.frontier) == (None, None, ())
    assert result.status is Status.OPTIMAL
    assert result.assessment is not None
    assert [reason.move for reason in result.reasons] == ["card", "gift"]
    assert not result.interrupted


def test_plans_beside_the_one_advised_come_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take what time there is."""
    result, _ = asked_in(10.0, [1.0, 1.0, 11.0], monkeypatch)
    assert result.short == (Part.FRONTIER,)
    assert result.spillover is not None
    assert result.fresh is not None


def test_plans_beside_it_that_were_not_all_looked_for_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        module, "trade_offs", lambda *_: frontier.TradeOffs((), interrupted=False, curtailed=True)
    )
    assert advise(layout_of(DOC), Sample(64, 1), Objective()).short == (Part.FRONTIER,)


def test_a_refusal_is_explained_in_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of it for all gates, the rest for theirs alone."""
    doc = board({"ann": 5}, {"vote": "ann"})
    doc["constituencies"]["envoy"]["no_deal"] = 90
    result, limits = asked_in(10.0, [2.0, 7.0], monkeypatch, doc)
    assert limits == [pytest.approx(4), 4, 3]
    assert (result.status, result.short, result.best_proved) == (Status.NO_DEAL, (), True)


def test_a_refusal_without_time_for_theirs_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes nearest for all gates is told."""
    doc = board({"ann": 5}, {"vote": "ann"})
    doc["constituencies"]["envoy"]["no_deal"] = 90
    result, _ = asked_in(10.0, [11.0], monkeypatch, doc)
    assert result.short == (Part.BEST_CHANCE,)
    assert (result.theirs, result.best_proved) == (None, False)
    assert result.best_chance is not None
    assert result.obstacle is not None


@pytest.mark.parametrize(("nodes", "short"), [(7, (Part.BEST_CHANCE,)), (frontier.NODES, ())])
def test_a_best_chance_not_proved_for_want_of_time_is_told(
    nodes: int, short: tuple[Part, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not one for want of steps, of which there are as many with all the time in the world."""
    doc = board({"ann": 5}, {"vote": "ann"})
    doc["constituencies"]["envoy"]["no_deal"] = 90
    cut = Found(Status.UNKNOWN, None, 0.0, 0.0, nodes, 9.0)
    monkeypatch.setattr(module, "best_chance", lambda *_: cut)
    result = advise(layout_of(doc), Sample(64, 1), Objective())
    assert (result.short, result.best_proved, result.best_chance) == (short, False, None)


def test_an_interrupt_while_the_plan_is_explained_keeps_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what could wait is left out."""

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "spillover", stopped)
    result = advise(layout_of(DOC), Sample(64, 1), Objective())
    assert (result.status, result.interrupted) == (Status.OPTIMAL, True)
    assert result.short == (Part.SPILLOVER, Part.FRESH, Part.FRONTIER)
    assert result.plan is not None


def test_the_same_plan_is_found_as_by_trying_all() -> None:
    """On draws, through the whole of `advise`."""
    doc = board({"ann": {"margin": -5, "no_deal": [30, 50, 60]}}, {"vote": "ann"}, MOVES)
    result = advise(layout_of(doc), Sample(64, 1), Objective())
    assert result.score is not None
    assert result.nodes >= 1
    assert result.score.value == pytest.approx(best(table_of(doc, 64), Objective()), abs=2e-6)
