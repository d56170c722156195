"""Parts of a page that a script writes: between ``<!-- made: NAME -->`` and ``<!-- end -->``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

START = re.compile(r"^<!-- made: (?P<name>[\w-]+) -->$")
END = "<!-- end -->"


def parts(lines: Iterable[str]) -> dict[str, list[str]]:
    """The lines of every made part, by name."""
    found: dict[str, list[str]] = {}
    name: str | None = None
    for line in lines:
        if start := START.match(line):
            name = start["name"]
            assert name not in found, f"made twice: {name}"
            found[name] = []
        elif line == END:
            name = None
        elif name is not None:
            found[name].append(line)
    assert name is None, f"no end of what is made: {name}"
    return found


def texts(lines: Iterable[str]) -> dict[str, str]:
    """What a person wrote below every made part, up to the next one, by the part's name."""
    found: dict[str, list[str]] = {}
    name: str | None = None
    inside = False
    for line in lines:
        if start := START.match(line):
            name, inside = start["name"], True
            found[name] = []
        elif line == END:
            inside = False
        elif name is not None and not inside:
            found[name].append(line)
    return {part: "\n".join(text).strip() for part, text in found.items()}


def remade(lines: Iterable[str], make: Callable[[str], list[str]]) -> list[str]:
    """The lines of a page with every made part made anew."""
    found: list[str] = []
    inside = False
    for line in lines:
        if start := START.match(line):
            found += [line, *make(start["name"]), END]
            inside = True
        elif not inside:
            found.append(line)
        inside = inside and line != END
    return found
