"""People read names: no id of a case stands in what they read, but in columns marked id."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings

from tests import strategies as st
from tests.cli.running import leveltwo
from tests.made import Doc, made, saved
from tests.oracle.plans import deals

MARK = "zq_"
IDS = re.compile(
    rf"\b({'|'.join([*st.SIDES, *st.PEOPLE, *st.ISSUES, *st.OPTIONS])}|signature|board|council"
    r"|visit|charter|speech|letter|note)\b"
)
COMMANDS = ["show", "assess", "map", "diagnose", "advise", "speech", "calendar", "order", "insure"]


def marked(document: Doc) -> Doc:
    """The document with a mark before every id, and a name for everything."""
    text = yaml.safe_dump(document, sort_keys=False, allow_unicode=True)
    found: Doc = yaml.safe_load(IDS.sub(rf"{MARK}\1", text))
    counter = iter(range(1000))

    def name(nouns: dict[str, Any]) -> None:
        for noun in nouns.values():
            noun["name"] = f"№{next(counter)}"

    for kind in ("sides", "issues", "constituencies", "moves"):
        name(found.get(kind, {}))
    for side in found["sides"].values():
        side["gates"] = {
            key: gate if isinstance(gate, dict) else {"rule": gate}
            for key, gate in side["gates"].items()
        }
        name(side["gates"])
    for issue in found["issues"].values():
        if "options" in issue:
            issue["options"] = {key: f"№{next(counter)}" for key in issue["options"]}
    return found


def read(shown: str) -> str:
    """What `show` says without its ids: the last column, and those in brackets after options."""
    kept, options = [], False
    for line in shown.split("\n"):
        options = bool(line.strip()) and (options or "(and their ids)" in line)
        bare = re.sub(rf"\b{MARK}\w+$", "", line)
        kept.append(re.sub(rf"\({MARK}\w+\)", "", bare) if options else bare)
    return "\n".join(kept)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the cases lie."""
    return tmp_path_factory.mktemp("named")


@given(document=st.documents())
@settings(max_examples=15)
def test_no_id_is_read_by_people(folder: Path, document: Doc) -> None:
    document = marked(document)
    file = saved(folder, document)
    deal = [f"{issue}={option}" for issue, option in deals(document)[0].items()]
    for command in COMMANDS:
        rest = ["--full"] if command == "show" else ["--draws", "16"]
        rest += (
            ["--deal", *deal]
            if command in ("assess", "diagnose", "speech", "order", "insure")
            else []
        )
        ended = leveltwo(command, file, *rest)
        assert ended.status in (0, 1), ended
        seen = read(ended.out) if command == "show" else ended.out
        assert MARK not in seen


def test_ids_are_what_one_types_so_show_lists_them(port: str) -> None:
    shown = leveltwo("show", port).out
    assert all(f" {key}\n" in shown for key in ("term", "hiring", "charter", "union"))
    assert "A binding quota (quota)" in shown


def test_how_moves_bind_is_a_column_where_the_case_says_so(tmp_path: Path) -> None:
    plain = leveltwo("show", saved(tmp_path, made(moves={"nod": {}}))).out
    assert "binds" not in plain
    moves = {"nod": {"binding": "oral"}, "plain": {}}
    shown = leveltwo("show", saved(tmp_path, made(moves=moves))).out
    assert "binds" in shown
    assert "only said" in shown
