"""Ids, texts, and how what was found is shown."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from leveltwo.model.base import Id, Ids, Text, reader, refuse, show, wrong


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@pytest.mark.parametrize("good", ["a", "left", "a1", "snake_case_2"])
def test_an_id_is_a_small_letter_and_more(good: str) -> None:
    """Letters, digits, underscores."""
    assert TypeAdapter(Id).validate_python(good) == good


@pytest.mark.parametrize("bad", ["", "A", "1a", "_a", "a-b", "é", "a b", "a\n", 5, None, True])
def test_anything_else_is_no_id(bad: object) -> None:
    """Not even with a line end."""
    with pytest.raises(ValidationError, match=r"string"):
        TypeAdapter(Id).validate_python(bad, strict=True)


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (None, "found nothing; expected text"),
        ("", "found “”; expected text"),
        (" \n", r"found “ \\n”; expected text"),
        (5, "found 5; expected text; put quotes around it"),
        (True, "found true; expected text; put quotes around it"),
        ({}, "found an empty mapping; expected text"),
    ],
)
def test_text_is_not_blank_and_not_a_number(bad: object, message: str) -> None:
    """A number or a date needs quotes, and the message says so."""
    with pytest.raises(ValidationError, match=message):
        TypeAdapter(Text).validate_python(bad)
    assert TypeAdapter(Text).validate_python(" a ") == " a "


def test_lists_become_tuples() -> None:
    """So that nouns stay as they are."""
    assert TypeAdapter(Ids).validate_python(["a", "b"], strict=True) == ("a", "b")


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        (None, "nothing"),
        (True, "true"),
        (False, "false"),
        ("x" * 99, "“" + "x" * 59 + "…”"),
        ("a\x1bb", r"“a\x1bb”"),
        ({"a": 1}, "a mapping"),
        ({}, "an empty mapping"),
        ([], "an empty list"),
        ([1, "a", None, 2.5], "the list [1, a, nothing, 2.5]"),
        ((1, 2), "the list [1, 2]"),
        ([1] * 5, "a list"),
        ([[1]], "a list"),
        (5, "5"),
        (10**400, "a huge number"),
        (float("nan"), "nan"),
    ],
)
def test_what_was_found_is_shown_short(found: Any, shown: str) -> None:
    """In the words of the file, not of Python."""
    assert show(found) == shown


def test_errors_say_what_was_found_and_what_was_expected() -> None:
    """Or one sentence of their own; braces in them mean nothing."""
    assert refuse("a cat", "a {dog}").message() == "found “a {dog}”; expected a cat"
    assert wrong("it is {wrong}").message() == "it is {wrong}"


def test_a_word_out_of_some_is_read_and_another_told_the_nearest() -> None:
    """What is no word at all is not compared."""
    read = reader(Colour, "red or blue")
    assert read("red") is Colour.RED
    assert read(Colour.BLUE) is Colour.BLUE
    with pytest.raises(PydanticCustomError, match="found “bleu”; expected red or blue; did you m"):
        read("bleu")
    with pytest.raises(PydanticCustomError, match=r"found 5; expected red or blue$"):
        read(5)


def test_a_number_too_long_for_python_to_write_is_shown() -> None:
    """It may come from a program, though not from a file."""
    assert show(-(10**5000)) == "a huge number"
