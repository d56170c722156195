"""Advice sought by processes is the advice, also where one of them dies on the way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leveltwo.core.compile import compile_table
from leveltwo.core.crew import Threads
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.io.catalog import open_case
from leveltwo.scale.cluster import Cluster
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise
from leveltwo.solve.result import Found
from tests.scale.jobs import Dying

CASE = open_case("metropcs-tmobile-2013")
TABLE = compile_table(Layout(CASE), Sample(64, 1).all_at_once(CASE))
NODES = 1500


def told(found: Found) -> tuple[object, ...]:
    """All that was found but the time that it took."""
    assert found.chosen is not None
    return replace(found, chosen=None, seconds=0), found.chosen.tolist()


def test_a_search_finds_the_same_whoever_does_it(cluster: Cluster, tmp_path: Path) -> None:
    """One thread, two processes, and two of which one is killed: plan, bound and nodes."""
    alone = told(optimise(TABLE, Objective(), nodes=NODES, crew=Threads(1)))
    assert told(optimise(TABLE, Objective(), nodes=NODES, crew=cluster)) == alone
    dying = Dying(cluster, tmp_path)
    assert told(optimise(TABLE, Objective(), nodes=NODES, crew=dying)) == alone
    assert (tmp_path / "died").exists()
