"""Who must come before whom."""

from __future__ import annotations

from leveltwo.solve.precedence import Precedence, put_in_order


def test_with_somebody_before_come_all_who_are_before_them() -> None:
    placed = Precedence.free("abc").placed("b", ["a"], [])
    assert set(placed.choices(["a", "b"])) == {("a", "b"), ("a",), ()}
    assert set(placed.choices(["a", "c"])) == {("a", "c"), ("a",), ("c",), ()}


def test_what_follows_from_a_place_is_known_too() -> None:
    """A before b before c, though a and c were never compared."""
    placed = Precedence.free("abc").placed("b", ["a"], ["c"])
    assert placed.before == {"a": frozenset(), "b": {"a"}, "c": {"a", "b"}}
    assert placed.order("cba") == ("a", "b", "c")


def test_whoever_comes_later_than_somebody_later_is_later() -> None:
    placed = Precedence.free("abcd").placed("c", ["b"], []).placed("d", ["a"], ["b"])
    assert placed.before["c"] == {"a", "b", "d"}
    assert placed.order("cbad") == ("a", "d", "b", "c")


def test_a_circle_has_no_order() -> None:
    assert put_in_order({"a": {"b"}, "b": {"a"}}, "ab") is None
    assert put_in_order({"a": set(), "b": {"a"}}, "ba") == ("a", "b")
