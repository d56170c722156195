"""Barriers as JSON documents."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from leveltwo.advice import wording
from leveltwo.advice.barriers import Barrier
from leveltwo.advice.precedents import Match
from leveltwo.advice.remedies import Help
from leveltwo.core.assessment import Assessment
from leveltwo.core.hindrance import Hindrance
from leveltwo.core.swaps import Swap
from leveltwo.core.tally import Tally
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.library_document import match_document

Document = dict[str, Any]


def barrier_document(
    case: Negotiation, barrier: Barrier, plan: Assessment, cited: Iterable[Match] = ()
) -> Document:
    """One barrier to a plan, with the precedents cited for it."""
    c = barrier.conversion
    return {
        "constituency": c.who,
        "side": c.side,
        "gate": c.gate,
        "kind": barrier.kind.value,
        "kinds": [
            {
                "kind": cause.kind.value,
                "points": cause.points,
                "because": wording.because(case, barrier, cause, plan),
            }
            for cause in barrier.causes.named
        ],
        "implementation": barrier.implementation,
        "chance": c.chance,
        "margin": c.margin,
        "shortfall": barrier.shortfall,
        "votes": barrier.votes,
        "gate_chance": c.gate_chance,
        "gate_chance_if_for": c.gate_converted,
        "chance_if_for": c.converted,
        "buys": c.buys,
        "buys_per_10_points": c.nudged - c.now,
        "objections": dict(barrier.objections),
        "likes": dict(barrier.likes),
        "follows": dict(c.cues),
        **_hindrance(case, c.hindrance),
        "late": dict(barrier.causes.explained.late),
        "only_said": dict(barrier.causes.explained.word_only),
        "also_asked": list(barrier.causes.also_asked),
        "moves": [_help(help_) for help_ in barrier.helps],
        "devices": [device.value for device in barrier.devices],
        "prompts": [] if barrier.answered else wording.prompts(case, barrier, plan),
        "precedents": [match_document(match) for match in cited],
    }


def _hindrance(case: Negotiation, found: Hindrance) -> Document:
    return {
        "lacking": found.lacking,
        "worth": found.stakes.worth,
        "stake": found.stakes.spread,
        "withheld": found.stakes.withheld,
        "unspoken": dict(found.stakes.unspoken),
        "red_lines_crossed": list(found.crossed),
        "chance_without_red_lines": found.pardoned,
        "discounted": dict(found.discounted),
        "unsure": dict(found.unsure),
        "harmed": dict(found.harmed),
        "words": dict(found.words),
        "swap": None if found.swap is None else _swap(case, found.swap),
        "gate_chance_if_majority": found.ordinary,
        "tally": None if found.tally is None else _tally(found.tally),
    }


def _swap(case: Negotiation, swap: Swap) -> Document:
    return {
        "issue": swap.issue,
        "option": case.issues[swap.issue].plain(swap.option),
        "points": swap.points,
        "ours": swap.ours,
        "chance": swap.chance,
    }


def _tally(tally: Tally) -> Document:
    return {
        "votes": tally.votes,
        "needed": tally.needed,
        "bare_majority": tally.bare,
        "cast": tally.cast,
        "total": tally.total,
        "quorum": tally.quorum,
        "veto": tally.veto,
    }


def _help(help_: Help) -> Document:
    return {
        "move": help_.move,
        "points": help_.points,
        "late": help_.late,
        "lacks_consent": help_.consent,
        "deceives": help_.deceives,
        "lifts_red_line": help_.lifts,
        "turns": help_.turns,
        "fits": help_.fits,
        "binding": help_.binding,
    }
