"""Everything that stands in a case, in names: what a colleague would want to check."""

from leveltwo.advice.wording.full.moves import move_items
from leveltwo.advice.wording.full.people import people_items
from leveltwo.advice.wording.full.rules import rule_items

__all__ = ["move_items", "people_items", "rule_items"]
