"""An issue: something the deal settles, and the options for it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from pydantic import ConfigDict, Field, model_validator

from leveltwo.model.base import Id, Noun, Text, Texts, wrong
from leveltwo.model.number import DIGITS, Number, number_from_text, number_text
from leveltwo.model.option import OptionRef
from leveltwo.model.passing_over import PassedOver
from leveltwo.model.said import Said

MAX_OPTIONS = 1_000


class Issue(Noun):
    """One thing to be settled, by name or by number.

    Parameters
    ----------
    options : dict or None
        Options of a named issue: id and what readers call it.
    from_, to, step : float or None
        Ends and step of a numeric issue (``from`` in a file).
    unit : str or None
        What the numbers count.
    says : dict
        What can truthfully be said for an option, by option, perhaps by audience.
    bypasses : dict
        By option: constituencies, and gates as ``side.gate``, that choosing it goes round.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "oneOf": [{"required": ["options"]}, {"required": ["from", "to", "step"]}]
        }
    )

    name: Text | None = None
    options: dict[Id, Text] | None = Field(default=None, min_length=1)
    from_: Number | None = Field(default=None, alias="from")
    to: Number | None = None
    step: Number | None = None
    unit: Text | None = None
    says: dict[OptionRef, Said] = {}
    bypasses: dict[OptionRef, PassedOver] = {}
    summary: Text | None = None
    sources: Texts = ()

    @model_validator(mode="after")
    def _one_form(self) -> Issue:
        numbers = {"from": self.from_, "to": self.to, "step": self.step}
        missing = [key for key, number in numbers.items() if number is None]
        if self.options is None and len(missing) == 3:
            raise wrong("has no options; give it options, or from, to and step")
        if self.options is None and missing:
            raise wrong(f"{' and '.join(missing)} missing; numbers need from, to and step")
        if self.options is not None and len(missing) < 3:
            raise wrong("has both options and numbers; keep either options, or from, to and step")
        if self.numeric:
            self._check_numbers()
        return self

    def _check_numbers(self) -> None:
        texts = [number_text(number) for number in (self.from_, self.to, self.step)]
        if None in texts:
            raise wrong(f"from, to and step may have at most {DIGITS} decimals; round them")
        low, high, step = self._ends
        if step <= 0:
            raise wrong(f"the step is {texts[2]}; it must be above 0")
        if high <= low:
            raise wrong(f"runs from {texts[0]} to {texts[1]}; from must lie below to")
        steps = Fraction(high - low) / Fraction(step)
        if steps >= MAX_OPTIONS:
            raise wrong(
                f"{texts[0]} to {texts[1]} by {texts[2]} makes more than {MAX_OPTIONS:,} options; "
                "take a larger step"
            )
        if steps.denominator != 1:
            raise wrong(f"steps of {texts[2]} do not lead from {texts[0]} to {texts[1]} exactly")

    @cached_property
    def _ends(self) -> tuple[Decimal, Decimal, Decimal]:
        low, high, step = (Decimal(str(number)) for number in (self.from_, self.to, self.step))
        return low, high, step

    @property
    def ends(self) -> tuple[str, str]:
        """The first and the last number of a numeric issue, as options."""
        low, high, _ = self._ends
        return str(number_text(str(low))), str(number_text(str(high)))

    @property
    def numeric(self) -> bool:
        """Whether its options are numbers."""
        return self.options is None

    @cached_property
    def option_ids(self) -> tuple[str, ...]:
        """Its options: ids in the order of the file, or the canonical texts of its numbers."""
        return tuple(self.each_option())

    def each_option(self) -> Iterator[str]:
        """Its options one by one, so that nobody lists a thousand numbers to look at one."""
        if self.options is not None:
            yield from self.options
            return
        low, high, step = self._ends
        for i in range(int((high - low) / step) + 1):
            yield str(number_text(str(low + step * i)))

    def has(self, option: str) -> bool:
        """Whether it is one of the options; told without listing the numbers."""
        if self.options is not None:
            return option in self.options
        low, high, step = self._ends
        if number_text(option) != option or not low <= Decimal(option) <= high:
            return False
        return (Decimal(option) - low) % step == 0

    def find(self, written: str) -> str | None:
        """The option that a text stands for (``12.50`` is ``12.5``); None if there is none."""
        text = number_text(written) if self.numeric else written
        return text if text is not None and self.has(text) else None

    def plain(self, option: str) -> str | int | float:
        """The option as files and JSON write it: an id or a number."""
        return number_from_text(option) if self.numeric else option

    def label(self, option: str) -> str:
        """The option as readers call it."""
        if self.options is not None:
            return self.options[option]
        if self.unit is None:
            return option
        return f"{option} {_one_of(self.unit) if option == '1' else self.unit}"


PLURALS = {"years", "months", "weeks", "days", "hours", "minutes", "seats", "votes", "points"}


def _one_of(unit: str) -> str:
    """A unit as it reads after a 1, where its first word is a plural that is sure to be one."""
    first, space, rest = unit.partition(" ")
    return (first[:-1] if first in PLURALS else first) + space + rest
