"""What stays in the best plan if judgements vary."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import pinned, sample
from leveltwo.core.layout import Layout
from leveltwo.core.returns import returns
from leveltwo.core.survey import survey
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.objective import Objective
from leveltwo.solve.result import Found, Status
from leveltwo.solve.robustness import stability as module
from leveltwo.solve.robustness.candidates import Choice
from leveltwo.solve.robustness.stability import DRAWS, Variants
from tests.board import Doc, board
from tests.brute import best

HELP: dict[str, Doc] = {"help": {"effects": {"ann": 20}, "cost": [1, 4, 8]}}
ANN = {"margin": 0, "no_deal": [35, 50, 65]}


def layout_of(doc: Doc) -> Layout:
    """Its layout, with a mood for Ann's side."""
    doc["uncertainty"] = {"mood": {"us": 0, "them": 3}}
    return Layout(Negotiation.model_validate(doc))


def explored(layout: Layout, chosen: Choice, variants: int = 12, **more: Any) -> Variants:
    """All variants, looked into."""
    known = [] if chosen is None else [chosen]
    found = Variants(layout, Objective(), chosen, 1, known)
    left = more.get("left", lambda: None)
    assert list(found.explore(variants, left)) == list(range(1, len(found.best) + 1))
    return found


def test_each_variant_has_the_best_of_all_plans() -> None:
    """Against trying every one; the loss is what the plan asked about falls short of it."""
    layout = layout_of(board({"ann": ANN}, {"vote": "ann"}, HELP))
    chosen = encode(layout, {"text": "treaty"}, ["help"])
    found = explored(layout, chosen)
    drawn = sample(layout.case, 12, 1)
    for i, loss in enumerate(found.losses):
        values = {p: float(np.broadcast_to(drawn[p], 12)[i]) for p in survey(layout.case)}
        table = compile_table(layout, pinned(layout.case, values, DRAWS, 1))
        top = max(best(table, Objective()), 0.0)
        asked = returns(table, [chosen])[0].mean()
        assert loss == pytest.approx(top - asked, abs=2e-6)


def test_it_counts_how_often_each_part_is_best() -> None:
    """The treaty always; help only where Ann needs it."""
    layout = layout_of(board({"ann": ANN}, {"vote": "ann"}, HELP))
    found = explored(layout, encode(layout, {"text": "treaty"}, ["help"])).result()
    assert (found.variants, found.proved, found.walked) == (12, 12, 0)
    assert found.terms == {"text": {"treaty": 12}}
    assert 0 < found.moves["help"] == found.same < 12
    assert found.worst >= found.loss > 0
    assert found.error > 0


def test_a_move_of_the_plan_that_is_never_best_counts_nought() -> None:
    idle: dict[str, Doc] = {"idle": {"effects": {"ann": 0.5}, "cost": 3}}
    layout = layout_of(board({"ann": 15}, {"vote": "ann"}, idle))
    found = explored(layout, encode(layout, {"text": "treaty"}, ["idle"]), 2).result()
    assert found.moves == {"idle": 0}
    assert found.same == 0
    assert found.loss == pytest.approx(3, abs=0.01)


def test_walking_away_counts_as_itself() -> None:
    layout = layout_of(board({"ann": -40}, {"vote": "ann"}))
    found = explored(layout, None, 2).result()
    assert (found.walked, found.same, found.loss) == (2, 2, 0)
    assert found.terms == {"text": {}}
    other = explored(layout, encode(layout, {"text": "shell"}), 2).result()
    assert other.variants == 2


def test_plans_found_are_known_to_later_variants() -> None:
    layout = layout_of(board({"ann": ANN}, {"vote": "ann"}, HELP))
    found = explored(layout, encode(layout, {"text": "treaty"}, ["help"]))
    assert sorted(plan.tolist() for plan in found.known) == [[1, 0], [1, 1]]


def test_it_ends_when_time_is_up_after_one_variant_at_least() -> None:
    layout = layout_of(board({"ann": 5}, {"vote": "ann"}))
    found = explored(layout, encode(layout, {"text": "treaty"}), left=lambda: 0.0)
    assert len(found.best) == 1


def test_an_interrupt_while_searching_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    stopped = Found(Status.UNKNOWN, None, -np.inf, 1.0, 0, 0.0, interrupted=True)
    monkeypatch.setattr(module, "optimise", lambda *_, **__: stopped)
    with pytest.raises(KeyboardInterrupt):
        explored(layout_of(board({"ann": 5}, {"vote": "ann"})), None)
