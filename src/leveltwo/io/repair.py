"""Finding every problem of a file: take out what is broken and look at the rest.

Validation stops at the first layer that is broken. So that all mistakes of a file are
reported at once, broken parts are cut out, one layer at a time, until what is left has the
right shape; then its names and its sense are checked as well. Problems that are there only
because something was cut out are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from leveltwo.errors import Path, Problem
from leveltwo.io.harmless import REQUIRED, entry_like
from leveltwo.io.library import unlinked
from leveltwo.io.messages import as_id, explain, meant
from leveltwo.io.node import Found, Node
from leveltwo.model.base import show
from leveltwo.model.names import GATES, NOUN, Names
from leveltwo.model.negotiation import FORMAT, Negotiation
from leveltwo.model.review import errors as review_broken
from leveltwo.model.review import problems as review

ROUNDS = 12
MOST_PROBLEMS = 500
"""Beyond this many, naming more would take long and help nobody."""


def diagnose(root: Node) -> tuple[Negotiation | None, list[Problem]]:
    """The negotiation in a tree, if it has the right shape, and every problem of it.

    Returns
    -------
    tuple
        The negotiation (None unless its shape is right) and its problems, unplaced.
    """
    if not isinstance(root.value, dict):
        message = f"found {show(root.plain())}; expected a mapping that begins “format: {FORMAT}”"
        return None, [Problem((), message)]
    shape = _shape(root)
    if isinstance(shape, Negotiation):
        return shape, _first(chain(review(shape), unlinked(shape)))
    return None, _first(_Repair(root).problems(shape))


def _shape(root: Node) -> Negotiation | list[ErrorDetails]:
    try:
        return Negotiation.model_validate(root.plain())
    except ValidationError as error:
        errors = error.errors(include_url=False)
    # A list none of whose items is right is called too short as well.
    return [e for e in errors if e["type"] != "too_short" or not e["input"]]


def _first(problems: Iterator[Problem]) -> list[Problem]:
    found = list(islice(problems, MOST_PROBLEMS + 1))
    if len(found) > MOST_PROBLEMS:
        found[-1] = Problem(
            (), f"more than {MOST_PROBLEMS} problems; only {MOST_PROBLEMS} are listed"
        )
    return found


class _Repair:
    """A copy of the tree in which broken parts are cut out or replaced.

    ``touched`` holds the path of everything that was changed and of everything around it,
    ``supplied`` the paths of what was put in where something required was missing.
    """

    def __init__(self, root: Node) -> None:
        self.root = root
        self.work = root.copy()
        self.touched: set[Path] = set()
        self.supplied: set[Path] = set()

    def problems(self, errors: list[ErrorDetails]) -> Iterator[Problem]:
        for _ in range(ROUNDS):
            yield from self._structural(errors)
            self._mend(errors)
            shape = _shape(self.work)
            if isinstance(shape, Negotiation):
                yield from self._semantic(shape)
                return
            errors = shape

    def _structural(self, errors: list[ErrorDetails]) -> Iterator[Problem]:
        lacking = {error["loc"][:-1] for error in errors if error["type"] == "missing"}
        told = {meant(error) for error in errors if error["loc"][:-1] in lacking}
        told |= {error["loc"][:-1] for error in errors if error["loc"][-1:] == ("[key]",)}
        for error in errors:
            path = self.work.find(error["loc"]).path
            if error["loc"] not in told and not self._is_consequence(path):
                yield Problem(path, explain(error))

    def _semantic(self, case: Negotiation) -> Iterator[Problem]:
        whole = {k: issue for k, issue in case.issues.items() if ("issues", k) not in self.touched}
        ids = {**{kind: self._ids(kind) for kind in NOUN}, GATES: self._gates()}
        for problem in review_broken(case, Names(ids, whole)):
            path = self.work.find(problem.path).path
            if not self._is_consequence(path):
                yield Problem(path, problem.message, problem.severity)

    def _ids(self, kind: str) -> dict[str, Any] | None:
        """Ids of a kind in the file, broken nouns included; None if they cannot be known."""
        nouns = self.root.value.get(kind)
        if nouns is None:
            return None if (kind,) in self.touched else {}
        if not isinstance(nouns.value, dict):
            return None
        written = [str(key) for key in nouns.value]
        # Where only capitals are wrong in an id, it is not wrong to name it as it should be.
        small = [key.lower() for key in written if key.lower() == as_id(key)]
        return dict.fromkeys([*written, *small])

    def _gates(self) -> list[str] | None:
        """Gates as ``side.gate``, broken ones included; None if they cannot be known."""
        sides = self.root.value.get("sides")
        if sides is None or not isinstance(sides.value, dict):
            return None
        found: list[str] = []
        for key, side in sides.value.items():
            gates = side.value.get("gates") if isinstance(side.value, dict) else None
            if gates is None or not isinstance(gates.value, dict):
                return None
            found += [f"{key}.{gate}" for gate in gates.value]
        return found

    def _is_consequence(self, path: Path) -> bool:
        """Whether a problem may be due to a change alone.

        It is around what was changed, or in what was supplied. A gate without its own
        ``rule`` is one with it, and what a rule asks for depends on all of the rule.
        """
        around = path[:-1] if path[-1:] in _OF_RULES else path
        if path in self.touched or around in self.touched:
            return True
        return any(path[:length] in self.supplied for length in range(1, len(path) + 1))

    def _mend(self, errors: list[ErrorDetails]) -> None:
        """Supply what is missing, replace entries whose key may matter, cut out the rest."""
        cuts: dict[tuple[int, Any], tuple[Node, Any]] = {}
        for error, place in [(error, self.work.find(error["loc"])) for error in errors]:
            if error["type"] in {"missing", "too_short"} and self._supply(error, place):
                continue
            unknown = error["type"] == "extra_forbidden"
            harmless = entry_like(error)
            node, key = place.trail[-1]
            if harmless is not None and (id(node), key) not in cuts:
                node.value[key] = Node.of(harmless, node.value[key])
                self._touch(place.path[:-1])
                continue
            cuts[id(node), key] = node, key
            self._touch(self.work.find(meant(error)).path if unknown else place.path)
        for node, key in sorted(cuts.values(), key=_last_first):
            del node.value[key]
            if isinstance(node.value, list):
                del node.indices[key]

    def _supply(self, error: ErrorDetails, place: Found) -> bool:
        """Put something harmless where a required key is missing or empty."""
        name = str(error["loc"][-1])
        trail = place.trail[:-1] if error["type"] == "too_short" else place.trail
        parent = trail[-1][0].value[trail[-1][1]] if trail else self.work
        if name not in REQUIRED or not isinstance(parent.value, dict):
            return False
        parent.value[name] = Node.of(REQUIRED[name], parent)
        self._touch(place.path)
        self.supplied.add(place.path)
        return True

    def _touch(self, path: Path) -> None:
        self.touched.update(path[:length] for length in range(1, len(path) + 1))


_OF_RULES = {("rule",), ("need",), ("at_least",), ("votes",)}


def _last_first(target: tuple[Node, Any]) -> int:
    node, key = target
    return -key if isinstance(node.value, list) else 0
