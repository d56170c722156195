"""Walking a tree by a path."""

from __future__ import annotations

from leveltwo.io.node import Node
from leveltwo.io.yaml_tree import parse

TEXT = """\
a: {b: [x, {c: 1}], 12.50: y}
null: n
true: t
"""


def tree(text: str = TEXT) -> Node:
    return parse(text)[0]


def test_a_path_that_exists_is_found_with_its_place() -> None:
    """The key's place, or the item's."""
    found = tree().find(("a", "b", 1, "c"))
    assert (found.path, found.place) == (("a", "b", 1, "c"), (1, 13))
    assert tree().find(("a", "b", 0)).place == (1, 9)


def test_steps_that_the_document_does_not_have_are_skipped() -> None:
    """Those in the middle, tags, and positions beyond a list's end."""
    found = tree().find(("a", "rule", "<all>", "b", 9))
    assert found.path == ("a", "b")


def test_a_missing_key_stays_in_the_path() -> None:
    """But not below a scalar, and not if it is a tag."""
    assert tree().find(("a", "z")).path == ("a", "z")
    assert tree().find(("a", "b", 0, "rule")).path == ("a", "b", 0)
    assert tree().find(("a", "<all>")).path == ("a",)


def test_a_number_is_found_however_it_is_written() -> None:
    """The model calls 12.50 “12.5”."""
    assert tree().find(("a", "12.5")).place == (1, 21)


def test_constants_as_keys_are_found_and_shown_as_written() -> None:
    """By the names that Python has for them and by their own."""
    assert tree().find(("None",)).path == tree().find(("null",)).path == ("null",)
    assert tree().find((1,)).path == tree().find(("True",)).path == ("true",)


def test_a_copy_shares_nothing() -> None:
    """Even where the document does."""
    root = tree("a: &a [x]\nb: *a\n")
    copy = root.copy()
    del copy.value["a"].value[0]
    assert copy.plain() == {"a": [], "b": ["x"]}
    assert root.plain() == {"a": ["x"], "b": ["x"]}


def test_items_keep_their_place_once_others_are_cut_out() -> None:
    """Problems are reported where the document has them."""
    root = tree("- a\n- b\n- c\n").copy()
    del root.value[0], root.indices[0]
    assert root.find((1,)).path == (2,)


def test_a_plain_value_becomes_a_tree_at_a_place() -> None:
    """All of it at the same."""
    node = Node.of({"a": [1, {"b": 2}]}, Node(None, 3, 4))
    assert node.plain() == {"a": [1, {"b": 2}]}
    assert node.find(("a", 1, "b")).place == (3, 4)
