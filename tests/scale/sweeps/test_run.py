"""A sweep asks at every point what the commands ask of one case, and keeps what it has."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.core.crew import Threads
from leveltwo.errors import InputError, PlanError
from leveltwo.scale.cluster import Cluster
from leveltwo.scale.sweeps.ask import Row
from leveltwo.scale.sweeps.run import run
from leveltwo.scale.sweeps.sweep import Sweep

DEAL = {"term": 30, "hiring": "goal"}
NEED = "sides.city.gates.council.need"
LEFT = "constituencies.left.no_deal"
GRID = {NEED: "majority,15", LEFT: "30..60/3"}
PLAN = Sweep(GRID, deal=DEAL, moves=("charter",))
SEARCH = Sweep(GRID)


def edited(port: str, *edits: tuple[str, str]) -> str:
    """The case with some text changed, as another file."""
    text = Path(port).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new)
    path = Path(port).with_name("edited.yaml")
    path.write_text(text, encoding="utf-8")
    return str(path)


def at(rows: tuple[Row, ...], **values: Any) -> Row:
    """The one row with some values."""
    names = {"need": NEED, "left": LEFT}
    [row] = [r for r in rows if all(r[names[k]] == v for k, v in values.items())]
    return row


def test_a_plan_is_assessed_at_every_point_as_the_edited_case_would_be(port: str) -> None:
    """Figures of the edited file, exactly."""
    found = run(port, PLAN)
    assert len(found.rows) == 6
    other = edited(port, ("no_deal: [30, 45, 60]", "no_deal: 60"), ("majority", "15"))
    expected = tasks.assess(other, DEAL, ["charter"]).result
    row = at(found.rows, need=15, left=60)
    assert row["status"] == "assessed"
    assert row["chance"] == expected.chance
    assert row["durable"] == expected.durable
    assert row["gain.operator"] == expected.sides["operator"].gain
    assert row["chance.city.council"] == expected.sides["city"].gates["council"]
    assert (row["draws"], row["seed"]) == (64, 1)


def test_the_best_plan_is_looked_for_at_every_point_as_advice_would(port: str) -> None:
    """Status, figures, deal and moves."""
    row = at(run(port, SEARCH).rows, need="majority", left=45)
    other = edited(port, ("no_deal: [30, 45, 60]", "no_deal: 45"))
    expected = tasks.advise(other).result
    assert expected.score is not None
    assert expected.fresh is not None
    assert (row["status"], row["bound"]) == (expected.status.value, expected.bound)
    assert (row["value"], row["chance"]) == (expected.score.value, expected.score.chance)
    assert row["fresh_chance"] == expected.fresh.score.chance
    assert (row["deal.term"], row["deal.hiring"], row["moves"]) == (30, "quota", None)


def test_dates_and_rules_can_be_varied(port: str) -> None:
    """Whoever decides before the charter is signed does not see it."""
    place = "sides.operator.gates.carrying_out.date"
    found = run(port, Sweep({place: "2026-06-01, 2026-12-01, null"}, deal=DEAL, moves=("charter",)))
    assert [row[place] for row in found.rows] == ["2026-06-01", "2026-12-01", ""]
    early, late, never = (row["chance.operator.carrying_out"] for row in found.rows)
    assert early != late
    assert late == never


def test_where_nothing_is_worth_it_walking_away_is_worth_0(port: str) -> None:
    """And its chance is left empty."""
    found = run(port, Sweep({"constituencies.mayor.no_deal": "100"}))
    assert found.rows[0]["status"] == "no_deal"
    assert (found.rows[0]["value"], found.rows[0]["chance"]) == (0, None)
    assert found.rows[0]["bound"] == 0


def test_a_floor_that_nothing_reaches_leaves_figures_empty(port: str) -> None:
    """Unknown is not zero."""
    found = run(port, Sweep({"constituencies.director.no_deal": "99"}, floor=0.99))
    assert (found.rows[0]["status"], found.rows[0]["value"]) == ("infeasible", None)


def test_what_does_not_go_together_is_a_row_that_says_so(port: str) -> None:
    """A case that two values break together, and a plan that a rule forbids."""
    votes = {"…votes.left": "9,1", "…council.need": "12,20"}
    found = run(port, Sweep({**votes, "constraints[0].never.term": "40,30"}, deal=DEAL))
    assert [row["status"] for row in found.rows].count("invalid") == 2
    broken = next(row for row in found.rows if row["status"] == "invalid")
    assert "need" in str(broken["problem"])
    assert broken["chance"] is None
    hard = Sweep({"constraints[0].never": "{term: 30}, {term: 40}"}, deal=DEAL)
    forbidden, fine = run(port, hard).rows
    assert (forbidden["status"], fine["status"]) == ("not_a_plan", "assessed")
    assert "this is not a plan: the constraint" in str(forbidden["problem"])


def test_a_point_too_large_is_a_row_that_says_so(
    port: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are answered."""
    monkeypatch.setattr("leveltwo.core.memory.MOST_BYTES", 5_000_000)
    place = "uncertainty.draws"
    found = run(port, Sweep({place: "8, 60000"}))
    assert [row["status"] for row in found.rows] == ["optimal", "too_large"]
    assert "use fewer draws" in str(found.rows[1]["problem"])


def test_a_sample_draws_points_within_the_judgements_own_ranges(port: str) -> None:
    """Evenly, and the same for the same seed."""
    asked = Sweep({LEFT: None}, sample=8, seed=3, deal=DEAL)
    found = run(port, asked)
    drawn = [float(str(row[LEFT])) for row in found.rows]
    assert sorted(int((n - 30) / 30 * 8) for n in drawn) == list(range(8))
    assert run(port, asked).rows == found.rows
    assert run(port, Sweep({LEFT: None}, sample=8, seed=4, deal=DEAL)).rows != found.rows


def test_a_sample_varies_every_uncertain_judgement_unless_told(port: str) -> None:
    """Words and ranges."""
    found = run(port, Sweep(sample=2, deal=DEAL))
    assert len(found.names) == 11
    assert LEFT in found.names
    assert found.effects() == []


def test_a_sample_draws_from_spans_and_from_lists(port: str) -> None:
    """Dates, numbers and words."""
    vary = {LEFT: "10..20", NEED: "majority,15", "…council.date": "2026-10-01..2026-12-01"}
    for row in run(port, Sweep(vary, sample=16, deal=DEAL)).rows:
        assert 10 <= float(str(row[LEFT])) <= 20
        assert row[NEED] in {"majority", 15}
        assert "2026-10-01" <= str(row["sides.city.gates.council.date"]) <= "2026-12-01"


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("asked", [PLAN, SEARCH], ids=["plan", "search"])
def test_the_table_is_the_same_whoever_computes_it(
    port: str, cluster: Cluster, tmp_path: Path, suffix: str, asked: Sweep
) -> None:
    """Byte for byte, in threads and in processes."""
    written = []
    for name, crew in (("alone", None), ("threads", Threads(2)), ("processes", cluster)):
        out = tmp_path / f"{name}{suffix}"
        run(port, asked, out, crew)
        written.append(out.read_bytes())
    assert written[0] == written[1] == written[2]


@pytest.mark.parametrize("suffix", [".csv", ".parquet"])
@pytest.mark.parametrize("asked", [PLAN, SEARCH], ids=["plan", "search"])
def test_points_that_are_there_are_not_asked_again(
    port: str, tmp_path: Path, suffix: str, asked: Sweep, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them, or those of a smaller sweep; the table is that of one run."""
    whole, out = tmp_path / f"whole{suffix}", tmp_path / f"out{suffix}"
    expected = run(port, asked, whole)
    small = Sweep({**asked.vary, NEED: "majority"}, deal=asked.deal, moves=asked.moves)
    assert run(port, small, out).reused == 0
    grown = run(port, asked, out)
    assert (grown.reused, grown.rows) == (3, expected.rows)
    assert out.read_bytes() == whole.read_bytes()
    monkeypatch.setattr("leveltwo.scale.sweeps.ask.Ask.__call__", None)
    again = run(port, asked, out)
    assert (again.reused, again.rows) == (6, expected.rows)


def test_a_sweep_that_was_killed_goes_on_where_it_was(port: str, tmp_path: Path) -> None:
    """With SIGKILL, after three points, in the middle of writing a fourth."""
    out, whole = tmp_path / "out.csv", tmp_path / "whole.csv"
    code = (
        "import os, signal, pathlib\n"
        "from leveltwo.scale.sweeps.run import run\n"
        "from tests.scale.sweeps.test_run import PLAN\n"
        "def watch(done, all_):\n"
        "    if done == 3: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"run({port!r}, PLAN, pathlib.Path({str(out)!r}), progress=watch)\n"
    )
    root = str(Path(__file__).parents[3])
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=root)
    assert done.returncode == -9
    journal = tmp_path / "out.csv.part"
    assert not out.exists()
    with journal.open("ab") as file:
        file.write(b'[["15", "45"], {"stat')
    assert run(port, PLAN, out).reused == 3
    run(port, PLAN, whole)
    assert out.read_bytes() == whole.read_bytes()
    assert not journal.exists()


def test_what_was_stopped_is_kept_to_go_on_from(port: str, tmp_path: Path) -> None:
    """Ctrl-C, or an error."""
    out = tmp_path / "out.csv"

    def stop(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(port, PLAN, out, progress=stop)
    told: list[tuple[int, int]] = []
    assert run(port, PLAN, out, progress=lambda *n: told.append(n)).reused == 2
    assert told == [(3, 6), (4, 6), (5, 6), (6, 6)]


def test_two_sweeps_do_not_write_to_one_table_at_once(port: str, tmp_path: Path) -> None:
    """The second is refused, and the first goes on."""
    out = tmp_path / "out.csv"
    refused: list[str] = []

    def begin_another(*_: int) -> None:
        with pytest.raises(InputError, match="another sweep is writing there now") as error:
            run(port, PLAN, out)
        refused.append(str(error.value))

    whole = run(port, PLAN, out, progress=begin_another)
    assert len(refused) == len(whole.rows) == 6
    assert run(port, PLAN, out).reused == 6
    assert not (tmp_path / "out.csv.part").exists()


@pytest.mark.parametrize("finished", [True, False])
def test_a_table_of_something_else_is_not_touched(
    port: str, tmp_path: Path, finished: bool
) -> None:
    """Another case, question or places: refused, unless it is to be replaced."""
    out = tmp_path / "out.csv"

    def stop(done: int, _: int) -> None:
        if not finished:
            raise KeyboardInterrupt

    try:
        run(port, PLAN, out, progress=stop)
    except KeyboardInterrupt:
        assert not finished
    before = [path.read_bytes() for path in sorted(tmp_path.glob("out*"))]
    moved = Sweep(GRID, deal={"term": 25, "hiring": "goal"}, moves=("charter",))
    less = Sweep({NEED: "majority"}, deal=DEAL, moves=("charter",))
    other = edited(port, ("band: 3", "band: 4"))
    for source, asked, message in (
        (other, PLAN, r"is about another case"),
        (port, moved, r"is about another question, plan hiring=goal term=30; moves charter, not"),
        (port, less, r"varies sides.city.gates.council.need, constituencies.left.no_deal, not"),
    ):
        with pytest.raises(InputError, match=message if finished else "holds another sweep that"):
            run(source, asked, out)
    assert [path.read_bytes() for path in sorted(tmp_path.glob("out*"))] == before
    assert run(port, moved, out, afresh=True).reused == 0
    assert run(port, moved, out).reused == 6


def test_points_that_are_not_asked_for_are_not_lost(port: str, tmp_path: Path) -> None:
    """A table with more of them is refused."""
    out = tmp_path / "out.csv"
    run(port, PLAN, out)
    fewer = Sweep({NEED: "15", LEFT: "30..60/3"}, deal=DEAL, moves=("charter",))
    with pytest.raises(InputError, match=r"holds 3 points that are not asked for now, such as"):
        run(port, fewer, out)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Sweep(), "nothing varies; set places and values, or ask for a sample"),
        (Sweep({LEFT: None}), f"{LEFT}: no values; write"),
        (Sweep({LEFT: "30..60"}), r"how many values from 30\.\.60\? Write such as 30\.\.60/7"),
        (Sweep({LEFT: "30", "…left.no_deal": "31"}), f"{LEFT} is set twice"),
        (Sweep({LEFT: "30,300"}), f"{LEFT}=300 makes the case invalid: {LEFT}: found 300"),
        (Sweep({"…council.quorom": "1/2"}), "did you mean “quorum”"),
        (Sweep({NEED: None}, sample=4), f"{NEED} is no judgement with a range of its own"),
        (Sweep({LEFT: "0..200"}, sample=4), f"{LEFT}=200 makes the case invalid"),
        (Sweep(sample=0), "a sample of 0 points; expected 1 to 100,000"),
        (Sweep(GRID, moves=("charter",)), "moves are given, but no deal"),
        (Sweep(GRID, deal=DEAL, floor=0.5), "are for looking for the best plan"),
        (Sweep(GRID, floor=2), "floor is 2; expected a chance between 0 and 1"),
        (Sweep(GRID, seconds=-1), "seconds is -1; expected a number above 0"),
        (Sweep(GRID, in_return=("charter",)), "our own moves cannot be offered in return"),
        (Sweep(GRID, deal={"term": 31, "hiring": "goal"}), "“term” has no option “31”"),
        (Sweep(GRID, deal="history"), "this case records no history"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_begins(
    port: str, asked: Sweep, message: str
) -> None:
    """With what is wrong and what to do."""
    with pytest.raises((InputError, PlanError), match=message):
        run(port, asked)
