"""What every move does to every audience and gate, against two assessments each."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from leveltwo.core.arrays import IntArray
from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.draws import Draws, sample_blocks
from leveltwo.core.evaluation import evaluate
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Heard, Reading, Spill, Spillover
from leveltwo.core.spillover import spillover
from leveltwo.model.negotiation import Negotiation
from tests.board import Doc, board, layout_of
from tests.oracle.plans import goes_together, plans
from tests.strategies import build

CERTAIN = Sample(1, 1, certain=True)


def spilled(doc: Doc, made: tuple[str, ...] = (), sample: Sample = CERTAIN) -> Spillover:
    """The matrix of a board's treaty."""
    layout = layout_of(doc)
    chosen = encode(layout, {"text": "treaty"}, made)
    return spillover(layout, sample, chosen, list(layout.case.moves))


def only(doc: Doc, made: tuple[str, ...] = (), sample: Sample = CERTAIN) -> Spill:
    """What its one move does."""
    (spill,) = spilled(doc, made, sample).spills
    return spill


@pytest.mark.parametrize("seed", range(25))
def test_what_a_move_does_is_the_difference_of_two_assessments(seed: int) -> None:
    """In random cases, for every move that can be added or taken out."""
    rng = random.Random(seed)
    doc = build(rng)
    case = Negotiation.model_validate(doc)
    deal, made = rng.choice(list(plans(doc)))
    written = {issue: str(case.issues[issue].find(str(o))) for issue, o in deal.items()}
    layout, sample = Layout(case), Sample(40, seed)
    for spill in spillover(layout, sample, encode(layout, written, made), list(case.moves)).spills:
        turned = {spill.move, *spill.along}
        without, with_ = sorted({*made} - turned), sorted({*made} | turned)
        assert spill.made == (spill.move in made)
        assert (spill.readings is not None) == goes_together(doc, deal, with_)
        assert (spill.readings is None) == bool(spill.conflicts)
        for reading, moves in zip(spill.readings or (), (without, with_), strict=False):
            agrees(layout, sample, encode(layout, written, moves), reading, spill)


def agrees(
    layout: Layout, sample: Sample, chosen: IntArray, reading: Reading, spill: Spill
) -> None:
    """A reading says what an assessment of the same plan does."""
    told, score = assess(layout, sample, chosen), evaluate(layout, sample, [chosen])[0]
    assert reading.chance == pytest.approx(told.chance)
    assert reading.durable == pytest.approx(told.durable)
    assert reading.value == pytest.approx(score.value)
    assert reading.sides == pytest.approx({s: part.chance for s, part in told.sides.items()})
    gates = {(s, g): chance for s, part in told.sides.items() for g, chance in part.gates.items()}
    assert reading.gates == pytest.approx(gates)
    for who, standing in told.constituencies.items():
        parts = [standing.chance, *(chance for chance, _ in standing.gates.values())]
        if who in spill.heard and not spill.heard[who].late:
            assert any(reading.people[who] == pytest.approx(chance) for chance in parts)


@pytest.mark.parametrize("seed", range(25))
def test_points_are_those_that_an_assessment_puts_down_to_the_move(seed: int) -> None:
    """Where the constituency is reported at the first gate at which the move counts."""
    rng = random.Random(seed)
    doc = build(rng)
    case = Negotiation.model_validate(doc)
    deal, made = rng.choice([plan for plan in plans(doc) if plan[1]] or list(plans(doc)))
    written = {issue: str(case.issues[issue].find(str(o))) for issue, o in deal.items()}
    layout, sample = Layout(case), Sample(40, seed)
    chosen = encode(layout, written, made)
    told = assess(layout, sample, chosen).constituencies
    for spill in spillover(layout, sample, chosen, made).spills:
        for who, standing in told.items():
            heard = spill.heard.get(who, Heard(0.0, 0.0, late=False))
            counted = spill.move in layout.blocs[layout.report_bloc(who)].moves
            assert not counted or heard.points == pytest.approx(standing.parts.moves[spill.move])


def test_a_move_is_heard_at_home_and_abroad_discounted_and_with_its_risk() -> None:
    """Eight points three times in four, of which bob takes half since they come from us."""
    gift = {"effects": {"bob": 8, "cy": -4, "dee": 6}, "otherwise": {"bob": -20}, "chance": 0.75}
    people = {"ann": 1, "bob": {"margin": 1, "devalues": 0.5}, "cy": {"margin": 3, "side": "us"}}
    doc = board({**people, "dee": 0}, {"vote": "bob"}, {"gift": {**gift, "cost": 2}})
    spill = only(doc, sample=Sample(4096, 1))
    assert spill.heard["bob"].meant == pytest.approx(4)
    assert spill.heard["bob"].points == pytest.approx(0.75 * 4 - 0.25 * 20, abs=0.02)
    assert spill.heard["cy"].points == pytest.approx(-3, abs=0.01)
    assert spill.heard["envoy"] == Heard(-2, -2, late=False)
    assert "ann" not in spill.heard
    assert spill.cost == 2


def test_a_move_that_never_works_has_no_meaning_when_it_works() -> None:
    """There is no draw in which it does."""
    move = {"effects": {"ann": 8}, "otherwise": {"ann": -3}, "chance": 0}
    spill = only(board({"ann": 1}, {"vote": "ann"}, {"gift": move}), sample=Sample(16, 1))
    assert spill.heard["ann"] == Heard(-3, 0.0, late=False)


def test_gates_chances_and_worth_change_with_the_move() -> None:
    """It wins their vote and loses ours."""
    doc = board({"ann": -5, "cy": {"margin": 3, "side": "us"}}, {"vote": "ann"},
                {"praise": {"effects": {"ann": 6, "cy": -4}, "cost": 1}})  # fmt: skip
    doc["sides"]["us"]["gates"]["parliament"] = "cy"
    doc["sides"]["them"]["gates"]["work"] = {"rule": "ann", "implementation": True}
    for made in ((), ("praise",)):
        change = only(doc, made).change
        assert change is not None
        assert (change.chance, change.durable, change.others, change.value) == (0, 0, 1, -1)
        assert change.sides == {"us": -1, "them": 1}
        assert change.gates["us", "parliament"] == -1
        assert change.gates["us", "signature"] == 0
        assert change.gates["them", "vote"] == change.gates["them", "work"] == 1
        assert change.people == {"envoy": 0, "ann": 1, "cy": -1}


def test_followers_change_without_being_addressed() -> None:
    """They are not touched by the move, only by the word of those who are."""
    people = {"ann": -1, "bob": {"margin": -1, "follows": {"ann": {"for": 5}}}}
    spill = only(board(people, {"vote": "bob"}, {"gift": {"effects": {"ann": 2}}}))
    assert set(spill.heard) == {"ann"}
    assert spill.change is not None
    assert spill.change.people["bob"] == 1


def test_a_red_line_lifted_changes_chances_without_points() -> None:
    """The move has no effects at all."""
    ann = {"margin": 5, "red_lines": [{"text": "treaty", "unless": ["charter"]}]}
    spill = only(board({"ann": ann}, {"vote": "ann"}, {"charter": {}}))
    assert spill.heard == {}
    assert spill.change is not None
    assert (spill.change.people["ann"], spill.change.chance) == (1, 1)


def test_a_move_is_reported_at_the_first_gate_that_hears_it() -> None:
    """Too late for the first gate, in time for the second; or too late for both."""
    gates = {"vote": {"rule": "ann", "date": "2026-10-01"},
             "seal": {"rule": "ann", "date": "2026-12-01"}}  # fmt: skip
    moves = {"soon": {"effects": {"ann": 4}, "date": "2026-11-01"},
             "never": {"effects": {"ann": 4, "bob": 1}, "date": "2027-01-01"}}  # fmt: skip
    matrix = spilled(board({"ann": -3, "bob": 1}, gates, moves))
    soon, never = matrix.of("soon"), matrix.of("never")
    assert soon.heard["ann"] == Heard(4, 4, late=False)
    assert soon.change is not None
    assert soon.change.people["ann"] == 1
    assert soon.change.gates == {("us", "signature"): 0, ("them", "vote"): 0, ("them", "seal"): 1}
    assert never.heard == {"ann": Heard(4, 4, late=True), "bob": Heard(1, 1, late=False)}
    assert never.change is not None
    assert set(never.change.gates.values()) == {0}


def test_approval_comes_before_carrying_out() -> None:
    """Even where carrying out has the earlier date."""
    gates = {"work": {"rule": "bob", "date": "2026-10-01", "implementation": True},
             "vote": {"rule": "bob", "date": "2026-12-01"}}  # fmt: skip
    moves = {"gift": {"effects": {"bob": 4}}, "late": {"effects": {"bob": 4}, "date": "2026-11-01"}}
    matrix = spilled(board({"bob": -6}, gates, moves), ("late",))
    change = matrix.of("gift").change
    assert change is not None
    assert change.people["bob"] == 1


def test_what_a_move_needs_comes_along_and_what_needs_it_goes() -> None:
    """And a move that cannot be added says why."""
    moves = {"base": {"effects": {"ann": 3}}, "top": {"effects": {"ann": 3}, "needs": ["base"]},
             "peak": {"effects": {"ann": 1}, "needs": ["top", "base"]},
             "other": {"effects": {"ann": 3}, "excludes": ["base"]}}  # fmt: skip
    doc = board({"ann": -5}, {"vote": "ann"}, moves)
    bare = spilled(doc)
    assert bare.of("top").along == ("base",)
    assert bare.of("peak").along == ("base", "top")
    change = bare.of("top").change
    assert change is not None
    assert change.chance == 1
    full = spilled(doc, ("base", "top"))
    assert (full.of("base").made, full.of("base").along) == (True, ("top",))
    assert full.of("top").along == ()
    assert full.of("other").conflicts == ("“Other” cannot go with “Base”",)
    assert full.of("other").change is None
    assert full.of("other").heard["ann"].points == 3


def test_only_moves_asked_about_are_reported_in_the_order_of_the_file() -> None:
    """None, in a case without moves."""
    layout = layout_of(board({"ann": 1}, {"vote": "ann"}, {"b": {}, "a": {}, "c": {}}))
    chosen = encode(layout, {"text": "treaty"})
    found = spillover(layout, CERTAIN, chosen, {"a", "b"})
    assert [spill.move for spill in found.spills] == ["b", "a"]
    assert spilled(board({"ann": 1}, {"vote": "ann"})).spills == ()


def test_it_does_not_matter_how_many_draws_are_taken_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Blocks are parts of one sequence."""
    move = {"effects": {"ann": [0, 5, 9]}, "chance": 0.5, "cost": [0, 1, 3]}
    doc = board({"ann": -3}, {"vote": "ann"}, {"gift": move})
    doc["uncertainty"]["mood"] = 8
    at_once = only(doc, sample=Sample(128, 3))
    monkeypatch.setattr(Sample, "blocks", _small)
    parts = only(doc, sample=Sample(128, 3))
    assert parts.heard["ann"].meant == pytest.approx(at_once.heard["ann"].meant)
    assert parts.readings is not None
    assert at_once.readings is not None
    assert parts.readings[1].value == pytest.approx(at_once.readings[1].value)


def _small(sample: Sample, case: Negotiation) -> Iterator[Draws]:
    return sample_blocks(case, sample.draws, sample.seed, block=32)
