"""The design of a sweep: what varies, and every point of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leveltwo.errors import InputError, Path
from leveltwo.model.negotiation import Negotiation
from leveltwo.scale.sweeps.columns import Key, key_of
from leveltwo.scale.sweeps.document import Document
from leveltwo.scale.sweeps.parameters import Parameter, fit, grid_parameters, sample_parameters
from leveltwo.scale.sweeps.points import Point, grid, sample
from leveltwo.scale.sweeps.sweep import Sweep


@dataclass(frozen=True)
class Design:
    """Places and points.

    Parameters
    ----------
    parameters : tuple of Parameter
        What varies.
    points : tuple
        The values at every point, in order; several may be equal.
    """

    parameters: tuple[Parameter, ...]
    points: tuple[Point, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The places, as tables name them."""
        return tuple(parameter.name for parameter in self.parameters)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The places in the document."""
        return tuple(parameter.path for parameter in self.parameters)

    def distinct(self) -> dict[Key, Point]:
        """Every point once."""
        return {key_of(point): point for point in self.points}


def design(document: Document, case: Negotiation, sweep: Sweep) -> Design:
    """What a sweep asks for, each value tried alone.

    Raises
    ------
    InputError
        If nothing varies, or a place or a value does not fit the case.
    TooLarge
        If there are too many points.
    """
    parameters = _parameters(document, case, sweep)
    fit(document, parameters)
    return Design(parameters, tuple(_points(case, sweep, parameters)))


def _parameters(document: Document, case: Negotiation, sweep: Sweep) -> tuple[Parameter, ...]:
    if sweep.sample is not None:
        return sample_parameters(document, case, sweep.vary)
    if not sweep.vary:
        raise InputError("nothing varies; set places and values, or ask for a sample of points")
    return grid_parameters(document, sweep.vary)


def _points(case: Negotiation, sweep: Sweep, parameters: tuple[Parameter, ...]) -> Iterator[Point]:
    if sweep.sample is None:
        return grid(parameters)
    seed = case.uncertainty.seed if sweep.seed is None else sweep.seed
    return sample(parameters, sweep.sample, seed)
