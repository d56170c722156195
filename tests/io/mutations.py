"""Damaged files: random bytes, random YAML, and good files with something done to them."""

from __future__ import annotations

import copy
import random
import re
from typing import Any

import yaml

from leveltwo.io.catalog import names, text_of
from tests.port_lease import PORT_LEASE
from tests.strategies import build

SCALARS = [
    *("~", "true", "no", "0", "-1", "1", "1.0", "007", "1e5", "1e999", ".inf", "-.inf", ".nan"),
    *("9" * 400, "-0.0", "1e-300", "0.1", "1_000", "0x1F", "12:30", "2026-02-30", "2026-11-01"),
    *("2/3", "0/3", "2/0", "4/3", "majority", "good", "-slight", "ideal", "''", "'10'", "weight"),
    *("points", "unless", "rule", "need", "x", "X", "é", "\u202e", "🎉", "<never>", "[key]", "<<"),
    *("leveltwo/1", "leveltwo/2", "all", "of", "city", "left", "mayor", "charter", "hiring"),
    *("[]", "{}", "[1, 2, 3]", "{a: b}", "[[]]", "&a x", "*a", "!!int 5", "!x y", "|", ">", "? x"),
]
MARKS: list[str] = [
    *":{}[],-?*&!|>'\"%@#\t \n\r\x00\x07\x1b\ufeff\u2028\x85\ud800\U0010ffff",
    "---\n",
]
VALUES: list[Any] = [
    *(None, True, False, 0, -1, 1, 1.0, 2.5, 10**400, -(10**18), 1e300, 1e-300, float("nan")),
    *(float("inf"), "", " ", "x", "good", "2/3", "majority", "é", "a" * 300, "1e5", "~", "10"),
    *([], {}, [1, 2, 3], [3, 2, 1], [[]], {"a": {}}, {1: 2}, {None: 1}, {True: 1}, {1.5: 2}),
]
TOKEN = re.compile(r"[\w./-]+|[^\w\s]")


def damaged(seed: int) -> str:
    """One input, the same for the same seed."""
    rng = random.Random(seed)
    kind = rng.choices([noise, random_yaml, text_damage, tree_damage], [1, 2, 5, 5])[0]
    return kind(rng)


def noise(rng: random.Random) -> str:
    """Random characters, random bytes, or random pieces of YAML."""
    length = rng.randint(0, 60)
    if rng.random() < 0.3:
        return rng.randbytes(length).decode("latin-1")
    if rng.random() < 0.3:
        return "".join(chr(rng.randrange(0x110000)) for _ in range(length))
    return "".join(rng.choice(SCALARS + MARKS * 2) for _ in range(length))


def random_yaml(rng: random.Random) -> str:
    """A random tree of keys of the format and of anything."""
    keys = sorted({token for token in TOKEN.findall(PORT_LEASE) if token[0].isalpha()})

    def tree(depth: int) -> Any:
        form = rng.random() if depth else 0
        if form < 0.4:
            return copy.deepcopy(rng.choice([*VALUES, *keys]))
        if form < 0.6:
            return [tree(depth - 1) for _ in range(rng.randint(0, 3))]
        return {rng.choice(keys): tree(depth - 1) for _ in range(rng.randint(0, 6))}

    return dump(tree(rng.randint(0, 6)))


def original(rng: random.Random) -> str:
    """A good file: mostly small ones, since they are quick to read."""
    draw = rng.random()
    if draw < 0.03:
        return text_of(rng.choice(names()))
    if draw < 0.4:
        return dump(build(rng))
    return PORT_LEASE


def text_damage(rng: random.Random) -> str:
    """A good file with lines, tokens or characters deleted, doubled, swapped or replaced."""
    text = original(rng)
    for _ in range(rng.choice([1, 1, 1, 2, 3, 8])):
        text = rng.choice([damage_line, damage_token, damage_token, damage_character])(rng, text)
    return text


def damage_line(rng: random.Random, text: str) -> str:
    lines = text.splitlines(keepends=True)
    i, j = rng.randrange(len(lines) or 1), rng.randrange(len(lines) or 1)
    if not lines:
        return rng.choice(SCALARS)
    line = lines[i]
    changed = [[], [line, line], [" " + line], [line.lstrip()], [line, lines[j]], [line.rstrip()]]
    return "".join([*lines[:i], *rng.choice(changed), *lines[i + 1 :]])


def damage_token(rng: random.Random, text: str) -> str:
    spots = list(TOKEN.finditer(text))
    if not spots:
        return text + rng.choice(SCALARS)
    one, other = rng.choice(spots), rng.choice(spots)
    new = rng.choice(["", one[0] * 2, one[0][::-1], other[0], other[0], *rng.sample(SCALARS, 5)])
    return text[: one.start()] + new + text[one.end() :]


def damage_character(rng: random.Random, text: str) -> str:
    i = rng.randint(0, len(text))
    new: str = rng.choice(["", rng.choice(MARKS), chr(rng.randrange(300))])
    return text[:i] + new + text[i + 1 :]


def tree_damage(rng: random.Random) -> str:
    """A good document in which values, keys and entries are changed."""
    tree = yaml.load(original(rng), Loader=yaml.CSafeLoader)
    for _ in range(rng.choice([1, 1, 1, 2, 4, 10])):
        damage_tree(rng, tree)
    return dump(tree)


def damage_tree(rng: random.Random, tree: Any) -> None:
    places = list(containers(tree))
    node = rng.choice(places)
    if not node:
        return
    key = rng.choice(list(node) if isinstance(node, dict) else range(len(node)))
    action = rng.randrange(5)
    if action == 0:
        del node[key]
    elif action == 1:
        node[key] = copy.deepcopy(rng.choice(VALUES))
    elif action == 2 and isinstance(node, dict):
        node[rng.choice([*SCALARS, 1, True, None, 2.5])] = node.pop(key)
    elif action == 3:
        inside = list(containers(node[key])) if isinstance(node[key], dict | list) else []
        taken = {id(place) for place in [node, *inside]}
        free = [place for place in places if id(place) not in taken]
        donor = rng.choice(free) if free else []
        node[key] = copy.deepcopy(donor)
    elif isinstance(node, list):
        node.append(node[key])
    else:
        node[f"{key}x"] = node[key]


def containers(tree: Any) -> Any:
    """Every list and mapping of a tree."""
    if isinstance(tree, dict | list):
        yield tree
        for part in tree.values() if isinstance(tree, dict) else tree:
            yield from containers(part)


def dump(tree: Any) -> str:
    """The tree as YAML, with anchors where it shares parts."""
    return yaml.dump(tree, sort_keys=False, allow_unicode=True, Dumper=yaml.CSafeDumper)
