"""Ctrl-C while the program still loads."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from leveltwo.cli import main, start


def test_ctrl_c_while_libraries_load_ends_as_it_does_later(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, and the same status."""
    load = builtins.__import__

    def pressed(name: str, *more: Any) -> Any:
        if name == "leveltwo.cli.main":
            raise KeyboardInterrupt
        return load(name, *more)

    monkeypatch.setattr(builtins, "__import__", pressed)
    with pytest.raises(SystemExit, match="130"):
        start.run()
    shown = capsys.readouterr()
    assert (shown.out, shown.err) == ("", "Stopped.\n")


def test_once_all_is_loaded_the_command_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[bool] = []
    monkeypatch.setattr(main, "run", lambda: ran.append(True))
    start.run()
    assert ran == [True]
