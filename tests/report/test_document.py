"""Answers as documents: what they hold is what the record holds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.core.assessment import Assessment
from leveltwo.errors import Problem, Severity
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.barrier_document import barrier_document
from leveltwo.report.document import document, problem_document
from leveltwo.solve.recommendation import Option, Recommendation
from leveltwo.version import VERSION
from tests.made import made, saved
from tests.port_lease import PORT_LEASE

DEAL = {"term": 25, "hiring": "quota"}
DRAWS = tasks.Sampling(draws=256)


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Path of the port lease."""
    path = tmp_path_factory.mktemp("cases") / "port.yaml"
    path.write_text(PORT_LEASE, encoding="utf-8")
    return str(path)


def round_trip(found: Any) -> Any:
    """A document written as strict JSON and read again."""
    return json.loads(json.dumps(found, allow_nan=False))


def test_every_document_says_what_it_rests_on(port: str) -> None:
    found = tasks.assess(port, DEAL, (), tasks.Sampling(draws=64, seed=7))
    about = {"leveltwo": VERSION, "title": "A port lease", "draws": 64, "seed": 7, "certain": False}
    assert about.items() <= document(found.result, found.case).items()


def test_an_assessment_is_told_figure_by_figure(port: str) -> None:
    found = tasks.assess(port, DEAL, ["charter"], DRAWS)
    record: Assessment = found.result
    told = document(record, found.case)
    assert round_trip(told) == told
    assert told["deal"] == DEAL
    assert told["moves"] == ["charter"]
    assert (told["chance"], told["durable"]) == (record.chance, record.durable)
    assert told["interval"] == list(record.sample.interval(record.chance))
    for side, part in record.sides.items():
        assert told["sides"][side] == {
            "chance": part.chance, "durable": part.durable, "gain": part.gain, "gates": part.gates,
        }  # fmt: skip
    for who, standing in record.constituencies.items():
        one = told["constituencies"][who]
        assert (one["chance"], one["margin"], one["pivotal"]) == (
            standing.chance, standing.margin, standing.pivotal,
        )  # fmt: skip
        assert one["red_line_crossed"] == standing.crossed
    assert [group["members"] for group in told["blocking"]] == [
        list(group.members) for group in record.blocking
    ]
    assert told["blocking_groups"]["city.council"] == record.blocking_groups["city", "council"]
    assert [(one["gate"], one["votes"], one["points"]) for one in told["safety"]] == [
        (found.gate, found.votes, found.points) for found in record.safety
    ]
    assert [(one["bought"], one["prices"]) for one in told["safety"]] == [
        (found.bought, found.prices) for found in record.safety
    ]


def test_the_parts_of_a_margin_add_up_to_it(port: str) -> None:
    found = tasks.assess(port, DEAL, ["charter"], DRAWS)
    for one in document(found.result, found.case)["constituencies"].values():
        parts = one["contributions"]
        total = parts["no_deal"] + parts["mood"]
        total += sum(sum(parts[kind].values()) for kind in ("terms", "moves", "cues"))
        assert total == pytest.approx(one["margin"], abs=1e-3)


def test_the_chance_is_at_most_that_of_any_side_or_gate(port: str) -> None:
    found = tasks.assess(port, DEAL, (), DRAWS)
    told = document(found.result, found.case)
    for side in told["sides"].values():
        assert told["chance"] <= side["chance"]
        assert side["durable"] <= side["chance"]
    assert told["durable"] <= told["chance"]
    assert told["sides"]["city"]["chance"] <= min(told["sides"]["city"]["gates"].values())


def test_a_map_is_told_figure_by_figure(port: str) -> None:
    found = tasks.map_deals(port, (), 0.5, DRAWS)
    record = found.result
    told = document(record, found.case)
    assert round_trip(told) == told
    assert (told["deals"], told["overlap"], told["pareto"]) == (
        record.deals, record.overlap, record.pareto,
    )  # fmt: skip
    for side, number in record.winsets.items():
        part = told["sides"][side]
        assert (part["winset"], part["share"]) == (number, number / record.deals)
        assert sum(part["histogram"]) == record.deals
        assert record.overlap <= number <= record.deals
    assert list(told["solutions"]) == ["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"]
    assert len(told["frontier"]) == record.pareto
    assert record.likeliest is not None
    assert told["likeliest"]["chance"] == record.likeliest.chance
    assert told["likely"][0] == told["likeliest"]
    assert (len(told["histogram"]), sum(told["histogram"])) == (20, record.deals)
    assert told["likeliest"]["deal"] in [
        {"term": term, "hiring": hiring}
        for term in range(10, 45, 5)
        for hiring in ("none", "goal", "quota")
    ]


def test_a_solution_that_is_missing_is_null(port: str) -> None:
    found = tasks.map_deals(port, (), 0.999, DRAWS)
    told = document(found.result, found.case)
    assert told["overlap"] == 0
    assert set(told["solutions"].values()) == {None}
    assert None not in told["solutions_at_the_table"].values()


def test_a_recommendation_is_told_figure_by_figure(port: str) -> None:
    found = tasks.advise(port, floor=0.9, sampling=DRAWS)
    record: Recommendation = found.result
    told = document(record, found.case)
    assert round_trip(told) == told
    assert record.score is not None
    assert record.fresh is not None
    assert told["status"] == record.status.value == "optimal"
    assert (told["goal"], told["floor"]) == ("value", 0.9)
    assert (told["value"], told["chance"], told["cost"]) == (
        record.score.value, record.score.chance, record.score.cost,
    )  # fmt: skip
    assert told["fresh"]["chance"] == record.fresh.score.chance
    assert told["fresh"]["draws"] > told["draws"]
    assert [option["chance"] for option in told["frontier"]] == [
        option.score.chance for option in record.frontier
    ]


def test_a_recommendation_agrees_with_the_assessment_of_its_plan(port: str) -> None:
    advice = tasks.advise(port, sampling=DRAWS)
    told = document(advice.result, advice.case)
    again = tasks.assess(port, told["deal"], told["moves"], DRAWS)
    assessed = document(again.result, again.case)
    assert told["chance"] == assessed["chance"]
    assert told["sides"] == assessed["sides"]


def test_help_for_a_deal_has_a_cost_for_its_goal(tmp_path: Path) -> None:
    case = made(
        people={"envoy": {"no_deal": 65}}, moves={"gift": {"effects": {"envoy": 9}, "cost": 2}}
    )
    found = tasks.advise(saved(tmp_path, case), {"price": "high"})
    told = document(found.result, found.case)
    assert (told["goal"], told["floor"], told["status"]) == ("cost", 0.5, "optimal")
    assert told["bound"] == pytest.approx(told["cost"]) == pytest.approx(2)
    assert [reason["move"] for reason in told["why"]] == ["gift"]


@pytest.mark.parametrize("certain", [True, False])
@pytest.mark.parametrize("deal", [None, {"price": "high"}])
def test_a_no_is_strict_json_too(tmp_path: Path, certain: bool, deal: Any) -> None:
    case = saved(tmp_path, made(people={"envoy": {"no_deal": 90}}))
    found = tasks.advise(case, deal, floor=0.5, sampling=tasks.Sampling(certain=certain))
    told = document(found.result, found.case)
    assert round_trip(told) == told
    assert told["status"] == "infeasible"
    assert (told["deal"], told["moves"], told["sides"]) == (None, [], {})
    assert (told["value"], told["chance"], told["cost"]) == (0, 0, 0)
    option: Option | None = found.result.best_chance
    assert option is not None
    assert told["best_chance"]["chance"] == option.score.chance


def test_a_barrier_is_told_figure_by_figure(port: str) -> None:
    found = tasks.diagnose(port, DEAL, (), None, DRAWS)
    for barrier in found.result.barriers:
        told = barrier_document(found.case, barrier, found.result.plan)
        assert round_trip(told) == told
        assert told["kind"] == barrier.kind.value
        assert told["shortfall"] == max(0, -told["margin"])
        assert told["buys"] == pytest.approx(told["chance_if_for"] - barrier.conversion.now)
        assert told["moves"] == [
            {"move": h.move, "points": h.points, "late": h.late, "lacks_consent": h.consent,
             "deceives": h.deceives,
             "lifts_red_line": h.lifts, "turns": h.turns, "fits": h.fits}
            for h in barrier.helps
        ]  # fmt: skip
        assert told["kinds"][0]["kind"] == told["kind"]
        assert all(kind["because"].endswith(".") for kind in told["kinds"])
        assert told["lacking"] >= 0


def test_a_problem_is_told_with_its_place() -> None:
    problem = Problem(("constraints", 0, "never"), "what to do", Severity.WARNING, 7, 3)
    assert problem_document(problem) == {
        "severity": "warning", "line": 7, "column": 3, "path": "constraints[0].never",
        "message": "what to do",
    }  # fmt: skip


def test_numbers_of_a_deal_are_numbers_whole_where_they_are_whole(tmp_path: Path) -> None:
    case = made()
    case["issues"]["rate"] = {"from": 0, "to": 5, "step": 2.5}
    file = saved(tmp_path, case)
    for typed, number in (("2.5", 2.5), (5, 5), ("5.00", 5)):
        found = tasks.assess(file, {"price": "low", "rate": typed})
        rate = document(found.result, found.case)["deal"]["rate"]
        assert rate == number
        assert type(rate) is type(number)


def test_what_has_no_document_is_refused() -> None:
    case = Negotiation.model_validate(made())
    with pytest.raises(TypeError, match="no document for dict of A made case"):
        document({}, case)
