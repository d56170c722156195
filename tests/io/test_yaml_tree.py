"""From text to a tree, within bounds."""

from __future__ import annotations

import time

import pytest
import yaml

from leveltwo.io import yaml_tree
from leveltwo.io.yaml_tree import MAX_DEPTH, MAX_NODES, YamlError, parse
from tests.port_lease import PORT_LEASE

BEHAVED = [
    "[" * 5_000_000,
    "{a: " * 1_000_000,
    "- " * 2_000_000,
    "? " * 2_000_000,
    "[" + "a, " * 1_500_000 + "]",
    "".join(f"k{i}: v\n" for i in range(400_000)),
    '"' + "a" * 5_000_000,
    "x" * 5_000_000 + ": y",
    "---\n" * 1_000_000,
]


def problem_of(text: str) -> str:
    """The problem that stops the reading: line, column, message."""
    with pytest.raises(YamlError, match=r".") as error:
        parse(text)
    problem = error.value.problem
    return f"{problem.line}:{problem.column} {problem.message}"


def test_a_tree_is_what_yaml_says() -> None:
    """For the example of the format, but for keys that are numbers: they keep their text."""
    plain = parse(PORT_LEASE)[0].plain()
    assert plain["sides"] == yaml.safe_load(PORT_LEASE)["sides"]
    assert plain["constituencies"]["mayor"]["values"]["term"]["points"] == {"10": 100, "40": 0}


def test_quoted_and_plain_scalars_differ() -> None:
    """``"1"`` is text."""
    assert parse("['1', 1, \"true\", true]")[0].plain() == ["1", 1, "true", True]


def test_keys_do_not_collide_by_value() -> None:
    """1, true and 1.0 are three keys; 1 and "1" are one."""
    assert list(parse("{1: a, true: b, 1.0: c}")[0].value) == ["1", True, "1.0"]
    assert "stands twice" in parse("{1: a, '1': b}")[1][0].message


def test_an_alias_is_what_its_anchor_is() -> None:
    """As a value and as a key."""
    assert parse("a: &x [1]\nb: *x\n")[0].plain() == {"a": [1], "b": [1]}
    assert parse("- &x k\n- {*x : 1}\n- {? &y true : 1}\n")[0].plain() == ["k", {"k": 1}, {True: 1}]


def test_depth_is_bounded_with_aliases_counted() -> None:
    """Chains of anchors cannot nest deeper than brackets."""
    parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert "nested more than 40 deep" in problem_of("[" * 42 + "]" * 42)
    chain = "a: &a [[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]\nb: &b [[[[[[[[[[[[[[[*a]]]]]]]]]]]]]]]\n"
    parse(chain)
    assert problem_of(chain + "c: [[[[[[[[[[[[[[[*b]]]]]]]]]]]]]]]").startswith("3:19 nested more")


def test_size_is_bounded_with_aliases_counted() -> None:
    """A billion laughs are not laughed."""
    laughs = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for one, other in zip("abcdefgh", "bcdefghi", strict=True):
        laughs += f"{other}: &{other} [{', '.join([f'*{one}'] * 10)}]\n"
    assert f"more than {MAX_NODES:,} values" in problem_of(laughs)


def test_a_character_that_yaml_refuses_is_placed() -> None:
    """Line and column count characters, after wide ones too."""
    assert problem_of("a: ö\nb: é\x00").startswith(r"2:5 the character \x00 is not allowed")
    assert problem_of("\x0b").startswith(r"1:1 the character \x0b")
    assert problem_of("a\n\ud800").startswith(r"2:1 the character \ud800")


def test_tabs_are_named_where_they_indent() -> None:
    """And only there."""
    assert "indent with spaces, not tabs" in problem_of("a:\n\tb: c\n")
    assert "check indentation, colons and quotes" in problem_of("a: [\n")
    assert "a text that holds a colon must stand in quotes" in problem_of("a: The union: it acts\n")


def test_a_line_that_the_reader_counts_and_python_does_not_is_no_trouble() -> None:
    """An error after the last line."""
    assert problem_of("a: 'b").startswith("1:")


@pytest.mark.parametrize("text", BEHAVED)
def test_a_hostile_file_is_judged_within_seconds(text: str) -> None:
    """Five megabytes of the worst."""
    start = time.process_time()
    attempt(text)
    assert time.process_time() - start < 20


@pytest.mark.parametrize("text", ["\ud800", "[" * 50, "a: [", "\x00", "!x y", "- &a [*a]"])
def test_the_slow_reader_behaves_alike(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML without its compiled part raises nothing else."""
    fast = attempt(text)
    monkeypatch.setattr(yaml_tree, "Loader", yaml.SafeLoader)
    assert attempt(text) == fast
    assert parse(PORT_LEASE)[0].plain()["title"] == "A port lease"


def attempt(text: str) -> str:
    """The problem that stops the reading, or the number of others."""
    try:
        return str(len(parse(text)[1]))
    except YamlError as error:
        return "stopped" if error.problem.line else "not placed"
