"""A map drawn by processes is the map, also where one of them dies on the way."""

from __future__ import annotations

from pathlib import Path

from leveltwo.core.crew import Threads
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import map_deals
from leveltwo.core.sample import Sample
from leveltwo.io.catalog import open_case
from leveltwo.scale.cluster import Cluster
from tests.scale.jobs import Dying

LAYOUT = Layout(open_case("german-unification-1990"))
SAMPLE = Sample(64, 1)


def test_a_map_is_the_same_whoever_draws_it(cluster: Cluster, tmp_path: Path) -> None:
    """One thread, two processes, and two of which one is killed: equal in every figure."""
    alone = map_deals(LAYOUT, SAMPLE, (), 0.5, crew=Threads(1))
    assert map_deals(LAYOUT, SAMPLE, (), 0.5, crew=cluster) == alone
    assert map_deals(LAYOUT, SAMPLE, (), 0.5, crew=Dying(cluster, tmp_path)) == alone
    assert (tmp_path / "died").exists()


def test_progress_is_told_as_in_this_process(cluster: Cluster) -> None:
    """Block by block, in order."""
    told: dict[str, list[tuple[int, int]]] = {"alone": [], "processes": []}
    for name, crew in (("alone", Threads(1)), ("processes", cluster)):
        map_deals(LAYOUT, SAMPLE, (), 0.5, lambda *n, name=name: told[name].append(n), crew)
    assert told["processes"] == told["alone"]
