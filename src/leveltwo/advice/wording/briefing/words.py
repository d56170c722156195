"""Words used in a brief, a sentence each; only those that it uses are explained."""

from __future__ import annotations

import re
from collections.abc import Iterable

MEANINGS = (
    (
        "Point",
        r"points?",
        (
            "The unit of worth and of margins: for everybody, 0 is the worst deal by "
            "their own ratings and 100 the best."
        ),
    ),
    ("No deal", r"no deal", "What somebody has if nothing is agreed, in the same points."),
    (
        "Margin",
        r"margins?",
        (
            "The points by which somebody prefers the plan to no deal, with moves, "
            "trusted voices and mood counted; at zero or above they agree."
        ),
    ),
    ("Gate", r"gates?", "One approval that a side needs: a signature, a vote, a ratification."),
    (
        "Chance",
        r"chances?",
        (
            "The share of draws in which something happens. It follows from the "
            "judgements; it is not a forecast that was checked against results."
        ),
    ),
    (
        "Draw",
        r"draws?|drawn",
        (
            "One way in which all that is uncertain may turn out, within the "
            "ranges that were judged."
        ),
    ),
    ("Fresh draws", r"fresh draws", "Draws that played no part in choosing the plan."),
    (
        "Sampling error",
        r"sampling error",
        (
            "How far a chance may be off because only so many draws "
            "were made; not how far the judgements may be wrong."
        ),
    ),
    ("Mood", r"moods?", "A shock that all people of one side share in a draw."),
    (
        "Decisive",
        r"decisive",
        (
            "Somebody is decisive where a gate passes with their yes and fails "
            "with their no, everybody else voting as they do."
        ),
    ),
    ("Red line", r"red lines?", "A term that somebody refuses, whatever else the deal holds."),
    ("Plan", r"plans?", "A deal and the moves made with it."),
    ("Move", r"moves?", "What a side does besides the terms to change how the deal is received."),
    (
        "Trap",
        r"traps?",
        (
            "A move that wins at the other side’s gates and loses at ours, or costs or "
            "loses more than it wins."
        ),
    ),
    (
        "Guard-rail",
        r"guard-rails?",
        (
            "A warning about what a plan does: a consent not recorded, a "
            "voter paid or deceived, an approval gone round, a promise only said, a law to look up."
        ),
    ),
    (
        "Gain",
        r"gain",
        (
            "What the plan is worth to our negotiator above no deal, less what our moves "
            "cost, whether it passes or not."
        ),
    ),
    (
        "Worth",
        r"worth",
        (
            "Of a plan: what our negotiator gains over no deal where every gate passes, "
            "nothing where one fails, less what our moves cost."
        ),
    ),
    (
        "Proved",
        r"proved",
        (
            "The search has shown that nothing better exists, for these judgements "
            "and the draws used."
        ),
    ),
    (
        "Win-set",
        r"win-sets?",
        ("The deals that pass a side’s gates with at least the chance asked for."),
    ),
    (
        "Nash",
        r"Nash",
        ("Rule of fair division: the deal with the largest product of the negotiators’ gains."),
    ),
    (
        "Kalai–Smorodinsky",
        r"Kalai–Smorodinsky",
        ("Rule of fair division: negotiators gain in proportion to the most that each could gain."),
    ),
    (
        "Egalitarian",
        r"egalitarian",
        ("Rule of fair division: the smallest gain is as large as possible."),
    ),
    (
        "Utilitarian",
        r"utilitarian",
        ("Rule of fair division: the sum of the gains is as large as possible."),
    ),
    (
        "Branch and bound",
        r"branch and bound",
        (
            "A search that leaves out whole groups of plans once "
            "it has shown that none of them can be best."
        ),
    ),
    (
        "Standard deviation",
        r"standard deviations?",
        ("How far draws lie from their mean as a rule: about two in three lie within one."),
    ),
    ("Seed", r"seed", "The number from which draws are made; the same seed gives the same draws."),
)


def meanings(texts: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Every word of art in some texts, with its meaning."""
    whole = "\n".join(texts)
    return tuple(
        (word, meaning)
        for word, pattern, meaning in MEANINGS
        if re.search(rf"\b(?:{pattern})\b", whole, re.IGNORECASE)
    )
