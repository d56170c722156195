"""A whole study of how far a plan can be relied on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from leveltwo.core.crew import Threads
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.frontier import TradeOffs
from leveltwo.solve.objective import Objective
from leveltwo.solve.result import Found, Status
from leveltwo.solve.robustness import study as module
from leveltwo.solve.robustness.record import Robustness
from leveltwo.solve.robustness.robust import robust
from leveltwo.solve.robustness.study import ENOUGH, SAMPLES
from tests.board import Doc, board

PATH = "constituencies.ann.no_deal"


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "VARIANTS", 8)
    monkeypatch.setattr(module, "SCREENED", 512)


def needy(**ann: Any) -> Doc:
    """A treaty for which Ann may need help that costs something."""
    return board(
        {"ann": {"margin": 0, "no_deal": [35, 50, 65], **ann}},
        {"vote": "ann"},
        {"help": {"effects": {"ann": 20}, "cost": 4}},
    )


def studied(doc: Doc, plan: Plan | None = None, **more: Any) -> Robustness:
    """The study of a plan on few draws, by one thread."""
    layout = Layout(Negotiation.model_validate(doc))
    more = {"draws": 1024, "crew": Threads(1), **more}
    return robust(layout, Sample(64, 1), Objective(), plan, **more)


def test_the_advice_is_looked_into_from_all_sides() -> None:
    """Help is advised; it is worth finding out whether Ann needs it."""
    found = studied(needy())
    assert found.plan == Plan({"text": "treaty"}, ("help",))
    assert found.advised
    assert found.proved
    assert found.value == pytest.approx(16)
    assert found.stress is not None
    assert found.stress.holds == 1.0
    assert found.stability is not None
    assert found.stability.variants == 8
    assert found.finding_out is not None
    (question,) = found.finding_out.questions
    assert question.path == PATH
    assert question.turns[0].plan == Plan({"text": "treaty"})
    assert question.turns[0].gain == pytest.approx(4, abs=0.5)
    assert found.finding_out.sample.draws == 1024
    assert (found.curtailed, found.interrupted) == (False, False)


def test_the_same_question_has_the_same_answer() -> None:
    assert studied(needy()) == studied(needy())


def test_a_plan_that_is_named_is_held_against_the_best() -> None:
    found = studied(needy(no_deal=[60, 65, 70]), Plan({"text": "treaty"}))
    assert not found.advised
    assert found.plan == Plan({"text": "treaty"})
    assert found.finding_out is not None
    assert found.finding_out.best == Plan({"text": "treaty"}, ("help",))
    assert found.finding_out.lead == pytest.approx(16, abs=0.5)


def test_where_walking_away_is_best_it_is_asked_what_would_change_that() -> None:
    """Only the costly help would do, and its cost is in doubt."""
    doc = needy(no_deal=[60, 65, 70])
    doc["moves"]["help"]["cost"] = [5, 20, 40]
    found = studied(doc)
    assert (found.plan, found.value, found.stress) == (None, 0, None)
    assert found.finding_out is not None
    assert found.finding_out.questions[0].path == "moves.help.cost"
    assert found.finding_out.questions[0].turns[0].plan == Plan({"text": "treaty"}, ("help",))


def test_a_case_whose_rules_leave_no_plan_has_nothing_to_compare() -> None:
    doc = needy()
    doc["constraints"] = [{"never": {"text": "treaty"}}, {"never": {"text": "shell"}}]
    found = studied(doc)
    assert found.plan is None
    assert found.stability is not None
    assert found.stability.walked == 8
    assert found.finding_out is not None
    assert found.finding_out.plans == 1
    assert found.finding_out.questions == ()


def test_watchers_are_told_of_every_part() -> None:
    told: list[tuple[str, int, int]] = []
    studied(needy(), watch=lambda *part: told.append(part))
    assert list(dict.fromkeys(part for part, _, _ in told)) == [
        "search",
        "stability",
        "candidates",
        "finding_out",
    ]
    assert told[-1] == ("finding_out", SAMPLES, SAMPLES)


def test_with_no_time_at_all_every_part_has_a_first_result() -> None:
    found = studied(needy(), seconds=1e-6)
    assert (found.curtailed, found.interrupted) == (True, False)
    if found.stability is not None:
        assert found.stability.variants == 1
    assert found.finding_out is not None
    assert found.finding_out.samples == ENOUGH
    assert found.finding_out.sample.draws == ENOUGH * 32


def test_without_time_no_more_plans_are_looked_for() -> None:
    """What is known of a plan that was named is told all the same."""
    found = studied(needy(), Plan({"text": "treaty"}, ("help",)), seconds=1e-6)
    assert found.finding_out is not None
    assert [question.path for question in found.finding_out.questions] == [PATH]


def interrupt_at(part: str, when: int) -> Callable[[str, int, int], None]:
    """Somebody who stops a part at some point."""

    def watch(now: str, done: int, of: int) -> None:
        if (now, done) == (part, when):
            raise KeyboardInterrupt

    return watch


@pytest.mark.parametrize(
    ("part", "when", "there"),
    [
        ("search", 0, []),
        ("stability", 0, ["stress"]),
        ("stability", 3, ["stress", "stability"]),
        ("candidates", 0, ["stress", "stability"]),
        ("finding_out", 0, ["stress", "stability"]),
        ("finding_out", ENOUGH - 1, ["stress", "stability"]),
        ("finding_out", ENOUGH, ["stress", "stability", "finding_out"]),
    ],
)
def test_what_is_done_stays_when_somebody_stops_it(part: str, when: int, there: list[str]) -> None:
    found = studied(needy(), watch=interrupt_at(part, when))
    assert found.interrupted
    parts = ("stress", "stability", "finding_out")
    assert [name for name in parts if getattr(found, name) is not None] == there


def test_a_search_that_is_stopped_keeps_the_plan_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = Found(Status.FEASIBLE, np.array([1, 1]), 16.0, 20.0, 1, 0.1, interrupted=True)
    monkeypatch.setattr(module, "optimise", lambda *_, **__: stopped)
    found = studied(needy())
    assert (found.plan, found.interrupted) == (Plan({"text": "treaty"}, ("help",)), True)
    assert found.stress is None
    assert not found.proved


def test_a_study_ends_where_its_search_for_the_frontier_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        module, "trade_offs", lambda *_, **__: TradeOffs((), interrupted=True, curtailed=False)
    )
    found = studied(needy())
    assert (found.plan, found.interrupted) == (Plan({"text": "treaty"}, ("help",)), True)
    assert found.stress is None
