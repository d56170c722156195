"""Crews give results in order, whoever is done first, and stop when told to."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import count

import pytest

from leveltwo.core.crew import AHEAD, Halt, Threads


def _slow_first(n: int) -> int:
    time.sleep(0.05 if n == 0 else 0)
    return n * n


@pytest.mark.parametrize("workers", [1, 2, 5])
def test_results_come_in_the_order_of_items(workers: int) -> None:
    assert list(Threads(workers).each(_slow_first, range(20))) == [n * n for n in range(20)]


def test_a_crew_has_a_worker_for_each_processor_unless_told() -> None:
    assert Threads().workers >= 1


def test_an_endless_supply_is_taken_as_workers_come_free() -> None:
    taken: list[int] = []

    def supply() -> Iterator[int]:
        for n in count():
            taken.append(n)
            yield n

    results = Threads(2).each(_slow_first, supply())
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    assert len(taken) <= 3 + 2 * AHEAD
    results.close()


def test_closing_gives_up_what_has_not_begun() -> None:
    begun, gate = [], threading.Event()

    def wait(n: int) -> int:
        begun.append(n)
        gate.wait(5)
        return n

    results = Threads(1).each(wait, range(100))
    gate.set()
    next(results)
    results.close()
    assert len(begun) < 100


def test_an_error_in_a_piece_is_an_error_of_the_whole() -> None:
    with pytest.raises(ZeroDivisionError, match="by zero"):
        list(Threads(2).each(lambda n: 1 // n, [1, 0, 1]))


def test_a_task_that_can_be_given_up_is_told_so() -> None:
    """Pieces under way end at once, not when they are done."""
    task = _Patient()
    results = Threads(1).each(task, range(100))
    next(results)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < 20
    assert not task.halt.goes_on()


def test_a_task_done_to_its_end_is_not_given_up() -> None:
    task = _Patient()
    assert list(Threads(2).each(task, [0, 0])) == [0, 0]
    assert task.halt.goes_on()


class _Patient:
    """Waits at every piece but 0 until it is given up."""

    def __init__(self) -> None:
        self.halt = Halt()

    def __call__(self, n: int) -> int:
        while n and self.halt.goes_on():
            time.sleep(0.01)
        return n

    def give_up(self) -> None:
        self.halt.called = True
