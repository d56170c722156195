"""Where the command begins: Ctrl-C is heeded from the first moment, while libraries load."""

from __future__ import annotations

import sys

from leveltwo.cli.status import STOPPED


def run() -> None:
    """Load the command line and run it."""
    try:
        from leveltwo.cli.main import run as command
    except KeyboardInterrupt:
        sys.stderr.write("Stopped.\n")
        sys.exit(STOPPED)
    command()
