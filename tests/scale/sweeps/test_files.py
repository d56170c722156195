"""Tables in files."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from leveltwo.errors import InputError, NotInstalled
from leveltwo.scale.sweeps.ask import Row
from leveltwo.scale.sweeps.columns import columns
from leveltwo.scale.sweeps.files import check_suffix, read_table, write_table

ABOUT: Row = {"draws": 64, "seed": 1, "version": "0.1.0", "case": "12345e10", "question": "best"}
ROWS: list[Row] = [
    {"point": 1, "a.b": 0.1, "c": "2/3", "status": "optimal", "value": 1 / 3, "moves": "x,y",
     "deal.term": 20, **ABOUT},
    {"point": 2, "a.b": 35, "c": "majority", "status": "no_deal", "value": 0.0, **ABOUT},
    {"point": 3, "a.b": 1e-7, "c": "15", "status": "invalid", "problem": "Über “all”, too\nlong",
     **ABOUT},
]  # fmt: skip
COLUMNS = columns(["a.b", "c"], ROWS, ["value", "moves", "fresh_chance"])


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_what_is_read_is_what_was_written(tmp_path: Path, suffix: str) -> None:
    """Numbers to the last bit, text with commas and lines, empty cells."""
    path = tmp_path / f"table{suffix}"
    write_table(path, COLUMNS, ROWS)
    found, rows = read_table(path)
    assert found == COLUMNS
    for row, read in zip(ROWS, rows, strict=True):
        for name in COLUMNS:
            assert str(read[name]) == str(row.get(name)) or read[name] == row.get(name)


def test_columns_stand_in_a_fixed_order() -> None:
    """What varies, what came of it, what it rests on."""
    assert COLUMNS == [
        "point", "a.b", "c", "status", "problem", "value", "moves", "fresh_chance", "deal.term",
        "draws", "seed", "version", "case", "question",
    ]  # fmt: skip


def test_parquet_has_a_type_for_every_column(tmp_path: Path) -> None:
    """Whole numbers, numbers and text, also where all of it is empty."""
    path = tmp_path / "table.parquet"
    write_table(path, COLUMNS, ROWS)
    types = {field.name: field.type for field in parquet.read_schema(path)}
    assert types["point"] == types["draws"] == pa.int64()
    assert types["a.b"] == types["value"] == types["fresh_chance"] == pa.float64()
    assert types["c"] == types["moves"] == types["case"] == pa.string()


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
def test_a_file_of_something_else_is_refused(tmp_path: Path, suffix: str) -> None:
    """It is never written over."""
    path = tmp_path / f"mine{suffix}"
    path.write_text("name,age\nAda,36\n", encoding="utf-8")
    with pytest.raises(InputError, match="is there already, and is no table of a sweep"):
        read_table(path)


def test_the_form_follows_the_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parquet needs its library."""
    check_suffix(Path("out.csv"))
    check_suffix(Path("out.parquet"))
    with pytest.raises(InputError, match=r"out\.xlsx: expected a name that ends in \.csv or"):
        check_suffix(Path("out.xlsx"))
    monkeypatch.setattr("leveltwo.scale.extra.find_spec", lambda _: None)
    with pytest.raises(NotInstalled, match="a Parquet file needs pyarrow"):
        check_suffix(Path("out.parquet"))


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    link = tmp_path / "table.csv"
    link.symlink_to("far/target.csv")
    write_table(link, COLUMNS, ROWS)
    assert link.is_symlink()
    assert [entry.name for entry in (tmp_path / "far").iterdir()] == ["target.csv"]
