"""The nouns of a negotiation, as a person writes them."""

from leveltwo.model.constituency import Constituency, Cue, Rating, RedLine
from leveltwo.model.deal import Deal
from leveltwo.model.gate import Gate
from leveltwo.model.history import History
from leveltwo.model.issue import Issue
from leveltwo.model.judgement import Confidence, Judgement
from leveltwo.model.move import Consent, Device, Move
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.model.side import Side
from leveltwo.model.uncertainty import Uncertainty

__all__ = [
    "Confidence",
    "Consent",
    "Constituency",
    "Cue",
    "Deal",
    "Device",
    "Gate",
    "History",
    "Issue",
    "Judgement",
    "Move",
    "Negotiation",
    "Plan",
    "Rating",
    "RedLine",
    "Side",
    "Uncertainty",
]
