"""The bundled cases, by name; and the one place where a case is opened."""

from __future__ import annotations

from hashlib import sha256
from importlib import resources
from pathlib import Path
from stat import S_ISDIR
from typing import Literal

from leveltwo.errors import NoSuchCase, Problem, did_you_mean, tidy
from leveltwo.io.yaml_file import accept, examine, read
from leveltwo.model.negotiation import Negotiation

SUFFIX = ".yaml"


def names() -> tuple[str, ...]:
    """Names of the bundled cases, in alphabetical order."""
    files = resources.files("leveltwo.io").joinpath("cases").iterdir()
    return tuple(sorted(f.name.removesuffix(SUFFIX) for f in files if f.name.endswith(SUFFIX)))


def text_of(source: str) -> str:
    """The text of a case, given a file or the name of a bundled case.

    A file goes before a bundled case of the same name, a bundled case before a folder.

    Raises
    ------
    NoSuchCase
        If it is neither.
    InputError
        If the file cannot be read.
    """
    kind = _kind(source)
    if kind == "file":
        return read(Path(source))
    if source in names():
        file = resources.files("leveltwo.io").joinpath("cases", source + SUFFIX)
        return file.read_text(encoding="utf-8")
    if kind == "folder":
        raise NoSuchCase(f"“{tidy(source)}” is a folder; give a case file")
    hint = did_you_mean(Path(source).name.removesuffix(SUFFIX), names())
    raise NoSuchCase(f"there is no file “{tidy(source)}” and no bundled case of that name{hint}")


def digest_of(source: str) -> str:
    """The SHA-256 of a case's bytes, in hexadecimal; the same that ``sha256sum`` prints.

    Raises
    ------
    NoSuchCase, InputError
        As `text_of`.
    """
    text = text_of(source)
    data = Path(source).read_bytes() if _kind(source) == "file" else text.encode()
    return sha256(data).hexdigest()


def inspect(source: str) -> tuple[Negotiation | None, list[Problem]]:
    """The case of a file or name, if it has the right shape, and every problem of it."""
    return examine(text_of(source))


def open_case(source: str) -> Negotiation:
    """The case of a file or of a bundled name.

    Raises
    ------
    CaseFileError
        If it has errors; it carries all of them.
    InputError
        If there is no such case or it cannot be read.
    """
    return accept(source, *inspect(source))


def _kind(source: str) -> Literal["file", "folder", "nothing"]:
    """What stands at a path. What may not be looked at counts as a file: reading says why."""
    try:
        mode = Path(source).stat().st_mode if source else None
    except PermissionError:
        return "file"
    except (OSError, ValueError):
        mode = None
    if mode is None:
        return "nothing"
    return "folder" if S_ISDIR(mode) else "file"
