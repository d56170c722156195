"""Starting: what `leveltwo` loads, and what it says of itself."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from leveltwo.version import VERSION
from tests.cli.running import leveltwo, process

HEAVY = {
    "docx", "jinja2", "llvmlite", "matplotlib", "numba", "numpy", "pydantic", "rich", "scipy",
    "typst", "yaml",
}  # fmt: skip
COMMANDS = [
    "check", "show", "assess", "map", "diagnose", "advise", "speech", "calendar", "brief",
    "spillover", "order", "insure", "robust", "sweep", "devices", "precedents", "cases",
    "demo", "schema",
]  # fmt: skip
PROBE = """
import json, sys
{work}
print(json.dumps(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""
RUN = """
from leveltwo.cli.main import run
sys.argv = ["leveltwo", {args}]
sys.stdout = open({null!r}, "w")
try:
    run()
except SystemExit:
    sys.stdout = sys.__stdout__
"""


def loaded(work: str) -> set[str]:
    """Top-level modules in memory after some work in a process of its own."""
    code = PROBE.format(work=work)
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return set(json.loads(found.stdout))


def test_importing_the_package_loads_no_library() -> None:
    assert not loaded("import leveltwo; dir(leveltwo)") & (HEAVY | {"typer", "click"})


def test_importing_the_command_line_loads_nothing_heavy() -> None:
    modules = loaded("import leveltwo.cli.main")
    assert "typer" in modules
    assert not modules & HEAVY


def test_help_loads_nothing_heavy() -> None:
    work = RUN.format(args='"--help"', null=os.devnull)
    assert not loaded(work) & HEAVY


@pytest.mark.parametrize("command", ["check", "advise"])
def test_help_of_a_command_loads_no_solver_and_no_compiler(command: str) -> None:
    work = RUN.format(args=f'"{command}", "--help"', null=os.devnull)
    assert not loaded(work) & {"llvmlite", "numba", "numpy", "scipy", "yaml"}


def test_checking_a_case_loads_no_compiler() -> None:
    work = RUN.format(args='"check", "metropcs-tmobile-2013"', null=os.devnull)
    assert not loaded(work) & {"llvmlite", "numba", "scipy"}


def test_help_names_every_command() -> None:
    ended = leveltwo("--help")
    assert ended.status == 0
    listed = ended.out.partition("Commands:")[2].split("\n")
    assert [line.split()[0] for line in listed if line.strip()] == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_option_has_its_help(command: str) -> None:
    ended = leveltwo(command, "--help")
    assert ended.status == 0
    assert f"leveltwo {command}" in ended.out
    options = [line for line in ended.out.split("\n") if line.startswith("  --")]
    assert options
    assert all(len(line.split()) > 1 for line in options)


def test_version_is_the_version_installed() -> None:
    ended = leveltwo("--version")
    assert (ended.status, ended.out) == (0, f"leveltwo {VERSION}\n")
    assert version("leveltwo") == VERSION


def test_no_command_shows_the_help_and_is_wrong() -> None:
    ended = leveltwo()
    assert ended.status == 2
    assert "Commands:" in ended.err + ended.out


def test_a_command_that_does_not_exist_is_wrong() -> None:
    ended = leveltwo("advice")
    assert (ended.status, ended.out) == (2, "")
    assert "No such command 'advice'" in ended.err


def test_it_runs_as_a_module_in_a_process_of_its_own() -> None:
    assert process("--version").out == f"leveltwo {VERSION}\n"
