"""Every judgement of a case, by its place in the document."""

from __future__ import annotations

from leveltwo.model.judgement import (
    AMOUNT,
    POINTS,
    RATING,
    SHARE,
    WEIGHT,
    Judgement,
    Range,
    Scale,
)
from leveltwo.model.negotiation import Negotiation

Entry = tuple[str, Judgement, Scale]


def survey(case: Negotiation) -> dict[str, Range]:
    """Low, best and high of every judgement, by dotted document path.

    Words are widened or narrowed by the confidence of the constituency or move they stand
    in, and clipped to their scale. Paths are sorted, so that nothing depends on the order
    of a file.
    """
    spans = {}
    for key, who in case.constituencies.items():
        for path, judgement, scale in _of_constituency(case, key):
            spans[path] = judgement.span(scale, who.confidence)
    for key, move in case.moves.items():
        for path, judgement, scale in _of_move(case, key):
            spans[path] = judgement.span(scale, move.confidence)
    return dict(sorted(spans.items()))


def words(case: Negotiation) -> dict[str, str]:
    """The judgements that were given as words, by document path."""
    entries = [e for key in case.constituencies for e in _of_constituency(case, key)]
    entries += [e for key in case.moves for e in _of_move(case, key)]
    return {path: judgement.word for path, judgement, _ in entries if judgement.word is not None}


def _of_constituency(case: Negotiation, key: str) -> list[Entry]:
    who, root = case.constituencies[key], f"constituencies.{key}"
    found = [
        (f"{root}.band", who.band, AMOUNT),
        (f"{root}.spread", who.spread, AMOUNT),
        (f"{root}.devalues", who.devalues, SHARE),
    ]
    if isinstance(who.no_deal, Judgement):
        found.append((f"{root}.no_deal", who.no_deal, RATING))
    for issue, rating in who.values.items():
        here = f"{root}.values.{issue}"
        found.append((f"{here}.weight", rating.weight, WEIGHT))
        found += [(f"{here}.points.{n}", j, RATING) for n, j in (rating.points or {}).items()]
        found += [(f"{here}.{option}", j, RATING) for option, j in rating.options.items()]
    for leader, cue in who.follows.items():
        found.append((f"{root}.follows.{leader}.for", cue.for_, POINTS))
        found.append((f"{root}.follows.{leader}.against", cue.against, POINTS))
    return found


def _of_move(case: Negotiation, key: str) -> list[Entry]:
    move, root = case.moves[key], f"moves.{key}"
    found = [(f"{root}.cost", move.cost, POINTS), (f"{root}.chance", move.chance, SHARE)]
    found += [(f"{root}.effects.{c}", j, POINTS) for c, j in move.effects.items()]
    found += [(f"{root}.otherwise.{c}", j, POINTS) for c, j in move.otherwise.items()]
    return found
