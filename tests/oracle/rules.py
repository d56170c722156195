"""Gates: who stands in them, and whether votes get through. All in exact fractions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from tests.oracle.settle import Doc

Vote = Literal["for", "against", "abstain"]
Rule = str | Doc
Members = Mapping[str, Sequence[Vote]]


@dataclass(frozen=True)
class Gate:
    """A gate as written, taken apart."""

    rule: Rule
    date: str | None
    implementation: bool


def read_gate(written: Rule) -> Gate:
    """Take a gate apart; its rule stands under ``rule`` or beside ``date``."""
    if isinstance(written, str):
        return Gate(written, None, False)
    rule = {key: written[key] for key in written if key not in ("date", "implementation", "name")}
    date = written.get("date")
    return Gate(
        rule.get("rule", rule),
        None if date is None else str(date),
        bool(written.get("implementation", False)),
    )


def gates(doc: Doc) -> dict[tuple[str, str], Gate]:
    """Every gate by side and name, in the order of the file."""
    return {
        (side, name): read_gate(written)
        for side, about in doc["sides"].items()
        for name, written in about["gates"].items()
    }


def standing(rule: Rule) -> set[str]:
    """Constituencies that stand in a rule."""
    if isinstance(rule, str):
        return {rule}
    if "unless" in rule:
        return standing(rule["unless"])
    if "votes" in rule:
        return set(rule["votes"])
    return set().union(*(standing(part) for part in _parts(rule)))


def _parts(rule: Doc) -> list[Rule]:
    key = next(key for key in ("all", "any", "of") if key in rule)
    parts: list[Rule] = rule[key]
    return parts


def passes(rule: Rule, votes: Mapping[str, Vote], members: Members | None = None) -> bool:
    """Whether votes get through a rule.

    Parameters
    ----------
    rule : Rule
        A constituency's id or one of the forms of the grammar.
    votes : mapping of constituency to vote
        Each one's own vote, which counts where it is named alone.
    members : mapping of constituency to votes, optional
        Votes of equal parts of a bloc whose members differ, which count in ``votes``.
        A constituency that is not in it votes as one.

    Returns
    -------
    bool
        True if the rule passes.
    """
    if isinstance(rule, str):
        return votes[rule] == "for"
    if "unless" in rule:
        return not _reached(rule["unless"], "against", votes, members or {})
    if "votes" in rule:
        return _reached(rule, "for", votes, members or {})
    parts = _parts(rule)
    passed = sum(passes(part, votes, members) for part in parts)
    needed = len(parts) if "all" in rule else 1 if "any" in rule else rule["at_least"]
    return bool(passed >= needed)


def _reached(rule: Doc, wanted: Vote, votes: Mapping[str, Vote], members: Members) -> bool:
    """Whether the votes wanted reach need, quorum and approval."""
    every = tally(rule["votes"], votes, members)
    total = sum(every.values(), Fraction(0))
    cast = every["for"] + every["against"]
    won = every[wanted]
    base = cast if rule.get("base") == "cast" else total
    return (
        _enough(rule["need"], won, base)
        and cast >= Fraction(str(rule.get("quorum", 0))) * total
        and won >= Fraction(str(rule.get("approval", 0))) * total
    )


def _enough(need: Any, won: Fraction, base: Fraction) -> bool:
    if need == "majority":
        return won > base / 2
    if isinstance(need, str) and "/" in need:
        return won >= Fraction(need) * base
    return won >= Fraction(str(need))


def tally(weights: Doc, votes: Mapping[str, Vote], members: Members) -> dict[Vote, Fraction]:
    """Exact numbers of votes for, against and abstaining."""
    counts: dict[Vote, Fraction] = {vote: Fraction(0) for vote in ("for", "against", "abstain")}
    for name, weight in weights.items():
        parts = members.get(name, [votes[name]])
        for vote in parts:
            counts[vote] += Fraction(str(weight)) / len(parts)
    return counts
