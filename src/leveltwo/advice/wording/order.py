"""What is said about the order in which people are approached."""

from __future__ import annotations

from leveltwo.advice.wording.asking import ask_before, through_sentence
from leveltwo.advice.wording.assessment import durability_sentence
from leveltwo.advice.wording.figures import chance, chance_range, chance_shift, listed, points
from leveltwo.advice.wording.names import people, person, within
from leveltwo.model.negotiation import Negotiation
from leveltwo.solve.order import Hint, Kind, Order, Way

NO_PLAN_TO_ORDER = (
    "No plan is advised, so there is nothing to approach anybody with; name a deal to ask about it."
)
NOBODY_LISTENS = "The order makes no difference: none of those approached follows another of them."
FIRST_NAMED = 4
WAYS = {
    Kind.BEST: "best order",
    Kind.BACKWARD: "backward mapping",
    Kind.FILE: "as in the file",
    Kind.TOGETHER: "everybody hears all whom they follow",
    Kind.WORST: "worst order",
}
RULE = (
    "Each is asked once and says yes or no for good, having heard only those asked before. "
    "Whoever is not in the order votes last and hears all whom they follow."
)


def order_headline(case: Negotiation, found: Order) -> str:
    """Whom to approach first, or that it does not matter."""
    if not found.best.people:
        return NOBODY_LISTENS
    if not found.matters:
        return _no_difference(found)
    named = _named(case, found)
    names = people(case, named)
    best = "The best order" if found.best_proved else "The best order found"
    said = f"{best}: first {', then '.join(names[:FIRST_NAMED])}"
    if names[FIRST_NAMED:]:
        said += ", then the others as listed below"
    through = through_sentence(case, named)
    return f"{said}." if through is None else f"{said}. {through}"


def _named(case: Negotiation, found: Order) -> list[str]:
    """Those whose place changes something by itself; all but our negotiator where none does."""
    telling = {who for h in found.hints if h.chance != found.best.chance
               for who in (h.leader, h.follower)}  # fmt: skip
    us = case.sides[case.viewpoint].negotiator
    asked = [who for who in found.best.people if who != us]
    return [who for who in asked if who in telling] or asked or [us]


def _no_difference(found: Order) -> str:
    if found.best_proved and found.worst_proved:
        here = "" if found.sample.certain else f" on these {found.sample.draws:,} draws"
        return f"The order makes no difference to whether the plan passes{here}: proved."
    return "No order was found that is better than another; that is not proved."


def order_chance(found: Order) -> str | None:
    """The chance with the best order, and with the worst."""
    if not found.best.people:
        return None
    if found.sample.certain:
        return _certain(found)
    if not found.matters:
        return f"Chance that every gate passes: {_fresh(found, found.best)}."
    return (
        f"Chance that every gate passes in that order: {_fresh(found, found.best)}; in the worst "
        f"order{'' if found.worst_proved else ' found'}: {_plain(found, found.worst)}."
    )


def order_durability(case: Negotiation, found: Order) -> str | None:
    """The chance that it is also carried out, with the best order; None without such gates."""
    if not found.best.people:
        return None
    best = found.best
    share = best.durable if best.fresh_durable is None else best.fresh_durable
    return durability_sentence(case, share, found.sample)


def _certain(found: Order) -> str:
    sure = "If every best guess is right and every move works"
    if found.matters:
        return f"{sure}, the plan passes in that order and fails in another."
    word = "passes" if found.best.chance >= 0.5 else "fails"
    proved = found.best_proved and found.worst_proved
    return f"{sure}, the plan {word} in {'any order' if proved else 'every order tried'}."


def _fresh(found: Order, way: Way) -> str:
    """A chance on fresh draws, with its interval."""
    share = _share(way)
    low, high = (found.fresh or found.sample).interval(share)
    return f"{chance(share, found.sample)} (sampling error: {chance_range(low, high)})"


def _plain(found: Order, way: Way) -> str:
    return chance(_share(way), found.sample)


def _share(way: Way) -> float:
    return way.chance if way.fresh is None else way.fresh


def order_proof(found: Order) -> str | None:
    """How sure it is that no order is better."""
    if not found.matters:
        return None
    if not found.best_proved:
        return (
            "There were too many orders to compare all: a better one may exist. Name fewer people "
            "with --people to have it proved."
        )
    where = "" if found.sample.certain else f" on the {found.sample.draws:,} draws searched"
    return f"No other order is better{where}: proved."


def way_rows(case: Negotiation, found: Order) -> list[tuple[str, str, str]]:
    """Each way to approach them: its name, who comes first, the chance."""
    rows = []
    for way in found.ways:
        names = [person(case, who) for who in way.people]
        more = "; …" if names[FIRST_NAMED:] else ""
        first = "; ".join(names[:FIRST_NAMED]) + more
        rows.append((WAYS[way.kind], first or "—", _plain(found, way)))
    return rows


def turn_rows(case: Negotiation, found: Order) -> list[tuple[str, str, str, str, str]]:
    """Each person's turn: number, name, side, whom they will have heard, chance of a yes."""
    heard: dict[str, list[str]] = {}
    for hint in found.hints:
        if hint.heard:
            heard.setdefault(hint.follower, []).append(hint.leader)
    return [
        (
            str(turn),
            person(case, who),
            case.name("sides", case.constituencies[who].side),
            listed(people(case, heard.get(who, []))) or "—",
            chance(found.chances[who], found.sample),
        )
        for turn, who in enumerate(found.best.people, 1)
    ]


def hint_lines(case: Negotiation, found: Order) -> list[str]:
    """Why each stands before or after the other, where that makes a difference to the plan."""
    return [_hint(case, found, hint) for hint in found.hints if hint.chance != found.best.chance]


def _hint(case: Negotiation, found: Order, hint: Hint) -> str:
    leader, follower = people(case, [hint.leader, hint.follower])
    asked = (hint.leader, hint.follower) if hint.heard else (hint.follower, hint.leader)
    plan = chance_shift(hint.chance, found.best.chance, found.sample)
    return (
        f"{ask_before(case, *asked)}, because {follower} will listen to {leader}: to {follower} "
        f"a yes of {leader} is worth {points(hint.for_)} points and a no {points(hint.against)}. "
        f"Will {leader} say yes? {chance(hint.leader_for, found.sample)}. "
        f"{_effect(found, hint, follower)} Does the plan pass? {plan}."
    )


def _effect(found: Order, hint: Hint, follower: str) -> str:
    """What hearing, or not hearing, does to the follower's yes."""
    shift = chance_shift(hint.otherwise, hint.follower_for, found.sample)
    asked = f"will {follower} say yes? {shift}."
    if hint.heard:
        return f"Once it is heard, {asked}"
    if hint.for_ < 0:
        return f"Disclosed late, that yes puts nobody off: {asked}"
    return f"Not having heard it, {asked}"


def apart_sentences(case: Negotiation, found: Order) -> list[str]:
    """Whose place makes no difference, and whose word is not heard in time."""
    said = []
    if found.best.people and found.placeless:
        names = listed(people(case, found.placeless))
        said.append(f"When to approach these makes no difference: {names}.")
    for leader, follower in found.outside:
        said.append(
            f"{person(case, follower)} would listen to {within(person(case, leader))}, not among "
            "those approached and not heard in time."
        )
    return said
