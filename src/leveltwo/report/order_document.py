"""An order of approach as a JSON document."""

from __future__ import annotations

from leveltwo.model.negotiation import Negotiation
from leveltwo.report.document import Document, about, deal_of, document
from leveltwo.report.spillover_document import warning_documents
from leveltwo.solve.order import Order
from leveltwo.version import VERSION


@document.register
def order_document(result: Order, case: Negotiation) -> Document:
    """The best order, others beside it, and what each link comes to."""
    return {
        **about(case, result.sample),
        "deal": deal_of(case, result.plan.deal),
        "moves": list(result.plan.moves),
        "order": list(result.best.people),
        "placeless": list(result.placeless),
        "proved": result.best_proved,
        "worst_proved": result.worst_proved,
        "matters": result.matters,
        "fresh_draws": None if result.fresh is None else result.fresh.draws,
        "fresh_seed": None if result.fresh is None else result.fresh.seed,
        "ways": [
            {
                "way": way.kind.value,
                "people": list(way.people),
                "chance": way.chance,
                "fresh": way.fresh,
                "durable": way.durable,
                "fresh_durable": way.fresh_durable,
            }
            for way in result.ways
        ],
        "chances": dict(result.chances),
        "links": [
            {
                "leader": hint.leader,
                "follower": hint.follower,
                "heard": hint.heard,
                "for": hint.for_,
                "against": hint.against,
                "leader_for": hint.leader_for,
                "follower_for": hint.follower_for,
                "otherwise": hint.otherwise,
                "chance_otherwise": hint.chance,
            }
            for hint in result.hints
        ],
        "outside": [
            {"leader": leader, "follower": follower} for leader, follower in result.outside
        ],
        "warnings": warning_documents(case, result.plan),
    }


def order_told(result: Order | None, case: Negotiation) -> Document:
    """An order as a document; where no plan is advised, one without an order."""
    if result is None:
        return {"leveltwo": VERSION, "title": case.title, "order": None}
    return order_document(result, case)
