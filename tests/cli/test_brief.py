"""``leveltwo brief``: files, errors, and what is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import leveltwo
from tests.made import made, saved

PLAN = ("--deal", "price=high", "--draws", "16", "--date", "2026-11-24")


@pytest.fixture
def case(tmp_path: Path) -> str:
    return saved(tmp_path, made(people={"envoy": {"no_deal": 90}}))


def test_it_says_where_the_brief_is(case: str, tmp_path: Path) -> None:
    """Two forms at once."""
    files = [str(tmp_path / "a.md"), str(tmp_path / "b.html")]
    ended = leveltwo("brief", case, *PLAN, "-o", files[0], "-o", files[1])
    assert (ended.status, ended.err) == (0, "")
    assert ended.out == f"The brief is in {files[0]}.\nThe brief is in {files[1]}.\n\n"
    assert "24 November 2026" in Path(files[0]).read_text(encoding="utf-8")


def test_json_says_what_it_can_be_traced_to(case: str, tmp_path: Path) -> None:
    out = str(tmp_path / "a.md")
    told = leveltwo("brief", case, *PLAN, "-o", out, "--marking", "For the board", "--json").json
    assert told["files"] == [out]
    assert (told["date"], told["marking"]) == ("2026-11-24", "For the board")
    assert (told["deal"], told["moves"], told["stance"]) == ({"price": "high"}, [], "given")
    assert len(told["sha256"]) == 64
    assert "The answer" in told["sections"]


def test_the_marking_can_be_left_out(case: str, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    leveltwo("brief", case, *PLAN, "-o", str(out), "--not-confidential")
    assert out.read_text(encoding="utf-8").startswith("# A made case")


def test_a_no_is_written_too_and_ends_with_status_1(case: str, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    ended = leveltwo("brief", case, "-o", str(out), "--draws", "16")
    assert ended.status == 1
    assert "Walk away" in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-o", "brief.odt"), "brief.odt: expected a name that ends in one of .html, .pdf"),
        (("-o", "nowhere/brief.md"), "there is no folder nowhere"),
        (("--moves", "gift"), "moves are given without a deal"),
        (("--deal", "price=odd"), "odd"),
    ],
)
def test_bad_input_is_one_clear_error(
    case: str, args: tuple[str, ...], message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = leveltwo("brief", case, *args)
    assert (ended.status, ended.out) == (2, "")
    assert message in " ".join(ended.err.split())
    assert not (tmp_path / "brief.html").exists()


def test_a_file_named_twice_is_announced_once(case: str, tmp_path: Path) -> None:
    out = str(tmp_path / "a.md")
    ended = leveltwo("brief", case, *PLAN, "-o", out, "-o", out)
    assert (ended.status, ended.out) == (0, f"The brief is in {out}.\n\n")


def test_one_file_that_cannot_be_written_leaves_none(case: str, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    ended = leveltwo("brief", case, *PLAN, "-o", str(out), "-o", "/proc/x.md")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("error: /proc/x.md: cannot be written: ")
    assert not out.exists()
