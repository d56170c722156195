"""Libraries that are not installed with every copy."""

from __future__ import annotations

import pytest

from leveltwo.errors import NotInstalled
from leveltwo.scale.extra import need


def test_what_is_installed_is_no_trouble() -> None:
    """Nothing happens."""
    need("distributed", "work elsewhere")


def test_what_is_missing_is_named_with_what_installs_it() -> None:
    """One clear message."""
    with pytest.raises(NotInstalled, match=r"work elsewhere needs no_such_library, .* pip install"):
        need("no_such_library", "work elsewhere")
