"""Every sentence that the program says about an answer, in one place.

Words claim no more than the judgements support: a chance is a consequence of these
judgements, never a forecast, and nothing uncertain is called sure.
"""

from leveltwo.advice.wording.advice import (
    NO_MOVES,
    SEARCHING,
    advised_durability,
    certain_sentence,
    difference,
    fresh_sentence,
    headline,
    loss,
    moved,
    progress,
    reason_lines,
    spill_over,
    stop_sentences,
    wins,
    worth_sentence,
)
from leveltwo.advice.wording.assessment import (
    RULES,
    consent_sentence,
    durability_sentence,
    interval_sentence,
    largest_parts,
    late_sentence,
    map_sentence,
)
from leveltwo.advice.wording.barriers import (
    KINDS,
    NO_BARRIERS,
    barrier_lines,
    barrier_sentence,
    liking,
    objection,
)
from leveltwo.advice.wording.demo import DEMO_INTRODUCTION, DEMO_NEXT
from leveltwo.advice.wording.figures import CAVEAT, chance, chance_range, listed, percent, points
from leveltwo.advice.wording.names import (
    gate_name,
    gates_missed,
    people,
    person,
    rule_in_words,
    term,
)

__all__ = [
    "CAVEAT",
    "DEMO_INTRODUCTION",
    "DEMO_NEXT",
    "KINDS",
    "NO_BARRIERS",
    "NO_MOVES",
    "RULES",
    "SEARCHING",
    "advised_durability",
    "barrier_lines",
    "barrier_sentence",
    "certain_sentence",
    "chance",
    "chance_range",
    "consent_sentence",
    "difference",
    "durability_sentence",
    "fresh_sentence",
    "gate_name",
    "gates_missed",
    "headline",
    "interval_sentence",
    "largest_parts",
    "late_sentence",
    "liking",
    "listed",
    "loss",
    "map_sentence",
    "moved",
    "objection",
    "people",
    "percent",
    "person",
    "points",
    "progress",
    "reason_lines",
    "rule_in_words",
    "spill_over",
    "stop_sentences",
    "term",
    "wins",
    "worth_sentence",
]
