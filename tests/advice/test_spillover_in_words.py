"""What is said about spill-over, traps and the matrix."""

from __future__ import annotations

import pytest

from leveltwo.advice import wording
from leveltwo.advice.precedents import Wanted, closeness
from leveltwo.advice.spilled import Spilled, spilled
from leveltwo.advice.wording.spillover import size
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.core.spill import Heard
from leveltwo.core.spillover import spillover
from leveltwo.model.move import Device
from leveltwo.model.negotiation import Negotiation
from tests.advice.test_traps import SWAP
from tests.board import Doc, board
from tests.model.test_precedent import act, precedent

CERTAIN = Sample(1, 1, certain=True)
CY = {"margin": 3, "side": "us", "name": "The wing"}
LATE = {"rule": "ann", "date": "2026-10-01"}


def told(
    doc: Doc, made: tuple[str, ...] = (), sample: Sample = CERTAIN
) -> tuple[Negotiation, Spilled]:
    """A board's case, and what its moves do to the treaty."""
    layout = Layout(Negotiation.model_validate(doc))
    chosen = encode(layout, {"text": "treaty"}, made)
    found = spillover(layout, sample, chosen, list(layout.case.moves))
    return layout.case, spilled(layout.case, found)


def parliament(moves: Doc, **people: float) -> Doc:
    """A board whose treaty our wing has to approve too."""
    doc = board({"ann": -5, **people, "cy": CY}, {"vote": "ann"}, moves)
    doc["sides"]["us"]["gates"]["parliament"] = "cy"
    return doc


def traps_said(doc: Doc, made: tuple[str, ...] = (), sample: Sample = CERTAIN) -> list[str]:
    """What is said about traps."""
    case, found = told(doc, made, sample)
    return wording.trap_lines(case, found.traps, sample)


@pytest.mark.parametrize(
    ("number", "word"),
    [(0.4, "barely"), (-1, "slightly"), (-4.9, "slightly"), (-5, "clearly"), (10, "strongly"),
     (-20, "decisively")],
)  # fmt: skip
def test_points_have_a_word_for_their_size(number: float, word: str) -> None:
    assert size(number) == word


def test_a_trap_that_loses_our_gates_says_what_it_wins_and_loses_and_whom_it_annoys() -> None:
    praise = {"praise": {"name": "Praise them", "effects": {"ann": 6, "cy": -4}}}
    said = (
        "• “Praise them” wins at the other gates (no → yes) and loses at ours (yes → no): all "
        "gates no → no, worth 0.0; it annoys the wing slightly (−4.0) at home."
    )
    assert traps_said(parliament(praise)) == ["Leave these:", said]
    assert traps_said(parliament(praise), ("praise",)) == ["Take these out:", said]
    assert traps_said(parliament({})) == []


def test_below_a_trap_stands_the_case_that_fell_into_one() -> None:
    doc = parliament({"praise": {"device": "statements", "effects": {"ann": 6, "cy": -4}}})
    case, found = told(doc)
    entry = precedent(act(verdict="wrong audience"))
    match = closeness(Wanted(frozenset({Device.STATEMENTS})), "a-treaty-1991", entry, entry.acts[0])
    lines = wording.trap_lines(case, found.traps, CERTAIN, {"praise": match})
    assert lines[:2] == wording.trap_lines(case, found.traps, CERTAIN)
    assert lines[2] == (
        "  – Compare A treaty, 1990–1991 (a-treaty-1991): a letter (what went wrong there: "
        "statements reached the wrong audience or inflamed it). Source: A book."
    )


def test_a_trap_that_wins_nothing_says_whom_it_pleases() -> None:
    doc = parliament({"praise": {"effects": {"ann": 6, "cy": -4}}})
    doc["constituencies"]["ann"]["no_deal"] = 30
    assert traps_said(doc)[1].startswith("• “Praise” pleases Ann and loses at ours (yes → no): all")


def test_quotation_marks_within_a_name_become_single_ones() -> None:
    praise = {"praise": {"name": "Praise “them”", "effects": {"ann": 6, "cy": -4}}}
    assert traps_said(parliament(praise))[1].startswith("• “Praise ‘them’” wins at the other")


def test_a_trap_that_needs_another_move_names_it() -> None:
    moves = {"half": {"effects": {"ann": 3, "cy": -2}},
             "rest": {"effects": {"ann": 3, "cy": -2}, "needs": ["half"]}}  # fmt: skip
    assert traps_said(parliament(moves))[1].startswith("• “Rest” (with “Half”) wins at the other")


def test_a_trap_that_costs_too_much_says_what_the_plan_is_worth_less() -> None:
    doc = parliament({"gift": {"effects": {"ann": 6}, "cost": 21}})
    doc["sides"]["us"]["gates"] = {"nod": "cy"}
    assert traps_said(doc)[1] == (
        "• “Gift” wins at the other gates (no → yes), but costs our negotiator 21.0 points: all "
        "gates no → yes; all told we lose 1.0."
    )


def test_promises_that_are_worse_than_nothing_say_for_whom() -> None:
    risky = {"effects": {"bob": 8}, "otherwise": {"bob": -12}, "chance": 0}
    doc = board({"bob": 3}, {"vote": "bob"}, {"risky": risky})
    assert traps_said(doc, sample=Sample(16, 1)) == []
    doc["moves"]["risky"]["chance"] = 0.25
    assert traps_said(doc, sample=Sample(512, 1))[1].startswith(
        "• “Risky” works with a chance of 25 %; failures counted, it turns away Bob (−7."
    )
    late = {"effects": {"ann": 8}, "cost": 2, "date": "2026-12-01"}
    doc = board({"ann": 3}, {"vote": LATE}, {"late": late})
    assert traps_said(doc)[1] == (
        "• “Late” comes after those it is meant for have decided (Ann): all gates yes → yes, worth "
        "−2.0."
    )


def test_a_trap_in_which_gates_pass_apart_says_so() -> None:
    doc = parliament({"swap": SWAP})
    doc["uncertainty"]["mood"] = 8
    for who in ("ann", "cy"):
        doc["constituencies"][who]["values"]["text"]["treaty"] = 50
    said = traps_said(doc, sample=Sample(4096, 1))
    assert said[1].startswith("• “Swap” wins at the other gates (50 % → 61 %), but not in the")
    assert "cases as ours: all gates 25 % → 11 %, worth" in said[1]


def test_who_at_home_is_annoyed_is_told_move_by_move() -> None:
    moves = {"praise": {"effects": {"ann": 6, "cy": -4}}, "gift": {"effects": {"ann": 2}}}
    case, found = told(parliament(moves))
    assert wording.home_lines(case, found.matrix) == [
        "Who at home is annoyed:",
        "• Praise annoys the wing slightly (−4.0) at home.",
    ]
    case, found = told(parliament({"gift": {"effects": {"ann": 2}}}))
    assert wording.home_lines(case, found.matrix) == ["None of these moves annoys anybody at home."]


def test_of_many_who_hear_a_move_the_most_touched_are_named() -> None:
    many = {f"m{i}": -float(i) for i in range(1, 7)}
    doc = parliament({"gift": {"effects": many}}, **dict.fromkeys(many, 1.0))
    case, found = told(doc)
    assert wording.spill_lines(case, found.matrix, ["gift"])[1:] == [
        "• Gift: turns away M6 (−6.0), M5 (−5.0), M4 (−4.0), M3 (−3.0) and 2 more.",
        "• “Gift” annoys nobody at home.",
    ]
    assert wording.spill_lines(case, found.matrix, []) == []


def test_moves_that_annoy_nobody_stand_in_one_sentence() -> None:
    harmless = {key: {"effects": {"ann": 2}} for key in ("gift", "letter", "visit")}
    case, found = told(parliament({"praise": {"effects": {"cy": -4}}, **harmless}))
    assert wording.spill_lines(case, found.matrix, list(case.moves))[1:] == [
        "• Praise: annoys the wing slightly (−4.0) at home.",
        "• “Gift”, “Letter” and “Visit” annoy nobody at home.",
    ]


def test_the_matrix_says_whose_plan_it_is_about() -> None:
    assert "Each move against the plan named:" in wording.matrix_sentence(advised=False, found=True)
    assert "the plan advised:" in wording.matrix_sentence(advised=True, found=True)
    assert "none is advised:" in wording.matrix_sentence(advised=True, found=False)


def test_cells_are_points_percentage_points_or_nothing() -> None:
    assert wording.points_cell(None) == ""
    assert wording.points_cell(Heard(-2.04, -2, late=False)) == "−2.0"
    assert wording.points_cell(Heard(2, 2, late=True)) == "(+2.0)"
    assert wording.shift_cell(0.0001, CERTAIN) == ""
    assert wording.shift_cell(0.0312, Sample(64, 1)) == "+3.1"
    assert [wording.shift_cell(one, CERTAIN) for one in (1, -1)] == ["wins", "loses"]
    assert wording.changes_title(CERTAIN).endswith("gates won or lost; worth in points")
    assert wording.changes_title(Sample(64, 1)).endswith("percentage points; worth in points")


def test_audiences_and_gates_that_no_move_touches_are_left_out() -> None:
    case, found = told(parliament({"praise": {"effects": {"ann": 6, "cy": -4}}}, bob=1.0))
    assert wording.audience_names(case, "us", found.matrix) == {"cy": "The wing"}
    assert wording.audience_names(case, "them", found.matrix) == {"ann": "Ann"}
    assert wording.gate_names(case, found.matrix) == {
        ("us", "parliament"): "Parliament (Us)", ("them", "vote"): "Vote (Them)",
    }  # fmt: skip
    assert wording.points_title(case, "us") == "Us, our own side: points added to margins"
    assert wording.points_title(case, "them") == "Them: points added to margins"
    assert wording.key_sentence(["The wing", "Ann"]) == "A The wing; B Ann"


def test_moves_that_need_others_come_late_or_cannot_be_added_are_told_besides() -> None:
    moves = {
        "base": {},
        "top": {"needs": ["base"], "effects": {"ann": 1}},
        "other": {"excludes": ["base"]},
        "late": {"effects": {"ann": 8}, "cost": 2, "date": "2026-12-01"},
    }
    doc = board({"ann": 3}, {"vote": LATE}, moves)
    case, bare = told(doc)
    assert wording.besides_lines(case, bare.matrix) == [
        "Besides:",
        "• Top: it needs these, which are counted with it: “Base”.",
        "• Late: too late for Ann.",
    ]
    case, full = told(doc, ("base", "top"))
    lines = wording.besides_lines(case, full.matrix)
    assert lines[1] == "• Base: without it these go too: “Top”."
    assert "• Other: cannot be added: “Other” cannot go with “Base”." in lines
    assert [wording.move_cell(case, s) for s in full.matrix.spills[:3]] == [
        "• Base", "• Top", "Other",
    ]  # fmt: skip
    case, none = told(board({"ann": 3}, {"vote": "ann"}))
    assert wording.besides_lines(case, none.matrix) == []
