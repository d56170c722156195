"""Level Two: help the other side with its behind-the-table problem.

Public names are bound when first used, so that importing the package loads neither the
compiler nor the numerical libraries.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leveltwo.advice.speech import Speeches
    from leveltwo.advice.spilled import Spilled
    from leveltwo.core.assessment import Assessment
    from leveltwo.core.calendar import Calendar
    from leveltwo.core.map import Map
    from leveltwo.errors import CaseFileError, InputError, LevelTwoError, PlanError, TooLarge
    from leveltwo.io.yaml_file import dumps, loads
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.report.brief.written import Written
    from leveltwo.scale.sweeps.sweep import Sweep
    from leveltwo.scale.sweeps.swept import Swept
    from leveltwo.solve.order import Order
    from leveltwo.solve.recommendation import Recommendation
    from leveltwo.solve.robustness.record import Robustness
    from leveltwo.tasks import (
        Advised,
        Answer,
        Diagnosis,
        Sampling,
        Workers,
        advise,
        assess,
        calendar,
        cases,
        check,
        devices,
        diagnose,
        insure,
        map_deals,
        order,
        precedent,
        precedents,
        robust,
        schema,
        show,
        speech,
        spillover,
        sweep,
        write_brief,
    )

_HOMES = {
    "advice.speech": ("Speeches",),
    "advice.spilled": ("Spilled",),
    "core.assessment": ("Assessment",),
    "core.calendar": ("Calendar",),
    "core.map": ("Map",),
    "errors": (
        "CaseFileError",
        "InputError",
        "LevelTwoError",
        "PlanError",
        "TooLarge",
    ),
    "io.yaml_file": (
        "dumps",
        "loads",
    ),
    "model.negotiation": ("Negotiation",),
    "report.brief.written": ("Written",),
    "scale.sweeps.sweep": ("Sweep",),
    "scale.sweeps.swept": ("Swept",),
    "solve.order": ("Order",),
    "solve.recommendation": ("Recommendation",),
    "solve.robustness.record": ("Robustness",),
    "tasks": (
        "Advised",
        "Answer",
        "Diagnosis",
        "Sampling",
        "Workers",
        "advise",
        "assess",
        "calendar",
        "cases",
        "check",
        "devices",
        "diagnose",
        "insure",
        "map_deals",
        "order",
        "precedent",
        "precedents",
        "robust",
        "schema",
        "show",
        "speech",
        "spillover",
        "sweep",
        "write_brief",
    ),
}
_HOME = {name: f"leveltwo.{module}" for module, names in _HOMES.items() for name in names}

__all__ = [
    "Advised",
    "Answer",
    "Assessment",
    "Calendar",
    "CaseFileError",
    "Diagnosis",
    "InputError",
    "LevelTwoError",
    "Map",
    "Negotiation",
    "Order",
    "PlanError",
    "Recommendation",
    "Robustness",
    "Sampling",
    "Speeches",
    "Spilled",
    "Sweep",
    "Swept",
    "TooLarge",
    "Workers",
    "Written",
    "advise",
    "assess",
    "calendar",
    "cases",
    "check",
    "devices",
    "diagnose",
    "dumps",
    "insure",
    "loads",
    "map_deals",
    "order",
    "precedent",
    "precedents",
    "robust",
    "schema",
    "show",
    "speech",
    "spillover",
    "sweep",
    "write_brief",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module “leveltwo” has no attribute “{name}”")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
