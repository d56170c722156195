"""Plans beside the one advised: how they differ, and what is delicate about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leveltwo.advice.guard_rails import grave
from leveltwo.advice.wording.guard_rails import guard_rail_sentences
from leveltwo.advice.wording.names import term
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.recommendation import Option

BY_HAND = (
    "Worth is about chance × gain before cost − cost. It is not so exactly, since the gain counts "
    "only where the plan passes and may differ there."
)
DAGGER = " †"
"""Stands after a move or a term with a warning that the lines below the table give."""


def on_frontier(case: Negotiation, plan: Plan, option: Option) -> str:
    """How a plan of the frontier differs from the one advised, and whether it is proved.

    Moves and terms with a warning beyond form and law bear a dagger.
    """
    marked = marks(case, option.plan)
    shown = difference(case, plan, option.plan, marked)
    if option.plan == plan and any(marked):
        shown += DAGGER
    return shown if option.proved else f"{shown} (best found, not proved)"


def frontier_notes(case: Negotiation, options: Iterable[Option]) -> list[str]:
    """The warnings about moves and terms with a dagger, one line each."""
    found = dict.fromkeys(w for option in options for w in grave(case, option.plan))
    return [f"† {sentence}" for sentence in guard_rail_sentences(case, found)]


Marked = tuple[Collection[str], Collection[tuple[str, str]]]


def marks(case: Negotiation, plan: Plan) -> Marked:
    """The moves and the terms of a plan that bear a dagger."""
    warned = grave(case, plan)
    return {w.move for w in warned if w.move}, {w.term for w in warned if w.term}


def difference(case: Negotiation, plan: Plan, other: Plan, marked: Marked = ((), ())) -> str:
    """How another plan differs from the one advised; what is marked bears a dagger."""
    moves, terms = marked
    changed = [(i, o) for i, o in other.deal.items() if plan.deal[i] != o]
    put = [term(case, *pair) + (DAGGER if pair in terms else "") for pair in changed]
    more = [
        f"+ {case.name('moves', m)}{DAGGER if m in moves else ''}"
        for m in other.moves
        if m not in plan.moves
    ]
    less = [f"− {case.name('moves', m)}" for m in plan.moves if m not in other.moves]
    return "; ".join([*put, *more, *less]) or "the advice"
