"""Whether the rules about deals and moves leave anything to choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leveltwo.errors import Problem
from leveltwo.model.constraint import Constraint, IfThen, allows
from leveltwo.model.deal import Deal
from leveltwo.model.issue import Issue
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation

SEARCH_LIMIT = 300_000
"""Steps after which a search gives up and supposes that all is well."""


def impossible(case: Negotiation, names: Names) -> Iterator[Problem]:
    """Problems of constraints that leave no deal and of moves that can never be made."""
    rules = [rule for rule in case.constraints if _whole(rule, names.issues)]
    if not _some_deal(rules, names.issues):
        yield Problem(("constraints",), "together they leave no deal; remove or loosen one")
    yield from _contradictions(case)


def named_in(rule: Constraint) -> dict[str, tuple[str, ...]]:
    """The issues that a constraint names, each with every option it mentions."""
    if not isinstance(rule, IfThen):
        return rule.never
    both = {*rule.if_, *rule.then}
    return {key: rule.if_.get(key, ()) + rule.then.get(key, ()) for key in both}


def _whole(rule: Constraint, issues: Mapping[str, Issue]) -> bool:
    """Whether everything that a constraint mentions exists."""
    return all(
        issue in issues and all(issues[issue].has(option) for option in options)
        for issue, options in named_in(rule).items()
    )


def _some_deal(rules: list[Constraint], issues: Mapping[str, Issue]) -> bool:
    """Search for one allowed deal by backtracking over the issues that constraints name."""
    named = {issue for rule in rules for issue in named_in(rule)}
    order = [issue for issue in issues if issue in named]
    rank = {issue: i for i, issue in enumerate(order)}
    due: list[list[Constraint]] = [[] for _ in order]
    for rule in rules:
        due[max(rank[issue] for issue in named_in(rule))].append(rule)
    deal: Deal = {}
    tries = [issues[issue].each_option() for issue in order[:1]]
    steps = 0
    while tries and steps < SEARCH_LIMIT:
        here = len(tries) - 1
        option = next(tries[-1], None)
        if option is None:
            tries.pop()
            continue
        deal[order[here]] = option
        steps += 1 + len(due[here])
        if all(allows(rule, deal) for rule in due[here]):
            if len(tries) == len(order):
                return True
            tries.append(issues[order[here + 1]].each_option())
    return not order or bool(tries)


def _contradictions(case: Negotiation) -> Iterator[Problem]:
    """Moves that come with two that exclude each other; only where the trouble starts."""
    for key, move in case.moves.items():
        if key in move.excludes:
            yield Problem(("moves", key, "excludes"), f"“{key}” excludes itself; remove it")
    needed = _all_needed(case)
    clashes = {key: _clash(case, together) for key, together in needed.items()}
    for key, clash in clashes.items():
        earlier = (
            one != key and clashes.get(one) and (key not in needed[one] or one < key)
            for one in needed[key]
        )
        if clash and not any(earlier):
            yield Problem(("moves", key), _never(key, *clash))


def _never(key: str, one: str, other: str) -> str:
    comes = " and ".join(f"“{move}”" for move in (one, other) if move != key)
    return (
        f"it can never be made: it needs {comes}, and “{one}” excludes “{other}”; "
        "remove one of these links"
    )


def _all_needed(case: Negotiation) -> dict[str, set[str]]:
    """Every move with all that it needs, directly or through others."""
    found: dict[str, set[str]] = {}
    steps = 0
    for key in case.moves:
        together, open_ = {key}, [key]
        while open_ and steps < SEARCH_LIMIT:
            needs = case.moves[open_.pop()].needs
            steps += 1 + len(needs)
            more = {other for other in needs if other in case.moves} - together
            together |= more
            open_ += more
        found[key] = together
    return found if steps < SEARCH_LIMIT else {}


def _clash(case: Negotiation, together: set[str]) -> tuple[str, str] | None:
    pairs = (
        (one, other)
        for one in sorted(together)
        for other in sorted(case.moves[one].excludes)
        if other in together and other != one
    )
    return next(pairs, None)
