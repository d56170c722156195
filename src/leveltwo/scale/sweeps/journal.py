"""A journal beside a table: every row as it comes, so that no end of the program loses it."""

from __future__ import annotations

import fcntl
import json
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

from leveltwo.errors import InputError
from leveltwo.scale.sweeps.ask import Row
from leveltwo.scale.sweeps.columns import Key

SAFE_SECONDS = 1.0
"""How often what is written is also forced onto the disk, against loss of power."""


class Journal:
    """Rows of a sweep that is under way, one line of JSON each.

    A line stands in the file before the next point is taken up. A line that was cut short is
    left out and written over.

    Parameters
    ----------
    path : Path
        The file.
    head : dict
        What the rows answer; the first line.
    """

    def __init__(self, path: Path, head: Row, names: Sequence[str]) -> None:
        self.path = path
        self.head = {**head, "parameters": list(names)}
        self._file: IO[bytes] | None = None
        self._claim: IO[bytes] | None = None
        self._forced = time.monotonic()

    def claim(self) -> None:
        """Keep other runs from writing to it, until it is closed.

        Raises
        ------
        InputError
            If another run has claimed it.
        """
        claim = self.path.open("ab")
        try:
            fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            claim.close()
            raise InputError(
                f"{self.path}: another sweep is writing there now; wait for it, or name "
                "another output"
            ) from None
        self._claim = claim

    def kept(self) -> Iterator[tuple[Key, Row]]:
        """Rows of an earlier run of the same sweep, once the journal has been claimed.

        Raises
        ------
        InputError
            If the file holds something else.
        """
        lines = _whole_lines(self.path)
        if lines and json.loads(lines[0]) != self.head:
            raise InputError(
                f"{self.path} holds another sweep that was not finished; finish that one, "
                "name another output, or start afresh with --overwrite"
            )
        for line in lines[1:]:
            key, row = json.loads(line)
            yield tuple(key), row

    def add(self, key: Key, row: Row) -> None:
        """Write a row."""
        if self._file is None:
            self._file = self._opened()
        self._file.write(_line([key, row]))
        self._file.flush()
        if time.monotonic() > self._forced + SAFE_SECONDS:
            self._force(self._file)

    def close(self) -> None:
        """Leave the journal for another run; an empty one is not left."""
        if self._file is not None:
            self._force(self._file)
            self._file.close()
            self._file = None
        if self._claim is not None:
            if os.fstat(self._claim.fileno()).st_size == 0:
                self.path.unlink(missing_ok=True)
            self._claim.close()
            self._claim = None

    def clear(self) -> None:
        """Forget what an earlier run has left."""
        self.path.write_bytes(b"")

    def remove(self) -> None:
        """Do away with it, once the table holds its rows."""
        self.path.unlink(missing_ok=True)
        self.close()

    def _opened(self) -> IO[bytes]:
        lines = _whole_lines(self.path) if self.path.exists() else []
        file = self.path.open("r+b" if lines else "wb")
        file.seek(sum(map(len, lines)))
        file.truncate()
        if not lines:
            file.write(_line(self.head))
        return file

    def _force(self, file: IO[bytes]) -> None:
        os.fsync(file.fileno())
        self._forced = time.monotonic()


def _line(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode() + b"\n"


def _whole_lines(path: Path) -> list[bytes]:
    """Lines of a file but the last, if it was cut short."""
    lines = path.read_bytes().splitlines(keepends=True)
    return lines if not lines or lines[-1].endswith(b"\n") else lines[:-1]
