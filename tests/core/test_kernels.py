"""The compiled loops against votes worked out whole."""

from __future__ import annotations

import random

import numpy as np
import pytest

from leveltwo.core import winset
from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.deals import all_deals
from leveltwo.core.draws import sample
from leveltwo.core.evaluation import evaluate, scores, without
from leveltwo.core.layout import Layout
from leveltwo.core.pivots import gate_passes
from leveltwo.core.program import flatten
from leveltwo.core.sample import Sample
from leveltwo.core.table import Table
from leveltwo.core.votes import cast
from leveltwo.core.winset import approval, chances
from leveltwo.model.negotiation import Negotiation
from tests.board import board, layout_of
from tests.brute import rivals, table_of
from tests.small import small
from tests.strategies import build


def plainly(table: Table, deal: list[int], moves: list[str]) -> list[float]:
    """Chances of one deal at each side's gates and at all, without the compiled loops."""
    layout = table.layout
    chosen = encode(layout, {i: v.option_ids[0] for i, v in layout.case.issues.items()}, moves)
    chosen[: len(deal)] = deal
    votes = cast(table, chosen)
    found = []
    for side in [*sorted(layout.case.sides), None]:
        passes = [
            gate_passes(layout, gate, votes.for_, votes.against)
            for gate in approval(layout.gates, side)
        ]
        found.append(float(np.all(passes, axis=0).mean()))
    return found


@pytest.mark.parametrize("seed", range(40))
def test_counting_draws_gives_what_casting_votes_gives(seed: int) -> None:
    """Every feature, some moves in force."""
    rng = random.Random(seed)
    doc = build(rng)
    moves = [move for move in doc.get("moves", {}) if rng.random() < 0.4]
    table = table_of(doc, 64, seed)
    deals = all_deals(table.layout)
    found = chances(table, deals, moves)
    for deal, row in zip(deals.tolist(), found.tolist(), strict=True):
        assert row == plainly(table, deal, moves)


def test_chunks_and_progress_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Deals are counted some at a time, and the count is told."""
    table = table_of(rivals(random.Random(1)), 32)
    deals = all_deals(table.layout)
    whole = chances(table, deals, ())
    monkeypatch.setattr(winset, "CHUNK", 10)
    seen: list[tuple[int, int]] = []
    parts = chances(table, deals, (), lambda done, of: seen.append((done, of)))
    assert (parts == whole).all()
    assert seen == [(min(n, 27), 27) for n in (10, 20, 30)]


def test_any_deals_can_be_asked_about() -> None:
    """A part of them gives a part of the answer."""
    table = table_of(rivals(random.Random(2)), 32)
    deals = all_deals(table.layout)
    assert (chances(table, deals[5:20:3], ()) == chances(table, deals, ())[5:20:3]).all()


def test_an_interrupt_between_chunks_ends_the_count(monkeypatch: pytest.MonkeyPatch) -> None:
    """And is passed on."""
    monkeypatch.setattr(winset, "CHUNK", 3)

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    table = table_of(rivals(random.Random(1)), 16)
    with pytest.raises(KeyboardInterrupt):
        chances(table, all_deals(table.layout), (), stop)


def test_a_program_holds_only_the_rows_that_matter() -> None:
    """Audiences whom nobody follows are left out; those who are heard are in."""
    people = {"ann": {"margin": 1, "follows": {"cy": {"for": 1}}}, "bob": 1.0, "cy": 1.0}
    layout = layout_of(board(people, {"vote": "ann"}))
    table = compile_table(layout, sample(layout.case, 4, 1))
    program = flatten(table, [approval(layout.gates, "them")])
    rows = [layout.blocs[row].constituency for row in program.rows]
    assert sorted(rows) == ["ann", "cy"]
    assert program.gain.shape[1] == 2
    everybody = flatten(table, [approval(layout.gates)])
    assert len(everybody.rows) == 3


def test_a_program_of_every_row_does_not_copy_the_table() -> None:
    """It is large."""
    layout = layout_of(board({"ann": 1.0}, {"vote": "ann"}))
    table = compile_table(layout, sample(layout.case, 4, 1))
    assert flatten(table, [approval(layout.gates)]).gain is table.gain


def test_scores_are_the_same_in_blocks_and_whole() -> None:
    """On 1,500 draws, a block and a half."""
    doc = rivals(random.Random(4))
    layout = Layout(Negotiation.model_validate(doc))
    table = compile_table(layout, sample(layout.case, 1500, 7))
    plans = [np.zeros(8, dtype=np.int64), np.array([2, 1, 0, 1, 0, 1, 1, 0])]
    whole, parts = scores(table, plans), evaluate(layout, Sample(1500, 7), plans)
    for one, other in zip(whole, parts, strict=True):
        for field in ("chance", "durable", "value", "gain", "cost"):
            assert getattr(one, field) == pytest.approx(getattr(other, field), abs=1e-12)


def test_a_plan_without_a_move_is_without_those_that_need_it() -> None:
    """The feast needs the rota."""
    layout = Layout(small())
    both = encode(layout, {"sunday": "open", "bonus": "5"}, ["rota", "feast"])
    assert without(layout, both, "rota").tolist() == [1, 1, 0, 0]
    assert without(layout, both, "feast").tolist() == [1, 1, 0, 1]
    assert both.tolist() == [1, 1, 1, 1]
