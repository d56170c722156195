"""The field of a negotiation: between states, between companies, or over labour."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from leveltwo.model.approval import Body


class Field(StrEnum):
    """What sort of negotiation it is."""

    STATES = "states"
    COMPANIES = "companies"
    LABOUR = "labour"


BY_BODIES: tuple[tuple[frozenset[Body], Field], ...] = (
    (frozenset({Body.MEMBERS, Body.BOARD}), Field.LABOUR),
    (frozenset({Body.PARLIAMENT}), Field.STATES),
    (frozenset({Body.REFERENDUM}), Field.STATES),
    (frozenset({Body.MEMBERS}), Field.LABOUR),
    (frozenset({Body.SHAREHOLDERS}), Field.COMPANIES),
    (frozenset({Body.BOARD}), Field.COMPANIES),
    (frozenset({Body.GOVERNMENTS}), Field.STATES),
)
"""The field of a negotiation in which all of these are asked; the first that fits.

Members beside a board are a union's, whatever public house pays; members beside a parliament are a
party's. Leaders and people without a vote are found in every field.
"""


def field_of(bodies: Collection[Body]) -> Field | None:
    """The field of a negotiation in which these bodies are asked; None if they do not tell."""
    return next((field for asked, field in BY_BODIES if asked.issubset(bodies)), None)
