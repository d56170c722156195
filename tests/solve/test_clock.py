"""A time limit that several parts share."""

from __future__ import annotations

import time

import pytest

from leveltwo.solve.clock import Clock


def test_without_a_limit_time_is_never_over() -> None:
    assert Clock(None).left() is None
    assert not Clock(None).over()


def test_a_share_of_the_limit_is_over_before_all_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    clock = Clock(10)
    assert (clock.left(), clock.left(0.5)) == (10, 5)
    now[0] = 106.0
    assert (clock.left(), clock.left(0.5)) == (4, 0)
    assert (clock.over(), clock.over(0.5)) == (False, True)
