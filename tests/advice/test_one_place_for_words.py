"""Sentences stand in ``advice/wording``: nowhere else is English put together for readers.

Headings and names of columns may stand where the table is; messages of errors and help texts
where they belong. A sentence is told by three words or more with a number or a name put in, or
with a full stop, a question mark or the like at its end.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import leveltwo

SOURCE = Path(leveltwo.__file__).parent
PARTS = ["advice", "cli", "report", "tasks"]
FILES = sorted(
    path for part in PARTS for path in (SOURCE / part).rglob("*.py") if "wording" not in path.parts
)
WORD = re.compile(r"(?<![\w<>=/&-])[A-Za-z’']{2,}(?![\w>=/-])")
FEWEST = 3
ENDS = (".", "?", "!", "…", ":")
TECHNICAL = re.compile(r"[<>]|//|\\|\.\*")
ELSEWHERE = {"Option", "Argument", "Typer", "command"}
"""Calls that hold help texts."""


def silent(tree: ast.AST) -> Iterator[ast.AST]:
    """Parts in which nothing is said in an answer: docstrings, errors, help texts."""
    for node in ast.walk(tree):
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        if docstring or isinstance(node, ast.Raise):
            yield node
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name in ELSEWHERE or name.endswith("Error"):
                yield node


def text_of(node: ast.AST) -> str | None:
    """What a string holds, with a sign for each thing put in; None if it is no string."""
    if isinstance(node, ast.JoinedStr):
        parts = [str(v.value) if isinstance(v, ast.Constant) else "%" for v in node.values]
        return "".join(parts)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None


def sentences(source: str) -> list[str]:
    """The sentences that some code holds."""
    tree = ast.parse(source)
    passed = {id(inner) for outer in silent(tree) for inner in ast.walk(outer)}
    found = []
    for node in ast.walk(tree):
        text = None if id(node) in passed else text_of(node)
        if text is None or TECHNICAL.search(text):
            continue
        if isinstance(node, ast.JoinedStr):
            passed |= {id(inner) for inner in ast.walk(node)}
        told = isinstance(node, ast.JoinedStr) or text.strip().endswith(ENDS)
        if told and len(WORD.findall(text)) >= FEWEST:
            found.append(text)
    return found


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('x = "This is a sentence."', ["This is a sentence."]),
        ('x = f"They lack {n} points here"', ["They lack % points here"]),
        ('x = "Who stands where"', []),
        ('x = f"{a}, {b} and {c}"', []),
        ('"""This is a docstring."""', []),
        ('raise ValueError("This is a message.")', []),
        ('x = Option(help="This is a help text.")', []),
        ("x = f\"<a href='{b}'>one two three</a>\"", []),
    ],
)
def test_a_sentence_is_known_by_its_form(source: str, found: list[str]) -> None:
    assert sentences(source) == found


ERRORS = {"advice/audiences.py", "cli/arguments.py", "cli/main.py"}
"""Files in which a message of an error is put together before it is raised or shown."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_sentence_stands_outside_wording(path: Path) -> None:
    if str(path.relative_to(SOURCE)) not in ERRORS:
        assert sentences(path.read_text(encoding="utf-8")) == []
