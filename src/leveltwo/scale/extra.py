"""Libraries that only this wing needs, and what to say where they are not installed."""

from __future__ import annotations

from importlib.util import find_spec

from leveltwo.errors import NotInstalled


def need(library: str, purpose: str) -> None:
    """Make sure that an optional library is there.

    Parameters
    ----------
    library : str
        Its name in import statements.
    purpose : str
        What it is needed for, as the beginning of a sentence.

    Raises
    ------
    NotInstalled
        If it is not; the message says how to install it.
    """
    if find_spec(library) is None:
        raise NotInstalled(
            f"{purpose} needs {library}, which is not installed: pip install 'leveltwo[scale]'"
        )
