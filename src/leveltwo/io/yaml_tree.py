"""YAML text as a tree that remembers where every value stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from leveltwo.errors import Problem, tidy
from leveltwo.io.node import Key, Node
from leveltwo.io.scalars import scalar

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 40
MAX_NODES = 300_000
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class YamlError(Exception):
    """The text is not YAML that we read; carries one problem."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        self.problem = Problem((), message).at(line, column)
        super().__init__(message)


def parse(text: str) -> tuple[Node, list[Problem]]:
    """Read one YAML document.

    Returns
    -------
    tuple
        The tree, and problems that did not stop the reading: duplicate keys, tags, and
        documents after the first.

    Raises
    ------
    YamlError
        If the text is not YAML, nests too deep or expands to more than a bounded number of
        values.
    """
    _readable(text)
    loader = Loader(text)
    try:
        builder = _Builder(_events(loader, text))
        return builder.document(), builder.problems
    finally:
        loader.dispose()


def _readable(text: str) -> None:
    bad = _UNPRINTABLE.search(text)
    if bad is not None:
        lines = f"{text[: bad.start()]}.".splitlines()
        raise YamlError(
            f"the character {ascii(bad.group())[1:-1]} is not allowed in YAML; remove it",
            len(lines),
            len(lines[-1]),
        )


def _events(loader: Any, text: str) -> Iterator[Any]:
    try:
        while loader.check_event():
            yield loader.get_event()
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        reason = " ".join(part for part in (error.context, error.problem) if part)
        line = dict(enumerate(text.splitlines())).get(mark.line, "")
        indent = line[: len(line) - len(line.lstrip())]
        remedy = "indent with spaces, not tabs" if "\t" in indent else _REMEDY
        if "mapping values are not allowed" in reason and ": " in line[: mark.column + 1]:
            remedy = "a text that holds a colon must stand in quotes"
        raise YamlError(
            f"not valid YAML: {tidy(reason, 200)}; {remedy}", mark.line + 1, mark.column + 1
        ) from error


_REMEDY = "check indentation, colons and quotes"


class _Builder:
    """Builds the tree from parse events, with bounds on depth and size."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.problems: list[Problem] = []
        self.anchors: dict[str, tuple[Node, int]] = {}
        self.count = 0

    def document(self) -> Node:
        root = None
        for event in self.events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if root is not None:
                self._report("several YAML documents in one file; keep one", event)
                break
            root = self.node(next(self.events), 0)
        if root is None:
            raise YamlError("the file is empty; start it with “format: leveltwo/1”")
        return root

    def node(self, event: Any, depth: int) -> Node:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        start = self.count
        self._grow(1, depth, event)
        if getattr(event, "tag", None) not in {None, "!"}:
            tag = tidy(event.tag.replace("tag:yaml.org,2002:", "!!"))
            self._report(f"YAML tags such as {tag} are not allowed; remove it", event)
        node = Node(None, event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            node.value = scalar(event.value) if _is_plain(event) else event.value
        elif isinstance(event, yaml.SequenceStartEvent):
            self._list(node, depth)
        else:
            self._mapping(node, depth)
        if event.anchor:
            self.anchors[event.anchor] = node, self.count - start
        return node

    def _report(self, message: str, event: Any) -> None:
        mark = event.start_mark
        self.problems.append(Problem((), message).at(mark.line + 1, mark.column + 1))

    def _stop(self, message: str, event: Any) -> YamlError:
        return YamlError(message, event.start_mark.line + 1, event.start_mark.column + 1)

    def _grow(self, by: int, depth: int, event: Any) -> None:
        self.count += by
        if self.count > MAX_NODES:
            raise self._stop(f"more than {MAX_NODES:,} values (anchors expanded)", event)
        if depth > MAX_DEPTH:
            raise self._stop(f"nested more than {MAX_DEPTH} deep (anchors expanded)", event)

    def _alias(self, event: Any, depth: int) -> Node:
        if event.anchor not in self.anchors:
            name = tidy(event.anchor)
            raise self._stop(f"the alias *{name} has no anchor before it", event)
        node, size = self.anchors[event.anchor]
        self._grow(size, depth + node.height, event)
        return node

    def _list(self, node: Node, depth: int) -> None:
        node.value = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            child = self.node(event, depth + 1)
            node.height = max(node.height, child.height + 1)
            node.indices.append(len(node.value))
            node.value.append(child)

    def _mapping(self, node: Node, depth: int) -> None:
        node.value = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            child = self.node(next(self.events), depth + 1)
            if isinstance(key.value, list | dict):
                raise self._stop("found a list or a mapping as a key; put quotes round it", event)
            name = _key(key, event)
            if name in node.value:
                shown = tidy(str(name))
                self._report(f"the key “{shown}” stands twice in this mapping; keep one", event)
                continue
            node.height = max(node.height, child.height + 1)
            node.value[name] = child
            node.keys[name] = event.start_mark.line + 1, event.start_mark.column + 1


def _key(key: Node, event: Any) -> Key:
    """The key that a node is; numbers and dates keep the text they were written as."""
    if key.value is None or isinstance(key.value, bool):
        return key.value
    return str(getattr(event, "value", key.value))


def _is_plain(event: Any) -> bool:
    return isinstance(event, yaml.ScalarEvent) and event.style in {None, ""}
