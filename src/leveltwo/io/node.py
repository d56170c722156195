"""A value of a document and its place: what a YAML tree is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from leveltwo.errors import Path
from leveltwo.model.number import number_text

Key = str | bool | None
Place = tuple[int, int]


@dataclass(slots=True)
class Node:
    """A value and its place, line and column counted from 1.

    Parameters
    ----------
    value : scalar, list of Node or dict of Node
        The value.
    line, column : int
        Where it stands.
    keys : dict
        For a dict: where its keys stand.
    indices : list of int
        For a list: the place in the document of each item, which differs from its place
        in the list once others have been cut out.
    height : int
        How deep values nest in it; 0 for a scalar.
    """

    value: Any
    line: int
    column: int
    keys: dict[Key, Place] = field(default_factory=dict)
    indices: list[int] = field(default_factory=list)
    height: int = 0

    @classmethod
    def of(cls, plain: Any, at: Node) -> Node:
        """The tree of a plain value, all of it at another node's place."""
        if isinstance(plain, dict):
            value: Any = {key: cls.of(part, at) for key, part in plain.items()}
        elif isinstance(plain, list):
            value = [cls.of(part, at) for part in plain]
        else:
            value = plain
        indices = list(range(len(value))) if isinstance(value, list) else []
        return cls(value, at.line, at.column, indices=indices)

    def plain(self) -> Any:
        """The value without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def copy(self) -> Node:
        """The same tree, nothing shared, so that parts of it can be cut out."""
        if isinstance(self.value, dict):
            value: Any = {key: node.copy() for key, node in self.value.items()}
        elif isinstance(self.value, list):
            value = [node.copy() for node in self.value]
        else:
            return self
        return Node(value, self.line, self.column, self.keys, list(self.indices), self.height)

    def find(self, path: Path) -> Found:
        """Walk a path as far as it exists.

        Steps that the tree does not have (a key that is missing, or a step that only the
        model knows) are skipped; a last step that is missing is kept in the path.
        """
        node, place = self, (self.line, self.column)
        walked: list[str | int] = []
        trail: list[tuple[Node, Any]] = []
        for i, step in enumerate(path):
            inner = _inner(node, step)
            if inner is not _ABSENT:
                trail.append((node, inner))
                walked.append(_shown(node, inner, step))
                node, place = node.value[inner], _place(node, inner)
            elif i == len(path) - 1 and isinstance(node.value, dict) and _is_key(step):
                walked.append(step)
        return Found(tuple(walked), place, trail)


class Found(NamedTuple):
    """Where a path led: the path as the document has it, its place, and the steps taken.

    ``trail`` holds, for each step, the node that was left and the key or position taken in it.
    """

    path: Path
    place: Place
    trail: list[tuple[Node, Any]]


_ABSENT = object()


def _inner(node: Node, step: str | int) -> Any:
    """The key or position that a step stands for; numbers are the same however written."""
    if isinstance(node.value, list):
        return step if isinstance(step, int) and step < len(node.value) else _ABSENT
    if not isinstance(node.value, dict):
        return _ABSENT
    if step in node.value:
        return step
    if step in _CONSTANTS and _CONSTANTS[step] in node.value:
        return _CONSTANTS[step]
    number = number_text(step)
    if number is None:
        return _ABSENT
    return next((key for key in node.value if number_text(key) == number), _ABSENT)


def _shown(node: Node, inner: Any, step: str | int) -> str | int:
    """A step as paths show it: the place of an item in the document, a key as it is written."""
    if isinstance(node.value, list):
        return node.indices[int(inner)]
    return step if isinstance(inner, str) else _WRITTEN[inner]


def _is_key(step: str | int) -> bool:
    """Whether a step could be a key, rather than a tag of the model."""
    return isinstance(step, str) and not step.startswith(("<", "["))


_WRITTEN: dict[bool | None, str] = {None: "null", True: "true", False: "false"}
_CONSTANTS: dict[str | int, bool | None] = {
    **{text: constant for constant, text in _WRITTEN.items()},
    **{str(constant): constant for constant in _WRITTEN},
}


def _place(node: Node, inner: Any) -> Place:
    """Where a key stands, or an item of a list."""
    child = node.value[inner]
    return node.keys.get(inner, (child.line, child.column))
