"""Whether a constituency's ratings cover the issues that it rates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leveltwo.errors import Path, Problem, closest, did_you_mean
from leveltwo.model.constituency import Constituency, Rating
from leveltwo.model.issue import Issue

RESERVED_OPTIONS = ("weight", "points")


def unsound(who: Constituency, issues: Mapping[str, Issue], path: Path) -> Iterator[Problem]:
    """Problems of weights, ratings and of a no deal that is written as a deal."""
    if all(rating.weight.best == 0 for rating in who.values.values()):
        yield Problem((*path, "values"), "every weight is 0; at least one must be above 0")
    for issue_id, rating in who.values.items():
        if issue_id in issues:
            check = _numeric if issues[issue_id].numeric else _named
            yield from check(rating, issues[issue_id], (*path, "values", issue_id))
    if isinstance(who.no_deal, dict):
        for issue_id in who.values:
            if issue_id in issues and issue_id not in who.no_deal:
                yield Problem(
                    (*path, "no_deal"), f"it does not say which option of “{issue_id}” it is like"
                )


def _named(rating: Rating, issue: Issue, path: Path) -> Iterator[Problem]:
    if rating.points is not None:
        yield Problem(
            (*path, "points"), "points belong to numeric issues; rate each option instead"
        )
        return
    strange = [option for option in rating.options if not issue.has(option)]
    for option in strange:
        hint = did_you_mean(option, issue.option_ids)
        yield Problem((*path, option), f"no such option, “{option}”{hint}")
    for option in _unrated(rating, issue, strange):
        yield Problem(path, f"no rating for “{option}”; rate every option")


def _unrated(rating: Rating, issue: Issue, strange: list[str]) -> list[str]:
    """Options without a rating, but for those that a strange key may have been meant for."""
    meant = [closest(option, issue.option_ids) for option in strange]
    known = {*rating.options, *meant, *RESERVED_OPTIONS}
    unrated = [option for option in issue.option_ids if option not in known]
    return unrated if len(unrated) > meant.count(None) else []


def _numeric(rating: Rating, issue: Issue, path: Path) -> Iterator[Problem]:
    for option in rating.options:
        yield Problem(
            (*path, option),
            f"“{option}” stands beside a numeric issue; write points: {{number: rating}}",
        )
    low, high = issue.ends
    if rating.points is None:
        if not rating.options:
            yield Problem(path, f"no points; rate at least {low} and {high}")
        return
    for end in (low, high):
        if end not in rating.points:
            yield Problem(
                (*path, "points"),
                f"no point at {end}; points must cover the ends, {low} and {high}",
            )
    for number in rating.points:
        if not float(low) <= float(number) <= float(high):
            yield Problem(
                (*path, "points", number),
                f"{number} lies outside the issue’s range, {low} to {high}",
            )
