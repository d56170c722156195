"""Side rules of plans as forbidden combinations, which the search propagates.

``needs``, ``excludes``, ``only_with`` and constraints all say the same kind of thing: some
values of some variables may not stand together.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from leveltwo.core.arrays import BoolArray, FloatArray, IntArray
from leveltwo.core.deals import forbidden_patterns
from leveltwo.core.layout import Layout
from leveltwo.model.negotiation import Negotiation

Combination = list[tuple[int, list[int]]]
"""Variables, each with the options that may not all stand together."""


class Rules(NamedTuple):
    """Forbidden combinations and resource limits, in arrays.

    Parameters
    ----------
    first, variable : IntArray
        Entries of each combination, from ``first[i]`` to ``first[i + 1]``.
    mask : BoolArray
        Shape (entries, most options): the options of the entry's variable concerned.
    use : FloatArray
        Shape (resources, variables): what doing each move uses.
    limit : FloatArray
        Shape (resources,).
    """

    first: IntArray
    variable: IntArray
    mask: BoolArray
    use: FloatArray
    limit: FloatArray


def rules_of(layout: Layout) -> Rules:
    """The side rules of a case."""
    combinations = [*_of_deals(layout), *_of_moves(layout)]
    width = max(len(v.options) for v in layout.variables)
    entries = [entry for combination in combinations for entry in combination]
    mask = np.zeros((len(entries), width), dtype=np.bool_)
    for i, (_, options) in enumerate(entries):
        mask[i, options] = True
    lengths = [0, *np.cumsum([len(combination) for combination in combinations])]
    use, limit = _resources(layout)
    return Rules(
        first=np.array(lengths, dtype=np.int64),
        variable=np.array([v for v, _ in entries], dtype=np.int64),
        mask=mask,
        use=use,
        limit=limit,
    )


def _of_deals(layout: Layout) -> list[Combination]:
    return [_pattern(layout, pattern) for pattern in forbidden_patterns(layout)]


def _pattern(layout: Layout, pattern: dict[str, tuple[str, ...]]) -> Combination:
    found = []
    for issue, options in pattern.items():
        i = layout.index[f"issue:{issue}"]
        found.append((i, [layout.variables[i].options.index(o) for o in options]))
    return found


def _of_moves(layout: Layout) -> list[Combination]:
    case: Negotiation = layout.case
    found: list[Combination] = []
    for key in sorted(case.moves):
        move, me = case.moves[key], layout.index[f"move:{key}"]
        found += [[(me, [1]), (layout.index[f"move:{m}"], [0])] for m in sorted(set(move.needs))]
        found += [[(me, [1]), (layout.index[f"move:{m}"], [1])] for m in sorted(set(move.excludes))]
        for issue, good in sorted(move.only_with.items()):
            bad = tuple(o for o in case.issues[issue].option_ids if o not in good)
            found.append([(me, [1]), *_pattern(layout, {issue: bad})])
    return found


def _resources(layout: Layout) -> tuple[FloatArray, FloatArray]:
    case = layout.case
    names = sorted(case.resources)
    use = np.zeros((len(names), len(layout.variables)))
    for r, name in enumerate(names):
        for i, variable in enumerate(layout.variables):
            if variable.is_move:
                use[r, i] = case.moves[variable.key].resources.get(name, 0.0)
    return use, np.array([case.resources[name] for name in names]) + 1e-9
