"""No outline claims what its plan does not bear, whatever the case."""

from __future__ import annotations

import datetime as dt
import random
import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leveltwo.advice.answers import Role
from leveltwo.advice.audiences import audiences
from leveltwo.advice.lines import PUBLIC, TOUCHES, Line, Part
from leveltwo.advice.speech import DOUBTS, VOUCHES, Outline, Speeches, outline
from leveltwo.core.appeal import Appeal, Appeals
from leveltwo.core.appraise import appraise
from leveltwo.core.assessment import Assessment, assess
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from tests import strategies
from tests.advice.speaking import every_text
from tests.oracle.plans import options, plans

Doc = dict[str, Any]
MARK = "zq_"
IDS = {
    *strategies.SIDES, *strategies.PEOPLE, *strategies.ISSUES, *strategies.OPTIONS,
    "visit", "charter", "speech", "letter", "note",
}  # fmt: skip
UNWEIGHED = (Role.WORDS, Role.LIFTS, Role.ELSEWHERE)
"""Answers that are given whatever they are worth, if only they do no harm."""
CERTAINTIES = re.compile(r"(?<![\d.,])(0|100)(\.0)? %")


def marked(part: Any) -> Any:
    """The same document with a mark before every id."""
    if isinstance(part, dict):
        return {marked(key): marked(value) for key, value in part.items()}
    if isinstance(part, list):
        return [marked(value) for value in part]
    return MARK + part if isinstance(part, str) and part in IDS else part


def wordy(rng: random.Random, doc: Doc) -> Doc:
    """The document with words for some options, moves and constituencies."""
    people = list(doc["constituencies"])

    def words(about: str) -> Any:
        text = f"Words of {about}."
        return rng.choice([text, {"any": text, rng.choice(people): f"Own {text}"}])

    for issue in doc["issues"].values():
        issue["says"] = {option: words("terms") for option in issue.get("options", {})}
    for move in doc.get("moves", {}).values():
        move["says"] = words("moves")
    for about in doc["constituencies"].values():
        about["objections"] = {issue: objection(rng, doc) for issue in about["values"]}
        about["without"] = "Nothing good."
    return doc


def objection(rng: random.Random, doc: Doc) -> Any:
    """An objection, perhaps answered by moves and options elsewhere."""
    terms = [{issue: options(about)} for issue, about in doc["issues"].items()]
    answers = [*doc.get("moves", {}), *terms]
    if rng.random() < 0.3:
        return "An objection."
    return {"text": "An objection.", "answered_by": rng.sample(answers, min(3, len(answers)))}


def made(seed: int) -> tuple[Negotiation, Appeals, Assessment, list[Outline]]:
    """A random case, a plan of it, and all outlines for both tables."""
    rng = random.Random(seed)
    doc = marked(wordy(rng, strategies.build(rng)))
    case = Negotiation.model_validate(doc)
    deal, moves = rng.choice(list(plans(doc)))
    written = {issue: str(case.issues[issue].find(str(o))) for issue, o in deal.items()}
    layout, sample = Layout(case), rng.choice([Sample(32, seed), Sample(1, 1, certain=True)])
    chosen = encode(layout, written, moves)
    found = appraise(layout, sample, chosen)
    asked = [a for ours in (False, True) for a in audiences(case, (), ours=ours)]
    outlines = [outline(case, found, audience.find(found)) for audience in asked]
    return case, found, assess(layout, sample, chosen), outlines


def quoted(one: Outline) -> list[Line]:
    """Everything that an outline puts into somebody's mouth."""
    answers = [line for critique in one.critiques for _, line in critique.answers]
    return [*one.frames, *one.won, *answers]


SEEDS = st.integers(0, 10**6)


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_what_the_file_names_as_an_answer_is_in_the_plan_and_may_be_told(seed: int) -> None:
    """It does them no harm, is seen, counts where they decide, and deceives nobody who decides."""
    case, found, _, outlines = made(seed)
    for one in outlines:
        written = case.constituencies[one.appeal.who].objections
        for critique in one.critiques:
            for role, line in critique.answers:
                if role is not Role.ELSEWHERE:
                    continue
                named = written[critique.issue]["any"]
                if line.part is Part.MOVE:
                    move = case.moves[line.key]
                    assert line.key in named.moves
                    assert line.key not in one.appeal.late
                    assert move.visible
                    assert case.may_recommend(line.key)
                    assert one.appeal.who not in move.deceives
                    assert line.points > -TOUCHES
                else:
                    assert found.plan.deal[line.key] in dict(named.terms)[line.key]
                    assert line.key != critique.issue
                    assert one.appeal.lost(line.key) > -TOUCHES


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_only_terms_of_the_deal_and_moves_of_the_plan_are_spoken_of(seed: int) -> None:
    """An option that is not in the deal is only named as kept off."""
    _, found, _, outlines = made(seed)
    for one in outlines:
        named = [(line.part, line.key, line.option) for line in quoted(one)]
        named += [(silent.part, silent.key, silent.option) for silent in one.unsaid]
        for part, key, option in named:
            if part is Part.MOVE:
                assert key in found.plan.moves
            else:
                assert (found.plan.deal[key] == option) is (part is Part.TERM)


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_nothing_that_lowers_their_margin_is_told_as_won(seed: int) -> None:
    """By the assessment's own contributions for moves; for terms by their worth above no deal."""
    case, _, assessed, outlines = made(seed)
    for one in outlines:
        parts = assessed.constituencies[one.appeal.who].parts
        for line in [*one.frames, *one.won]:
            assert line.points >= TOUCHES
            if line.part is Part.MOVE:
                assert parts.moves[line.key] > 0
                move = case.moves[line.key]
                assert move.visible
                assert not move.lacks_consent
            else:
                rated = case.constituencies[one.appeal.who].values
                assert line.key in rated
                assert one.appeal.terms[line.key] == line.points
        for critique in one.critiques:
            for role, line in critique.answers:
                assert role in UNWEIGHED or line.points >= TOUCHES


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_a_line_that_hurts_somebody_else_where_they_decide_says_so(seed: int) -> None:
    """Whoever loses clearly by a move at the gate where they are asked, which is still to come."""
    case, found, _, outlines = made(seed)

    def date(appeal: Appeal) -> dt.date:
        """When an audience decides, as late as can be where nobody knows."""
        if appeal.side is None or appeal.gate is None:
            return dt.date.max
        return case.sides[appeal.side].gates[appeal.gate].date or dt.date.max

    for one in outlines:
        known = date(one.appeal) < dt.date.max
        for line in quoted(one):
            if line.part is not Part.MOVE:
                continue
            about = case.moves[line.key]
            touched = {*about.effects, *about.otherwise} - {one.appeal.who}
            touched -= {case.sides[case.viewpoint].negotiator}
            hurt = {
                other.who
                for other in found.each
                if other.who in touched and other.moves[line.key] <= -PUBLIC
                if not (known and date(other) < date(one.appeal))
            }
            assert {who for who, _ in line.hurts} == hurt


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_only_those_likely_for_are_named_as_vouchers(seed: int) -> None:
    """And only those likely against are expected to speak against."""
    case, _, _, outlines = made(seed)
    for one in outlines:
        follows = case.constituencies[one.appeal.who].follows
        for leader in one.vouchers:
            assert leader.who in follows
            assert leader.chance >= VOUCHES
            assert leader.points > 0
        assert all(leader.chance < DOUBTS and leader.points < 0 for leader in one.doubters)


@given(SEEDS)
@settings(max_examples=40, deadline=None)
def test_no_sentence_holds_an_id_or_a_certainty(seed: int) -> None:
    """Names are read, and nothing uncertain is called sure."""
    case, found, _, outlines = made(seed)
    result = Speeches(False, found.sample, found.plan, tuple(outlines), None)
    texts = every_text(case, result)
    assert texts
    for text in texts:
        assert MARK not in text
        assert not CERTAINTIES.search(text)
        assert "nan" not in text.split()
