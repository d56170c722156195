"""A plan: a deal and a set of moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leveltwo.errors import PlanError, did_you_mean
from leveltwo.model.deal import Deal
from leveltwo.model.names import option_hint
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.several import several


@dataclass(frozen=True, slots=True)
class Plan:
    """What is proposed and what is done to carry it.

    Parameters
    ----------
    deal : dict
        One option for every issue.
    moves : tuple of str
        Ids of the moves made, each once.
    """

    deal: Deal
    moves: tuple[str, ...] = ()


def read_deal(case: Negotiation, written: Mapping[str, object]) -> Deal:
    """A complete deal from ids as somebody wrote them.

    Raises
    ------
    PlanError
        Naming every issue or option that does not exist and every issue left out.
    """
    wrong, deal = [], {}
    for issue, option in written.items():
        if issue not in case.issues:
            wrong.append(f"no such issue, “{issue}”{did_you_mean(issue, case.issues)}")
            continue
        found = case.issues[issue].find(str(option))
        if found is None:
            known = case.issues[issue].option_ids
            hint = option_hint(case.issues[issue], str(option))
            hint = hint or f"; known: {known[0]} … {known[-1]}"
            wrong.append(f"“{issue}” has no option “{option}”{hint}")
        else:
            deal[issue] = found
    missing = [issue for issue in case.issues if issue not in written]
    if missing:
        wrong.append("no option chosen for " + ", ".join(missing) + "; a deal settles every issue")
    if wrong:
        raise PlanError("; ".join(wrong))
    return {issue: deal[issue] for issue in case.issues}


def read_moves(case: Negotiation, written: Iterable[str]) -> tuple[str, ...]:
    """Moves from ids as somebody wrote them, in the order of the file.

    Raises
    ------
    PlanError
        Naming every move that does not exist.
    """
    named = set(several(written))
    wrong = [m for m in sorted(named) if m not in case.moves]
    if wrong:
        hints = [f"no such move, “{m}”{did_you_mean(m, case.moves)}" for m in wrong]
        raise PlanError("; ".join(hints))
    return tuple(m for m in case.moves if m in named)
