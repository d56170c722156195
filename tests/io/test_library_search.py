"""Finding precedents."""

from __future__ import annotations

import pytest

from leveltwo.errors import InputError
from leveltwo.io.library import precedents
from leveltwo.io.library_search import Query, find, named, plain
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.move import Device
from leveltwo.model.precedent import Verdict


def found(query: Query) -> list[str]:
    """Names of the precedents that fit."""
    return list(find(query, precedents()))


def test_a_query_for_nothing_finds_all_in_order() -> None:
    assert found(Query()) == list(precedents())


def test_capitals_and_accents_do_not_matter() -> None:
    assert found(Query(text="SINN fein")) == found(Query(text="Sinn Féin")) == ["good-friday-1998"]


def test_all_words_must_occur_wherever_they_stand() -> None:
    assert found(Query(text="strasbourg attorney")) == ["brexit-withdrawal-2019"]
    assert found(Query(text="strasbourg torrijos")) == []


def test_names_figures_and_dates_are_text_too() -> None:
    assert found(Query(text="6438552")) == ["colombia-2016"]
    assert found(Query(text="1990-10-10")) == ["german-unification-1990"]
    assert found(Query(text="new-start")) == ["new-start-2010"]


def test_device_barrier_and_verdict_must_meet_in_one_act() -> None:
    for device in Device:
        for verdict in Verdict:
            expected = [
                name
                for name, entry in precedents().items()
                if any(device in a.devices and a.verdict is verdict for a in entry.acts)
            ]
            assert found(Query(device=device, verdict=verdict)) == expected
    both = Query(barrier=Kind.TRUST, verdict=Verdict.LATE, text="letter")
    assert found(both) == ["versailles-1920", "iran-nuclear-2015", "brexit-withdrawal-2019"]


@pytest.mark.parametrize(
    "typed", ["agreement_form", "Agreement form", "agreement-form", "AGREEMENT", " agreement "]
)
def test_a_word_may_be_typed_in_many_ways(typed: str) -> None:
    assert named(Device, typed, "device") is Device.AGREEMENT_FORM


def test_part_of_one_word_is_enough_and_of_two_is_not() -> None:
    assert named(Verdict, "late", "verdict") is Verdict.LATE
    assert named(Kind, "trust", "kind of barrier") is Kind.TRUST
    with pytest.raises(InputError, match="no device “form”; known: terms, agreement form"):
        named(Device, "form", "device")


def test_a_word_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(InputError, match="no device “framming”; did you mean “framing”"):
        named(Device, "framming", "device")
    with pytest.raises(InputError, match="no verdict “”; known: helped"):
        named(Verdict, "", "verdict")


def test_plain_text_has_no_accents_hyphens_or_capitals() -> None:
    assert plain("Être  À-la_Mode’s") == "etre a la mode's"
