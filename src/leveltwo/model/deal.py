"""A deal: one option for every issue."""

from __future__ import annotations

from leveltwo.model.base import Id
from leveltwo.model.option import OptionRef

Deal = dict[Id, OptionRef]
"""Issue id to option id (the canonical text of the number for a numeric issue)."""
