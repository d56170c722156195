"""All deals and all plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import Any

from tests.oracle import margins
from tests.oracle.margins import Deal
from tests.oracle.rules import gates, standing
from tests.oracle.settle import Doc

Plan = tuple[Deal, tuple[str, ...]]
ASK_FIRST = ("direct_dealing", "joint_action")


def options(issue: Doc) -> list[Any]:
    """Options of an issue: ids, or the numbers from one end to the other."""
    if "options" in issue:
        return list(issue["options"])
    start, stop, step = (Fraction(str(issue[key])) for key in ("from", "to", "step"))
    numbers = [start + step * count for count in range(int((stop - start) / step) + 1)]
    return [int(number) if number.denominator == 1 else float(number) for number in numbers]


def deals(doc: Doc) -> list[Deal]:
    """Every deal that the constraints allow."""
    names = list(doc["issues"])
    choices = product(*(options(doc["issues"][name]) for name in names))
    every = (dict(zip(names, choice, strict=True)) for choice in choices)
    return [deal for deal in every if allowed(doc, deal)]


def allowed(doc: Doc, deal: Deal) -> bool:
    """Whether a deal keeps every constraint."""
    return all(_keeps(deal, constraint) for constraint in doc.get("constraints", []))


def _keeps(deal: Deal, constraint: Doc) -> bool:
    if "never" in constraint:
        return not margins.matches(deal, constraint["never"])
    if margins.matches(deal, constraint["if"]):
        return margins.matches(deal, constraint["then"])
    return True


def goes_together(doc: Doc, deal: Deal, moves: Sequence[str]) -> bool:
    """Whether moves and a deal form a plan: constraints, needs, excludes, terms, resources."""
    chosen = {name: doc["moves"][name] for name in moves}
    return (
        allowed(doc, deal)
        and all(needed in chosen for move in chosen.values() for needed in move.get("needs", []))
        and not any(shut in chosen for move in chosen.values() for shut in move.get("excludes", []))
        and all(margins.matches(deal, move.get("only_with", {})) for move in chosen.values())
        and _affordable(doc, list(chosen.values()))
    )


def _affordable(doc: Doc, moves: list[Doc]) -> bool:
    """Whether all moves together stay within every resource; one without a limit has none."""
    for name, limit in doc.get("resources", {}).items():
        used = sum(Fraction(str(move.get("resources", {}).get(name, 0))) for move in moves)
        if used > Fraction(str(limit)):
            return False
    return True


def proper(doc: Doc, move: Doc) -> bool:
    """Whether a move may be recommended: consent is there, and it deceives nobody who votes."""
    usual = "required" if move.get("device") in ASK_FIRST else "not_needed"
    asked = {who for gate in gates(doc).values() for who in standing(gate.rule)}
    return move.get("consent", usual) != "required" and asked.isdisjoint(move.get("deceives", []))


def advisable(doc: Doc, side: str) -> list[str]:
    """A side's own moves that may be recommended, in the order of their ids."""
    moves = doc.get("moves", {})
    return sorted(name for name in moves if moves[name]["by"] == side and proper(doc, moves[name]))


def subsets(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every subset, smaller ones first."""
    for size in range(len(names) + 1):
        yield from combinations(names, size)


def plans(doc: Doc, moves: Sequence[str] | None = None) -> Iterator[Plan]:
    """Every plan: all deals with all subsets of the moves (all of them unless told)."""
    names = sorted(doc.get("moves", {})) if moves is None else list(moves)
    for deal in deals(doc):
        for chosen in subsets(names):
            if goes_together(doc, deal, chosen):
                yield deal, chosen
