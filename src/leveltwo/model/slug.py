"""Slugs: names such as ``colombia-2016``, under which cases and precedents are filed."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from leveltwo.model.base import refuse

SLUG_PATTERN = "^[a-z][a-z0-9-]*$"


def _slug(raw: object) -> object:
    if isinstance(raw, str) and re.fullmatch(SLUG_PATTERN, raw):
        return raw
    raise refuse("the name of a precedent, such as colombia-2016", raw)


Slug = Annotated[
    str, BeforeValidator(_slug), WithJsonSchema({"type": "string", "pattern": SLUG_PATTERN})
]
