"""Where a sweep's rows are kept: what is there already counts, what is not asked is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from leveltwo.errors import InputError
from leveltwo.scale.sweeps.ask import Row
from leveltwo.scale.sweeps.columns import (
    AFTER_PARAMETERS,
    FIRST,
    IDENTITY,
    Key,
    parameters_among,
)
from leveltwo.scale.sweeps.files import check_suffix, read_table, write_table
from leveltwo.scale.sweeps.journal import Journal
from leveltwo.scale.sweeps.values import text


class Store:
    """The table of a sweep, and its journal while it is under way.

    Parameters
    ----------
    path : Path or None
        The table; None to keep nothing.
    identity : dict
        Version, case and question that every row answers.
    names : sequence of str
        What varies.
    afresh : bool
        Whether what is there already is to be replaced.
    """

    def __init__(
        self, path: Path | None, identity: Row, names: Sequence[str], *, afresh: bool = False
    ) -> None:
        if path is not None:
            check_suffix(path)
        self.path = path
        self.identity = identity
        self.names = list(names)
        self.afresh = afresh
        self.journal = None if path is None else Journal(_beside(path), identity, names)

    def known(self, wanted: set[Key]) -> dict[Key, Row]:
        """Rows that are there already; from here on no other run may add any.

        Raises
        ------
        InputError
            If what is there answers another question, or holds points that are not wanted, or
            another run is at work on it.
        """
        if self.path is None or self.journal is None:
            return {}
        self.journal.claim()
        try:
            return self._known(self.path, self.journal, wanted)
        except BaseException:
            self.pause()
            raise

    def _known(self, path: Path, journal: Journal, wanted: set[Key]) -> dict[Key, Row]:
        if self.afresh:
            journal.clear()
            return {}
        found = self._in_table(path) if path.exists() else {}
        more = set(found) - wanted
        if more:
            raise InputError(
                f"{path} holds {len(more):,} points that are not asked for now, such as "
                f"{self._shown(min(more))}; name another file, or start afresh with --overwrite"
            )
        return found | {key: row for key, row in journal.kept() if key in wanted}

    def add(self, key: Key, row: Row) -> None:
        """Keep a row as soon as it is there."""
        if self.journal is not None:
            self.journal.add(key, row)

    def pause(self) -> None:
        """Leave what is there for another run."""
        if self.journal is not None:
            self.journal.close()

    def finish(self, columns: Sequence[str], rows: Sequence[Row]) -> None:
        """Write the table, and do away with the journal."""
        if self.path is not None and self.journal is not None:
            write_table(self.path, columns, rows)
            self.journal.remove()

    def _in_table(self, path: Path) -> dict[Key, Row]:
        columns, rows = read_table(path)
        names = parameters_among(columns)
        if names != self.names:
            raise InputError(
                f"{path} varies {', '.join(names) or 'nothing'}, not {', '.join(self.names)}; "
                "name another file, or start afresh with --overwrite"
            )
        about = {FIRST, *names, *IDENTITY}
        found: dict[Key, Row] = {}
        for row in rows:
            self._same(path, row)
            key = tuple(text(row[name]) for name in names)
            found[key] = {
                name: cell
                for name, cell in row.items()
                if name not in about and (cell is not None or name in AFTER_PARAMETERS[:1])
            }
        return found

    def _same(self, path: Path, row: Row) -> None:
        for name in IDENTITY:
            if row[name] != self.identity[name]:
                raise InputError(
                    f"{path} is about another {name}, {row[name]}, not {self.identity[name]}; "
                    "name another file, or start afresh with --overwrite"
                )

    def _shown(self, key: Key) -> str:
        return ", ".join(f"{name}={cell}" for name, cell in zip(self.names, key, strict=True))


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")
