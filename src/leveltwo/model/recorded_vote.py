"""A vote as it was counted, and the rule it was counted by."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from leveltwo.model.base import Noun, Text, reader, wrong
from leveltwo.model.counting import Count, Need, ShareOf, as_fraction
from leveltwo.model.footing import Footing, read_footing
from leveltwo.model.gate import Date
from leveltwo.model.rule import Base, Rule, Unless, Vote

AYES, NOES, OTHERS = "ayes", "noes", "others"
_UNIT = "votes"
Tally = Literal[0] | Count


class CountRule(Noun):
    """A count as gates write it, without the votes; see `leveltwo.model.rule.Vote`.

    Parameters
    ----------
    unless : bool
        Whether the deal passes unless so many votes *against* are found.
    """

    need: Need
    base: Annotated[Base, BeforeValidator(reader(Base, "all or cast"))] = Base.ALL
    quorum: ShareOf | None = None
    approval: ShareOf | None = None
    unless: bool = False

    @model_validator(mode="before")
    @classmethod
    def _turned_round(cls, raw: Any) -> Any:
        """Read ``{unless: {need: 60}}``, as a gate writes it."""
        if isinstance(raw, dict) and isinstance(raw.get("unless"), dict):
            return {**raw["unless"], "unless": True}
        return raw


class RecordedVote(Noun):
    """What was counted.

    Parameters
    ----------
    what : str
        Who voted on what.
    date : datetime.date
        When.
    rule : CountRule
        What was needed.
    for_, against : float
        Votes for and against *the deal*, whatever the motion was called.
    abstain : float
        Present and neither.
    of : float or None
        All who could vote; those counted unless told.
    unit : str
        What is counted: votes unless told, else ``per cent`` or ``million shares``.
    passed : bool
        Whether the deal got through, as recorded.
    footing : Footing
        How well the figures are established.
    note : str or None
        What a reader must know of them.
    """

    what: Text
    date: Date
    rule: CountRule
    for_: Tally = Field(alias="for")
    against: Tally
    abstain: Tally = 0
    of: Tally | None = None
    unit: Text = _UNIT
    passed: bool
    footing: Annotated[Footing, BeforeValidator(read_footing)]
    note: Text | None = None

    @model_validator(mode="after")
    def _adds_up(self) -> RecordedVote:
        if self.of is not None and self.missing < 0:
            raise wrong(f"“{self.what}”: more votes counted than could be cast")
        return self

    @property
    def missing(self) -> float:
        """Those who could vote and did not."""
        if self.of is None:
            return 0
        counted = (as_fraction(n) for n in (self.for_, self.against, self.abstain))
        return float(as_fraction(self.of) - sum(counted))

    @property
    def gate(self) -> Rule:
        """The same as a gate's rule, of those for, those against and all others."""
        votes = {AYES: self.for_, NOES: self.against, OTHERS: self.missing + self.abstain}
        own = self.rule.model_dump(exclude={"unless"})
        vote = Vote(votes={who: n for who, n in votes.items() if n}, **own)
        return Unless(unless=vote) if self.rule.unless else vote
