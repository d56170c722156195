"""Every source that a docstring cites stands in the bibliography."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAME = r"[A-ZÀ-Þ][\w’-]+"
CITED = re.compile(rf"({NAME}(?:(?:, {NAME})* & {NAME}| et al\.)?) \(?((?:1[6-9]|20)\d\d)\b")
LISTED = re.compile(r"^- \*\*(.+?)\.\*\*", re.MULTILINE)
MONTHS = re.compile(
    r"^(January|February|March|April|May|June|July|August|September|October|November|December)$"
)


def docstrings(path: Path) -> Iterator[str]:
    """Every docstring of a module, and of constants, in one line each."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield " ".join(text.split())


def cited() -> dict[str, str]:
    """“Author Year” of every citation, and the file it stands in."""
    found = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for text in docstrings(path):
            for match in CITED.finditer(text):
                if not MONTHS.match(match[1]):
                    found[f"{match[1]} {match[2]}"] = path.name
    return found


def test_every_source_cited_stands_in_the_bibliography() -> None:
    """As “Author Year”, spelt as it is there."""
    listed = set(LISTED.findall((ROOT / "docs/explanation/bibliography.md").read_text("utf-8")))
    missing = {source: file for source, file in cited().items() if source not in listed}
    assert not missing


def test_citations_are_recognised() -> None:
    """One author, two, and many."""
    expected = {"Straffin 1977", "Kalai & Smorodinsky 1975", "Malcolm et al. 1959"}
    assert expected <= set(cited())
