"""What a thousand draws say is what many more say, within the error that is stated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from leveltwo.core.assessment import Assessment
from leveltwo.io.catalog import open_case
from leveltwo.io.yaml_file import loads
from leveltwo.model.negotiation import Negotiation
from tests.port_lease import PORT_LEASE
from tests.published.program import assess_case

pytestmark = pytest.mark.published

FEW, MANY = 1_024, 65_536
ROUNDING = 1e-12


def chances(found: Assessment) -> Iterator[tuple[str, float]]:
    """Every chance of an assessment, with what it is the chance of."""
    yield "joint", found.chance
    yield "durable", found.durable
    for key, result in found.sides.items():
        yield key, result.chance
        for gate, chance in result.gates.items():
            yield f"{key}.{gate}", chance
    for key, standing in found.constituencies.items():
        yield f"{key} votes for", standing.chance
        yield f"{key} is pivotal", standing.pivotal


@pytest.mark.parametrize(
    ("case", "deal", "moves"),
    [
        (loads(PORT_LEASE), {"term": "25", "hiring": "goal"}, ("charter",)),
        (loads(PORT_LEASE), {"term": "30", "hiring": "quota"}, ()),
        (open_case("metropcs-tmobile-2013"), None, ()),
    ],
    ids=["port lease with a charter", "port lease without", "what Deutsche Telekom did"],
)
def test_few_and_many_draws_agree_within_the_stated_error(
    case: Negotiation, deal: dict[str, str] | None, moves: tuple[str, ...]
) -> None:
    """Sobol 1967; Owen 1995: 1,024 scrambled draws err by no more than the interval shown."""
    if deal is None:
        assert case.history is not None
        deal, moves = case.history.deal, case.history.moves
    few, many = (assess_case(case, deal, moves, draws) for draws in (FEW, MANY))
    exact = dict(chances(many))
    for name, chance in chances(few):
        low, high = few.sample.interval(chance)
        assert low - ROUNDING <= exact[name] <= high + ROUNDING, name


def test_the_stated_error_holds_for_nineteen_seeds_in_twenty() -> None:
    """Sobol 1967; Owen 1995: the interval shown is one of 95 %, or wider than that."""
    deal, moves, seeds = {"term": "25", "hiring": "goal"}, ("charter",), range(2, 42)
    exact = dict(chances(assess_case(loads(PORT_LEASE), deal, moves, MANY)))
    missed = dict.fromkeys(exact, 0)
    for seed in seeds:
        case = loads(PORT_LEASE.replace("seed: 1,", f"seed: {seed},"))
        few = assess_case(case, deal, moves, 128)
        for name, chance in chances(few):
            low, high = few.sample.interval(chance)
            missed[name] += not low - ROUNDING <= exact[name] <= high + ROUNDING
    assert max(missed.values()) <= len(seeds) / 20
