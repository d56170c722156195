"""Compiling inner loops, and keeping what was compiled for the next time.

The compiler's own cache looks at the file of the loop it compiled and at no other, so that a loop
could go on using an older version of one it calls. Here what is kept lies in a folder named
after the text of everything that loops are made of: the files with loops, and those with the
tuples that loops are given.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar, cast

import numba

Loop = TypeVar("Loop", bound=Callable[..., Any])
PACKAGE = Path(__file__).parents[1]
FOLDERS = ("core", "solve")
MARKS = "@compiled", "NamedTuple"
"""What a file says of which loops are made."""
KEPT = 3
"""Folders of other versions that are kept."""


def compiled(loop: Loop) -> Loop:
    """Compile a loop when it is first called; it runs without the interpreter's lock."""
    settings: Any = numba.config
    before = settings.CACHE_DIR
    settings.CACHE_DIR = str(folder())
    try:
        made: Any = numba.njit(cache=True, nogil=True)(loop)
    finally:
        settings.CACHE_DIR = before
    return cast(Loop, made)


@cache
def folder() -> Path:
    """Where compiled loops of this version are kept.

    In the user's cache folder, or where ``NUMBA_CACHE_DIR`` says; where neither can be written,
    in a new folder for this process alone, since code from a shared one could be anybody's.
    """
    found = _home() / _digest()
    try:
        found.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=found):
            return found
    except OSError:
        mine = Path(tempfile.mkdtemp(prefix="leveltwo-"))
        atexit.register(shutil.rmtree, mine, ignore_errors=True)
        return mine


def is_kept(loop: str) -> bool:
    """Whether a loop of some name has been compiled and kept."""
    return any(folder().rglob(f"*.{loop}-*.nbi"))


def tidy() -> None:
    """Take out what was compiled for all but the latest few other versions."""
    if folder().parent != _home():
        return
    others = [p for p in folder().parent.iterdir() if p.is_dir() and p != folder()]
    for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[KEPT:]:
        shutil.rmtree(old, ignore_errors=True)


def _home() -> Path:
    asked = os.environ.get("NUMBA_CACHE_DIR")
    if asked:
        return Path(asked) / "leveltwo"
    caches = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(caches) / "leveltwo" / "loops"


def _digest() -> str:
    text = sha256()
    for name, content in sorted(_sources().items()):
        text.update(name.encode() + b"\0" + content.encode())
    return text.hexdigest()[:16]


def _sources() -> dict[str, str]:
    """The text of every file of which loops are made, by its name."""
    files = (file for part in FOLDERS for file in (PACKAGE / part).rglob("*.py"))
    texts = {f.relative_to(PACKAGE).as_posix(): f.read_text(encoding="utf-8") for f in files}
    return {n: text for n, text in texts.items() if any(mark in text for mark in MARKS)}
