"""How long compiled loops run before they come back."""

from __future__ import annotations

import pytest

from leveltwo.solve import pace
from leveltwo.solve.pace import Pace


class Clock:
    """A clock that is set by hand."""

    now = 100.0

    def monotonic(self) -> float:
        """The time."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that paces go by."""
    made = Clock()
    monkeypatch.setattr(pace, "time", made)
    return made


def look(made: Pace, clock: Clock, seconds: float, most: int = pace.MOST) -> int:
    """Steps given for a look that takes some time."""
    with made.look(most) as steps:
        clock.now += seconds
    return steps


def test_looks_begin_with_one_step_and_grow_while_they_are_quick(clock: Clock) -> None:
    """Up to a limit."""
    made = Pace()
    assert [look(made, clock, 0.001) for _ in range(4)] == [1, 2, 4, 8]
    for _ in range(20):
        look(made, clock, 0.001)
    assert look(made, clock, 0.1) == pace.MOST


def test_looks_shrink_when_they_are_slow_but_never_to_nothing(clock: Clock) -> None:
    """Half as many after a slow one; as many after one that is about right."""
    made = Pace()
    made.steps = 8
    assert [look(made, clock, seconds) for seconds in (0.1, 1, 1, 1, 1, 1)] == [8, 8, 4, 2, 1, 1]


def test_a_look_never_has_more_steps_than_are_left(clock: Clock) -> None:
    """However quick they are."""
    made = Pace()
    made.steps = 64
    assert look(made, clock, 0.1, most=5) == 5


def test_time_is_up_when_the_clock_says_so(clock: Clock) -> None:
    """And never without a limit."""
    assert not Pace().over
    made = Pace(until=101)
    assert not made.over
    clock.now = 101
    assert made.over
