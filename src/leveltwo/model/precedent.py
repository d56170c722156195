"""A precedent: how one side's help to the other fared, and what was counted in the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BeforeValidator, Field

from leveltwo.model.approval import Body, RuleKind, rule_kinds
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.base import Noun, Text, Texts, as_tuple, reader
from leveltwo.model.footing import Footing, read_footing
from leveltwo.model.gate import Date
from leveltwo.model.move import Device
from leveltwo.model.recorded_vote import RecordedVote

Word = TypeVar("Word", bound=StrEnum)


class Verdict(StrEnum):
    """How an act of help fared."""

    HELPED = "helped"
    LATE = "too little or too late"
    WRONG = "wrong audience"


def words(kind: type[Word]) -> Callable[[object], object]:
    """A reader of a list of some words."""
    read = reader(kind, "one of " + ", ".join(kind))

    def each(raw: object) -> object:
        return tuple(read(one) for one in raw) if isinstance(raw, list | tuple) else raw

    return each


Devices = Annotated[tuple[Device, ...], BeforeValidator(words(Device))]
Kinds = Annotated[tuple[Kind, ...], BeforeValidator(words(Kind))]
Bodies = Annotated[tuple[Body, ...], BeforeValidator(words(Body))]
RuleKinds = Annotated[tuple[RuleKind, ...], BeforeValidator(words(RuleKind))]


class Act(Noun):
    """Something done about the other side's people, and how it fared.

    Parameters
    ----------
    short : str
        What it was, in a few words.
    what : str
        What was done, by whom, for whom.
    devices : tuple of Device
        The classes of move it belongs to.
    barriers : tuple of Kind
        The kinds of barrier it was meant for.
    bodies : tuple of Body
        Who was asked for the approval it was meant for.
    rules : tuple of RuleKind
        The sorts of rule of that approval.
    verdict : Verdict
        How it fared: our judgement.
    """

    short: Text
    what: Text
    devices: Annotated[Devices, Field(min_length=1)]
    barriers: Annotated[Kinds, Field(min_length=1)]
    bodies: Annotated[Bodies, Field(min_length=1)]
    rules: RuleKinds = ()
    verdict: Annotated[Verdict, BeforeValidator(reader(Verdict, "one of " + ", ".join(Verdict)))]


class Source(Noun):
    """A work or page, what it supports, and on what footing."""

    work: Text
    supports: Text
    footing: Annotated[Footing, BeforeValidator(read_footing)]


class Precedent(Noun):
    """A case from history or business.

    Parameters
    ----------
    title : str
        What readers call it.
    begins, ends : datetime.date
        From when to when it is told.
    sides : tuple of str
        Who negotiated.
    approvers : tuple of str
        Who had to approve.
    rule : str
        What the approval needed.
    votes : tuple of RecordedVote
        What was counted.
    acts : tuple of Act
        What was done about the other side's people.
    outcome, lesson : str
        What came of it, and what is to be learnt from it (our judgement).
    doubts : tuple of str
        Where sources differ, or what could not be found.
    sources : tuple of Source
        What it rests on.
    """

    title: Text
    begins: Date
    ends: Date
    sides: Annotated[tuple[Text, ...], BeforeValidator(as_tuple), Field(min_length=2)]
    approvers: Annotated[tuple[Text, ...], BeforeValidator(as_tuple), Field(min_length=1)]
    rule: Text
    votes: Annotated[tuple[RecordedVote, ...], BeforeValidator(as_tuple)] = ()
    acts: Annotated[tuple[Act, ...], BeforeValidator(as_tuple), Field(min_length=1)]
    outcome: Text
    lesson: Text
    doubts: Texts = ()
    sources: Annotated[tuple[Source, ...], BeforeValidator(as_tuple), Field(min_length=1)]

    @property
    def years(self) -> str:
        """The year or years: 1919–1920."""
        first, last = self.begins.year, self.ends.year
        return str(first) if first == last else f"{first}–{last}"

    @property
    def devices(self) -> tuple[Device, ...]:
        """Classes of moves that were used, in the order of `Device`."""
        return _in_order(Device, (d for act in self.acts for d in act.devices))

    @property
    def barriers(self) -> tuple[Kind, ...]:
        """Kinds of barrier that were met."""
        return _in_order(Kind, (kind for act in self.acts for kind in act.barriers))

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """How help fared, act by act, each verdict once."""
        return _in_order(Verdict, (act.verdict for act in self.acts))

    @property
    def bodies(self) -> tuple[Body, ...]:
        """Who was asked."""
        return _in_order(Body, (body for act in self.acts for body in act.bodies))

    @property
    def rules(self) -> tuple[RuleKind, ...]:
        """The sorts of rule, of acts and of recorded votes."""
        counted = (kind for vote in self.votes for kind in rule_kinds(vote.gate))
        return _in_order(RuleKind, (*(r for act in self.acts for r in act.rules), *counted))


def _in_order(kind: type[Word], found: Iterable[Word]) -> tuple[Word, ...]:
    """Words found, each once, in the order in which they are defined."""
    known = set(found)
    return tuple(word for word in kind if word in known)
