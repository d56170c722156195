"""What a plan rests on that was only said, beside its chance."""

from __future__ import annotations

from typing import Any

import pytest

from leveltwo.advice import wording
from leveltwo.model.binding import Binding
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from tests.made import FREE, made

ORAL = {"binding": "oral"}
END = " That is a judgement in the case file."


def said(*made_: str, **moves: Any) -> str | None:
    """What is told of a plan with some moves; all unless told."""
    case = Negotiation.model_validate(made(moves=moves))
    return wording.only_said(case, Plan(FREE, made_ or tuple(moves)))


def test_nothing_is_told_of_what_is_written_or_left_open() -> None:
    assert said(letter={"binding": "written"}, treaty={"binding": "law"}, plain={}) is None
    assert said("plain", word=ORAL, plain={}) is None


def test_what_was_only_said_is_told_with_how_it_is_counted() -> None:
    sure = "“Our word” is only said, and counted as kept for sure."
    assert said(word=ORAL) == sure + END
    both = "“Our nod” and “Our word” are only said, and counted as kept for sure."
    assert said(nod=ORAL, word=ORAL) == both + END


@pytest.mark.parametrize(("chance", "kept"), [(0.7, "70 %"), ([0.5, 0.7, 1], "72 %")])
def test_a_chance_in_the_case_is_cited(chance: object, kept: str) -> None:
    risky = {**ORAL, "chance": chance}
    doubt = f"“Our nod” is only said, and counted as kept with a chance of {kept}"
    assert said(nod=risky) == f"{doubt}.{END}"
    sure = "“Our word” is only said, and counted as kept for sure"
    assert said(nod=risky, word=ORAL) == f"{sure}; {doubt}.{END}"


def test_every_way_to_bind_has_a_name() -> None:
    assert set(wording.BINDS) == set(Binding)
