"""A rival who bids last: why it can be cheaper to win over more than a majority.

Members are indifferent. We promise the same amount to each of a coalition; the rival then
shares out its budget as it likes to take members away, and a member stays if promised as
much as the rival offers. The program has no rival, so every attack stands in the case as a
gate that has to hold: the rival splits its budget evenly over r members of the coalition
(uneven splits take fewer away), who then have that much less. Equal members are one bloc.
"""

from __future__ import annotations

import pytest

from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.safety import Safety, safety
from leveltwo.solve.result import Status
from tests.published.documents import AGREED, TEXT, Doc, document, number, only, person, side
from tests.published.program import advise, cheapest_help, read

pytestmark = pytest.mark.published

BUDGET = 60


def under_attack(members: int, coalition: int, budget: int) -> tuple[Doc, Doc]:
    """Gates and blocs of a chamber that votes by majority under every attack.

    Attacked members lack the rival's offer; those outside the coalition are the rival's for
    next to nothing; `no_deal` above 0 says so.
    """
    gates: Doc = {}
    people: Doc = {}
    for r in range(1, min(coalition, members // 2 + 1) + 1):
        sizes = {"attacked": r, "left": coalition - r, "outside": members - coalition}
        votes = {f"{bloc}_{r}": n for bloc, n in sizes.items() if n}
        gates[f"attack_{r}"] = {"need": "majority", "votes": votes}
        lacking = {"attacked": budget / r, "left": 0.01, "outside": 1}
        people |= {f"{bloc}_{r}": lacking[bloc] for bloc, n in sizes.items() if n}
    return gates, people


def promises(members: int, coalition: int, budget: int) -> Doc:
    """The deal is what each member of the coalition is promised, from 0 to the whole budget."""
    gates, blocs = under_attack(members, coalition, budget)
    gets = {"promise": {"points": {0: 0, budget: budget}}}
    nothing = {"promise": {"points": {0: 0, budget: 0}}}
    people = {
        who: person("chamber", lacks, nothing if who.startswith("outside") else gets)
        for who, lacks in blocs.items()
    }
    people["giver"] = person("giver", 0, {"promise": {"points": {0: 100, budget: 1}}})
    sides = {
        "giver": side("giver"),
        "chamber": {"negotiator": next(iter(blocs)), "gates": gates},
    }
    return document(sides, {"promise": number(0, budget, 1)}, people)


@pytest.mark.parametrize(
    ("members", "coalition", "budget", "cost"),
    [
        (3, 2, BUDGET, 2),
        (3, 3, BUDGET, 1.5),
        (9, 5, BUDGET, 5),
        (9, 6, BUDGET, 3),
        (9, 7, BUDGET, 7 / 3),
        (9, 8, BUDGET, 2),
        (9, 9, BUDGET, 1.8),
        (101, 51, 51, 51),
        (101, 101, 51, 101 / 51),
    ],
)
def test_a_larger_coalition_costs_less_to_hold(
    members: int, coalition: int, budget: int, cost: float
) -> None:
    """Groseclose & Snyder 1996: k + 1 + j of 2k + 1 cost (k + 1 + j)/(j + 1) rival budgets."""
    advised = advise(promises(members, coalition, budget))
    assert advised.status is Status.OPTIMAL
    assert advised.plan is not None
    promised = int(advised.plan.deal["promise"])
    assert coalition * promised / budget == pytest.approx(cost)


def choices(members: int, budget: int) -> Doc:
    """One deal; moves promise every member of some coalition some amount, one move at most.

    Every attack on every coalition stands in its own gate, with its own blocs, so here a
    bloc is one of `members` equal ones who may be promised something and attacked.
    """
    seats = range(members)
    gates: Doc = {}
    people: Doc = {"giver": person("giver", 0, only(100))}
    for r in range(1, members // 2 + 2):
        blocs = {f"m{i}_{r}": (budget / r if i < r else 0.01) for i in seats}
        people |= {who: person("chamber", lacks, only(0)) for who, lacks in blocs.items()}
        gates[f"attack_{r}"] = {"need": "majority", "votes": dict.fromkeys(blocs, 1)}
    pairs = [
        (size, budget // (j + 1))
        for size in range(members // 2 + 1, members + 1)
        for j in range(members // 2 + 1)
    ]
    names = [f"pay_{size}_{amount}" for size, amount in pairs]
    moves = {
        f"pay_{size}_{amount}": {
            "by": "giver",
            "cost": size * amount / 10,
            "excludes": [n for n in names if n != f"pay_{size}_{amount}"],
            "effects": {
                f"m{i}_{r}": amount for i in range(size) for r in range(1, members // 2 + 2)
            },
        }
        for size, amount in pairs
    }
    sides = {"giver": side("giver"), "chamber": {"negotiator": "m0_1", "gates": gates}}
    return document(sides, TEXT, people, moves)


def test_the_cheapest_coalition_that_holds_is_everybody() -> None:
    """Groseclose & Snyder 1996: of 9, paying all costs 1.8 rival budgets, a bare majority 5."""
    found = cheapest_help(choices(9, BUDGET), AGREED)
    assert found.status is Status.OPTIMAL
    assert found.plan is not None
    assert found.score is not None
    assert found.plan.moves == ("pay_9_12",)
    assert 10 * found.score.cost / BUDGET == pytest.approx(1.8)


def chamber(members: int, coalition: int, promised: float) -> Doc:
    """Indifferent members who vote by majority; each of a coalition is promised so much."""
    margins = [promised if i < coalition else -1 for i in range(members)]
    people = {f"m{i}": person("chamber", 50 - m, only(50)) for i, m in enumerate(margins)}
    gate = {"need": "majority", "votes": dict.fromkeys(people, 1)}
    sides = {"giver": side("giver"), "chamber": side("m0", gate)}
    return document(sides, TEXT, {"giver": person("giver", 0, only(50)), **people})


def withstood(doc: Doc) -> Safety:
    """What it takes to break the chamber's vote."""
    layout = Layout(read(doc))
    return next(s for s in safety(layout, encode(layout, AGREED)) if s.side == "chamber")


@pytest.mark.parametrize(
    ("members", "coalition", "cost"),
    [
        (3, 2, 2),
        (3, 3, 1.5),
        (9, 5, 5),
        (9, 6, 3),
        (9, 7, 7 / 3),
        (9, 8, 2),
        (9, 9, 1.8),
        (101, 51, 51),
        (101, 101, 101 / 51),
    ],
)
def test_what_is_promised_to_a_coalition_withstands_the_rival_just_so_far(
    members: int, coalition: int, cost: float
) -> None:
    """Groseclose & Snyder 1996: the rival must take j + 1 of k + 1 + j away, and no more."""
    budget = 40
    surplus = coalition - members // 2
    found = withstood(chamber(members, coalition, cost * budget / coalition))
    assert found.points == pytest.approx(budget, abs=0.001 * surplus + 1e-9)
    assert len(found.bought) == surplus
    assert found.votes == surplus


def test_what_is_not_level_is_broken_where_it_is_lowest() -> None:
    """Groseclose & Snyder 1996: level promises are best; of 6, 6, 6 and 3 the rival takes 3 + 6."""
    doc = chamber(5, 4, 6)
    assert withstood(doc).points == pytest.approx(12, abs=0.01)
    doc["constituencies"]["m3"]["no_deal"] = 47
    found = withstood(doc)
    assert found.points == pytest.approx(9, abs=0.01)
    assert "m3" in found.bought
