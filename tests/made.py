"""A small case for tests of the front end, put together part by part."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

Doc = dict[str, Any]

FREE = {"price": "high"}
"""The deal that `made` is about: 60 points to the other side's people, 100 to our negotiator."""


def made(
    gate: Any = None,
    people: Doc | None = None,
    moves: Doc | None = None,
    more: Doc | None = None,
) -> Doc:
    """A document in which we want a high price, and our negotiator signs whatever is agreed.

    Parameters
    ----------
    gate : rule or gate, optional
        Their gate; their envoy's signature unless told.
    people : dict, optional
        Their constituencies, as what differs from `person`.
    moves : dict, optional
        Moves, as what differs from `move`.
    more : dict, optional
        Replaces parts of the document.
    """
    theirs = {"envoy": {}, **(people or {})}
    return {
        "format": "leveltwo/1",
        "title": "A made case",
        "viewpoint": "us",
        "sides": {
            "us": {"name": "Our side", "negotiator": "chief", "gates": {"sign": "chief"}},
            "them": {"name": "Their side", "negotiator": "envoy",
                     "gates": {"house": gate or "envoy"}},
        },
        "issues": {
            "price": {"name": "The price", "options": {"low": "A low one", "high": "A high one"}},
        },
        "constituencies": {
            "chief": {"name": "The chief", "side": "us", "no_deal": 20,
                      "values": {"price": {"weight": 1, "low": 0, "high": 100}}},
            **{key: {**person(key), **about} for key, about in theirs.items()},
        },
        "moves": {key: {**move(key), **about} for key, about in (moves or {}).items()},
        "uncertainty": {"draws": 64, "seed": 1, "mood": 0},
        **(more or {}),
    }  # fmt: skip


def person(key: str) -> Doc:
    """Somebody of the other side who gains ten points from a high price."""
    return {
        "name": f"Mx {key.capitalize()}",
        "side": "them",
        "no_deal": 50,
        "values": {"price": {"weight": 1, "low": 0, "high": 60}},
    }


def move(key: str) -> Doc:
    """A move of ours that costs nothing and does nothing."""
    return {"name": f"Our {key}", "by": "us", "effects": {}}


def saved(folder: Path, document: Doc, name: str = "made.yaml") -> str:
    """A document as a file; its path."""
    path = folder / name
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return str(path)
