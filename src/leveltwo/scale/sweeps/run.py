"""Sweep: one question put to every point, kept as the answers come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from leveltwo.core.crew import Crew
from leveltwo.scale.sweeps.ask import Ask, Row
from leveltwo.scale.sweeps.columns import FIRST, OF_PLAN, OF_SEARCH, Key, columns, key_of, values
from leveltwo.scale.sweeps.design import Design, design
from leveltwo.scale.sweeps.document import digest, read_document
from leveltwo.scale.sweeps.question import in_a_line, sensible
from leveltwo.scale.sweeps.store import Store
from leveltwo.scale.sweeps.sweep import Sweep
from leveltwo.scale.sweeps.swept import Swept
from leveltwo.version import VERSION

Progress = Callable[[int, int], None]


def run(
    source: str,
    sweep: Sweep,
    out: Path | None = None,
    crew: Crew | None = None,
    progress: Progress | None = None,
    *,
    afresh: bool = False,
) -> Swept:
    """Ask at every point.

    Parameters
    ----------
    source : str
        A case file or the name of a bundled case.
    sweep : Sweep
        The question, and what varies.
    out : Path or None
        Where the table goes. Points that are there already are not asked again.
    crew : Crew or None
        Who does it, one point a piece; None for this thread.
    progress : callable or None
        Called with the points done and all points.
    afresh : bool
        Whether to replace what is there.

    Raises
    ------
    InputError
        If the sweep does not fit the case, or the output does not fit the sweep.
    TooLarge
        If there are too many points.
    """
    document, case = read_document(source)
    sensible(case, sweep)
    plan = design(document, case, sweep)
    identity: Row = {
        "version": VERSION,
        "case": digest(document),
        "question": in_a_line(sweep),
    }
    store = Store(out, identity, plan.names, afresh=afresh)
    known = store.known(set(plan.distinct()))
    ask = Ask(document, plan.paths, sweep, threads=None if crew is None else 1)
    answers = {**known, **_ask(ask, plan, known, store, crew, progress)}
    expected = OF_SEARCH if sweep.deal is None else OF_PLAN
    found = columns(plan.names, [answers[key_of(point)] for point in plan.points], expected)
    rows = tuple(_rows(plan, answers, identity, found))
    store.finish(found, rows)
    return Swept(sweep, in_a_line(sweep), plan.names, tuple(found), rows, len(known))


def _rows(
    plan: Design, answers: Mapping[Key, Row], identity: Row, found: Sequence[str]
) -> Iterator[Row]:
    """The table: a cell for every column, None where it is empty."""
    for i, point in enumerate(plan.points):
        row = {FIRST: i + 1, **values(plan.names, point), **answers[key_of(point)], **identity}
        yield {name: row.get(name) for name in found}


def _ask(
    ask: Ask,
    plan: Design,
    known: Mapping[Key, Row],
    store: Store,
    crew: Crew | None,
    progress: Progress | None,
) -> dict[Key, Row]:
    """Answers at the points that are not known yet, each kept as it comes."""
    open_ = {key: point for key, point in plan.distinct().items() if key not in known}
    points = list(open_.values())
    came = map(ask, points) if crew is None else crew.each(ask, points)
    answers: dict[Key, Row] = {}
    try:
        for key, row in zip(open_, came, strict=True):
            answers[key] = row
            store.add(key, row)
            if progress is not None:
                progress(len(known) + len(answers), len(known) + len(open_))
    finally:
        store.pause()
    return answers
