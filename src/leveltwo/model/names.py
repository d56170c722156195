"""The ids that a case defines, against which every reference is checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from leveltwo.errors import Path, Problem, did_you_mean
from leveltwo.model.issue import Issue
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.passing_over import as_gate

GATES = "gates"
NOUN = {
    "sides": "side",
    "issues": "issue",
    "constituencies": "constituency",
    "moves": "move",
    "events": "event",
    "resources": "resource",
}


@dataclass(frozen=True)
class Names:
    """Known ids, by kind.

    Parameters
    ----------
    ids : dict
        For each kind its ids, gates as ``side.gate``, those of broken nouns included, so that
        one mistake is not reported twice; None if they cannot be known, and any id may be right.
    issues : dict
        The issues that are whole, whose options are known.
    """

    ids: Mapping[str, Collection[str] | None]
    issues: Mapping[str, Issue]

    @classmethod
    def of(cls, case: Negotiation) -> Names:
        """The ids of a negotiation."""
        gates = [f"{side}.{gate}" for side, part in case.sides.items() for gate in part.gates]
        return cls({**{kind: getattr(case, kind) for kind in NOUN}, GATES: gates}, case.issues)

    def unknown(self, kind: str, name: str, path: Path) -> Iterator[Problem]:
        """A problem if no noun of that kind has the id."""
        known = self.ids[kind]
        if known is not None and name not in known:
            hint = did_you_mean(name, known) if known else f"; the file defines no {kind}"
            yield Problem(path, f"no such {NOUN[kind]}, “{name}”{hint}")

    def unknown_moment(self, moment: str, path: Path) -> Iterator[Problem]:
        """A problem if no event, move or gate is named so."""
        kinds = (self.ids[kind] for kind in ([GATES] if "." in moment else ["events", "moves"]))
        known = [None if ids is None else list(ids) for ids in kinds]
        if any(ids is None or moment in ids for ids in known):
            return
        gates = list(self.ids[GATES] or ())
        meant = [gate for gate in gates if gate.partition(".")[2] == moment]
        others = [name for ids in known for name in ids or ()]
        hint = f"; a gate is written “{meant[0]}”" if meant else did_you_mean(moment, others)
        what = "gate" if "." in moment else "event or move"
        yield Problem(path, f"no such {what}, “{moment}”{hint}")

    def unknown_passed_over(self, written: str, path: Path) -> Iterator[Problem]:
        """A problem if there is no such constituency, or no such gate (``side.gate``)."""
        if as_gate(written) is not None:
            yield from self.unknown_moment(written, path)
        else:
            yield from self.unknown("constituencies", written, path)

    def unknown_option(self, issue: str, option: str, path: Path) -> Iterator[Problem]:
        """A problem if the issue, or the option of it, does not exist."""
        if issue not in self.issues:
            yield from self.unknown("issues", issue, path)
        elif not self.issues[issue].has(option):
            hint = option_hint(self.issues[issue], option)
            yield Problem(path, f"no such option, “{option}”{hint}")

    def unknown_options(
        self, pattern: Mapping[str, tuple[str, ...]], path: Path
    ) -> Iterator[Problem]:
        """Problems of a mapping of issues to the options listed for each."""
        for issue, options in pattern.items():
            for option in options if issue in self.issues else options[:1]:
                yield from self.unknown_option(issue, option, (*path, issue))


def option_hint(issue: Issue, option: str) -> str:
    """What the options are, or which is meant."""
    if not issue.numeric:
        return did_you_mean(option, issue.option_ids)
    low, high = issue.ends
    return f"; the numbers run from {low} to {high} by {issue.step:g}"
