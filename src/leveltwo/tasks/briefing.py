"""Brief: a negotiation on paper, for the principal and for the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leveltwo.tasks.advice import advise, alike
from leveltwo.tasks.answer import Answer, Deal, Progress, Watch
from leveltwo.tasks.case_files import judgements
from leveltwo.tasks.mapping import map_deals
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.seen import seen, still
from leveltwo.tasks.stopping import unbroken
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.report.brief.briefing import Briefing, Identity, JudgementsGiven
    from leveltwo.report.brief.written import Written
    from leveltwo.solve.clock import Clock
    from leveltwo.solve.robustness.record import Robustness
    from leveltwo.tasks.gathering import Found

CONFIDENTIAL = "Confidential"
ROBUST_SECONDS = 60.0
"""Time for how far the plan can be relied on, unless told."""
SEARCHING = 0.5
"""Share of a time limit that looking for a plan, and what explains it, may take."""
AT_LEAST = 0.1
"""Share of it that the map and what can be relied on may each take, however late it is."""
Study = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Told:
    """How a brief is marked and dated, and for which plan it is.

    Parameters
    ----------
    deal, moves : mapping and iterable of str, or None
        The plan; with no deal, the plan that is advised.
    floor : float or None
        The least chance wanted, where the plan is looked for.
    marking : str
        How confidential it is; empty for not at all.
    date : datetime.date or None
        Its date, from which the case is seen, as `advise` does with ``today``; the present day
        unless told.
    """

    deal: Deal | None = None
    moves: tuple[str, ...] = ()
    floor: float | None = None
    marking: str = CONFIDENTIAL
    date: dt.date | None = None


def write_brief(  # noqa: PLR0913
    source: str,
    files: Iterable[Path],
    told: Told,
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
    *,
    seconds: float | None = None,
    robust_seconds: float = ROBUST_SECONDS,
    watch: Watch | None = None,
    progress: Progress | None = None,
    study: Study | None = None,
) -> Answer[Written]:
    """Write a brief: two pages for the principal, and an annex with all that they rest on.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    files : iterable of Path
        Where to, all or none; the suffix says how: .html, .pdf, .docx or .md.
    told : Told
        The plan, the marking and the date.
    sampling : Sampling
        How to sample.
    workers : Workers
        Who searches and maps.
    seconds : float or None
        Time limit of the whole brief, about. The search for a plan takes half of it at most; where
        deals are too many to map in time, win-sets are estimated; how far the plan can be relied on
        comes last, in what is left. The rest takes what it takes.
    robust_seconds : float
        Time limit for how far the plan can be relied on; 0 leaves that out, as do best guesses
        only.
    watch, progress, study : callable or None
        Called while the plan is looked for, while deals are mapped, and while it is found out how
        far the plan can be relied on.

    Raises
    ------
    InputError
        If a suffix is unknown, a file cannot be written, or a limit is no number of seconds.
    PlanError
        If moves are given without a deal, or the plan is no plan of this case.
    """
    from leveltwo.io.whole_files import each_once
    from leveltwo.report.brief.content.brief import brief_of
    from leveltwo.report.brief.writers.files import check_files, write
    from leveltwo.report.brief.written import Written

    wanted = each_once(files)
    check_files(wanted)
    found = briefing(
        source, told, sampling, workers, seconds=seconds, robust_seconds=robust_seconds,
        watch=watch, progress=progress, study=study,
    )  # fmt: skip
    brief = brief_of(found.result)
    write(brief, wanted)
    return Answer(source, found.case, Written(found.result, brief, wanted))


def briefing(  # noqa: PLR0913
    source: str,
    told: Told,
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
    *,
    seconds: float | None = None,
    robust_seconds: float = ROBUST_SECONDS,
    watch: Watch | None = None,
    progress: Progress | None = None,
    study: Study | None = None,
) -> Answer[Briefing]:
    """Gather everything that a brief tells; see `write_brief`."""
    from leveltwo.core.layout import Layout
    from leveltwo.io.catalog import open_case
    from leveltwo.model.planning import sound_plan
    from leveltwo.report.brief.briefing import Briefing
    from leveltwo.solve.clock import Clock
    from leveltwo.tasks import gathering

    written = open_case(source)
    _check(told, seconds, robust_seconds)
    clock, identity = Clock(seconds), _identity(source, told)
    now = seen(written, identity.date)
    case, changes = now.case, now.changes
    layout, sample = Layout(case), sampling.of(case)
    if told.deal is None:
        asking = advise(
            source, floor=told.floor, sampling=sampling, workers=workers,
            seconds=clock.left(SEARCHING), today=identity.date, watch=watch,
        )  # fmt: skip
        found = gathering.of_advice(layout, unbroken(asking.result))
    else:
        plan, changes = still(now, sound_plan(written, told.deal, told.moves))
        found = gathering.of_plan(layout, sample, plan)
    mapped = None
    if found.plan is not None:
        mapped = map_deals(
            source, found.plan.plan.moves, sampling=sampling, progress=progress, workers=workers,
            longest=_left(clock, seconds), today=identity.date,
        ).result  # fmt: skip
    barriers = gathering.in_the_way(layout, found)
    cited = gathering.parallels(source, layout, found)
    result = Briefing(
        identity=identity,
        case=case,
        stance=found.stance,
        sample=sample,
        advice=found.advice,
        plan=found.plan,
        score=found.score,
        fresh=found.fresh,
        reasons=found.reasons,
        barriers=barriers,
        outlines=gathering.outlines(layout, found, barriers),
        map=mapped,
        calendar=gathering.scheduled(layout, sample, found, identity.date, changes),
        spilled=gathering.spill(source, layout, found),
        precedents=cited,
        akin=alike(source, case, cited),
        order=gathering.approaches(layout, sample, found),
        insurance=gathering.insured(layout, sample, found),
        judgements=_given(case),
        robustness=None,
    )
    if robust_seconds and not sample.certain:
        left = min(robust_seconds, _left(clock, seconds))
        relied = _relied(source, found, sampling, workers, left, study, identity.date)
        result = replace(result, robustness=relied)
    return Answer(source, case, result)


def _given(case: Negotiation) -> JudgementsGiven:
    """How its judgements were given, and how many of those who hold them name a source."""
    from leveltwo.report.brief.briefing import JudgementsGiven

    found = judgements(case)
    sources = [part.sources for part in case.constituencies.values()]
    sources += [part.sources for part in case.moves.values()]
    sources += [part.sources for part in case.issues.values()]
    sourced = sum(bool(named) for named in sources)
    return JudgementsGiven(len(found.words), found.ranges, found.exact, len(sources), sourced)


def _left(clock: Clock, seconds: float | None) -> float:
    """Seconds left of a limit, or a small share of it where there are fewer."""
    left = clock.left()
    return float("inf") if left is None or seconds is None else max(left, AT_LEAST * seconds)


def _check(told: Told, seconds: float | None, robust_seconds: float) -> None:
    from leveltwo.errors import InputError, PlanError

    if told.deal is None and told.moves:
        raise PlanError("moves are given without a deal; give --deal too, or leave both out")
    if told.deal is not None and told.floor is not None:
        raise PlanError("a floor is for plans that are looked for; leave out --floor or --deal")
    if seconds is not None and not 0 < seconds < float("inf"):
        raise InputError(f"seconds is {seconds:g}; expected a number above 0")
    if not 0 <= robust_seconds < float("inf"):
        raise InputError(f"robust_seconds is {robust_seconds:g}; expected a number from 0")


def _relied(
    source: str,
    found: Found,
    sampling: Sampling,
    workers: Workers,
    seconds: float,
    study: Study | None,
    today: dt.date,
) -> Robustness | None:
    """How far the plan proposed, or walking away, can be relied on."""
    from leveltwo.report.brief.briefing import Stance
    from leveltwo.tasks.robustness import robust

    if found.stance is Stance.IMPOSSIBLE:
        return None
    plan = found.proposed
    deal, moves = (None, ()) if plan is None else (plan.deal, plan.moves)
    asking = robust(
        source, deal, moves, sampling, workers, seconds=seconds, today=today, watch=study
    )
    return replace(unbroken(asking.result), advised=found.stance is not Stance.GIVEN)


def _identity(source: str, told: Told) -> Identity:
    """The case file's name and digest; a bundled case is a file too."""
    from leveltwo.io.catalog import digest_of
    from leveltwo.report.brief.briefing import Identity

    today = dt.datetime.now().astimezone().date()
    return Identity(Path(source).name, digest_of(source), told.date or today, told.marking)
