"""A gate: an approval that a deal must pass on one side, and when."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from leveltwo.model.approval import Body
from leveltwo.model.base import Noun, Text, Texts, reader, refuse
from leveltwo.model.rule import RULE_KEYS, Rule, members

_DATE_PATTERN = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"


def _date(raw: object) -> dt.date:
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    if not isinstance(raw, str) or len(raw) != 10 or not re.match(_DATE_PATTERN, raw):
        raise refuse("a date as YYYY-MM-DD", raw)
    try:
        return dt.date.fromisoformat(raw)
    except ValueError as error:
        raise refuse("a date as YYYY-MM-DD that exists", raw) from error


Date = Annotated[
    dt.date,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "format": "date", "pattern": _DATE_PATTERN}),
]


_body = reader(Body, "one of " + ", ".join(Body))


class Gate(Noun):
    """A rule with a name and a date.

    In a file a gate may be written as its rule alone; ``name``, ``date``, ``implementation``
    and ``sources`` may stand beside the keys of the rule.

    Parameters
    ----------
    rule : Rule
        What must be agreed, and by whom.
    name : str or None
        What readers call it.
    date : datetime.date or None
        When it is decided; without one it sees every move.
    implementation : bool
        Whether it concerns carrying the deal out rather than approving it.
    body : Body or None
        Who is asked; it finds precedents and changes no result.
    """

    rule: Rule
    name: Text | None = None
    date: Date | None = None
    implementation: bool = False
    body: Annotated[Body, BeforeValidator(_body)] | None = None
    sources: Texts = ()

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, raw: Any) -> Any:
        if isinstance(raw, str):
            return {"rule": raw}
        if isinstance(raw, dict) and "rule" not in raw and set(RULE_KEYS) & set(raw):
            own = {key: part for key, part in raw.items() if key in cls.model_fields}
            return {**own, "rule": {k: part for k, part in raw.items() if k not in own}}
        return raw

    @property
    def members(self) -> tuple[str, ...]:
        """The constituencies it asks."""
        return members(self.rule)
