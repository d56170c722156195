"""A device's note: what a class of move is, when it works, when it backfires."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from leveltwo.model.base import Noun, Text, Texts
from leveltwo.model.precedent import Kinds

Some = Annotated[Texts, Field(min_length=1)]


class DeviceNote(Noun):
    """What to know of a class of move before making one.

    Parameters
    ----------
    what : str
        What it is.
    works, backfires : tuple of str
        When it works, and when it does harm.
    cautions : tuple of str
        What to mind.
    guard_rails : tuple of str
        General law to know of; not legal advice.
    fits : tuple of Kind
        The kinds of barrier it fits.
    invent : str
        A question that helps to think of such a move.
    sources : tuple of str
        What it rests on.
    """

    what: Text
    works: Some
    backfires: Some
    cautions: Some
    guard_rails: Texts = ()
    fits: Annotated[Kinds, Field(min_length=1)]
    invent: Text
    sources: Some
