"""Ids named one by one, or one as plain text."""

from __future__ import annotations

from leveltwo.model.several import several


def test_plain_text_is_one_id() -> None:
    """Not its letters; an empty one is an id too, which nothing has."""
    assert several("history") == ("history",)
    assert several("") == ("",)


def test_anything_else_is_taken_one_by_one() -> None:
    """Lists, tuples, whatever can be gone through once."""
    assert several(["a", "b"]) == several(iter(("a", "b"))) == ("a", "b")
    assert several(()) == ()
