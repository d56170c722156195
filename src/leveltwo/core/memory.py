"""Refusing a question whose arrays would not fit into memory."""

from __future__ import annotations

from leveltwo.errors import TooLarge

MOST_BYTES = 4 * 2**30


def reserve(what: str, size: int, remedy: str) -> None:
    """Refuse arrays that are too large, before they are made.

    Parameters
    ----------
    what : str
        What they are for.
    size : int
        Bytes.
    remedy : str
        What the user can do.

    Raises
    ------
    TooLarge
        If they would take more than `MOST_BYTES`.
    """
    if size > MOST_BYTES:
        raise TooLarge(
            f"the {what} would take {size / 2**30:,.1f} GiB of memory, more than the "
            f"{MOST_BYTES / 2**30:g} GiB allowed; {remedy}"
        )
