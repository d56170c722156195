"""Files written whole or not at all: whoever reads one sees the old file or the new one."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from leveltwo.errors import InputError


def each_once(files: Iterable[Path]) -> tuple[Path, ...]:
    """Files in the order in which they are named, each once, under its first name."""
    found: dict[Path, Path] = {}
    for file in files:
        found.setdefault(_place(file), file)
    return tuple(found.values())


def check_writable(file: Path) -> None:
    """Refuse a file that could not be written, before any work is done for it.

    Raises
    ------
    InputError
        If there is no such folder, nothing can be written there, or a folder has that name.
    """
    place = _place(file)
    if not place.parent.is_dir():
        folder = place.parent if file.is_symlink() else file.parent
        raise InputError(f"{file}: there is no folder {folder}")
    if place.is_dir():
        raise InputError(f"{file}: cannot be written: a folder has that name")
    try:
        _beside(place).touch()
        _beside(place).unlink()
    except OSError as error:
        raise _refused(file, error) from error


def write_whole(contents: Mapping[Path, bytes]) -> None:
    """Write files, each in one stroke and none before all are ready; links stay links.

    Parameters
    ----------
    contents : mapping of Path to bytes
        What each file is to hold.

    Raises
    ------
    InputError
        If one cannot be written; then older files are as they were.
    """
    file = Path()
    for file in contents:
        check_writable(file)
    file = Path()
    try:
        for file, data in contents.items():
            _write(_beside(_place(file)), data)
        for file in contents:
            _beside(_place(file)).replace(_place(file))
    except OSError as error:
        raise _refused(file, error) from error
    finally:
        for file in contents:
            _beside(_place(file)).unlink(missing_ok=True)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _place(file: Path) -> Path:
    """Where it stands in the end, if its name is a link."""
    return Path(os.path.realpath(file))


def _beside(place: Path) -> Path:
    """What is written stands here until it is whole."""
    return place.with_name(f".{place.name}.new")


def _refused(file: Path, error: OSError) -> InputError:
    return InputError(f"{file}: cannot be written: {error.strerror or error}")
