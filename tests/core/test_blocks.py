"""Blocks of deals: never too large, the same for everybody, given up when told."""

from __future__ import annotations

import pickle
import random
from dataclasses import replace

import pytest

from leveltwo.core.blocks import CELLS, DEALS, blocks, lanes_for, refuse_endless
from leveltwo.core.counting import GivenUp
from leveltwo.core.crew import Halt
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import block_task
from leveltwo.core.sample import Sample
from leveltwo.core.space import Space
from leveltwo.errors import TooLarge
from leveltwo.model.negotiation import Negotiation
from tests.brute import rivals


@pytest.mark.parametrize("draws", [1, 1024, 65_536])
@pytest.mark.parametrize("tests", [0, 3, 100])
@pytest.mark.parametrize("sizes", [(2,), (1000, 1000), (10,) * 8, (5,) * 3])
def test_blocks_are_all_the_firsts_and_none_is_too_large(
    draws: int, tests: int, sizes: tuple[int, ...]
) -> None:
    space = Space(sizes, (0,) * len(sizes), len(sizes) - 1, ())
    found = blocks(space, draws, tests)
    assert [n for start, stop in found for n in range(start, stop)] == list(range(space.firsts))
    most = max(stop - start for start, stop in found)
    assert most == 1 or most * space.lanes <= DEALS
    assert most == 1 or most * space.lanes * draws * tests <= CELLS


def test_many_draws_leave_few_lanes() -> None:
    assert lanes_for(1, 10) == lanes_for(1024, 10) == 1024
    assert lanes_for(65_536, 100) == 143
    assert lanes_for(65_536, 10_000) == 64


def test_an_endless_map_is_refused_with_what_to_do() -> None:
    refuse_endless(10**8, 1024, 100)
    with pytest.raises(TooLarge, match=r"100,000,000,000 combinations .* 29 hours .* fewer draws"):
        refuse_endless(10**11, 1024, 10)


def test_a_task_can_be_sent_elsewhere() -> None:
    """And gives the same there."""
    layout = Layout(Negotiation.model_validate(rivals(random.Random(1))))
    task = block_task(layout, Sample(16, 1), (), 0.5)
    sent = pickle.loads(pickle.dumps(task))  # noqa: S301
    one, other = task((0, 1)), sent((0, 1))
    assert one.deals == other.deals == 27
    assert (one.histogram == other.histogram).all()
    assert (one.edge.number == other.edge.number).all()


def test_a_block_under_way_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    layout = Layout(Negotiation.model_validate(rivals(random.Random(1))))
    task = block_task(layout, Sample(16, 1), (), 0.5)
    task.give_up()
    with pytest.raises(GivenUp):
        task((0, 1))
    assert replace(task, halt=Halt())((0, 1)).deals == 27
