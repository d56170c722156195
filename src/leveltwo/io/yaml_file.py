"""Case files: read with every problem placed, and written."""

from __future__ import annotations

from pathlib import Path as FilePath
from typing import Any

import yaml

from leveltwo.errors import CaseFileError, InputError, Problem, Severity, tidy
from leveltwo.io.node import Node
from leveltwo.io.repair import diagnose
from leveltwo.io.scalars import scalar
from leveltwo.io.yaml_tree import YamlError, parse
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.number import number_from_text, number_text

MAX_BYTES = 5 * 2**20
LONGEST_MESSAGE = 1_000


def load(path: FilePath) -> Negotiation:
    """Read a case file.

    Raises
    ------
    CaseFileError
        If the file has errors; it carries all of them, each with line and column.
    InputError
        If there is no such file or it cannot be read.
    """
    return accept(str(path), *examine(read(path)))


def loads(text: str, source: str = "text") -> Negotiation:
    """Read a case from text; raises as `load`."""
    return accept(source, *examine(text))


def accept(source: str, case: Negotiation | None, problems: list[Problem]) -> Negotiation:
    """The case if no problem is an error.

    Raises
    ------
    CaseFileError
        If one is.
    """
    if case is None or any(p.severity is Severity.ERROR for p in problems):
        raise CaseFileError(source, problems)
    return case


def read(path: FilePath) -> str:
    """The text of a file.

    Raises
    ------
    InputError
        If it cannot be read, is larger than 5 MiB or is not UTF-8.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}; give a readable case file") from error
    except ValueError as error:
        raise InputError("the file name holds a character that no file name may hold") from error
    if len(data) > MAX_BYTES:
        raise InputError(f"{path}: larger than 5 MiB; a case file holds one negotiation")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = Problem((), "not UTF-8 text; save the file as UTF-8").at(line, 1)
        raise CaseFileError(str(path), [problem]) from error


def examine(text: str) -> tuple[Negotiation | None, list[Problem]]:
    """The case in a text, if it has the right shape, and every problem, placed, in file order.

    Warnings are given once there are no errors.
    """
    try:
        root, problems = parse(text.removeprefix("\ufeff"))
    except YamlError as error:
        return None, [error.problem]
    case, more = diagnose(root)
    placed = [*problems, *(_place(root, problem) for problem in more)]
    errors = [problem for problem in placed if problem.severity is Severity.ERROR]
    in_order = sorted(errors or placed, key=lambda p: (p.line or 0, p.column or 0, p.message))
    return (None if problems else case), list(dict.fromkeys(in_order))


def _place(root: Node, problem: Problem) -> Problem:
    found = root.find(problem.path)
    message = tidy(problem.message, LONGEST_MESSAGE)
    return Problem(found.path, message, problem.severity, *found.place)


class _Writer(yaml.SafeDumper):
    """Writes text so that it is read as text again."""

    def ignore_aliases(self, _: object) -> bool:
        """Whether something equal is written out again: always."""
        return True


def _quoted(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = None if scalar(text) == text else "'"
    if not text.replace("\n", "").isprintable():
        style = '"'
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _quoted)


def dumps(case: Negotiation) -> str:
    """The case as YAML text; reading it again gives an equal negotiation."""
    plain = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return yaml.dump(
        _with_numbers({"format": case.format, **plain}),
        Dumper=_Writer,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=None,
        width=100,
    )


def _with_numbers(plain: Any) -> Any:
    """The same, with keys that are numbers written as such: ``10``, not ``'10'``."""
    if isinstance(plain, list):
        return [_with_numbers(part) for part in plain]
    if not isinstance(plain, dict):
        return plain
    return {
        key if number_text(key) is None else number_from_text(key): _with_numbers(part)
        for key, part in plain.items()
    }
