"""Every page finds the solver prepared and the same terminal."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True, scope="session")
def _prepared() -> None:
    """Compile the solver before anything is timed or compared."""
    from leveltwo import tasks

    tasks.prepare()


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Help texts are as wide as the terminal; let that be 80 characters, without colours."""
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
