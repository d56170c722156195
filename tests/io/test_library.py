"""The library is whole, and what it records agrees with our own arithmetic."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from leveltwo.core.thresholds import Roll, Thresholds, compile_rule
from leveltwo.errors import InputError, Problem, Severity
from leveltwo.io import library
from leveltwo.io.catalog import names, open_case
from leveltwo.io.library import devices, precedent, precedents, unlinked
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.move import NEEDS_CONSENT, Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.precedent import Precedent, Verdict
from leveltwo.model.recorded_vote import AYES, NOES, OTHERS, RecordedVote
from tests.made import made

VOTES = [(name, vote) for name, entry in precedents().items() for vote in entry.votes]
NEVER_VOTED = {
    "ep3-china-2001",
    "tehran-hostages-1981",
    "jupiter-missiles-1962",
    "amazon-queens-2019",
    "akzonobel-ppg-2017",
}
"""Where nobody voted, or no count is public."""


def held(vote: RecordedVote) -> bool:
    """Whether a recorded vote passes by the thresholds that every gate is compiled to."""
    own = {AYES: 0, NOES: 1, OTHERS: 2}
    roll = Roll(own=own, seats={who: [seat] for who, seat in own.items()})
    thresholds = Thresholds()
    root = compile_rule(vote.gate, roll, thresholds)
    for_, against = (np.array([[who == voter] for who in own]) for voter in (AYES, NOES))
    return bool(thresholds.passes(for_, against)[root, 0])


@pytest.mark.published
@pytest.mark.parametrize(("name", "vote"), VOTES, ids=lambda part: str(part)[:40])
def test_every_recorded_vote_ends_as_history_says(name: str, vote: RecordedVote) -> None:
    """The works and records that the entry names; the rule is the one it was counted by."""
    assert held(vote) is vote.passed


def test_the_votes_that_gates_are_tested_with_are_all_there() -> None:
    counted = {(vote.for_, vote.against) for _, vote in VOTES}
    for known in [(39, 55), (38, 53), (49, 35), (68, 32), (98, 0), (71, 26), (234, 200), (61, 38),
                  (278, 151), (83, 15), (272, 155), (66, 32), (442, 47), (299, 80), (80, 39),
                  (42, 58), (609_427, 37_687), (130, 25), (6, 5), (153, 146),
                  (84, 19)]:  # fmt: skip
        assert known in counted


def test_there_are_precedents_enough() -> None:
    assert len(precedents()) >= 24


@pytest.mark.parametrize("name", precedents())
def test_every_precedent_is_whole(name: str) -> None:
    entry = precedents()[name]
    assert entry.begins <= entry.ends
    assert all(entry.begins <= vote.date <= entry.ends for vote in entry.votes)
    assert entry.verdicts
    assert bool(entry.votes) is (name not in NEVER_VOTED)
    assert name.rpartition("-")[2] in {
        str(y) for y in range(entry.begins.year, entry.ends.year + 1)
    }


@pytest.mark.parametrize("name", precedents())
def test_what_is_disputed_is_said_to_be(name: str) -> None:
    """Somebody reading a disputed figure learns what is disputed about it."""
    entry = precedents()[name]
    for vote in entry.votes:
        if vote.footing == "disputed":
            assert vote.note or entry.doubts


def test_a_short_is_the_beginning_of_no_sentence() -> None:
    acts = [act for entry in precedents().values() for act in entry.acts]
    assert not [act.short for act in acts if act.short.endswith(".") or len(act.short) > 90]
    assert len({act.short for act in acts}) == len(acts)


@pytest.mark.parametrize("device", Device)
def test_every_device_has_its_note_and_a_precedent(device: Device) -> None:
    assert devices()[device].invent.endswith("?")
    assert [name for name, entry in precedents().items() if device in entry.devices]


def test_devices_that_need_consent_say_so_and_have_guard_rails() -> None:
    for device in NEEDS_CONSENT:
        assert "consent" in " ".join(devices()[device].cautions)
        assert devices()[device].guard_rails


def test_every_kind_of_barrier_and_every_verdict_is_met() -> None:
    assert {kind for note in devices().values() for kind in note.fits} == set(Kind)
    assert {kind for entry in precedents().values() for kind in entry.barriers} == set(Kind)
    assert {v for entry in precedents().values() for v in entry.verdicts} == set(Verdict)


def test_a_precedent_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(
        InputError, match="no precedent “columbia-2016”; did you mean “colombia-2016”"
    ):
        precedent("columbia-2016")
    with pytest.raises(InputError, match="for their names: leveltwo precedents"):
        precedent("zzz")


def case(**more: Any) -> Negotiation:
    """A made case."""
    return Negotiation.model_validate(made(more=more))


def test_a_link_to_no_precedent_is_warned_of() -> None:
    (problem,) = unlinked(case(precedent="columbia-2016"))
    assert (problem.place, problem.severity) == ("precedent", Severity.WARNING)
    assert problem.message == (
        "the library has no precedent “columbia-2016”; did you mean “colombia-2016”?"
    )


def test_a_link_that_leads_somewhere_and_none_at_all_are_right() -> None:
    assert list(unlinked(case(precedent="colombia-2016"))) == []
    assert list(unlinked(case())) == []


@pytest.mark.parametrize("name", [name for name in names() if name in precedents()])
def test_a_bundled_case_of_a_precedents_name_links_to_no_other(name: str) -> None:
    assert open_case(name).precedent in (name, None)


def test_a_library_that_cannot_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem((), "a key twice")
    monkeypatch.setattr(library, "parse", lambda text: (None, [problem]))
    library.devices.cache_clear()
    with pytest.raises(ValueError, match=r"devices.yaml: a key twice"):
        library.devices()


def test_entries_are_nouns_and_read_once() -> None:
    assert isinstance(precedent("kyoto-1997"), Precedent)
    assert precedents() is precedents()
