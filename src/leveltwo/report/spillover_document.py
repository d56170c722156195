"""Spill-over, traps and warnings as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leveltwo.advice.guard_rails import Warned, warnings
from leveltwo.advice.precedents import Match
from leveltwo.advice.traps import Trap
from leveltwo.advice.wording import trap_sentence, warning_sentence
from leveltwo.advice.wording.left_out import left_out, left_out_sentence
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Spill, Spillover
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.report.library_document import match_document

Document = dict[str, Any]


def spill_document(case: Negotiation, spill: Spill) -> Document:
    """One move against every audience and gate."""
    return {
        "move": spill.move,
        "by": case.moves[spill.move].by,
        "in_plan": spill.made,
        "along": list(spill.along),
        "conflicts": list(spill.conflicts),
        "cost": spill.cost,
        "audiences": {who: _audience(spill, who) for who in case.constituencies},
        **_figures(spill),
    }


def _audience(spill: Spill, who: str) -> Document:
    heard = spill.heard.get(who)
    chances = None
    if spill.readings is not None:
        chances = _pair(*(reading.people[who] for reading in spill.readings))
    return {
        "points": heard.points if heard else 0.0,
        "points_if_it_works": heard.meant if heard else 0.0,
        "late": heard.late if heard else False,
        "chance": chances,
    }


def _figures(spill: Spill) -> Document:
    """Chances and worth without the move and with it; null where it cannot be added."""
    names = ("chance", "durable", "others", "value")
    if spill.readings is None:
        return {**dict.fromkeys(names), "sides": None, "gates": None}
    without, with_ = spill.readings
    return {
        **{name: _pair(getattr(without, name), getattr(with_, name)) for name in names},
        "sides": {side: _pair(p, with_.sides[side]) for side, p in without.sides.items()},
        "gates": {
            f"{side}.{gate}": _pair(p, with_.gates[side, gate])
            for (side, gate), p in without.gates.items()
        },
    }


def _pair(without: float, with_: float) -> Document:
    return {"without": without, "with": with_}


def trap_document(
    case: Negotiation, trap: Trap, sample: Sample, fallen: Mapping[str, Match]
) -> Document:
    """One trap, with the case from history that fell into one."""
    cited = fallen.get(trap.spill.move)
    return {
        "move": trap.spill.move,
        "kind": trap.kind.value,
        "in_plan": trap.spill.made,
        "chance": _pair(trap.without.chance, trap.with_.chance),
        "others": _pair(trap.without.others, trap.with_.others),
        "value": _pair(trap.without.value, trap.with_.value),
        "annoys": dict(trap.annoyed),
        "pleases": dict(trap.pleased),
        "lets_down": dict(trap.let_down),
        "text": trap_sentence(case, trap, sample),
        "precedent": None if cited is None else match_document(cited),
    }


def left_out_documents(case: Negotiation, found: Spillover | None) -> list[Document]:
    """The moves of ours that no plan may hold for lack of consent."""
    return [
        {"move": s.move, "text": left_out_sentence(case, s, found.sample)}
        for s in left_out(case, found)
        if found is not None
    ]


def warning_documents(case: Negotiation, plan: Plan) -> list[Document]:
    """The guard-rails of a plan."""
    return [_warning(case, warned) for warned in warnings(case, plan)]


def _warning(case: Negotiation, warned: Warned) -> Document:
    issue, option = warned.term or (None, None)
    return {
        "kind": warned.kind.value,
        "move": warned.move,
        "issue": issue,
        "option": None if issue is None or option is None else case.issues[issue].plain(option),
        "constituencies": list(warned.people),
        "gates": [f"{side}.{gate}" for side, gate in warned.gates],
        "forbids": warned.forbids,
        "law": None if warned.law is None else warned.law.value,
        "text": warning_sentence(case, warned),
    }
