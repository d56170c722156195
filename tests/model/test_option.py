"""References to options."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from leveltwo.model.option import OptionRef, OptionRefs


@pytest.mark.parametrize(("raw", "option"), [("goal", "goal"), (10, "10"), (12.50, "12.5")])
def test_an_option_is_an_id_or_a_number(raw: Any, option: str) -> None:
    """A number by its canonical text."""
    assert TypeAdapter(OptionRef).validate_python(raw) == option
    assert TypeAdapter(OptionRefs).validate_python(raw) == (option,)
    assert TypeAdapter(OptionRefs).validate_python([raw, "x"]) == (option, "x")


@pytest.mark.parametrize("bad", [True, None, "", {}, float("nan"), 10**400])
def test_anything_else_is_no_option(bad: Any) -> None:
    """Unknown ids are found later."""
    with pytest.raises(ValidationError, match="expected an option: its id, or its number"):
        TypeAdapter(OptionRef).validate_python(bad)
    with pytest.raises(ValidationError, match="expected an option: its id, or its number"):
        TypeAdapter(OptionRefs).validate_python(["x", bad])


def test_a_list_of_no_options_is_refused() -> None:
    """It would mean nothing."""
    with pytest.raises(ValidationError, match="found an empty list; expected an option or a list"):
        TypeAdapter(OptionRefs).validate_python([])
