"""Terminals and pipes: colours, widths, encodings, long and foreign names."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from leveltwo import tasks
from tests.cli.running import COMMAND, TABLE, leveltwo, process, written
from tests.made import made, saved
from tests.port_lease import PORT_LEASE

DEAL = ["--deal", *TABLE]
SHOWN = [["show"], ["assess", *DEAL], ["map"], ["diagnose", *DEAL], ["advise"], ["check"]]
ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def terminal(*args: str, **environment: str) -> str:
    """What a run shows on a terminal."""
    ours, theirs = pty.openpty()
    kept = {key: text for key, text in os.environ.items() if key != "NO_COLOR"}
    run = subprocess.Popen(
        [*COMMAND, *args], stdout=theirs, stderr=theirs,
        env={**kept, "TERM": "xterm-256color", **environment},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # Linux: the other end is closed
        pass
    os.close(ours)
    assert run.wait(timeout=60) == 0, shown
    return shown.decode()


def plain(shown: str) -> str:
    """What is read on a terminal, colours and moves of the cursor taken out."""
    return ESCAPE.sub("", shown).replace("\r", "\n")


@pytest.mark.parametrize("args", SHOWN, ids=lambda args: args[0])
def test_a_pipe_gets_no_colours_and_lines_of_at_most_110(port: str, args: list[str]) -> None:
    command, *rest = args
    ended = leveltwo(command, port, *rest)
    assert "\x1b" not in ended.out
    assert ended.err == ""
    assert command == "check" or max(len(line) for line in ended.out.split("\n")) <= 110


def test_a_forced_colour_is_left_to_whoever_forces_it(port: str) -> None:
    assert "\x1b" not in process("show", port, TERM="xterm-256color", COLORTERM="truecolor").out


def test_a_terminal_gets_bold_headings(port: str) -> None:
    assert "\x1b[1mA port lease" in terminal("show", port)


def test_no_color_means_no_colours(port: str) -> None:
    colours = re.compile(r"\x1b\[(?:\d+;)*(?:3\d|4\d|9\d)")
    assert not colours.search(terminal("show", port, NO_COLOR="1"))


def test_a_dumb_terminal_gets_plain_text(port: str) -> None:
    assert "\x1b" not in terminal("show", port, TERM="dumb")


@pytest.mark.parametrize("command", ["show", "map"])
def test_a_narrow_terminal_is_not_overrun(port: str, command: str) -> None:
    shown = plain(terminal(command, port, COLUMNS="40"))
    assert max(len(line) for line in shown.split("\n")) <= 40
    assert "Length" in shown


def test_a_narrow_terminal_breaks_headings_and_names_but_no_figure(port: str) -> None:
    figures = re.compile(r"[+−]?\d+(?:\.\d+)?(?: ?%)?")
    shown = plain(terminal("map", port, COLUMNS="60"))
    start = "What rules of fairness would pick"
    wide = leveltwo("map", port).out.partition(start)[2]
    assert figures.findall(shown.partition(start)[2]) == figures.findall(wide)


def test_a_terminal_is_told_that_something_long_goes_on(port: str) -> None:
    assert "Looking for the best plan" in terminal("advise", port)


@pytest.mark.parametrize("command", ["map", "advise"])
def test_the_first_run_says_that_it_prepares_the_solver(
    port: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[bool] = []
    monkeypatch.setattr(tasks, "is_prepared", lambda: False)
    monkeypatch.setattr(tasks, "prepare", lambda: prepared.append(True))
    ended = leveltwo(command, port, "--json")
    assert (ended.status, prepared) == (0, [True])
    assert ended.json
    assert ended.err.startswith("Preparing the solver: once after installation")


LONG = "A very long name indeed, " * 40 + "and its end"


@pytest.mark.parametrize("args", SHOWN[:5], ids=lambda args: args[0])
def test_a_very_long_name_is_wrapped_and_shown_whole(tmp_path: Path, args: list[str]) -> None:
    text = PORT_LEASE.replace("name: Length of lease", f'name: "{LONG}"')
    command, *rest = args
    ended = leveltwo(command, written(tmp_path, text), *rest)
    assert ended.status == 0
    assert max(len(line) for line in ended.out.split("\n")) <= 110
    letters = re.sub(r"[^a-zA-Z]", "", ended.out)
    if command != "diagnose":
        assert "and its end".replace(" ", "") in letters


FOREIGN = [
    "Наш город",
    "市长",
    "Ønskeøen “Å”",
    "مدينة",
    "👩‍🌾 Bäuerin",
    "e\u0301tat",
    "[bold]x[/]",
    ":tada:",
]


@pytest.mark.parametrize("name", FOREIGN)
def test_names_in_any_script_are_shown_as_written(tmp_path: Path, name: str) -> None:
    document = made()
    document["sides"]["us"]["name"] = name
    document["constituencies"]["envoy"]["name"] = name
    document["title"] = name
    file = saved(tmp_path, document)
    for args in (["show"], ["assess", "--deal", "price=high"], ["map"], ["advise"]):
        command, *rest = args
        ended = leveltwo(command, file, *rest)
        assert ended.status == 0
        assert name in ended.out
    assert leveltwo("advise", file, "--json").json["title"] == name


def test_a_file_with_a_foreign_name_is_read(tmp_path: Path) -> None:
    file = written(tmp_path, PORT_LEASE, "договор “порт”.yaml")
    assert leveltwo("check", file).out == f"{file}: valid\n"
    assert process("check", file).out == f"{file}: valid\n"


@pytest.mark.parametrize(
    "environment",
    [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"},
     {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
)  # fmt: skip
def test_the_answer_is_utf8_whatever_the_system_speaks(
    port: str, environment: dict[str, str]
) -> None:
    ended = process("show", port, **environment)
    assert ended.err == ""
    assert ended.out == leveltwo("show", port).out


def test_an_error_is_utf8_whatever_the_system_speaks() -> None:
    ended = process("show", "nothing", PYTHONIOENCODING="ascii")
    assert "there is no file “nothing”" in ended.err


NUMBERS = [("12.50", 12.5), ("12.5", 12.5), ("1.25e1", 12.5), ("10", 10), ("10.0", 10), ("15", 15)]


@pytest.mark.parametrize(("typed", "number"), NUMBERS)
def test_numbers_may_be_typed_in_any_form(tmp_path: Path, typed: str, number: float) -> None:
    document = made()
    document["issues"]["rate"] = {
        "name": "The rate",
        "from": 10,
        "to": 15,
        "step": 2.5,
        "unit": "%",
    }
    file = saved(tmp_path, document)
    line = ["assess", file, "--deal", "price=high", f"rate={typed}"]
    found = leveltwo(*line, "--json").json["deal"]["rate"]
    assert found == number
    assert isinstance(found, int) == (number == int(number))
    assert f"{number:g} %" in leveltwo(*line).out
