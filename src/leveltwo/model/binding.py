"""Binding: what holds somebody to what a move promises."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from leveltwo.model.base import reader


class Binding(StrEnum):
    """How a move binds whoever makes it. It changes no chance."""

    ORAL = "oral"
    WRITTEN = "written"
    LAW = "law"


BindingWord = Annotated[Binding, BeforeValidator(reader(Binding, "oral, written or law"))]
