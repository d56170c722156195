"""Sweep: one question to many variants of a case."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING

from leveltwo.tasks.answer import Answer, Progress
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.scale.sweeps.sweep import Sweep
    from leveltwo.scale.sweeps.swept import Swept


def sweep(
    source: str,
    wanted: Sweep,
    file: str | None = None,
    out: str | None = None,
    workers: Workers = HERE,
    progress: Progress | None = None,
    *,
    afresh: bool = False,
) -> Answer[Swept]:
    """One question to many variants of a case.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    wanted : Sweep
        What to ask, and where the case varies.
    file : str or None
        A sweep file that says the rest.
    out : str or None
        Where the table goes, CSV or Parquet by its suffix. Points that are there already are
        not asked again.
    workers : Workers
        Who does it, one point a piece; this thread unless told.
    progress : callable or None
        Called with the points done and all points.
    afresh : bool
        Whether to replace the table that is there.
    """
    from pathlib import Path

    from leveltwo.io.catalog import open_case
    from leveltwo.scale.sweeps.run import run
    from leveltwo.scale.sweeps.sweep import read_sweep

    asked = wanted if file is None else wanted.over(read_sweep(Path(file)))
    table = None if out is None else Path(out)
    with nullcontext() if workers == HERE else workers.crew() as crew:
        swept = run(source, asked, table, crew, progress, afresh=afresh)
    return Answer(source, open_case(source), swept)
