"""``leveltwo sweep``: what if."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leveltwo import tasks
from tests.cli.running import leveltwo
from tests.port_lease import PORT_LEASE

LEFT = "constituencies.left.no_deal"
PLAN = ("--deal", "term=30", "hiring=goal", "--moves", "charter", "--draws", "64")


@pytest.fixture
def port(tmp_path: Path) -> str:
    path = tmp_path / "port.yaml"
    path.write_text(PORT_LEASE, encoding="utf-8")
    return str(path)


def test_few_points_are_all_shown_and_what_matters_most(port: str) -> None:
    done = leveltwo("sweep", port, "--set", f"{LEFT}=30..60/3", "--set", "…council.need=15", *PLAN)
    assert (done.status, done.err) == (0, "")
    assert "3 points: 3 assessed." in done.said
    assert "What matters most: chance of the plan, on average" in done.said
    assert f"{LEFT} " in done.said


def test_of_many_points_the_best_and_the_worst_are_shown(port: str) -> None:
    done = leveltwo("sweep", port, "--set", f"{LEFT}=30..60/31", "--draws", "8")
    assert "The best points" in done.said
    assert "The worst points" in done.said
    assert "worth of the best plan" in done.said
    assert "31 points: 31 optimal." in done.said


def test_places_without_values_are_drawn_from_their_own_ranges(port: str) -> None:
    done = leveltwo("sweep", port, "--set", LEFT, "--sample", "4", "--seed", "2", *PLAN, "--json")
    assert done.json["varied"] == [LEFT]
    assert [30 <= row[LEFT] <= 60 for row in done.json["rows"]] == [True] * 4


def test_what_matters_is_not_told_from_too_few_points(port: str) -> None:
    done = leveltwo("sweep", port, "--sample", "4", *PLAN)
    assert "What matters most cannot be told" in done.said


def test_a_table_is_kept_and_gone_on_with(port: str, tmp_path: Path) -> None:
    out = str(tmp_path / "out.csv")
    words = ("sweep", port, *PLAN, "--out", out)
    first = leveltwo(*words, "--set", f"{LEFT}=30,60")
    assert f"The table is in {out}." in first.said
    again = leveltwo(*words, "--set", f"{LEFT}=30,45,60")
    assert "3 points: 3 assessed. 2 of them were there already." in again.said
    refused = leveltwo(*words, "--set", f"{LEFT}=30")
    assert refused.status == 2
    assert "are not asked for now" in refused.err
    assert leveltwo(*words, "--set", f"{LEFT}=30", "--overwrite").status == 0
    assert len(Path(out).read_text(encoding="utf-8").splitlines()) == 2


def test_a_sweep_file_says_the_rest(port: str, tmp_path: Path) -> None:
    file = tmp_path / "sweep.yaml"
    plan = {"deal": {"term": 30, "hiring": "goal"}, "draws": 64}
    file.write_text(json.dumps({"set": {LEFT: [30, 60]}, **plan}), encoding="utf-8")
    done = leveltwo("sweep", port, "--file", str(file), "--moves", "charter", "--json")
    assert done.json["question"] == "plan hiring=goal term=30; moves charter; draws 64"
    assert done.json["points"] == 2


def test_processes_give_the_same_document(port: str) -> None:
    words = ("sweep", port, "--set", f"{LEFT}=30..60/5", *PLAN, "--json")
    alone = leveltwo(*words).out
    assert leveltwo(*words, "--workers", "2").out == alone
    assert leveltwo(*words, "--cluster", "1").out == alone


def test_a_sweep_that_is_stopped_says_how_to_go_on(
    port: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(tasks, "sweep", stop)
    done = leveltwo("sweep", port, "--sample", "2", "--out", "out.csv")
    assert done.status == 130
    assert "What was done is kept beside out.csv; the same command goes on" in done.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--set", "=3"), "“=3” names no place; write such as"),
        (("--set", "a=1", "--set", "a=2"), "“a” is set twice; write all its values in one --set"),
        (("--set", "constituencies.lefft.no_deal=3"), "has no “lefft”; did you mean “left”"),
        (("--set", f"{LEFT}=3", "--out", "a.txt"), "ends in .csv or .parquet"),
        ((), "nothing varies"),
    ],
)
def test_what_makes_no_sense_is_refused(port: str, words: tuple[str, ...], message: str) -> None:
    done = leveltwo("sweep", port, *words)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
