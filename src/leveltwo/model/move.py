"""A move: anything a side does besides the terms that changes how a deal is received."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

from leveltwo.model.base import Id, Ids, Noun, Text, Texts, reader
from leveltwo.model.binding import Binding, BindingWord
from leveltwo.model.constituency import ConfidenceWord
from leveltwo.model.gate import Date
from leveltwo.model.judgement import Confidence, Pointed, Share, exactly
from leveltwo.model.moment import Days, Moments
from leveltwo.model.number import NotNegative
from leveltwo.model.option import OptionRefs
from leveltwo.model.passing_over import PassedOver
from leveltwo.model.said import Said


class Device(StrEnum):
    """The class of a move (Sebenius 2014)."""

    TERMS = "terms"
    AGREEMENT_FORM = "agreement_form"
    PROCESS_FORM = "process_form"
    STATEMENTS = "statements"
    FRAMING = "framing"
    ACCEPTANCE_SPEECH = "acceptance_speech"
    TABLE_CONDUCT = "table_conduct"
    OUTSIDE_PRESSURE = "outside_pressure"
    DIRECT_DEALING = "direct_dealing"
    JOINT_ACTION = "joint_action"

    @property
    def label(self) -> str:
        """The class as readers call it."""
        return self.value.replace("_", " ")


class Consent(StrEnum):
    """Whether the other side's leader has to agree to the move, and has."""

    NOT_NEEDED = "not_needed"
    REQUIRED = "required"
    GRANTED = "granted"


NEEDS_CONSENT = frozenset({Device.DIRECT_DEALING, Device.JOINT_ACTION})

_device = reader(Device, "one of " + ", ".join(Device))
_consent = reader(Consent, "not_needed, required or granted")

Resources = dict[Id, NotNegative]


class Move(Noun):
    """Something one side can do.

    Parameters
    ----------
    by : str
        The side that makes it.
    effects : dict
        Points of acceptance it adds, by audience: theirs, ours, anybody's.
    cost : Judgement
        Points of value it costs the negotiator of the side that makes it.
    chance : Judgement
        Chance that it works as described.
    otherwise : dict
        Its effects if it does not.
    binding : Binding or None
        Whether what it promises was only said, is written, or binds in law; None if nobody has
        said. It changes no chance.
    visible : bool
        Whether audiences see whose move it is.
    needs, excludes : tuple of str
        Moves it cannot do without, or cannot go with.
    only_with : dict
        Options that must be in the deal.
    resources : dict
        What it uses of the case's resources.
    date : datetime.date or None
        It does nothing at gates dated before.
    lead : int
        Days of preparation before it.
    after, before : tuple of str
        Events, gates and moves that it follows or precedes.
    consent : Consent or None
        As written; see `lacks_consent`.
    says : dict or None
        What can truthfully be said for it, perhaps by audience.
    pays : tuple of str
        Constituencies to whom it gives money or another benefit of their own.
    deceives : tuple of str
        Constituencies that would take for true what it stages or says and is not.
    bypasses : tuple of str or None
        Constituencies, and gates as ``side.gate``, that it goes round; None if nobody has said.
    """

    by: Id
    effects: dict[Id, Pointed] = {}
    name: Text | None = None
    device: Annotated[Device, BeforeValidator(_device)] | None = None
    cost: Pointed = exactly(0)
    visible: bool = True
    chance: Share = exactly(1)
    otherwise: dict[Id, Pointed] = {}
    binding: BindingWord | None = None
    needs: Ids = ()
    excludes: Ids = ()
    only_with: dict[Id, OptionRefs] = {}
    resources: Resources = {}
    date: Date | None = None
    lead: Days = 0
    after: Moments = ()
    before: Moments = ()
    consent: Annotated[Consent, BeforeValidator(_consent)] | None = None
    says: Said | None = None
    pays: Ids = ()
    deceives: Ids = ()
    bypasses: PassedOver | None = None
    confidence: ConfidenceWord = Confidence.MEDIUM
    summary: Text | None = None
    sources: Texts = ()

    @property
    def word_only(self) -> bool:
        """Whether what it promises was only said."""
        return self.binding is Binding.ORAL

    @property
    def is_firm(self) -> bool:
        """Whether what it promises is in writing, or binds in law."""
        return self.binding in (Binding.WRITTEN, Binding.LAW)

    @property
    def lacks_consent(self) -> bool:
        """Whether it needs a consent that has not been granted."""
        default = Consent.REQUIRED if self.device in NEEDS_CONSENT else Consent.NOT_NEEDED
        return (self.consent or default) is Consent.REQUIRED
