"""Insurance as a JSON document."""

from __future__ import annotations

from math import isfinite

from leveltwo.model.negotiation import Negotiation
from leveltwo.report.document import Document, about, deal_of, document
from leveltwo.solve.insurance.coalition import Coalition, Coalitions, Unpriced
from leveltwo.solve.insurance.record import Guarded, Insurance
from leveltwo.version import VERSION


def insurance_told(result: Insurance | None, case: Negotiation) -> Document:
    """An insurance as a document; where no plan is advised, one without gates."""
    if result is None:
        return {"leveltwo": VERSION, "title": case.title, "gates": None}
    return insurance_document(result, case)


@document.register
def insurance_document(result: Insurance, case: Negotiation) -> Document:
    """The rival, what to add, and every gate without and with that."""
    return {
        **about(case, result.sample),
        "deal": deal_of(case, result.plan.deal),
        "moves": list(result.plan.moves),
        "rival": {
            "points": result.rival.points,
            "source": result.rival.source.value,
            "move": result.rival.move,
            "person": result.rival.person,
        },
        "needed": result.is_needed,
        "reached": result.is_reached,
        "added": list(result.added),
        "cost": result.cost,
        "costs": dict(result.costs),
        "proved": result.proved,
        "refused": result.refused,
        "interrupted": result.interrupted,
        "looked_at": result.looked_at,
        "chance": result.chance,
        "chance_after": result.chance_after,
        "fresh_draws": None if result.fresh is None else result.fresh.draws,
        "fresh_seed": None if result.fresh is None else result.fresh.seed,
        "fresh_chance": result.fresh_chance,
        "fresh_after": result.fresh_after,
        "gates": [_gate(gate) for gate in result.gates],
    }


def _gate(gate: Guarded) -> Document:
    return {
        "side": gate.side,
        "gate": gate.gate,
        "insured": gate.insured,
        "points": gate.points,
        "points_after": gate.points_after,
        "bought": {} if gate.before is None else dict(gate.before.bought),
        "bought_after": {} if gate.after is None else dict(gate.after.bought),
        "prices": {} if gate.before is None else dict(gate.before.prices),
        "prices_after": {} if gate.after is None else dict(gate.after.prices),
        "holds": gate.holds_before,
        "holds_after": gate.holds_after,
        "coalition": _counted(gate.coalitions),
    }


def _counted(found: Coalitions | Unpriced | None) -> Document | None:
    if found is None:
        return None
    if isinstance(found, Unpriced):
        return {"unknown": found.value}
    stands = found.withstands
    return {
        "unknown": None,
        "people": found.people,
        "best": _coalition(found.best),
        "bare": _coalition(found.bare),
        "bare_known": found.bare_known,
        "wider_is_cheaper": found.wider_is_cheaper,
        "sizes": [{"counted": size, "cost": cost} for size, cost in found.sizes.items()],
        "withstands": stands if stands is None or isfinite(stands) else None,
    }


def _coalition(found: Coalition | None) -> Document | None:
    if found is None:
        return None
    return {"cost": found.cost, "added": dict(found.added), "standing": list(found.standing)}
