"""Files that are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.errors import InputError
from leveltwo.io.whole_files import check_writable, each_once, write_whole


def names(folder: Path) -> list[str]:
    """What stands in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def test_an_older_file_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"older")
    write_whole({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert (tmp_path / "a").read_bytes() + (tmp_path / "b").read_bytes() == b"12"
    assert names(tmp_path) == ["a", "b"]


def test_none_is_put_in_place_where_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"older")
    with pytest.raises(InputError, match=r"nowhere/b: there is no folder .*nowhere$"):
        write_whole({tmp_path / "a": b"1", tmp_path / "nowhere" / "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"older"
    assert names(tmp_path) == ["a"]


def test_none_is_put_in_place_where_writing_fails_half_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk, say: the file of one name is to hold more than it can."""
    (tmp_path / "a").write_bytes(b"older")

    def full(_: int) -> None:
        written.append(_)
        if len(written) == 2:
            raise OSError(28, "No space left on device")

    written: list[int] = []
    monkeypatch.setattr("leveltwo.io.whole_files.os.fsync", full)
    with pytest.raises(InputError, match=r"b: cannot be written: No space left on device"):
        write_whole({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert (tmp_path / "a").read_bytes() == b"older"
    assert names(tmp_path) == ["a"]


def test_a_link_stays_a_link_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    target, link = tmp_path / "far" / "target", tmp_path / "link"
    target.write_bytes(b"older")
    link.symlink_to(target)
    write_whole({link: b"1"})
    assert link.is_symlink()
    assert target.read_bytes() == b"1"
    assert names(tmp_path / "far") == ["target"]


def test_a_link_to_nothing_yet_makes_its_target(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("target")
    write_whole({tmp_path / "link": b"1"})
    assert (tmp_path / "target").read_bytes() == b"1"


def test_a_file_named_twice_counts_once_under_its_first_name(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    a, link, b = tmp_path / "a", tmp_path / "link", tmp_path / "b"
    assert each_once([a, b, tmp_path / "." / "a", link]) == (a, b)


def test_checking_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"older")
    check_writable(tmp_path / "a")
    check_writable(tmp_path / "b")
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"older"


def test_what_cannot_be_written_is_refused_beforehand(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "lost").symlink_to("nowhere/a")
    with pytest.raises(InputError, match=r"folder: cannot be written: a folder has that name"):
        check_writable(tmp_path / "folder")
    with pytest.raises(InputError, match=r"lost: there is no folder .*nowhere"):
        check_writable(tmp_path / "lost")
    with pytest.raises(InputError, match=r"cannot be written: File name too long"):
        check_writable(tmp_path / ("x" * 255))
    with pytest.raises(InputError, match=r"/proc/x: cannot be written: "):
        check_writable(Path("/proc/x"))
