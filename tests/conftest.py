"""What every test relies on."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """Hear Ctrl-C: a run begun in the background ignores it, and so would what it starts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
