"""What users want done, one function each. Every front end calls these, and nothing else.

Libraries and the rest of the program are imported when a task first needs them, so that a
front end starts at once.
"""

from leveltwo.scale.sweeps.sweep import Sweep
from leveltwo.tasks.advice import DEFAULT_TARGET, Advised, advise
from leveltwo.tasks.answer import Answer, Deal, Progress, Watch
from leveltwo.tasks.assessment import assess
from leveltwo.tasks.briefing import CONFIDENTIAL, ROBUST_SECONDS, Told, briefing, write_brief
from leveltwo.tasks.case_files import (
    Check,
    Judgements,
    case_text,
    cases,
    check,
    judgements,
    schema,
    show,
)
from leveltwo.tasks.diagnosis import Diagnosis, diagnose
from leveltwo.tasks.insuring import insure
from leveltwo.tasks.library import devices, precedent, precedents
from leveltwo.tasks.mapping import map_deals
from leveltwo.tasks.ordering import order
from leveltwo.tasks.preparation import is_prepared, prepare
from leveltwo.tasks.robustness import FRESH_DRAWS, robust
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.scheduling import calendar
from leveltwo.tasks.speaking import speech
from leveltwo.tasks.spilling import spillover
from leveltwo.tasks.sweeping import sweep
from leveltwo.tasks.workers import HERE, Workers

__all__ = [
    "AS_WRITTEN",
    "CONFIDENTIAL",
    "DEFAULT_TARGET",
    "FRESH_DRAWS",
    "HERE",
    "ROBUST_SECONDS",
    "Advised",
    "Answer",
    "Check",
    "Deal",
    "Diagnosis",
    "Judgements",
    "Progress",
    "Sampling",
    "Sweep",
    "Told",
    "Watch",
    "Workers",
    "advise",
    "assess",
    "briefing",
    "calendar",
    "case_text",
    "cases",
    "check",
    "devices",
    "diagnose",
    "insure",
    "is_prepared",
    "judgements",
    "map_deals",
    "order",
    "precedent",
    "precedents",
    "prepare",
    "robust",
    "schema",
    "show",
    "speech",
    "spillover",
    "sweep",
    "write_brief",
]
