"""Level Two: help the other side with its behind-the-table problem.

Public names are bound when first used, so that importing the package loads neither the
compiler nor the numerical libraries.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leveltwo.errors import CaseFileError, InputError, LevelTwoError, PlanError, TooLarge
    from leveltwo.io.yaml_file import dumps, loads
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.scale.sweeps.sweep import Sweep
    from leveltwo.tasks import (
        Sampling,
        Workers,
        advise,
        assess,
        calendar,
        cases,
        check,
        devices,
        diagnose,
        map_deals,
        precedent,
        precedents,
        robust,
        schema,
        show,
        spillover,
        sweep,
    )

_HOMES = {
    "errors": ("CaseFileError", "InputError", "LevelTwoError", "PlanError", "TooLarge"),
    "io.yaml_file": ("dumps", "loads"),
    "model.negotiation": ("Negotiation",),
    "scale.sweeps.sweep": ("Sweep",),
    "tasks": (
        "Sampling",
        "Workers",
        "advise",
        "assess",
        "calendar",
        "cases",
        "check",
        "devices",
        "diagnose",
        "map_deals",
        "precedent",
        "precedents",
        "robust",
        "schema",
        "show",
        "spillover",
        "sweep",
    ),
}
_HOME = {name: f"leveltwo.{module}" for module, names in _HOMES.items() for name in names}

__all__ = [
    "CaseFileError",
    "InputError",
    "LevelTwoError",
    "Negotiation",
    "PlanError",
    "Sampling",
    "Sweep",
    "TooLarge",
    "Workers",
    "advise",
    "assess",
    "calendar",
    "cases",
    "check",
    "devices",
    "diagnose",
    "dumps",
    "loads",
    "map_deals",
    "precedent",
    "precedents",
    "robust",
    "schema",
    "show",
    "spillover",
    "sweep",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module “leveltwo” has no attribute “{name}”")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
