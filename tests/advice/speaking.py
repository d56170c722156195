"""Speeches about a high price in a made case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from leveltwo import tasks
from leveltwo.advice import wording
from leveltwo.advice.speech import Outline, Speeches
from leveltwo.model.negotiation import Negotiation
from tests.made import FREE, Doc, made, saved

HOUSE = {"need": "majority", "votes": {"bloc": 6, "rest": 5}, "date": "2026-06-01"}


def case(bloc: Doc | None = None, moves: Doc | None = None, **more: Any) -> Doc:
    """A house of two blocs, the larger of them as it differs from somebody who gains ten points.

    Besides the price there is a flag, of which nobody thinks anything unless told.
    """
    document = made(HOUSE, {"bloc": bloc or {}, "rest": {}}, moves, more)
    document["issues"]["flag"] = {
        "name": "The flag",
        "options": {"red": "A red one", "blue": "A blue one"},
    }
    return document


def rates(red: float, blue: float, high: float = 60) -> Doc:
    """Somebody who cares for price and flag alike, and for whom no deal is worth 50."""
    return {
        "values": {
            "price": {"weight": 1, "low": 0, "high": high},
            "flag": {"weight": 1, "red": red, "blue": blue},
        }
    }


def speeches(folder: Path, document: Doc, *moves: str, **asked: Any) -> tasks.Answer[Speeches]:
    """Outlines about a high price under a red flag."""
    asked.setdefault("audiences", ["bloc"])
    asked.setdefault("sampling", tasks.Sampling(certain=True))
    return tasks.speech(saved(folder, document), FREE | {"flag": "red"}, moves, **asked)


def outline(folder: Path, document: Doc, *moves: str, **asked: Any) -> Outline:
    """The one outline asked for: the larger bloc's unless told."""
    (found,) = speeches(folder, document, *moves, **asked).result.outlines
    return found


def said(answer: tasks.Answer[Speeches]) -> dict[str, list[str]]:
    """Everything that the first outline says, by section, what is set in below included."""
    result = answer.result
    sections = wording.speech_sections(answer.case, result.outlines[0], result.sample)
    return {
        section.title: [text for item in section.items for text in (item.text, *item.under)]
        for section in sections
    }


def every_text(case_: Negotiation, result: Speeches) -> list[str]:
    """Every title and sentence of every outline."""
    found = []
    for one in result.outlines:
        found.append(wording.speech_title(case_, one))
        for section in wording.speech_sections(case_, one, result.sample):
            found += [text for item in section.items for text in (item.text, *item.under)]
    return found
