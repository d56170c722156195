"""Order: whom to approach first."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from leveltwo.tasks.answer import Answer, Deal, Watch
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling

if TYPE_CHECKING:
    from leveltwo.solve.order import Order


def order(
    source: str,
    deal: Deal | None = None,
    moves: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    *,
    sides: Iterable[str] = (),
    people: Iterable[str] = (),
    watch: Watch | None = None,
) -> Answer[Order | None]:
    """The order of approach that gives a plan its best chance; without a deal, the plan advised.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal of the plan.
    moves : iterable of str
        Its moves.
    sampling : Sampling
        How to sample.
    sides, people : iterable of str
        Only the people of these sides, or only these people, are approached one after the other;
        everybody if neither is named.
    watch : callable or None
        Called while the advised plan is searched for.

    Returns
    -------
    Answer
        Its result is None if no plan is advised.

    Raises
    ------
    PlanError
        If the deal and moves are no plan of this case, moves are given without a deal, or
        somebody is named who does not exist.
    """
    from leveltwo.core.choice import encode
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.model.approached import approached
    from leveltwo.solve.order import approach
    from leveltwo.tasks.plans import given_or_advised

    case = open_case(source)
    asked = approached(case, sides, people)
    plan = given_or_advised(case, source, deal, moves, sampling, watch)
    if plan is None:
        return Answer(source, case, None)
    layout = Layout(case)
    chosen = encode(layout, plan.deal, plan.moves)
    return Answer(source, case, approach(layout, sampling.of(case), chosen, asked))
