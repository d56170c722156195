"""What a sweep varies: places in the case, and what is put there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from leveltwo.core.survey import survey
from leveltwo.errors import InputError, Path, dotted
from leveltwo.model.judgement import Range
from leveltwo.model.negotiation import Negotiation
from leveltwo.scale.sweeps.document import Document, case_of
from leveltwo.scale.sweeps.places import find, put
from leveltwo.scale.sweeps.values import Span, read_values, text


@dataclass(frozen=True)
class Parameter:
    """One place that is varied.

    Parameters
    ----------
    path : tuple of str or int
        The place.
    values : tuple
        Values to put there; of a sample, values to draw from.
    span : Span or None
        Of a sample: what to draw from instead.
    own : bool
        Whether that is the judgement's own range, which fits the case already.
    """

    path: Path
    values: tuple[Any, ...] = ()
    span: Span | None = None
    own: bool = False

    @property
    def name(self) -> str:
        """The place as tables name it."""
        return dotted(self.path)

    def at(self, share: float) -> Any:
        """The value at a share of the way through its span or its values, in [0, 1)."""
        if self.span is not None:
            return self.span.at(share)
        return self.values[int(share * len(self.values))]

    @property
    def ends(self) -> tuple[Any, ...]:
        """The values that show whether it fits the case: all of them, or a span's ends."""
        if self.own:
            return ()
        return self.values if self.span is None else (self.span.low, self.span.high)


def grid_parameters(document: Document, vary: Mapping[str, object]) -> tuple[Parameter, ...]:
    """What is varied in a grid.

    Raises
    ------
    InputError
        If a place does not exist or is named twice, or if it is not said which values.
    """
    found = []
    for written, values in vary.items():
        if values is None:
            raise InputError(f"{written}: no values; write {written}=51,60,67 or =30..60/7")
        parameter = Parameter(find(document, written), tuple(_listed(values, written)))
        found.append(parameter)
    return _distinct(found)


def sample_parameters(
    document: Document, case: Negotiation, vary: Mapping[str, object]
) -> tuple[Parameter, ...]:
    """What is varied in a sample; if nothing is named, every uncertain judgement.

    Raises
    ------
    InputError
        As `grid_parameters`, or if a place without values is no uncertain judgement.
    """
    ranges = survey(case)
    if not vary:
        uncertain = (path for path, (low, _, high) in ranges.items() if low < high)
        return tuple(_own(find(document, path), ranges) for path in uncertain)
    return _distinct([_sampled(document, w, values, ranges) for w, values in vary.items()])


def _sampled(
    document: Document, written: str, values: object, ranges: Mapping[str, Range]
) -> Parameter:
    path = find(document, written)
    if values is None:
        return _own(path, ranges)
    match read_values(values, written):
        case [Span() as span]:
            return Parameter(path, span=span)
    return Parameter(path, tuple(_listed(values, written)))


def _own(path: Path, ranges: Mapping[str, Range]) -> Parameter:
    low, _, high = ranges.get(".".join(map(str, path)), (0.0, 0.0, 0.0))
    if not low < high:
        raise InputError(
            f"{dotted(path)} is no judgement with a range of its own; say which values, "
            "such as 30..60"
        )
    return Parameter(path, span=Span(low, high), own=True)


def _listed(values: object, written: str) -> Iterator[Any]:
    for value in read_values(values, written):
        if not isinstance(value, Span):
            yield value
        elif value.count is None:
            span = f"{text(value.low)}..{text(value.high)}"
            raise InputError(f"{written}: how many values from {span}? Write such as {span}/7")
        else:
            yield from value.values()


def _distinct(found: list[Parameter]) -> tuple[Parameter, ...]:
    names = [parameter.name for parameter in found]
    for name in names:
        if names.count(name) > 1:
            raise InputError(f"{name} is set twice; write all its values in one place")
    return tuple(found)


def fit(document: Document, parameters: tuple[Parameter, ...]) -> None:
    """Refuse values that do not fit the case, each tried alone.

    Raises
    ------
    InputError
        Naming place, value and what is wrong with it.
    """
    for parameter in parameters:
        for value in parameter.ends:
            _, errors = case_of(put(document, parameter.path, value))
            if errors:
                raise InputError(
                    f"{parameter.name}={text(value) or 'null'} makes the case invalid: "
                    f"{errors[0].place}: {errors[0].message}"
                )
