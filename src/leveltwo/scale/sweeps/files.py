"""Tables in files, CSV or Parquet by their suffix: read, and written in one stroke."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from leveltwo.errors import InputError
from leveltwo.io.scalars import scalar
from leveltwo.scale.extra import need
from leveltwo.scale.sweeps.ask import Cell, Row
from leveltwo.scale.sweeps.columns import TEXTS, is_text, parameters_among

Table = tuple[list[str], list[Row]]


def write_table(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Write a table; readers see the old file or the new one, nothing between; a link stays one."""
    place = path.resolve()
    new = place.with_name(f"{place.name}.new")
    _writer(path)(new, columns, rows)
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    new.replace(place)


def read_table(path: Path) -> Table:
    """The columns and rows of a table that was written.

    Raises
    ------
    InputError
        If it is something else.
    """
    try:
        return _read_parquet(path) if path.suffix == ".parquet" else _read_csv(path)
    except (InputError, ValueError) as error:
        raise InputError(
            f"{path} is there already, and is no table of a sweep; name another file"
        ) from error


def check_suffix(path: Path) -> None:
    """Refuse files whose form is not known.

    Raises
    ------
    InputError
        If the suffix is neither ``.csv`` nor ``.parquet``.
    NotInstalled
        If Parquet needs a library that is missing.
    """
    if path.suffix == ".parquet":
        need("pyarrow", "a Parquet file")
    elif path.suffix != ".csv":
        raise InputError(f"{path}: expected a name that ends in .csv or .parquet")


def _writer(path: Path) -> Callable[[Path, Sequence[str], Sequence[Row]], None]:
    return _write_parquet if path.suffix == ".parquet" else _write_csv


def _write_csv(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_shown(row.get(name)) for name in columns] for row in rows)


def _shown(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def _read_csv(path: Path) -> Table:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        columns = next(reader, [])
        parameters_among(columns)
        rows = [
            {name: _read(name, cell) for name, cell in zip(columns, line, strict=True)}
            for line in reader
        ]
    return columns, rows


def _read(name: str, cell: str) -> Any:
    return (cell if name in TEXTS else scalar(cell)) if cell else None


def _write_parquet(path: Path, columns: Sequence[str], rows: Sequence[Row]) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    arrays = [_array([row.get(name) for row in rows], name) for name in columns]
    parquet.write_table(pa.table(arrays, names=list(columns)), path)


def _array(found: Sequence[Cell], name: str) -> Any:
    import pyarrow as pa

    if is_text(name, found):
        return pa.array([None if cell is None else str(cell) for cell in found], pa.string())
    whole = any(found) and all(isinstance(cell, int) for cell in found if cell is not None)
    return pa.array(found, pa.int64() if whole else pa.float64())


def _read_parquet(path: Path) -> Table:
    from pyarrow import parquet

    table = parquet.read_table(path)
    parameters_among(table.column_names)
    rows: list[Row] = table.to_pylist()
    return table.column_names, rows
