"""Maps of more deals than can be looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.instances import instance
from leveltwo.core import winset_size
from tests.cli.running import leveltwo


@pytest.fixture
def vast(tmp_path: Path) -> str:
    """Path of a case with 10¹⁴ deals."""
    path = tmp_path / "vast.yaml"
    path.write_text(json.dumps(instance(1, 14, 10, 2, 6, 32)), encoding="utf-8")
    return str(path)


def test_sizes_are_estimates_and_said_to_be(vast: str) -> None:
    ended = leveltwo("map", vast)
    assert ended.status == 0
    said = " ".join(ended.out.split())
    assert said.split("Random negotiation 1 ")[1].startswith("About ")
    assert "too many to look at each: sizes are estimated from 20,000 deals" in said
    assert "100,000,000,000,000 deals deals share 95 % interval" in said
    assert "of those looked at likeliest to pass" in said
    assert "among deals that pass Nash" not in said
    assert "at the table only Nash" in said
    assert "The frontier and what would be picked at the table are exact" in said
    assert "Pareto frontier of the negotiators’ values" in said


def test_a_frontier_that_is_too_large_is_not_sought(
    vast: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(winset_size, "MOST_ON_FRONTS", 2)
    said = " ".join(leveltwo("map", vast).out.split())
    assert "No frontier and no fair solution is sought" in said
    assert "Pareto" not in said
    assert "Kalai" not in said


def test_json_holds_the_intervals(vast: str) -> None:
    found = leveltwo("map", vast, "--json").json
    assert found["deals"] == 10**14
    assert len(found["frontier"]) == min(50, found["pareto"])
    assert set(found["solutions"].values()) == {None}
    assert None not in found["solutions_at_the_table"].values()
    estimate = found["estimate"]
    assert (estimate["looked_at"], estimate["seed"]) == (20_000, found["seed"])
    assert estimate["allowed"] == {"share": 1, "interval": [1, 1], "exact": True}
    for side, part in estimate["sides"].items():
        low, high = part["interval"]
        assert low <= part["share"] <= high
        assert part["share"] == pytest.approx(found["sides"][side]["share"])
    assert sum(found["histogram"]) == 20_000


def test_a_winset_that_is_counted_has_no_interval(vast: str) -> None:
    doc = json.loads(Path(vast).read_text(encoding="utf-8"))
    doc["sides"]["a"]["gates"] = {"sign": "a0"}
    for name in [i for i in doc["issues"] if i in {"i12", "i13"}]:
        del doc["issues"][name]
        for who in doc["constituencies"].values():
            del who["values"][name]
    Path(vast).write_text(json.dumps(doc), encoding="utf-8")
    said = leveltwo("map", vast, "--certain")
    row = next(line for line in said.out.splitlines() if "Win-set of A" in line)
    assert "about" not in row
    assert row.rstrip().endswith(" %")
    assert "but for those without an interval, which are counted exactly," in said.said
