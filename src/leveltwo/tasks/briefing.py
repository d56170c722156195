"""Brief: a negotiation on paper, for the principal and for the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from leveltwo.tasks.advice import advise
from leveltwo.tasks.answer import Answer, Deal, Progress, Watch
from leveltwo.tasks.case_files import judgements
from leveltwo.tasks.mapping import map_deals
from leveltwo.tasks.sampling import AS_WRITTEN, Sampling
from leveltwo.tasks.workers import HERE, Workers

if TYPE_CHECKING:
    from leveltwo.advice.barriers import Barrier
    from leveltwo.advice.speech import Outline
    from leveltwo.core.assessment import Assessment
    from leveltwo.core.evaluation import Score
    from leveltwo.core.layout import Layout
    from leveltwo.core.map import Map
    from leveltwo.core.sample import Sample
    from leveltwo.report.brief.briefing import Briefing, Identity, Stance
    from leveltwo.report.brief.written import Written
    from leveltwo.solve.recommendation import Fresh, Reason, Recommendation

CONFIDENTIAL = "Confidential"
SPEECHES = 2
"""Speeches outlined besides those to leaders."""


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
        Its date; today unless told.
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
    watch: Watch | None = None,
    progress: Progress | None = None,
) -> Answer[Written]:
    """Write a brief: two pages for the principal, and an annex with all that they rest on.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    files : iterable of Path
        Where to; the suffix says how: .html, .pdf, .docx or .md.
    told : Told
        The plan, the marking and the date.
    sampling : Sampling
        How to sample.
    workers : Workers
        Who searches and maps.
    seconds : float or None
        Time limit of the search for a plan.
    watch, progress : callable or None
        Called while the plan is looked for, and while deals are mapped.

    Raises
    ------
    InputError
        If a suffix is unknown or a file cannot be written.
    PlanError
        If moves are given without a deal, or the plan is no plan of this case.
    """
    from leveltwo.report.brief.content.brief import brief_of
    from leveltwo.report.brief.writers.files import check_suffixes, write
    from leveltwo.report.brief.written import Written

    wanted = tuple(files)
    check_suffixes(wanted)
    found = briefing(source, told, sampling, workers, seconds=seconds, watch=watch,
                     progress=progress)  # fmt: skip
    brief = brief_of(found.result)
    for file in wanted:
        write(brief, file)
    return Answer(source, found.case, Written(found.result, brief, wanted))


def briefing(
    source: str,
    told: Told,
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
    *,
    seconds: float | None = None,
    watch: Watch | None = None,
    progress: Progress | None = None,
) -> Answer[Briefing]:
    """Gather everything that a brief tells; see `write_brief`."""
    from leveltwo.core.layout import Layout
    from leveltwo.errors import PlanError
    from leveltwo.io.catalog import open_case

    case = open_case(source)
    if told.deal is None and told.moves:
        raise PlanError("moves are given without a deal; give --deal too, or leave both out")
    if told.deal is not None and told.floor is not None:
        raise PlanError("a floor is for plans that are looked for; leave out --floor or --deal")
    layout, sample = Layout(case), sampling.of(case)
    if told.deal is None:
        advice = advise(
            source, floor=told.floor, sampling=sampling, workers=workers, seconds=seconds,
            watch=watch,
        ).result  # fmt: skip
        found = _of_advice(advice)
    else:
        found = _of_plan(layout, sample, told.deal, told.moves)
    mapped = None
    if found.plan is not None:
        mapped = map_deals(
            source, found.plan.plan.moves, sampling=sampling, progress=progress, workers=workers
        ).result
    return Answer(source, case, _gathered(source, told, layout, sample, found, mapped))


@dataclass(frozen=True)
class _Found:
    """The plan told of, and how it came."""

    stance: Stance
    advice: Recommendation | None
    plan: Assessment | None
    score: Score | None
    fresh: Fresh | None
    reasons: tuple[Reason, ...]


def _of_advice(advice: Recommendation) -> _Found:
    """The plan advised, or the one that comes nearest."""
    from leveltwo.report.brief.briefing import Stance
    from leveltwo.solve.result import Status

    if advice.plan is not None:
        return _Found(Stance.ADVISED, advice, advice.assessment, advice.score, advice.fresh,
                      advice.reasons)  # fmt: skip
    away = advice.status in (Status.NO_DEAL, Status.FEASIBLE)
    stance = Stance.WALK_AWAY if away else Stance.IMPOSSIBLE
    return _Found(stance, advice, advice.obstacle, None, None, ())


def _of_plan(layout: Layout, sample: Sample, deal: Deal, moves: tuple[str, ...]) -> _Found:
    """A plan that somebody named."""
    from leveltwo.core.assessment import assess
    from leveltwo.core.choice import encode
    from leveltwo.core.compile import compile_table
    from leveltwo.model.planning import sound_plan
    from leveltwo.report.brief.briefing import Stance
    from leveltwo.solve.reasons import reasons
    from leveltwo.solve.verdict import afresh

    plan = sound_plan(layout.case, deal, moves)
    chosen = encode(layout, plan.deal, plan.moves)
    score, why = reasons(compile_table(layout, sample.all_at_once(layout.case)), chosen)
    assessed, fresh = assess(layout, sample, chosen), afresh(layout, sample, chosen)
    return _Found(Stance.GIVEN, None, assessed, score, fresh, why)


def _gathered(
    source: str, told: Told, layout: Layout, sample: Sample, found: _Found, mapped: Map | None
) -> Briefing:
    from leveltwo.report.brief.briefing import Briefing, JudgementsGiven

    given = judgements(layout.case)
    in_the_way = _barriers(layout, sample, found.plan)
    return Briefing(
        identity=_identity(source, told),
        case=layout.case,
        stance=found.stance,
        sample=sample,
        advice=found.advice,
        plan=found.plan,
        score=found.score,
        fresh=found.fresh,
        reasons=found.reasons,
        barriers=in_the_way,
        outlines=_outlines(layout, sample, found, in_the_way),
        map=mapped,
        judgements=JudgementsGiven(len(given.words), given.ranges, given.exact),
    )


def _barriers(layout: Layout, sample: Sample, plan: Assessment | None) -> tuple[Barrier, ...]:
    from leveltwo.advice.barriers import barriers
    from leveltwo.core.choice import encode
    from leveltwo.core.conversion import conversions

    if plan is None:
        return ()
    chosen = encode(layout, plan.plan.deal, plan.plan.moves)
    return barriers(layout.case, conversions(layout, sample, chosen), plan)


def _outlines(
    layout: Layout, sample: Sample, found: _Found, in_the_way: tuple[Barrier, ...]
) -> tuple[Outline, ...]:
    """Speeches to the others' leaders, and to a few of their people who stand in the way."""
    from leveltwo.advice.audiences import audiences
    from leveltwo.advice.speech import outline
    from leveltwo.core.appraise import appraise
    from leveltwo.core.choice import encode

    if found.plan is None or found.score is None:
        return ()
    case, plan = layout.case, found.plan.plan
    leaders = [who for side, who in case.negotiators.items() if side != case.viewpoint]
    people = [barrier.conversion.who for barrier in in_the_way]
    theirs = [who for who in people if case.constituencies[who].side != case.viewpoint]
    asked = list(dict.fromkeys([*leaders, *theirs]))[: len(leaders) + SPEECHES]
    appeals = appraise(layout, sample, encode(layout, plan.deal, plan.moves))
    listeners = audiences(case, asked, ours=False)
    return tuple(outline(case, appeals, listener.find(appeals)) for listener in listeners)


def _identity(source: str, told: Told) -> Identity:
    """The case file's name and digest; a bundled case is a file too."""
    from leveltwo.io.catalog import digest_of
    from leveltwo.report.brief.briefing import Identity

    today = dt.datetime.now().astimezone().date()
    return Identity(Path(source).name, digest_of(source), told.date or today, told.marking)
