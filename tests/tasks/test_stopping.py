"""Tasks that begin with a plan looked for, stopped while it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from tests.made import FREE, made, saved
from tests.port_lease import PORT_LEASE

FEW = tasks.Sampling(draws=16)


def stop(*_: object) -> None:
    """Somebody presses Ctrl-C as soon as there is progress to tell of."""
    raise KeyboardInterrupt


def brief(source: str, watch: tasks.Watch) -> object:
    """A brief that would replace an older one."""
    return tasks.write_brief(source, [older(source)], tasks.Told(), FEW, watch=watch)


def port(folder: Path) -> str:
    """The port lease, in a file."""
    path = folder / "port.yaml"
    path.write_text(PORT_LEASE, encoding="utf-8")
    return str(path)


def older(source: str) -> Path:
    """Where the brief stands."""
    return Path(source).with_name("brief.md")


ASKED: dict[str, Callable[[str, tasks.Watch], object]] = {
    "brief": brief,
    "calendar": lambda source, watch: tasks.calendar(source, sampling=FEW, watch=watch),
    "insure": lambda source, watch: tasks.insure(source, sampling=FEW, watch=watch),
    "order": lambda source, watch: tasks.order(source, sampling=FEW, watch=watch),
    "speech": lambda source, watch: tasks.speech(source, sampling=FEW, watch=watch),
    "spillover": lambda source, watch: tasks.spillover(source, sampling=FEW, watch=watch),
}


@pytest.mark.parametrize("name", ASKED)
def test_what_is_about_the_plan_advised_ends_where_its_search_is_stopped(
    name: str, tmp_path: Path
) -> None:
    source = port(tmp_path)
    older(source).write_text("older", encoding="utf-8")
    with pytest.raises(KeyboardInterrupt, match=r"^$"):
        ASKED[name](source, stop)
    assert older(source).read_text(encoding="utf-8") == "older"
    assert sorted(entry.suffix for entry in tmp_path.iterdir()) == [".md", ".yaml"]


def test_advice_itself_is_given_on_what_was_found_until_then(tmp_path: Path) -> None:
    found = tasks.advise(port(tmp_path), sampling=FEW, watch=stop).result
    assert found.interrupted
    assert found.plan is not None


@pytest.mark.parametrize(
    ("module", "part"),
    [
        ("leveltwo.tasks.robustness", "robust"),
        ("leveltwo.solve.insurance.insure", "insure"),
    ],
)
def test_a_brief_ends_too_where_a_later_part_of_it_is_stopped(
    module: str, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those parts would otherwise be told as far as they had got."""
    task = getattr(import_module(module), part)

    def stopped(*args: Any, **kwargs: Any) -> Any:
        found = task(*args, **kwargs)
        if part == "insure":
            return replace(found, interrupted=True)
        return replace(found, result=replace(found.result, interrupted=True))

    monkeypatch.setattr(f"{module}.{part}", stopped)
    source = saved(tmp_path, made())
    told = tasks.Told(deal=FREE)
    with pytest.raises(KeyboardInterrupt, match=r"^$"):
        tasks.write_brief(source, [older(source)], told, FEW, robust_seconds=2)
    assert not older(source).exists()
