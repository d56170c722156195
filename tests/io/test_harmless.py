"""Stand-ins for what is missing."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from leveltwo.io.harmless import REQUIRED
from leveltwo.model.constituency import Constituency, Cue, Rating, RedLine
from leveltwo.model.constraint import IfThen, Never
from leveltwo.model.gate import Gate
from leveltwo.model.history import History
from leveltwo.model.issue import Issue
from leveltwo.model.move import Move
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.objection import Objection
from leveltwo.model.rule import KINDS
from leveltwo.model.side import Side
from leveltwo.model.uncertainty import Uncertainty

NOUNS: list[type[BaseModel]] = [
    Constituency,
    Cue,
    Gate,
    History,
    IfThen,
    Issue,
    Move,
    Negotiation,
    Never,
    Objection,
    Rating,
    RedLine,
    Side,
    Uncertainty,
    *KINDS.values(),
]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_made_of_stand_ins_alone_is_accepted(noun: type[BaseModel]) -> None:
    """Every required key has one, and nobody objects to it."""
    required = [f.alias or name for name, f in noun.model_fields.items() if f.is_required()]
    extra: dict[str, object] = {"hiring": "none"} if noun is RedLine else {}
    extra |= {"options": {"a": "A"}} if noun is Issue else {}
    noun.model_validate({key: REQUIRED[key] for key in required} | extra)
