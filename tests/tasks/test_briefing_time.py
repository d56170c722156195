"""How a brief shares out the time that it is given."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.errors import InputError
from leveltwo.solve.clock import Clock
from tests.made import FREE, made, saved

module = import_module("leveltwo.tasks.briefing")


class Late(Clock):
    """A clock that shows from the start how much is spent."""

    spent = 0.0

    def __init__(self, seconds: float | None) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def left(self, share: float = 1.0) -> float | None:
        """What is left of a share of the limit."""
        return None if self.seconds is None else max(0.0, share * self.seconds - self.spent)


class Heard:
    """The limits that the parts of a brief were given."""

    def __init__(self, spent: float, monkeypatch: pytest.MonkeyPatch) -> None:
        self.limits: dict[str, float | None] = {}
        monkeypatch.setattr("leveltwo.solve.clock.Clock", type("Told", (Late,), {"spent": spent}))
        for name, limit in (("advise", "seconds"), ("map_deals", "longest")):
            monkeypatch.setattr(module, name, self.told(name, limit))
        monkeypatch.setattr(module, "_relied", self.relied)

    def told(self, name: str, limit: str) -> Any:
        """A task that notes its limit and takes all its time."""
        task = getattr(tasks, name)

        def noted(*args: Any, **kwargs: Any) -> Any:
            self.limits[name] = kwargs.pop(limit)
            return task(*args, **kwargs)

        return noted

    def relied(self, *args: Any) -> None:
        """Notes the limit of what can be relied on."""
        self.limits["robust"] = args[4]


def brief_of(path: Path, deal: tasks.Deal | None = None, **limits: Any) -> None:
    """A brief is gathered within limits."""
    told, sampling = tasks.Told(deal=deal), tasks.Sampling(draws=16)
    tasks.briefing(saved(path, made()), told, sampling, **limits)


def test_half_is_for_the_plan_and_what_is_left_for_what_can_be_relied_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(10.0, monkeypatch)
    brief_of(tmp_path, seconds=60.0)
    assert heard.limits == {"advise": 20, "map_deals": 50, "robust": 50}


def test_what_can_be_relied_on_keeps_its_own_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(0.0, monkeypatch)
    brief_of(tmp_path, FREE, seconds=60.0, robust_seconds=5.0)
    assert heard.limits == {"map_deals": 60, "robust": 5}


def test_however_late_it_is_every_part_has_some_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(70.0, monkeypatch)
    brief_of(tmp_path, FREE, seconds=60.0)
    assert heard.limits == {"map_deals": 6, "robust": 6}


def test_without_a_limit_only_what_can_be_relied_on_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard(0.0, monkeypatch)
    brief_of(tmp_path)
    limits = {"advise": None, "map_deals": float("inf"), "robust": tasks.ROBUST_SECONDS}
    assert heard.limits == limits


@pytest.mark.parametrize("seconds", [0.0, float("nan")])
def test_a_limit_is_a_number_above_0(seconds: float, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"seconds is .*; expected a number above 0"):
        brief_of(tmp_path, FREE, seconds=seconds)


def test_deals_too_many_to_map_in_time_are_estimated(tmp_path: Path) -> None:
    path, sampling = saved(tmp_path, made()), tasks.Sampling(draws=16)
    assert tasks.map_deals(path, sampling=sampling, longest=1.0).result.estimate is None
    assert tasks.map_deals(path, sampling=sampling, longest=0.0).result.estimate is not None
