"""Bundled cases by name, and files by path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from leveltwo.errors import CaseFileError, InputError, NoSuchCase
from leveltwo.io.catalog import inspect, names, open_case, text_of
from tests.small import SMALL, edited


@pytest.mark.parametrize("name", names())
def test_a_bundled_case_opens_by_name_without_a_problem(name: str) -> None:
    """Not even a warning."""
    case, problems = inspect(name)
    assert problems == []
    assert open_case(name) == case


def test_names_are_in_alphabetical_order() -> None:
    """And there are some."""
    assert list(names()) == sorted(names()) != []


def test_a_file_opens_by_its_path(tmp_path: Path) -> None:
    """Whatever it is called."""
    path = tmp_path / "odd name, ö.txt"
    path.write_text(SMALL, encoding="utf-8")
    assert open_case(str(path)).title == "Opening hours"


def test_a_file_goes_before_a_bundled_case_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies in front of the user is meant."""
    monkeypatch.chdir(tmp_path)
    Path(names()[0]).write_text(SMALL, encoding="utf-8")
    assert open_case(names()[0]).title == "Opening hours"


def test_a_bundled_case_goes_before_a_folder_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder cannot be meant."""
    monkeypatch.chdir(tmp_path)
    Path(names()[0]).mkdir()
    assert open_case(names()[0]).title != "Opening hours"


def test_a_file_with_errors_raises_them_all_under_its_name(tmp_path: Path) -> None:
    """The message holds file, line and column."""
    path = tmp_path / "broken.yaml"
    path.write_text(edited(("viewpoint: shop", "viewpoint: shp")), encoding="utf-8")
    with pytest.raises(CaseFileError, match=r"broken\.yaml:3:1: error: viewpoint: no such side"):
        open_case(str(path))


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """With what to give instead."""
    with pytest.raises(NoSuchCase, match="is a folder; give a case file"):
        text_of(str(tmp_path))


@pytest.mark.parametrize("given", ["{}", "{}.yaml", "cases/{}.yaml"])
def test_a_misspelt_name_is_told_the_nearest(given: str) -> None:
    """Even with a folder or an ending."""
    name = names()[0]
    with pytest.raises(NoSuchCase, match=f"did you mean “{name}”"):
        text_of(given.format(name.replace("9", "8")))


@pytest.mark.parametrize("name", ["", "\0", "\x1b[2J", "x" * 10_000, "a/b\0c", "\udcff"])
def test_an_odd_name_is_no_case(name: str) -> None:
    """And is shown without its control characters, or cut short."""
    with pytest.raises(NoSuchCase, match=r"there is no file “[^\x00\x1b]{0,90}” and no bundled"):
        text_of(name)


def test_an_empty_device_is_an_empty_file() -> None:
    """``/dev/null`` can be read."""
    with pytest.raises(CaseFileError, match="the file is empty"):
        open_case(os.devnull)


def test_an_endless_device_is_too_large() -> None:
    """Reading stops."""
    with pytest.raises(InputError, match="larger than 5 MiB"):
        open_case("/dev/zero")


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not reported as missing, even if its folder is closed."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match="Permission denied; give a readable case file"):
        text_of(str(tmp_path / "closed.yaml"))
