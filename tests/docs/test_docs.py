"""What the documentation shows is what the program does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from leveltwo.core import blocks as blocks_of_deals
from leveltwo.io.yaml_file import loads
from leveltwo.model.judgement import POINTS, RATING, WEIGHT, Scale
from leveltwo.model.negotiation import Negotiation
from tests.docs.console import Session, agrees
from tests.docs.help_texts import help_text, options
from tests.docs.markdown import (
    HELP,
    ROOT,
    Block,
    anchors,
    blocks,
    links,
    named,
    pages,
    section,
)

COMMANDS = ROOT / "docs" / "reference" / "commands.md"
CASE_FILE = ROOT / "docs" / "reference" / "case-file.md"
GATES = ROOT / "docs" / "how-to" / "write-gates.md"
TUTORIAL = ROOT / "docs" / "tutorial" / "first-case.md"
PICTURE = ROOT / "docs" / "images" / "advise.svg"
RUNNING = [page for page in pages() if any(b.language == "console" for b in blocks(page))]
DEAL = ["turbines=10", "distance=1200", "revenue=2", "lights=always"]
"""The tutorial's deal."""


def complete_cases() -> list[Block]:
    """Blocks that hold a whole case and are not part of a file made in steps."""
    return [
        block
        for page in pages()
        for block in blocks(page)
        if block.language == "yaml" and not block.note
        if {"format:", "sides:", "constituencies:"} <= {line.split(" ")[0] for line in block.lines}
    ]


@pytest.mark.parametrize("page", RUNNING, ids=named)
def test_commands_print_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    """Every command of a page is run in order, and prints what stands below it."""
    session = Session(tmp_path)
    for block in blocks(page):
        for step, printed in session.follow(block):
            assert agrees(step.shown, printed), (
                f"{block.where}: {step.command}\nprints\n" + "\n".join(printed)
            )


@pytest.mark.parametrize("block", complete_cases(), ids=lambda block: block.where)
def test_complete_cases_are_valid(block: Block) -> None:
    """A case that the documentation shows whole can be used as it is."""
    assert loads(block.text).sides


def test_there_is_a_complete_case_to_copy() -> None:
    """The reference shows at least one whole case."""
    assert any(block.page == CASE_FILE for block in complete_cases())


@pytest.mark.parametrize(
    "block", [b for b in blocks(GATES) if b.language == "yaml"], ids=lambda block: block.where
)
def test_gate_recipes_are_gates(block: Block) -> None:
    """Every recipe can be a side's gates, once the people it names exist."""
    gates = yaml.safe_load(block.text)
    people = {who for rule in gates.values() for who in members(rule)}
    case = loads(yaml.safe_dump(house(gates, sorted(people))))
    assert set(case.sides["house"].gates) == set(gates)


def members(rule: Any) -> set[str]:
    """Constituencies named in a rule."""
    if isinstance(rule, str):
        return {rule}
    parts = [rule[key] for key in ("rule", "unless") if key in rule]
    parts += [part for key in ("all", "any", "of") for part in rule.get(key, [])]
    return set(rule.get("votes", {})).union(*(members(part) for part in parts))


def house(gates: dict[str, Any], people: list[str]) -> dict[str, Any]:
    """A case around some gates."""
    values = {"terms": {"weight": 1, "old": 0, "new": 100}}
    return {
        "format": "leveltwo/1",
        "title": "A recipe",
        "viewpoint": "street",
        "sides": {
            "house": {"negotiator": people[0], "gates": gates},
            "street": {"negotiator": "guest", "gates": {"signature": "guest"}},
        },
        "issues": {"terms": {"options": {"old": "Old", "new": "New"}}},
        "constituencies": {
            **{who: {"side": "house", "no_deal": 50, "values": values} for who in people},
            "guest": {"side": "street", "no_deal": 50, "values": values},
        },
    }


@pytest.mark.parametrize(
    "block", [b for b in blocks(COMMANDS) if HELP.match(b.note)], ids=lambda block: block.note
)
def test_help_texts_are_the_programs_own(block: Block) -> None:
    """The reference repeats what ``--help`` prints."""
    note = HELP.match(block.note)
    assert note is not None
    assert list(block.lines) == help_text(note["command"])


def test_every_command_has_a_section_with_its_help() -> None:
    """No command is left out, and none stands there that does not exist."""
    notes = [HELP.match(block.note) for block in blocks(COMMANDS)]
    assert sorted(note["command"] for note in notes if note) == sorted(["", *options()])


@pytest.mark.parametrize("command", sorted(options()))
def test_every_option_is_explained(command: str) -> None:
    """An option is explained in its command's section or among those common to all."""
    text = "\n".join([*section(COMMANDS, "Common to all"), *section(COMMANDS, command)])
    missing = [option for option in options()[command] if f"| `{option}` |" not in text]
    assert missing == []


@pytest.mark.parametrize("page", pages(), ids=named)
def test_links_lead_somewhere(page: Path) -> None:
    """Links within the project name files, and headings within them, that exist."""
    for target in links(page):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (page.parent / path).resolve() if path else page
        assert found.exists(), f"{named(page)} links to {target}"
        if anchor:
            assert anchor in anchors(found), f"{named(page)} links to {target}"


def test_every_page_can_be_reached() -> None:
    """The list of documents leaves none out."""
    home = ROOT / "docs" / "README.md"
    listed = {(home.parent / target).resolve() for target in links(home)}
    assert {page for page in pages() if page.parent.parent == home.parent} <= listed


@pytest.fixture(scope="session")
def wind_park(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tutorial's case with its moves."""
    session = Session(tmp_path_factory.mktemp("tutorial"))
    path = session.folder / "wind-park.yaml"
    for block in blocks(TUTORIAL):
        if block.note.startswith("<!-- wind-park.yaml"):
            next(session.follow(block), None)
        if path.exists() and "moves:" in path.read_text(encoding="utf-8"):
            break
    return path


TOO_MANY = ["--draws", "64"]
"""A map for which there are held to be too many deals, so that its sizes are estimated."""
ANSWERS: dict[str, list[list[str]]] = {
    "assess": [["--deal", *DEAL, "--moves", "pilot"]],
    "map": [["--moves", "own_engineer"], TOO_MANY],
    "diagnose": [["--deal", *DEAL]],
    "calendar": [["--deal", *DEAL, "--moves", "pilot", "--today", "2026-01-01"]],
    "order": [["--deal", *DEAL]],
    "insure": [
        ["--deal", *DEAL, "--rival", "12", "--draws", "64"],
        ["--deal", *DEAL, "--draws", "64"],
    ],
    "advise": [[], ["--floor", "0.99"]],
    "speech": [["--deal", *DEAL, "--moves", "pilot", *more] for more in ([], ["--ours"])],
    "brief": [["--deal", *DEAL, "--moves", "pilot", "--out", "brief.md"]],
    "spillover": [["--deal", *DEAL, "--moves", "pilot"], []],
    "robust": [["--deal", *DEAL, "--draws", "1024"]],
    "sweep": [["--set", "…signature.date=2027-01-01,null", "--deal", *DEAL]],
    "check": [[]],
}


@pytest.mark.parametrize("command", sorted(ANSWERS))
def test_json_names_are_those_documented(
    command: str, wind_park: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The names in an answer and the names in the reference are the same."""
    case = loads(wind_park.read_text(encoding="utf-8"))
    session = Session(wind_park.parent)
    found: set[str] = set()
    for more in ANSWERS[command]:
        if more == TOO_MANY:
            monkeypatch.setattr(blocks_of_deals, "LONGEST", 0)
        line = " ".join(["leveltwo", command, wind_park.name, *more, "--json"])
        found |= flat(json.loads("\n".join(session.run(line))), ids(case))
    written = documented(f"JSON of {command}")
    if command not in {"check", "sweep"}:
        written |= documented("JSON")
    if command == "diagnose":
        written |= documented("JSON of assess")
    assert {name for name in found if not within(name, written)} == set(), "not documented"
    assert {name for name in written if not seen(name, found)} == set(), "not printed"


def within(name: str, written: set[str]) -> bool:
    """Whether a printed name is documented, or is part of something documented whole."""
    bare = name.removesuffix(EMPTY)
    if bare != name and any(one.startswith(bare) for one in written):
        return True
    return any(bare == one or bare.startswith(f"{one}.") for one in written)


def seen(name: str, found: set[str]) -> bool:
    """Whether a documented name is printed, or would stand in something that is empty here."""
    return any(
        name.startswith(one.removesuffix(EMPTY))
        if one.endswith(EMPTY)
        else one == name or one.startswith((f"{name}.", f"{name}["))
        for one in found
    )


def documented(title: str) -> set[str]:
    """Names in the first column of the tables under a heading, subsections left out."""
    rows = section(COMMANDS, title)
    if title == "JSON":
        rows = rows[: next(i for i, row in enumerate(rows) if row.startswith("###"))]
    return {found[1] for row in rows if (found := re.match(r"\| `([^`]+)` \|", row))}


def ids(case: Negotiation) -> set[str]:
    """Everything that a case names, and the rules of fairness."""
    gates = [f"{s}.{g}" for s, side in case.sides.items() for g in side.gates]
    bare = [gate for side in case.sides.values() for gate in side.gates]
    rules = ["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]
    return {*case.sides, *case.issues, *case.constituencies, *case.moves, *gates, *bare, *rules}


EMPTY = " (empty)"


def flat(value: Any, known: set[str], path: str = "") -> set[str]:
    """Paths to every number and text in a document, ids as stars."""
    if value in ({}, []):
        return {path + EMPTY}
    if isinstance(value, dict):
        parts = [(f"{path}.{'*' if key in known else key}", part) for key, part in value.items()]
        return set[str]().union(*(flat(part, known, name.lstrip(".")) for name, part in parts))
    if isinstance(value, list):
        return set[str]().union(*(flat(part, known, f"{path}[]") for part in value))
    return {path}


@pytest.mark.parametrize(("scale", "column"), [(RATING, 0), (WEIGHT, 4), (POINTS, 8)])
def test_words_mean_what_the_reference_says(scale: Scale, column: int) -> None:
    """The table of words holds every word with its best value and range."""
    rows = [row.strip("|").split("|") for row in section(CASE_FILE, "Judgements")]
    shown = {
        cells[column].strip(" `"): (cells[column + 1].strip(), cells[column + 2].strip())
        for cells in rows
        if len(cells) > column + 2 and cells[column].strip().startswith("`")
    }
    meant = {
        word: (f"{best:g}", "exactly" if low == high else f"{low:g}–{high:g}")
        for word, (low, best, high) in scale.words.items()
    }
    assert {word: shown.get(word) for word in meant} == meant


def test_the_picture_shows_what_the_program_prints(tmp_path: Path) -> None:
    """The script that draws the picture runs, and the picture kept is the one that it draws."""
    drawn = tmp_path / "advise.svg"
    script = PICTURE.parent / "make.py"
    subprocess.run([sys.executable, str(script), str(drawn)], check=True, timeout=120)
    assert drawn.read_text(encoding="utf-8") == PICTURE.read_text(encoding="utf-8")
