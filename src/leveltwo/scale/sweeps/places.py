"""Places in a document, as people write them: ``sides.us.gates.senate.need``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from leveltwo.errors import InputError, Path, did_you_mean, dotted, tidy
from leveltwo.model.number import number_text
from leveltwo.scale.sweeps.document import Document

OPTIONAL = frozenset({"uncertainty", "follows", "effects", "otherwise", "resources"})
"""Mappings that a file may leave out, and that values can be added to."""
NOUNS = frozenset({"sides", "issues", "constituencies", "moves", "events"})
MOST_TOLD = 4
_STEP = re.compile(r"\[(\d+)\]|(…)|([^.\[\]…]+)")


def find(document: Document, written: str) -> Path:
    """The place that somebody wrote.

    Parameters
    ----------
    document : dict
        The case.
    written : str
        Keys apart by dots, positions in lists in brackets. ``…`` or ``...`` stands for steps
        left out; then those before the first key may be left out too. What is left must fit
        one place only. The last key may be one that the file leaves out.

    Raises
    ------
    InputError
        If there is no such place, or several.
    """
    steps = _steps(written)
    if "…" not in steps:
        return _walk(document, (), steps)
    parts = ("…", *steps)
    fitting = [path for path in _places(document) if _fits(path, parts)]
    if not fitting and steps[-1] != "…":
        around = [path for path in _places(document) if _fits(path, parts[:-1])]
        fitting = [(*path, steps[-1]) for path in around if _is_mapping(document, path)]
    if not fitting:
        raise InputError(f"no place in the case fits “{tidy(written)}”")
    if len(fitting) > 1:
        told = ", ".join(dotted(path) for path in fitting[:MOST_TOLD])
        more = f" and {len(fitting) - MOST_TOLD} more" if len(fitting) > MOST_TOLD else ""
        raise InputError(f"several places fit “{tidy(written)}”: {told}{more}; write more of it")
    return fitting[0]


def _steps(written: str) -> list[str | int]:
    text = written.strip().replace("...", "…")
    found: list[str | int] = [
        int(position) if position else gap or key.strip()
        for position, gap, key in _STEP.findall(text)
    ]
    if not found or _STEP.sub("", text).strip(". "):
        raise InputError(
            f"“{tidy(written)}” is no place in a case; write such as constituencies.board.no_deal"
        )
    return found


def _walk(node: Any, path: Path, left: list[str | int]) -> Path:
    """The place to which the steps left lead from a node at some path."""
    if not left:
        return path
    inside, step = opened(node, path), left[0]
    if is_gate(path) and isinstance(inside, dict):  # its rule may be written inside it or beside
        rule = inside.get("rule")
        if step == "rule" and rule is None:
            return _walk(node, path, left[1:])
        if step not in inside and isinstance(rule, dict) and step in rule:
            return _walk(rule, (*path, "rule"), left)
    key, used = _enter(inside, path, left)
    if key is None:
        known = list(map(str, inside)) if isinstance(inside, dict) else []
        where = f"“{dotted(path)}” has no “{step}”" if path else f"the case has no “{step}”"
        raise InputError(where + did_you_mean(str(step), known))
    return _walk(inside[key] if _holds(inside, key) else {}, (*path, key), left[used:])


def _enter(inside: Any, path: Path, left: list[str | int]) -> tuple[Any, int]:
    """The key that the next steps stand for, None if there is none; and how many steps it takes."""
    step, last = left[0], len(left) == 1
    if isinstance(inside, list):
        position = int(step) if str(step).isdigit() else len(inside)
        return (position if position < len(inside) else None), 1
    if not isinstance(inside, dict):
        return None, 0
    for length in (2, 1):  # a key may be a number with a dot in it
        key = _key(inside, ".".join(map(str, left[:length])))
        if key is not None:
            return key, length
    names = len(path) == 1 and path[0] in NOUNS
    added = bool({step, *path[-1:]} & OPTIONAL) or (last and path and not names)
    return (step if added and isinstance(step, str) else None), 1


def _key(inside: dict[Any, Any], step: str) -> Any:
    """The key that a step stands for; numbers are the same however written."""
    if step in inside:
        return step
    number = number_text(step)
    same = (k for k in inside if isinstance(k, str) and number and number_text(k) == number)
    return next(same, None)


def is_gate(path: Path) -> bool:
    """Whether a gate stands at a place."""
    return len(path) == 4 and (path[0], path[2]) == ("sides", "gates")


def opened(node: Any, path: Path) -> Any:
    """What stands at a place, a gate that is written as somebody's id as a mapping."""
    return {"rule": node} if isinstance(node, str) and is_gate(path) else node


def _holds(inside: Any, key: str | int) -> bool:
    return isinstance(inside, list) or key in inside


def _is_mapping(document: Any, path: Path) -> bool:
    node = document
    for i, step in enumerate(path):
        node = opened(node[step], path[: i + 1])
    return isinstance(node, dict)


def _places(node: Any, path: Path = ()) -> Iterator[Path]:
    """Every place in a document."""
    inside = opened(node, path)
    steps: Any = inside if isinstance(inside, dict) else ()
    steps = range(len(inside)) if isinstance(inside, list) else steps
    for step in steps:
        yield (*path, step)
        yield from _places(inside[step], (*path, step))


def _fits(path: Path, steps: Path) -> bool:
    """Whether a place is what steps with gaps stand for."""
    if not steps:
        return not path
    if steps[0] == "…":
        return any(_fits(path[i:], steps[1:]) for i in range(len(path) + 1))
    return bool(path) and str(path[0]) == str(steps[0]) and _fits(path[1:], steps[1:])


def put(document: Any, path: Path, value: Any, done: Path = ()) -> Any:
    """A document with a value at a place that was found; None takes out what stands there.

    Parameters
    ----------
    document : plain values
        Left as they are.
    path : tuple of str or int
        Where.
    value : plain value
        What.
    done : tuple of str or int
        Where the document stands in the whole.
    """
    if not path:
        return value
    inside = opened(document, done)
    new: Any = dict(inside) if isinstance(inside, dict) else list(inside)
    step: Any = path[0]
    if len(path) == 1 and value is None:
        return _without(new, step)
    now = new[step] if _holds(new, step) else {}
    new[step] = put(now, path[1:], value, (*done, step))
    return new


def _without(inside: Any, step: Any) -> Any:
    if _holds(inside, step):
        del inside[step]
    return inside
