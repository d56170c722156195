"""Refusing what does not fit into memory."""

from __future__ import annotations

import pytest

from leveltwo.core.memory import MOST_BYTES, reserve
from leveltwo.errors import TooLarge


def test_what_fits_is_let_through_and_what_does_not_is_refused() -> None:
    """At the limit exactly; the message has the size, the limit and the remedy."""
    reserve("search", MOST_BYTES, "use fewer draws")
    message = (
        "the search would take 8.0 GiB of memory, more than the 4 GiB allowed; use fewer draws"
    )
    with pytest.raises(TooLarge, match=message):
        reserve("search", 2 * MOST_BYTES, "use fewer draws")
