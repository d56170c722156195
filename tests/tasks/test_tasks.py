"""What users want done, asked of the library."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import leveltwo
from leveltwo import tasks
from leveltwo.errors import (
    CaseFileError,
    InputError,
    LevelTwoError,
    NoSuchCase,
    PlanError,
    Severity,
    TooLarge,
)
from leveltwo.io.catalog import names
from leveltwo.solve.objective import Goal
from leveltwo.solve.result import Status
from tests.made import FREE, made, saved
from tests.port_lease import PORT_LEASE

FEW = tasks.Sampling(draws=32)


@pytest.fixture
def port(tmp_path: Path) -> str:
    """Path of the port lease."""
    path = tmp_path / "port.yaml"
    path.write_text(PORT_LEASE, encoding="utf-8")
    return str(path)


def test_public_names_are_sorted_and_all_there() -> None:
    assert list(leveltwo.__all__) == sorted(leveltwo.__all__)
    assert dir(leveltwo) == leveltwo.__all__
    for name in leveltwo.__all__:
        assert getattr(leveltwo, name).__name__ == name


def test_a_name_that_is_not_public_is_refused() -> None:
    with pytest.raises(AttributeError, match="module “leveltwo” has no attribute “nonsense”"):
        leveltwo.nonsense  # noqa: B018


def test_public_names_are_found_by_a_star_import() -> None:
    code = "from leveltwo import *; print(Negotiation.__name__, advise.__name__)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert found.stdout.split() == [b"Negotiation", b"advise"]


def test_what_users_get_wrong_is_an_input_error_and_all_errors_are_of_one_tree() -> None:
    for kind in (CaseFileError, NoSuchCase, PlanError):
        assert issubclass(kind, InputError)
    assert issubclass(InputError, LevelTwoError)
    assert issubclass(TooLarge, LevelTwoError)
    assert not issubclass(TooLarge, InputError)


def test_cases_are_the_bundled_ones_by_name() -> None:
    found = tasks.cases()
    assert tuple(found) == names()
    assert all(case.title for case in found.values())


def test_the_schema_asks_for_what_a_case_must_have() -> None:
    found = tasks.schema()
    assert {"format", "title", "viewpoint", "sides", "issues", "constituencies"} <= set(
        found["required"]
    )


def test_check_of_a_valid_file_carries_the_case(port: str) -> None:
    found = tasks.check(port)
    assert (found.valid, found.problems) == (True, ())
    assert found.case is not None
    assert found.case.title == "A port lease"


def test_check_of_a_doubtful_file_is_valid_with_warnings(tmp_path: Path) -> None:
    found = tasks.check(saved(tmp_path, made(moves={"gift": {}})))
    assert found.valid
    assert [(p.severity, p.place) for p in found.problems] == [(Severity.WARNING, "moves.gift")]


def test_check_of_a_broken_file_is_not_valid(tmp_path: Path) -> None:
    found = tasks.check(saved(tmp_path, {**made(), "viewpoint": "them_all"}))
    assert not found.valid
    assert [p.place for p in found.problems] == ["viewpoint"]


def test_show_carries_the_case_alone(port: str) -> None:
    found = tasks.show(port)
    assert (found.source, found.case.title, found.result) == (port, "A port lease", None)


def test_every_judgement_is_counted_once_by_its_form(port: str) -> None:
    found = tasks.judgements(tasks.show(port).case)
    assert (len(found.words), found.ranges, found.exact) == (9, 2, 78)
    assert found.words["constituencies.union.no_deal"] == ("good", 65, 75, 85)


def test_sampling_is_the_cases_own_unless_told_otherwise(port: str) -> None:
    case = tasks.show(port).case
    plain = tasks.Sampling().of(case)
    assert (plain.draws, plain.seed, plain.certain) == (1024, 1, False)
    told = tasks.Sampling(draws=8, seed=3).of(case)
    assert (told.draws, told.seed, told.certain) == (8, 3, False)
    sure = tasks.Sampling(certain=True, draws=8).of(case)
    assert (sure.draws, sure.certain) == (1, True)


def test_a_deal_may_be_given_as_numbers_or_text(port: str) -> None:
    one = tasks.assess(port, {"term": 30, "hiring": "quota"}, sampling=FEW)
    other = tasks.assess(port, {"hiring": "quota", "term": "30.0"}, sampling=FEW)
    assert one == other


def test_moves_count_once_and_stand_in_the_order_of_their_ids(tmp_path: Path) -> None:
    file = saved(tmp_path, made(moves={key: {"effects": {"envoy": 1}} for key in ("b", "a")}))
    found = tasks.assess(file, FREE, ["a", "b", "a"])
    assert found.result.plan.moves == ("a", "b")
    assert found.result.constituencies["envoy"].margin == pytest.approx(12)


def test_what_is_no_plan_is_refused(port: str) -> None:
    with pytest.raises(PlanError, match="this is not a plan: the constraint “never Length of"):
        tasks.assess(port, {"term": 40, "hiring": "none"})
    with pytest.raises(PlanError, match="only goes with Local hiring: A goal or A binding quota"):
        tasks.diagnose(port, {"term": 30, "hiring": "none"}, ["charter"])
    with pytest.raises(PlanError, match="no option chosen for hiring"):
        tasks.advise(port, {"term": 30})


def test_chances_asked_for_lie_between_0_and_1(port: str) -> None:
    with pytest.raises(InputError, match=r"floor is 1\.5; expected a chance between 0 and 1"):
        tasks.advise(port, floor=1.5)
    with pytest.raises(InputError, match="confidence is -1; expected a chance between 0 and 1"):
        tasks.map_deals(port, confidence=-1)


@pytest.mark.parametrize("seconds", [0, -1, float("inf"), float("nan")])
def test_time_is_a_number_above_0(port: str, seconds: float) -> None:
    with pytest.raises(InputError, match=r"seconds is .*; expected a number above 0"):
        tasks.advise(port, seconds=seconds)


def test_a_side_that_does_not_exist_is_refused(port: str) -> None:
    with pytest.raises(PlanError, match="no such side, “harbour”"):
        tasks.diagnose(port, {"term": 30, "hiring": "quota"}, side="harbour")


def test_a_case_that_does_not_exist_is_refused() -> None:
    for ask in (tasks.check, tasks.show, tasks.map_deals, tasks.advise):
        task: Any = ask
        with pytest.raises(NoSuchCase, match="there is no file “atlantis”"):
            task("atlantis")


def test_a_broken_case_is_refused_with_every_problem(tmp_path: Path) -> None:
    file = saved(tmp_path, {**made(), "viewpoint": "nobody", "title": 3})
    with pytest.raises(CaseFileError, match=r"(?s)title: found 3.*viewpoint: no such side") as told:
        tasks.show(file)
    assert len(told.value.problems) == 2


def test_advice_without_a_deal_is_for_value_and_with_one_for_cost(port: str) -> None:
    free = tasks.advise(port, sampling=FEW).result.objective
    assert (free.goal, free.floor, free.deal) == (Goal.VALUE, 0, None)
    fixed = tasks.advise(port, {"term": 30, "hiring": "quota"}, sampling=FEW).result.objective
    assert (fixed.goal, fixed.floor) == (Goal.COST, tasks.DEFAULT_TARGET)
    asked = tasks.advise(port, {"term": 30, "hiring": "quota"}, 0.9, sampling=FEW).result.objective
    assert asked.floor == 0.9


def test_their_moves_are_counted_on_only_if_offered_in_return(tmp_path: Path) -> None:
    theirs = {"by": "them", "effects": {"envoy": 9}}
    file = saved(tmp_path, made(people={"envoy": {"no_deal": 65}}, moves={"favour": theirs}))
    assert tasks.advise(file).result.status is Status.NO_DEAL
    found = tasks.advise(file, in_return=["favour"]).result
    assert found.plan is not None
    assert found.plan.moves == ("favour",)


@pytest.mark.parametrize("consent", ["required", "granted"])
def test_a_move_that_waits_for_consent_is_never_recommended(tmp_path: Path, consent: str) -> None:
    gift = {"effects": {"envoy": 9}, "device": "direct_dealing", "consent": consent}
    file = saved(tmp_path, made(people={"envoy": {"no_deal": 65}}, moves={"gift": gift}))
    found = tasks.advise(file).result
    assert (found.plan is not None) == (consent == "granted")
    assert tasks.assess(file, FREE, ["gift"]).result.chance == 1


def test_our_own_moves_cannot_be_offered_in_return(port: str) -> None:
    with pytest.raises(PlanError, match="our own moves cannot be offered in return: charter"):
        tasks.advise(port, in_return=["charter"])


def test_the_text_of_a_case_is_its_file(port: str) -> None:
    assert tasks.case_text(port) == PORT_LEASE


def test_a_move_named_history_goes_before_the_history_of_the_case(tmp_path: Path) -> None:
    file = saved(tmp_path, made(moves={"history": {"effects": {"envoy": 1}}}))
    assert tasks.assess(file, FREE, ["history"]).result.plan.moves == ("history",)


def test_a_floor_is_kept_on_the_draws_chosen_on(tmp_path: Path) -> None:
    gift = {"effects": {"envoy": [0, 10, 20]}, "cost": 45}
    file = saved(tmp_path, made(people={"envoy": {"no_deal": [55, 60, 65]}}, moves={"gift": gift}))
    plain, floor = tasks.advise(file).result, tasks.advise(file, floor=0.9).result
    assert plain.score is not None
    assert floor.score is not None
    assert plain.score.chance < 0.9 <= floor.score.chance
    assert floor.score.value < plain.score.value


def test_watchers_are_told_of_progress(port: str) -> None:
    seen: list[tuple[float, float, int]] = []
    tasks.advise(port, sampling=FEW, watch=lambda *told: seen.append(told))
    assert all(best <= bound + 1e-9 for best, bound, _ in seen)
    mapped: list[tuple[int, int]] = []
    tasks.map_deals(port, sampling=FEW, progress=lambda *told: mapped.append(told))
    assert mapped[-1] == (21, 21)  # combinations, of which 18 are deals


def test_the_solver_is_prepared_once_it_has_been_used() -> None:
    tasks.prepare()
    assert tasks.is_prepared()


def test_one_id_may_be_named_without_brackets(tmp_path: Path) -> None:
    """Plain text is one move, one person or the word history, in every task."""
    gift: dict[str, Any] = {"effects": {"envoy": 1}}
    file = saved(tmp_path, made(moves={"gift": gift}))
    for task in (tasks.assess, tasks.diagnose, tasks.order, tasks.insure, tasks.calendar):
        one = task(file, FREE, "gift", sampling=FEW)
        listed = task(file, FREE, ["gift"], sampling=FEW)
        assert repr(one.result) == repr(listed.result)
    for wrong in (tasks.robust, tasks.spillover, tasks.speech):
        with pytest.raises(PlanError, match="moves are given without a deal"):
            wrong(file, None, "gift")
    assert tasks.order(file, FREE, (), FEW, people="envoy").result is not None
    with pytest.raises(PlanError, match="this case records no history"):
        tasks.assess(file, FREE, "history", FEW)
