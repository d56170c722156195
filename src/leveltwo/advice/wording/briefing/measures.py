"""Against what the points of a term are measured: the same words wherever a brief shows some.

One term may carry three figures for one person: its part of a margin, counted from a rating of
0 (`core.contributions`), its distance from their best or worst option (`core.conversion`), and
what it is worth above no deal (`core.appeal`).
"""

from __future__ import annotations

FROM_ZERO = (
    "Points of terms are counted from a rating of 0; what no deal is worth is taken off as a whole."
)
FROM_OPTIONS = (
    "What somebody objects to is measured against their best option on that issue, what they "
    "already like against their worst."
)
FROM_NO_DEAL = (
    "What was won, and what nobody should boast of, is measured against no deal; what they will "
    "hold against it, against what they would like best."
)
