"""A case in which margins are what they are told to be: one treaty, and who thinks what of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from leveltwo.core.choice import encode
from leveltwo.core.compile import compile_table
from leveltwo.core.draws import certain
from leveltwo.core.layout import Layout
from leveltwo.core.table import Table
from leveltwo.core.votes import Votes, cast
from leveltwo.model.negotiation import Negotiation

Doc = dict[str, Any]
NO_DEAL = 50.0


def board(
    people: Mapping[str, Any],
    gates: Mapping[str, Any],
    moves: Mapping[str, Any] | None = None,
    **more: Any,
) -> Doc:
    """A treaty between us and a board.

    Parameters
    ----------
    people : mapping
        Margin of each member of the board, in points; or a mapping with ``margin`` and whatever
        else stands in a constituency.
    gates : mapping
        Gates of the board.
    moves : mapping or None
        Moves, ours unless they say otherwise.
    **more
        Other entries of the document.
    """
    return {
        "format": "leveltwo/1",
        "title": "A treaty",
        "viewpoint": "us",
        "sides": {
            "us": {"negotiator": "envoy", "gates": {"signature": "envoy"}},
            "them": {"negotiator": next(iter(people)), "gates": dict(gates)},
        },
        "issues": {"text": {"options": {"treaty": "A treaty", "shell": "An empty shell"}}},
        "constituencies": {
            "envoy": member(20.0, side="us"),
            **{who: told(about) for who, about in people.items()},
        },
        "moves": {key: {"by": "us", **move} for key, move in (moves or {}).items()},
        "uncertainty": {"draws": 64, "seed": 1, "mood": 0},
        **more,
    }


def told(about: Any) -> Doc:
    """A member of the board as it stands in a document."""
    if isinstance(about, dict):
        return member(about["margin"], **{k: part for k, part in about.items() if k != "margin"})
    return member(about)


def member(margin: float, side: str = "them", **more: Any) -> Doc:
    """Somebody whose margin on the treaty is as told, and on the shell 20 points below zero."""
    return {
        "side": side,
        "no_deal": NO_DEAL,
        "values": {"text": {"weight": 1, "treaty": NO_DEAL + margin, "shell": NO_DEAL - 20}},
        **more,
    }


def layout_of(doc: Doc) -> Layout:
    """Its layout."""
    return Layout(Negotiation.model_validate(doc))


def certain_table(doc: Doc) -> Table:
    """Its table in the certain case."""
    layout = layout_of(doc)
    return compile_table(layout, certain(layout.case))


def votes_on(doc: Doc, moves: Sequence[str] = (), text: str = "treaty") -> tuple[Table, Votes]:
    """Votes on the treaty in the certain case."""
    table = certain_table(doc)
    return table, cast(table, encode(table.layout, {"text": text}, moves))


def stands(doc: Doc, moves: Sequence[str] = (), text: str = "treaty") -> dict[str, str]:
    """How each constituency votes, as it is reported."""
    table, votes = votes_on(doc, moves, text)
    rows = {who: table.layout.report_bloc(who) for who in table.layout.case.constituencies}
    words = {(True, False): "for", (False, True): "against", (False, False): "abstain"}
    return {
        who: words[bool(votes.for_[row, 0]), bool(votes.against[row, 0])]
        for who, row in rows.items()
    }
