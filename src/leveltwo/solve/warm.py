"""Compiling the inner loops before they are needed, and knowing whether they are."""

from __future__ import annotations

import numpy as np

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.deals import all_deals
from leveltwo.core.layout import Layout
from leveltwo.core.pareto import frontier
from leveltwo.core.sample import sample_of
from leveltwo.core.winset import chances
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.objective import Objective
from leveltwo.solve.optimise import optimise

LAST = ("count_block", "sift", "anneal", "explore")
"""Loops that are compiled after all those they call."""

_SMALLEST = {
    "format": "leveltwo/1",
    "title": "The smallest negotiation",
    "viewpoint": "a",
    "sides": {s: {"negotiator": f"{s}1", "gates": {"yes": f"{s}1"}} for s in "ab"},
    "issues": {"price": {"from": 0, "to": 1, "step": 1}},
    "constituencies": {
        f"{s}1": {"side": s, "no_deal": 10,
                  "values": {"price": {"weight": 1, "points": {0: 20, 1: 80}}}}
        for s in "ab"
    },
    "moves": {"gift": {"by": "a", "effects": {"b1": 5}}},
}  # fmt: skip


def is_warm() -> bool:
    """Whether the compiled loops have been kept from an earlier run."""
    from leveltwo.core.compiled import is_kept

    return all(is_kept(loop) for loop in LAST)


def warm() -> None:
    """Compile every inner loop by using it once on the smallest negotiation."""
    from leveltwo.core.compiled import tidy

    case = Negotiation.model_validate(_SMALLEST)
    layout = Layout(case)
    table = compile_table(layout, sample_of(case, draws=2).all_at_once(case))
    chances(table, all_deals(layout), ())
    for sides in (2, 3, 4):
        frontier(np.eye(sides))
    optimise(table, Objective(), starts=(encode(layout, {"price": "0"}),))
    tidy()
