"""Which parts of an answer there is time for."""

from __future__ import annotations

import pytest

from leveltwo.solve.clock import Clock
from leveltwo.solve.timekeeper import Part, Timekeeper


class Stopped:
    """Work that somebody stops, so many times."""

    def __init__(self, times: int) -> None:
        self.times = times

    def __call__(self) -> str:
        self.times -= 1
        if self.times >= 0:
            raise KeyboardInterrupt
        return "done"


def test_with_time_enough_everything_has_its_turn() -> None:
    keeper = Timekeeper(Clock(None))
    assert keeper.needed(lambda: 1) == 1
    assert keeper.if_time(Part.FRESH, lambda: 2) == 2
    assert (keeper.short, keeper.interrupted) == ((), False)


def test_once_time_is_up_only_what_is_needed_is_done() -> None:
    keeper = Timekeeper(Clock(0))
    assert keeper.needed(lambda: 1) == 1
    assert keeper.if_time(Part.SPILLOVER, lambda: 2) is None
    assert keeper.if_time(Part.FRESH, lambda: 3) is None
    assert (keeper.short, keeper.interrupted) == ((Part.SPILLOVER, Part.FRESH), False)


def test_what_somebody_stops_is_left_out_and_so_is_all_that_could_wait() -> None:
    keeper = Timekeeper(Clock(None))
    assert keeper.if_time(Part.SPILLOVER, Stopped(1)) is None
    assert keeper.if_time(Part.FRESH, lambda: 3) is None
    assert keeper.needed(lambda: 1) == 1
    assert (keeper.short, keeper.interrupted) == ((Part.SPILLOVER, Part.FRESH), True)


def test_what_is_needed_is_begun_again_when_stopped() -> None:
    keeper = Timekeeper(Clock(None))
    assert keeper.needed(Stopped(1)) == "done"
    assert (keeper.short, keeper.interrupted) == ((), True)


def test_whoever_stops_twice_wants_no_answer() -> None:
    with pytest.raises(KeyboardInterrupt, match=r"^$"):
        Timekeeper(Clock(None)).needed(Stopped(2))


def test_whoever_has_stopped_one_part_already_wants_no_answer() -> None:
    keeper = Timekeeper(Clock(None))
    keeper.if_time(Part.FRESH, Stopped(1))
    with pytest.raises(KeyboardInterrupt, match=r"^$"):
        keeper.needed(Stopped(1))
