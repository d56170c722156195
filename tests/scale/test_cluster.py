"""A crew of processes: the answer of one process, whatever happens to them."""

from __future__ import annotations

from _thread import interrupt_main
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.crew import AHEAD
from leveltwo.core.evaluation import evaluate
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.stretches import Stretch, measured
from leveltwo.errors import TooLarge, WorkersFailed
from leveltwo.scale import work
from leveltwo.scale.cluster import Cluster
from leveltwo.scale.hiring import start
from leveltwo.scale.shelf import KEPT
from tests.scale import jobs
from tests.small import small

CASE = small()
LAYOUT = Layout(CASE)
CHOSEN = encode(LAYOUT, {"sunday": "open", "bonus": "10"}, ["rota"])
SAMPLE = Sample(20_000, 2)


def test_results_come_in_the_order_of_items(cluster: Cluster) -> None:
    """Whoever is done first."""
    assert list(cluster.each(jobs.square, range(30))) == [n * n for n in range(30)]


def test_there_may_be_nothing_to_do(cluster: Cluster) -> None:
    """No items, no results."""
    assert list(cluster.each(jobs.square, [])) == []


def test_items_arrive_as_they_were_sent(cluster: Cluster) -> None:
    """Tuples with functions in them, and texts that look like keys, are nothing special."""
    items = [(jobs.square, 2), ["a", ("b", {"c": 1})], None, frozenset({3})]
    assert list(cluster.each(jobs.same_object, items)) == items


def test_a_task_is_sent_once_however_often_it_is_handed_out(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search hands out the same one round after round."""
    task = jobs.Named("first")
    assert list(cluster.each(task, [1])) == ["first 1"]
    monkeypatch.setattr(cluster.client, "scatter", None)
    assert list(cluster.each(task, [2, 3])) == ["first 2", "first 3"]


def test_only_the_last_tasks_stay_with_the_workers(cluster: Cluster) -> None:
    """So that memory does not grow with their number."""
    for number in range(5):
        assert list(cluster.each(jobs.Named(str(number)), [0])) == [f"{number} 0"]
    assert len(cluster.shelf._kept) == KEPT


def test_a_task_lost_since_it_was_last_handed_out_is_sent_again(tmp_path: Path) -> None:
    """Where the only worker has died meanwhile."""
    task = jobs.Named("lost")
    with start(1) as crew:
        assert list(crew.each(task, [1])) == ["lost 1"]
        assert list(crew.each(jobs.DiesOnce(tmp_path, jobs.square, at=1), [3])) == [9]
        assert list(crew.each(task, [2])) == ["lost 2"]


def test_an_endless_supply_is_taken_as_workers_come_free(cluster: Cluster) -> None:
    """No more than a bounded window is out."""
    taken: list[int] = []

    def supply() -> Iterator[int]:
        for n in count():
            taken.append(n)
            yield n

    results = cluster.each(jobs.square, supply())
    assert [next(results) for _ in range(3)] == [0, 1, 4]
    assert len(taken) <= 3 + 2 * AHEAD
    results.close()


def test_closing_gives_up_what_has_not_begun(cluster: Cluster, tmp_path: Path) -> None:
    """And the workers are free for the next task."""
    results = cluster.each(jobs.Leaves(tmp_path), range(100))
    next(results)
    results.close()
    assert list(cluster.each(jobs.square, [5])) == [25]
    assert len(list(tmp_path.iterdir())) < 2 * AHEAD


def test_ctrl_c_gives_up_and_returns(cluster: Cluster, tmp_path: Path) -> None:
    """What is out is let go of at once, and the workers are free for the next task."""

    def supply() -> Iterator[int]:
        for n in range(100):
            if n == 12:
                interrupt_main()
            yield n

    with pytest.raises(KeyboardInterrupt):
        list(cluster.each(jobs.Leaves(tmp_path), supply()))
    assert list(cluster.each(jobs.square, [5])) == [25]
    assert len(list(tmp_path.iterdir())) <= 13


def test_workers_that_go_while_a_task_is_sent_are_waited_for(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is sent again, some times."""
    scatter: Any = cluster.client.scatter
    tried: list[object] = []

    def fail(*args: Any, **options: Any) -> Any:
        tried.append(args)
        if len(tried) < failures:
            raise OSError("the other side has gone")
        return scatter(*args, **options)

    monkeypatch.setattr(cluster.client, "scatter", fail)
    failures = 3
    assert list(cluster.each(jobs.Named("sent"), [1])) == ["sent 1"]
    failures = 100
    with pytest.raises(WorkersFailed, match="all workers were lost 4 times in a row; they may"):
        list(cluster.each(jobs.Named("never"), [1]))


def test_an_error_in_a_piece_is_the_error_it_would_be_here(cluster: Cluster) -> None:
    """Of the same kind, with the same words."""
    with pytest.raises(TooLarge, match="1 is too large"):
        list(cluster.each(jobs.too_large, [1, 2]))


def test_an_assessment_by_a_cluster_is_the_assessment(cluster: Cluster) -> None:
    """Equal in every figure, to the last bit."""
    assert assess(LAYOUT, SAMPLE, CHOSEN, cluster) == assess(LAYOUT, SAMPLE, CHOSEN)
    assert evaluate(LAYOUT, SAMPLE, [CHOSEN], cluster) == evaluate(LAYOUT, SAMPLE, [CHOSEN])


@pytest.mark.parametrize("processes", [1, 2])
def test_a_worker_killed_in_a_piece_changes_no_answer(processes: int, tmp_path: Path) -> None:
    """Its piece is done again, even where nobody else had the task, and all bits are the same."""
    task = Stretch(CASE, SAMPLE, jobs.gate_means)
    with start(processes) as crew:
        found = list(crew.each(jobs.DiesOnce(tmp_path, task, at=2), range(0, 20, 4)))
    assert (tmp_path / "died").exists()
    blocks = [block for part in found for block in part]
    alone = list(measured(CASE, SAMPLE, jobs.gate_means))
    assert [size for size, _ in blocks] == [size for size, _ in alone]
    for (_, one), (_, other) in zip(blocks, alone, strict=True):
        np.testing.assert_array_equal(one, other, strict=True)


def test_a_piece_that_ends_every_worker_is_given_up() -> None:
    """Rather than go on for ever."""
    with start(2) as crew, pytest.raises(WorkersFailed, match=r"too little memory: give them more"):
        list(crew.each(jobs.deadly, range(3, 10)))


def test_losing_everything_again_and_again_is_given_up(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit on how often everything is sent out anew."""
    under_way = work.Work(cluster.client, cluster.shelf, jobs.square)
    under_way.take(2)
    monkeypatch.setattr(work, "ATTEMPTS", 1)
    cluster.client.cancel([under_way.out[0][2]])
    with pytest.raises(WorkersFailed, match="were lost 1 times in a row with pieces 1 to 1 under"):
        under_way.next()


def test_a_scheduler_that_is_gone_is_told() -> None:
    """Once, clearly, and soon."""
    crew = start(1)
    results = crew.each(jobs.square, range(20))
    assert next(results) == 0
    stop: Any = crew.client.cluster
    stop.close()
    with (
        crew,
        pytest.raises(WorkersFailed, match=r"connection to the scheduler .* is lost"),
    ):
        list(results)
