"""Map the deals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from leveltwo.errors import InputError
from leveltwo.tasks.answer import Answer, Progress, check_share
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.seen import seen
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.core.mapping import Map


def map_deals(  # noqa: PLR0913
    source: str,
    moves: Iterable[str] = (),
    confidence: float = 0.5,
    sampling: Sampling = AS_WRITTEN,
    progress: Progress | None = None,
    workers: Workers = HERE,
    *,
    longest: float | None = None,
    today: dt.date | None = None,
) -> Answer[Map]:
    """Which deals each side could get approved, and which of them negotiators would pick.

    Where there are too many deals to look at each, the sizes of win-sets are estimated.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    moves : iterable of str
        Moves in force.
    confidence : float
        Chance at which a deal counts as passing, above 0 and below 1.
    sampling : Sampling
        How to sample.
    progress : callable or None
        Called with the combinations of options looked at, and with all there are.
    workers : Workers
        Who does it.
    longest : float or None
        Seconds that looking at each deal may take, very roughly, on one processor, before sizes
        are estimated instead; None for half an hour.
    today : datetime.date or None
        A day from which the case is seen, as in `advise`; None: as written.

    Raises
    ------
    InputError
        If the confidence is no such chance.
    """
    from leveltwo.core.blocks import LONGEST
    from leveltwo.core.layout import Layout
    from leveltwo.core.mapping import is_endless
    from leveltwo.core.mapping import map_deals as map_all
    from leveltwo.core.winset_size import estimate_map
    from leveltwo.io.catalog import open_case
    from leveltwo.model.planning import named_moves

    case = seen(open_case(source), today).case
    named = named_moves(case, moves)
    check_share("confidence", confidence)
    if confidence in (0, 1):
        raise InputError(f"confidence is {confidence:g}; expected a chance above 0 and below 1")
    layout, sample = Layout(case), sampling.of(case)
    most = LONGEST if longest is None else min(longest, LONGEST)
    draw = estimate_map if is_endless(layout, sample, most) else map_all
    with workers.crew() as crew:
        result = draw(layout, sample, named, confidence, progress, crew)
    return Answer(source, case, result)
