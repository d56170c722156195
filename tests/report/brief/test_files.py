"""Where briefs go."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.errors import InputError
from leveltwo.report.brief.blocks import Brief
from leveltwo.report.brief.writers.files import check_files, write
from leveltwo.report.brief.writers.markdown import to_markdown


@pytest.mark.parametrize("name", ["brief.md", "BRIEF.MD"])
def test_the_suffix_says_how(name: str, tmp_path: Path, port_brief: Brief) -> None:
    check_files([tmp_path / name])
    write(port_brief, [tmp_path / name])
    assert (tmp_path / name).read_bytes() == to_markdown(port_brief)


def test_an_unknown_suffix_is_refused_before_any_work(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"ends in one of \.html, \.pdf, \.docx, \.md"):
        check_files([tmp_path / "a.md", tmp_path / "brief.odt"])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"there is no folder .*nowhere"):
        check_files([tmp_path / "nowhere" / "brief.md"])


def test_an_older_brief_is_replaced_in_one_stroke(tmp_path: Path, port_brief: Brief) -> None:
    path = tmp_path / "brief.md"
    path.write_text("old", encoding="utf-8")
    write(port_brief, [path])
    assert path.read_text(encoding="utf-8").startswith("**Confidential**")
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.md"]


def test_a_file_that_cannot_be_written_is_one_clear_error(
    tmp_path: Path, port_brief: Brief
) -> None:
    """Here a folder stands in its place; nothing half done is left behind."""
    (tmp_path / "brief.md").mkdir()
    with pytest.raises(InputError, match=r"brief\.md: cannot be written: "):
        write(port_brief, [tmp_path / "brief.md"])
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.md"]


def test_files_are_written_all_or_none(tmp_path: Path, port_brief: Brief) -> None:
    (tmp_path / "b.md").mkdir()
    with pytest.raises(InputError, match=r"b\.md: cannot be written: "):
        write(port_brief, [tmp_path / "a.md", tmp_path / "b.md"])
    assert [entry.name for entry in tmp_path.iterdir()] == ["b.md"]


def test_a_folder_in_which_nothing_can_be_written_is_refused_before_any_work() -> None:
    with pytest.raises(InputError, match=r"/proc/x\.md: cannot be written: "):
        check_files([Path("/proc/x.md")])
