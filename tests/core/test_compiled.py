"""What was compiled is kept where it cannot be mistaken for another version's."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numba
import pytest

from leveltwo.core import compiled


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """A cache folder of the test's own."""
    monkeypatch.delenv("NUMBA_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    compiled.folder.cache_clear()
    yield
    compiled.folder.cache_clear()


def test_compiled_code_lies_in_a_folder_named_after_the_text_of_all_loops(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    here = compiled.folder()
    assert here.parent == tmp_path / "leveltwo" / "loops"
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "loop.py").write_text("@compiled")
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path)
    compiled.folder.cache_clear()
    other = compiled.folder()
    (tmp_path / "core" / "loop.py").write_text("@compiled  # changed")
    compiled.folder.cache_clear()
    changed = compiled.folder()
    assert len({here, other, changed}) == 3
    (tmp_path / "core" / "other.py").write_text("of no loop")
    compiled.folder.cache_clear()
    assert compiled.folder() == changed


def test_everything_that_files_with_loops_import_counts() -> None:
    """Constants and tuples come from files whose text is in the name of the folder, too."""
    sources = compiled._sources()
    types_only = "core/arrays.py"
    pattern = re.compile(r"^from leveltwo\.([\w.]+) import (\w+)", re.MULTILINE)
    for text in (text for text in sources.values() if "@compiled" in text):
        for module, name in pattern.findall(text):
            path = module.replace(".", "/")
            assert {f"{path}.py", f"{path}/{name}.py"} & {*sources, types_only}


def test_a_folder_that_was_asked_for_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("NUMBA_CACHE_DIR", str(tmp_path / "mine"))
    assert compiled.folder().parent == tmp_path / "mine" / "leveltwo"


def test_without_a_folder_to_write_a_new_one_is_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    found = compiled.folder()
    assert found.is_dir()
    assert tmp_path not in found.parents
    compiled.tidy()
    assert found.is_dir()


def double(number: int) -> int:
    return 2 * number


def test_a_loop_is_kept_once_it_has_been_called(tmp_path: Path) -> None:
    settings: Any = numba.config
    before = settings.CACHE_DIR
    loop = compiled.compiled(double)
    assert before == settings.CACHE_DIR
    assert not compiled.is_kept("double")
    assert loop(21) == 42
    assert compiled.is_kept("double")
    assert list(tmp_path.rglob("*.nbi"))


def test_only_the_latest_other_versions_are_kept() -> None:
    here = compiled.folder()
    for age in range(6):
        old = here.parent / f"old{age}"
        old.mkdir()
        then = time.time() - 1000 * (age + 1)
        os.utime(old, (then, then))
    compiled.tidy()
    assert sorted(p.name for p in here.parent.iterdir()) == sorted(
        [here.name, "old0", "old1", "old2"]
    )
