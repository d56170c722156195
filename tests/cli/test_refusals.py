"""Input that cannot be used: status 2, one clear message on the error stream, no traceback."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from leveltwo.io.catalog import names
from tests.cli.running import TABLE, leveltwo, process, written
from tests.port_lease import PORT_LEASE

DEAL = ("--deal", *TABLE)
LONGER = """
moves:
  visit: {name: A visit, by: city, resources: {money: 3}, effects: {union: 3}}
  speech: {name: A speech, by: city, needs: [visit], effects: {union: 3}}
  silence: {name: Silence, by: city, excludes: [visit], effects: {union: 1}}
"""
MORE_MOVES = PORT_LEASE.replace("\nmoves:\n", LONGER)


def refused(*args: str) -> str:
    """The message of a command that is refused."""
    ended = leveltwo(*args)
    assert ended.status == 2, ended
    assert ended.out == ""
    assert "Traceback" not in ended.err
    assert ended.err.endswith("\n")
    return " ".join(ended.err.split())


WRONG_PLANS = [
    ("assess {file}", "Missing option '--deal'"),
    ("assess {file} --deal", "Option '--deal' requires an argument"),
    ("assess {file} --deal term=30", "no option chosen for hiring; a deal settles every issue"),
    ("assess {file} --deal term", "“term” is no choice; write issue=option, such as term=20"),
    ("assess {file} --deal term=30 hirng=goal", "no such issue, “hirng”; did you mean “hiring”?"),
    ("assess {file} --deal term=30 hiring=gaol", "has no option “gaol”; did you mean “goal”?"),
    ("assess {file} --deal term=31 hiring=goal", "has no option “31”; the numbers run from 10"),
    ("assess {file} --deal term=thirty hiring=goal", "“term” has no option “thirty”"),
    ("assess {file} --deal term=nan hiring=goal", "“term” has no option “nan”"),
    ("assess {file} --deal term=1e999999999 hiring=goal", "“term” has no option “1e999999999”"),
    ("assess {file} --deal term=30 hiring=Goal", "has no option “Goal”; did you mean “goal”?"),
    ("assess {file} --deal term=20 term=30 hiring=goal", "“term” is chosen twice, 20 and 30"),
    ("assess {file} {deal} --moves chartr", "no such move, “chartr”; did you mean “charter”?"),
    ("assess {file} {deal} --moves a,b", "no such move, “a”"),
    ("map {file} --moves chartr", "no such move, “chartr”; did you mean “charter”?"),
    ("diagnose {file} {deal} --moves x", "no such move, “x”; known: charter"),
    ("diagnose {file} {deal} --side harbour", "no such side, “harbour”"),
    ("advise {file} --in-return chartr", "no such move, “chartr”; did you mean “charter”?"),
    ("advise {file} --deal term=30", "no option chosen for hiring; a deal settles every issue"),
    ("advise {file} --deal hiring=goal term=30 roof=1", "no such issue, “roof”"),
]


@pytest.mark.parametrize(("line", "message"), WRONG_PLANS)
def test_a_wrong_plan_is_refused_with_what_is_meant(port: str, line: str, message: str) -> None:
    assert message in refused(*line.format(file=port, deal=" ".join(DEAL)).split())


def test_every_mistake_in_a_deal_is_named_at_once(port: str) -> None:
    message = refused("assess", port, "--deal", "term=31", "roof=flat")
    for part in ["“term” has no option “31”", "no such issue, “roof”", "chosen for hiring"]:
        assert part in message


def test_an_unknown_side_is_refused_with_the_nearest(port: str) -> None:
    assert "did you mean “city”?" in refused("diagnose", port, *DEAL, "--side", "citty")


NO_PLANS = [
    (["term=40", "hiring=none"], "", "the constraint “never Length of lease: 40 years and Local"),
    (["term=10", "hiring=quota"], "", "the constraint “if Local hiring: A binding quota, then"),
    (["term=30", "hiring=none"], "charter", "“A port charter, signed in the union hall” only goes"),
    (["term=30", "hiring=quota"], "speech", "“A speech” needs “A visit”"),
    (["term=30", "hiring=quota"], "visit,silence", "“Silence” cannot go with “A visit”"),
    (
        ["term=30", "hiring=quota"],
        "visit,charter,speech",
        "the moves use 5.5 of money, of which there is 5",
    ),
]


@pytest.mark.parametrize("command", ["assess", "diagnose"])
@pytest.mark.parametrize(("deal", "moves", "message"), NO_PLANS)
def test_what_is_no_plan_is_refused_with_the_rule_it_breaks(
    tmp_path: Path, command: str, deal: list[str], moves: str, message: str
) -> None:
    file = written(tmp_path, MORE_MOVES.replace("resources: {money: 2}", "resources: {money: 2.5}"))
    told = refused(command, file, "--deal", *deal, "--moves", moves)
    assert told.startswith("error: this is not a plan: ")
    assert message in told


def test_exactly_the_resources_there_are_may_be_used(tmp_path: Path) -> None:
    file = written(tmp_path, MORE_MOVES)
    assert leveltwo("assess", file, *DEAL, "--moves", "visit,charter").status == 0


NUMBERS = [
    ("map {file} --confidence 0", "confidence is 0; expected a chance above 0 and below 1"),
    ("map {file} --confidence 1", "confidence is 1; expected a chance above 0 and below 1"),
    ("map {file} --confidence 1.5", "confidence is 1.5; expected a chance between 0 and 1"),
    ("map {file} --confidence -0.1", "confidence is -0.1; expected a chance between 0 and 1"),
    ("map {file} --confidence nan", "confidence is nan; expected a chance between 0 and 1"),
    ("advise {file} --floor 1.01", "floor is 1.01; expected a chance between 0 and 1"),
    ("advise {file} --floor -1", "floor is -1; expected a chance between 0 and 1"),
    ("advise {file} --floor 95", "floor is 95; expected a chance between 0 and 1"),
    ("advise {file} --floor half", "'--floor'"),
    ("advise {file} --seconds 0", "seconds is 0; expected a number above 0"),
    ("advise {file} --seconds -3", "seconds is -3; expected a number above 0"),
    ("advise {file} --seconds nan", "seconds is nan; expected a number above 0"),
    ("advise {file} --draws 0", "'--draws'"),
    ("advise {file} --draws 70000", "'--draws'"),
    ("advise {file} --draws 1.5", "'--draws'"),
    ("advise {file} --seed -1", "'--seed'"),
    ("advise {file} --no-such-option", "No such option: --no-such-option"),
    ("advise {file} another.yaml", "unexpected extra argument"),
]


@pytest.mark.parametrize(("line", "message"), NUMBERS)
def test_numbers_out_of_range_are_refused(port: str, line: str, message: str) -> None:
    assert message in refused(*line.format(file=port).split())


READERS = [
    ("check", ()),
    ("show", ()),
    ("assess", DEAL),
    ("map", ()),
    ("diagnose", DEAL),
    ("advise", ()),
]


@pytest.mark.parametrize(("command", "rest"), READERS)
def test_a_file_that_is_not_there_is_refused_with_the_nearest_case(
    command: str, rest: tuple[str, ...]
) -> None:
    message = refused(command, "german-unification-1989", *rest)
    assert message == (
        "error: there is no file “german-unification-1989” and no bundled case of that name; "
        "did you mean “german-unification-1990”?"
    )


def test_a_case_unlike_any_lists_those_there_are() -> None:
    message = refused("show", "oslo-1993")
    assert f"known: {', '.join(names())}" in message


@pytest.mark.parametrize(("command", "rest"), READERS)
def test_a_folder_is_refused(command: str, rest: tuple[str, ...], tmp_path: Path) -> None:
    assert "is a folder; give a case file" in refused(command, str(tmp_path), *rest)


@pytest.mark.parametrize(("command", "rest"), READERS[1:])
def test_a_broken_file_is_refused_with_file_line_and_column(
    command: str, rest: tuple[str, ...], tmp_path: Path
) -> None:
    broken = PORT_LEASE.replace("viewpoint: city ", "viewpoint: cty ").replace(
        "negotiator: director", "negotiator: diretcor"
    )
    file = written(tmp_path, broken)
    ended = leveltwo(command, file, *rest)
    assert (ended.status, ended.out) == (2, "")
    first, second = ended.err.rstrip("\n").split("\n")
    assert first.startswith(f"{file}:4:1: error: viewpoint: no such side, “cty”")
    assert second.startswith(f"{file}:15:5: error: sides.operator.negotiator: ")
    assert "did you mean “director”?" in second


def test_a_file_with_warnings_only_is_used(tmp_path: Path) -> None:
    doubtful = PORT_LEASE.replace("{money: 2}", "{money: 9}")
    file = written(tmp_path, doubtful)
    checked = leveltwo("check", file)
    assert "warning" in checked.out
    assert checked.status == 0
    assert leveltwo("assess", file, *DEAL).status == 0


AWKWARD = [b"", b"\x00", b"\xff\xfe", b"[1, 2", b"format: leveltwo/1", b"- a\n- b\n", b"x: &a [*a]",
           b"a: 1\na: 2\n", b"!!python/object:os.system {}", b"'", b"\t", b"? [a]\n: b\n",
           "format: leveltwo/1\ntitle: \U0001f600\nsides: 7\n".encode()]  # fmt: skip


@pytest.mark.parametrize("content", AWKWARD)
@pytest.mark.parametrize("command", ["check", "advise"])
def test_no_file_makes_a_traceback(content: bytes, command: str, tmp_path: Path) -> None:
    file = tmp_path / "odd.yaml"
    file.write_bytes(content)
    ended = leveltwo(command, str(file))
    assert ended.status == 2
    told = ended.out + ended.err
    assert "odd.yaml" in told
    assert "Traceback" not in told


def test_a_pipe_may_be_a_case_file(tmp_path: Path) -> None:
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)
    ended = leveltwo("check", os.devnull)
    assert ended.status == 2
    assert "the file is empty" in ended.out


STRANGE = ["", "\n", "a\x1b[31mb", "💥", "x" * 5000, "../..", "-", "con\u202etrol"]


@pytest.mark.parametrize("text", STRANGE)
def test_strange_names_are_refused_in_one_line_that_is_safe_to_print(port: str, text: str) -> None:
    lines = [
        ["show", "--", text],
        ["assess", port, *DEAL, "--moves", f"z{text}"],
        ["assess", port, "--deal", f"{text}z=1"],
        ["diagnose", port, *DEAL, "--side", text],
    ]
    for line in lines:
        ended = leveltwo(*line)
        assert ended.status == 2
        assert "Traceback" not in ended.err
        assert ended.out == ""
        assert "\x1b" not in ended.err


def test_a_name_that_is_no_unicode_makes_no_traceback() -> None:
    ended = process("show", os.fsdecode(b"caf\xe9.yaml"))
    assert ended.status == 2
    assert ended.err.startswith("error: there is no file “caf")
