"""Numbers that are counted exactly: votes, and the shares of them that are needed."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from leveltwo.model.base import refuse
from leveltwo.model.number import is_number, number_text

MAJORITY = "majority"
MAX_DENOMINATOR = 10_000
MAX_VOTES = 10**9
_FRACTION = re.compile(r" *([0-9]{1,9}) */ *([0-9]{1,9}) *")


def as_fraction(written: int | float | str) -> Fraction:
    """The exact value of a number or fraction that has been validated."""
    exact = _fraction(written) if isinstance(written, str) else _exact(written)
    if exact is None:
        raise ValueError(f"{written!r} is neither a number nor a fraction")
    return exact


def _exact(raw: object) -> Fraction | None:
    text = number_text(raw) if is_number(raw) else None
    return None if text is None else Fraction(Decimal(text))


def _fraction(raw: object) -> Fraction | None:
    match = _FRACTION.fullmatch(raw) if isinstance(raw, str) else None
    if match is None or int(match[2]) == 0:
        return None
    return Fraction(int(match[1]), int(match[2]))


def _is_share(exact: Fraction | None) -> bool:
    return exact is not None and 0 < exact <= 1 and exact.denominator <= MAX_DENOMINATOR


def _is_count(exact: Fraction | None) -> bool:
    return exact is not None and 0 < exact <= MAX_VOTES and exact.denominator <= 10**6


def _need(raw: object) -> object:
    if raw == MAJORITY or _is_share(_fraction(raw)) or _is_count(_exact(raw)):
        return raw
    raise refuse(
        "a number of votes above 0, with at most 6 decimals, a fraction such as 2/3, or majority",
        raw,
    )


def _share(raw: object) -> object:
    if _is_share(_fraction(raw)) or _is_share(_exact(raw)):
        return raw
    raise refuse("a share above 0 and up to 1, such as 0.5 or 1/2", raw)


def _count(raw: object) -> object:
    if _is_count(_exact(raw)):
        return raw
    raise refuse("a number of votes above 0, with at most 6 decimals", raw)


_VOTES = {"type": "number", "exclusiveMinimum": 0, "maximum": MAX_VOTES}
_PART = {"type": "string", "pattern": r"^ *0*[1-9][0-9]* */ *0*[1-9][0-9]* *$"}

Need = Annotated[
    int | float | str,
    PlainValidator(_need),
    WithJsonSchema({"anyOf": [_VOTES, _PART, {"const": MAJORITY}]}),
]
ShareOf = Annotated[
    float | str,
    PlainValidator(_share),
    WithJsonSchema({"anyOf": [{"type": "number", "exclusiveMinimum": 0, "maximum": 1}, _PART]}),
]
Count = Annotated[int | float, PlainValidator(_count), WithJsonSchema(_VOTES)]
