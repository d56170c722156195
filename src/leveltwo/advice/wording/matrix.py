"""Headings, keys and cells of the matrix of moves and audiences."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_uppercase

from leveltwo.advice.wording.figures import listed, points
from leveltwo.advice.wording.names import gate_name, people, person
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Heard, Spill, Spillover
from leveltwo.model.negotiation import Negotiation

NOTHING_TO_SPILL = "The case has no move to ask about, so there is nothing to spill over."
CHANGES = "What each move changes"
WHOLE = ("all gates", "worth")
CUT = 0.0005
"""Changes of a chance that are shown as none."""


def matrix_sentence(*, advised: bool, found: bool) -> str:
    """What the matrix is about, and how to read it."""
    plan = "the plan named"
    if advised:
        plan = "the plan advised" if found else "the plan with the best chance; none is advised"
    return (
        f"Each move against {plan}: what it does there (moves in the plan are marked •; the others "
        "as if added). Points are means over all draws, with the chance that the move fails and "
        "what is discounted because it visibly comes from another side; in brackets, what would be "
        "added if the move did not come too late for them. An empty cell: no effect."
    )


def move_cell(case: Negotiation, spill: Spill) -> str:
    """A move, marked if the plan holds it."""
    return ("• " if spill.made else "") + case.name("moves", spill.move)


def points_title(case: Negotiation, side: str) -> str:
    """The heading of what moves add to the margins of one side's people."""
    ours = ", our own side" if side == case.viewpoint else ""
    return f"{case.name('sides', side)}{ours}: points added to margins"


def points_cell(heard: Heard | None) -> str:
    """What a move adds to one margin."""
    if heard is None:
        return ""
    return f"({points(heard.points)})" if heard.late else points(heard.points)


def shift_cell(change: float, sample: Sample) -> str:
    """By how much a chance changes, in percentage points; in the certain case, which way."""
    if abs(change) < CUT:
        return ""
    if sample.certain:
        return "wins" if change > 0 else "loses"
    return points(100 * change)


def changes_title(sample: Sample) -> str:
    """The heading of what moves change at gates."""
    unit = "gates won or lost" if sample.certain else "chances in percentage points"
    return f"{CHANGES}: {unit}; worth in points"


def audience_names(case: Negotiation, side: str, found: Spillover) -> dict[str, str]:
    """The people of a side whom some move touches, by name."""
    touched = {who for spill in found.spills for who in spill.heard}
    members = [who for who, about in case.constituencies.items() if about.side == side]
    return {who: person(case, who) for who in members if who in touched}


def gate_names(case: Negotiation, found: Spillover) -> dict[tuple[str, str], str]:
    """Every gate whose chance some move changes, with its side, ours first."""
    changes = [change for spill in found.spills if (change := spill.change) is not None]
    return {
        (side, gate): f"{gate_name(case, side, gate)} ({case.name('sides', side)})"
        for side in sorted(case.sides, key=lambda side: side != case.viewpoint)
        for gate in case.sides[side].gates
        if any(shift_cell(change.gates[side, gate], found.sample) for change in changes)
    }


def letters(number: int) -> list[str]:
    """Letters to head so many columns."""
    return list(ascii_uppercase[:number])


def key_sentence(names: Iterable[str]) -> str:
    """What the letters above columns stand for."""
    every = list(names)
    return "; ".join(f"{a} {name}" for a, name in zip(letters(len(every)), every, strict=True))


def besides_lines(case: Negotiation, found: Spillover) -> list[str]:
    """What a matrix cannot show: moves that come along, come too late, or cannot be added."""
    lines = []
    for spill in found.spills:
        said = [*_late(case, spill), *_along(case, spill), *_conflicts(spill)]
        if said:
            lines.append(f"• {case.name('moves', spill.move)}: {'; '.join(said)}.")
    return ["Besides:", *lines] if lines else []


def _late(case: Negotiation, spill: Spill) -> list[str]:
    payer = case.sides[case.moves[spill.move].by].negotiator
    late = [who for who, heard in spill.heard.items() if heard.late and who != payer]
    return [f"too late for {listed(people(case, late))}"] if late else []


def _along(case: Negotiation, spill: Spill) -> list[str]:
    along = listed([f"“{case.name('moves', m)}”" for m in spill.along])
    how = "without it these go too" if spill.made else "it needs these, which are counted with it"
    return [f"{how}: {along}"] if along and not spill.conflicts else []


def _conflicts(spill: Spill) -> list[str]:
    return [f"cannot be added: {'; '.join(spill.conflicts)}"] if spill.conflicts else []
