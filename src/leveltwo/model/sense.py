"""Whether a case whose names are right also makes sense."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.errors import Problem
from leveltwo.model.following import cycles
from leveltwo.model.names import Names
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.ratings import RESERVED_OPTIONS, unsound
from leveltwo.model.reach import unreachable

RESERVED_ISSUES = ("unless",)
LEAST = {
    "sides": (2, "two or more sides"),
    "issues": (1, "an issue"),
    "constituencies": (2, "two or more constituencies"),
}


def nonsense(case: Negotiation, names: Names) -> Iterator[Problem]:
    """Problems of sides, gates, ratings and follow-links that cannot be meant."""
    for kind, (least, noun) in LEAST.items():
        if len(getattr(case, kind)) < least:
            yield Problem((kind,), f"a negotiation needs {noun}")
    yield from _sides(case)
    for key, who in case.constituencies.items():
        yield from unsound(who, names.issues, ("constituencies", key))
    yield from _reserved(case)
    yield from cycles(case)
    yield from _history(case)


def _sides(case: Negotiation) -> Iterator[Problem]:
    for side_id, side in case.sides.items():
        who = case.constituencies.get(side.negotiator)
        if who is not None and who.side != side_id and who.side in case.sides:
            yield Problem(
                ("sides", side_id, "negotiator"),
                f"“{side.negotiator}” belongs to “{who.side}”; name a constituency of “{side_id}”",
            )
        for gate_id, gate in side.gates.items():
            yield from unreachable(gate.rule, ("sides", side_id, "gates", gate_id, "rule"))


def _reserved(case: Negotiation) -> Iterator[Problem]:
    """Ids that mean something else where options and issues are written as keys."""
    for key, issue in case.issues.items():
        if key in RESERVED_ISSUES:
            yield Problem(("issues", key), f"“{key}” is a key of red lines; choose another id")
        for option in RESERVED_OPTIONS:
            if option in (issue.options or ()):
                yield Problem(
                    ("issues", key, "options", option),
                    f"“{option}” is a key of ratings; choose another id",
                )


def _history(case: Negotiation) -> Iterator[Problem]:
    for issue in case.issues if case.history is not None else ():
        if case.history is not None and issue not in case.history.deal:
            yield Problem(
                ("history", "deal"), f"no option for “{issue}”; choose one for every issue"
            )
