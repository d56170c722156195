"""A constraint: combinations of options that no deal may hold."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from leveltwo.model.base import Id, Noun
from leveltwo.model.issue import Issue
from leveltwo.model.option import OptionRefs

Pattern = Annotated[dict[Id, OptionRefs], Field(min_length=1)]


class Never(Noun):
    """Options that may not stand together."""

    never: Pattern


class IfThen(Noun):
    """Where all of ``if`` holds, all of ``then`` must."""

    if_: Pattern = Field(alias="if")
    then: Pattern


def _kind(raw: Any) -> str | None:
    if isinstance(raw, Never) or (isinstance(raw, dict) and "never" in raw):
        return "<never>"
    if isinstance(raw, IfThen) or (isinstance(raw, dict) and {"if", "then"} & set(raw)):
        return "<if>"
    return None


Constraint = Annotated[
    Annotated[Never, Tag("<never>")] | Annotated[IfThen, Tag("<if>")],
    Discriminator(
        _kind,
        custom_error_type="leveltwo",
        custom_error_message="found no constraint; expected {never: {issue: option, …}} "
        "or {if: {issue: option}, then: {issue: option}}",
    ),
]


def matches(pattern: dict[str, tuple[str, ...]], deal: dict[str, str]) -> bool:
    """Whether a deal holds one of the listed options of every issue named."""
    return all(deal[issue] in options for issue, options in pattern.items())


def allows(constraint: Never | IfThen, deal: dict[str, str]) -> bool:
    """Whether a deal keeps to a constraint."""
    if isinstance(constraint, Never):
        return not matches(constraint.never, deal)
    return not matches(constraint.if_, deal) or matches(constraint.then, deal)


def forbidden(
    constraint: Never | IfThen, issues: dict[str, Issue]
) -> list[dict[str, tuple[str, ...]]]:
    """The combinations a constraint forbids, as patterns no deal may match.

    An if–then forbids, for each issue of ``then``, the condition together with every other
    option of that issue. References to unknown issues are left out.
    """
    if isinstance(constraint, Never):
        return [constraint.never] if set(constraint.never) <= set(issues) else []
    patterns = []
    for issue, good in constraint.then.items():
        if not {issue, *constraint.if_} <= set(issues):
            continue
        before = constraint.if_.get(issue, issues[issue].option_ids)
        bad = tuple(option for option in before if option not in good)
        if bad:
            patterns.append({**constraint.if_, issue: bad})
    return patterns
