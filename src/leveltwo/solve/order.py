"""Order: whom to approach first, so that each yes is heard by those who wait for it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from leveltwo.core.arrays import IntArray
from leveltwo.core.backward import backward_mapping
from leveltwo.core.choice import decode
from leveltwo.core.layout import Layout
from leveltwo.core.listening import Link, Listening, heard_in, links, listening
from leveltwo.core.sample import Sample
from leveltwo.model.plan import Plan
from leveltwo.solve.precedence import put_in_order
from leveltwo.solve.sequence import MOST_LOOKED_AT, fewest_passing, most_passing
from leveltwo.solve.verdict import FRESH_DRAWS, FRESH_SEED


class Kind(StrEnum):
    """How people may be approached."""

    BEST = "best"
    BACKWARD = "backward_mapping"
    FILE = "file"
    TOGETHER = "all_heard"
    WORST = "worst"


@dataclass(frozen=True)
class Way:
    """One way to approach them.

    Parameters
    ----------
    kind : Kind
        Best found; backward mapping; the order of the file; everybody hears all whom they follow,
        as every other analysis takes it; worst found.
    people : tuple of str
        First approached first; empty where all are heard.
    chance : float
        Chance that all gates but those marked implementation pass.
    fresh : float or None
        The same on fresh draws; None in the certain case.
    durable : float
        Chance that those marked implementation pass too.
    fresh_durable : float or None
        The same on fresh draws; None in the certain case.
    """

    kind: Kind
    people: tuple[str, ...]
    chance: float
    fresh: float | None
    durable: float
    fresh_durable: float | None


@dataclass(frozen=True)
class Hint:
    """What one link comes to in the best order.

    Parameters
    ----------
    leader, follower : str
        Who is followed by whom.
    heard : bool
        Whether the leader is approached first.
    for_, against : float
        Mean points that the leader's vote for, or against, adds.
    leader_for : float
        Chance that the leader is for.
    follower_for : float
        Chance that the follower is for.
    otherwise : float
        The same if just this link were heard where it is not, or not heard where it is.
    chance : float
        Chance of the plan if just this link were so.
    """

    leader: str
    follower: str
    heard: bool
    for_: float
    against: float
    leader_for: float
    follower_for: float
    otherwise: float
    chance: float


@dataclass(frozen=True)
class Order:
    """Whom to approach first.

    Parameters
    ----------
    plan : Plan
        The plan that they are asked about.
    sample : Sample
        The draws.
    fresh : Sample or None
        The fresh draws; None in the certain case.
    ways : tuple of Way
        The best first, the worst last.
    best_proved, worst_proved : bool
        Whether no order is better, or worse.
    chances : dict
        By person approached: chance of being for, in the best order.
    placeless : tuple of str
        Those whose place makes no difference: they follow nobody approached, nor the reverse.
    hints : tuple of Hint
        Links among those approached, by when the follower comes.
    outside : tuple of Link
        Links to people approached from those who are not: they are not heard.
    """

    plan: Plan
    sample: Sample
    fresh: Sample | None
    ways: tuple[Way, ...]
    best_proved: bool
    worst_proved: bool
    chances: dict[str, float]
    placeless: tuple[str, ...]
    hints: tuple[Hint, ...]
    outside: tuple[Link, ...]

    @property
    def best(self) -> Way:
        """The best way."""
        return self.ways[0]

    @property
    def worst(self) -> Way:
        """The worst."""
        return self.ways[-1]

    @property
    def matters(self) -> bool:
        """Whether some order is better than another."""
        return self.best.chance > self.worst.chance


def approach(
    layout: Layout,
    sample: Sample,
    chosen: IntArray,
    people: Sequence[str],
    most: int = MOST_LOOKED_AT,
) -> Order:
    """The best order in which to approach people with a plan.

    Parameters
    ----------
    layout : Layout
        The structure.
    sample : Sample
        The draws.
    chosen : IntArray
        Shape (variables,), the plan.
    people : sequence of str
        Those approached, each once, in the order in which they stand in the file.
    most : int
        How many partial orders to look at before the search ends without proof; the default
        suffices for a dozen people with two dozen links.

    Returns
    -------
    Order
        Each is asked once, alone, says yes or no for good, and has heard those approached
        before (Lax & Sebenius 2006); see `core.listening.heard_in`. Time is that of
        `solve.sequence.most_passing`, twice.
    """
    here, fresh = listening(layout, sample, chosen), _fresh(sample)
    inside = [(a, b) for a, b in links(layout) if a in people and b in people]
    linked = [who for who in people if any(who in link for link in inside)]
    placeless = tuple(who for who in people if who not in linked)
    steady, back = _steady(linked, inside), backward_mapping(here, linked)
    starts = [steady, tuple(linked), back, steady[::-1]]
    best = most_passing(here, starts, placeless, most)
    worst = fewest_passing(here, starts[::-1], placeless, most)
    samples = [here] if fresh is None else [here, listening(layout, fresh, chosen)]
    orders = {
        Kind.BEST: best.order,
        Kind.BACKWARD: back,
        Kind.FILE: tuple(linked),
        Kind.TOGETHER: (),
        Kind.WORST: worst.order,
    }
    heard = {kind: heard_in(layout, (*order, *placeless)) for kind, order in orders.items()}
    heard[Kind.TOGETHER] = heard_in(layout, ())
    chances = {kind: [_chances(each, heard[kind]) for each in samples] for kind in orders}
    ways = [
        Way(
            kind=kind,
            people=order,
            chance=chances[kind][0][0],
            fresh=chances[kind][1][0] if fresh else None,
            durable=chances[kind][0][1],
            fresh_durable=chances[kind][1][1] if fresh else None,
        )
        for kind, order in orders.items()
    ]
    return Order(
        plan=decode(layout, chosen),
        sample=sample,
        fresh=fresh,
        ways=tuple(ways),
        best_proved=best.proved,
        worst_proved=worst.proved,
        chances=_agreeing(here, heard[Kind.BEST], (*best.order, *placeless)),
        placeless=placeless,
        hints=tuple(
            _hint(here, heard[Kind.BEST], link)
            for link in sorted(inside, key=lambda one: [best.order.index(who) for who in one[::-1]])
        ),
        outside=tuple((a, b) for a, b in links(layout) if b in people and a not in people),
    )


def _fresh(sample: Sample) -> Sample | None:
    """Draws on which nothing was chosen."""
    if sample.certain:
        return None
    return Sample(max(FRESH_DRAWS, sample.draws), (sample.seed + FRESH_SEED) % 2**31)


def _steady(people: Sequence[str], inside: Sequence[Link]) -> tuple[str, ...]:
    """Leaders before followers, otherwise as in the file."""
    leaders = {who: frozenset(a for a, b in inside if b == who) for who in people}
    return put_in_order(leaders, people) or ()


def _chance(here: Listening, heard: Collection[Link]) -> float:
    return float(here.passing(here.vote(heard)).mean())


def _chances(here: Listening, heard: Collection[Link]) -> tuple[float, float]:
    """Chance that the plan passes, and that it is carried out too."""
    ballots = here.vote(heard)
    return float(here.passing(ballots).mean()), float(here.lasting(ballots).mean())


def _agreeing(here: Listening, heard: Collection[Link], people: Sequence[str]) -> dict[str, float]:
    """Each person's chance of being for."""
    ballots = here.vote(heard)
    return {who: float(ballots.for_[here.layout.report_bloc(who)].mean()) for who in people}


def _hint(here: Listening, heard: frozenset[Link], link: Link) -> Hint:
    leader, follower = link
    turned = heard ^ {link}
    agreeing = _agreeing(here, heard, link)
    numbers = here.cues[follower][leader]
    return Hint(
        leader=leader,
        follower=follower,
        heard=link in heard,
        for_=float(here.plus[numbers[0]].mean()),
        against=float(here.minus[numbers[0]].mean()),
        leader_for=agreeing[leader],
        follower_for=agreeing[follower],
        otherwise=_agreeing(here, turned, [follower])[follower],
        chance=_chance(here, turned),
    )
