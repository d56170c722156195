"""What users want done, one function each. Every front end calls these, and nothing else.

Libraries and the rest of the program are imported when a task first needs them, so that a
front end starts at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

from leveltwo.errors import InputError, PlanError, Problem, Severity, did_you_mean
from leveltwo.scale.sweeps.sweep import Sweep as Sweep  # noqa: PLC0414 - for front ends

if TYPE_CHECKING:
    from leveltwo.advice.barriers import Barrier
    from leveltwo.core.assessment import Assessment
    from leveltwo.core.crew import Crew
    from leveltwo.core.mapping import Map
    from leveltwo.core.sample import Sample
    from leveltwo.model.negotiation import Negotiation
    from leveltwo.model.plan import Plan
    from leveltwo.scale.sweeps.swept import Swept
    from leveltwo.solve.recommendation import Recommendation

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
Watch = Callable[[float, float, int], None]
DEFAULT_TARGET = 0.5
Deal = Mapping[str, object] | Literal["history"]
"""One option for every issue; or the word, for the deal that a case records as history."""


@dataclass(frozen=True)
class Answer(Generic[Result]):
    """A result and the case it is about, which holds the names that readers see."""

    source: str
    case: Negotiation
    result: Result


@dataclass(frozen=True)
class Check:
    """What is wrong with a case file.

    Parameters
    ----------
    source : str
        The file or name.
    case : Negotiation or None
        The case, if it has the right shape.
    problems : tuple of Problem
        Errors and warnings in the order of the file.
    """

    source: str
    case: Negotiation | None
    problems: tuple[Problem, ...]

    @property
    def valid(self) -> bool:
        """Whether there are no errors."""
        return not any(p.severity is Severity.ERROR for p in self.problems)


@dataclass(frozen=True)
class Diagnosis:
    """Who stands in the way of a plan.

    Parameters
    ----------
    plan : Assessment
        The plan at every gate.
    side : str or None
        The side asked about; None for all.
    barriers : tuple of Barrier
        Those first whose conversion buys most.
    """

    plan: Assessment
    side: str | None
    barriers: tuple[Barrier, ...]


@dataclass(frozen=True)
class Sampling:
    """How to sample, where it differs from the case's own settings."""

    certain: bool = False
    draws: int | None = None
    seed: int | None = None

    def of(self, case: Negotiation) -> Sample:
        """The sample for a case."""
        from leveltwo.core.sample import sample_of

        return sample_of(case, draws=self.draws, seed=self.seed, certain=self.certain)


AS_WRITTEN = Sampling()


@dataclass(frozen=True)
class Workers:
    """Who does the work; the answer is the same whoever does.

    Parameters
    ----------
    threads : int or None
        So many threads of this process; None for one on each processor.
    processes : int or None
        So many processes on this machine.
    scheduler : str or None
        The workers of the Dask scheduler at this address.

    Raises
    ------
    InputError
        If more than one is given, or a number is below 1.
    """

    threads: int | None = None
    processes: int | None = None
    scheduler: str | None = None

    def __post_init__(self) -> None:
        if sum(given is not None for given in (self.threads, self.processes, self.scheduler)) > 1:
            raise InputError("threads, processes and a scheduler exclude each other; name one")
        for what, number in (("threads", self.threads), ("processes", self.processes)):
            if number is not None and number < 1:
                raise InputError(f"the number of {what} is {number}; expected at least 1")

    def crew(self) -> AbstractContextManager[Crew]:
        """The crew, for as long as it is needed.

        Raises
        ------
        NotInstalled, WorkersFailed
            If it cannot be had.
        """
        from leveltwo.core.crew import Threads

        if self.scheduler is None and self.processes is None:
            return nullcontext(Threads(self.threads))
        return self._elsewhere()

    def elsewhere(self) -> AbstractContextManager[Crew | None]:
        """The crew if it is outside this process, else None; raises as `crew`."""
        if self.scheduler is None and self.processes is None:
            return nullcontext()
        return self._elsewhere()

    def _elsewhere(self) -> AbstractContextManager[Crew]:
        from leveltwo.scale.extra import need

        need("distributed", "work in other processes or on other machines")
        from leveltwo.scale.hiring import join, start

        return start(self.processes or 1) if self.scheduler is None else join(self.scheduler)


HERE = Workers()


def cases() -> dict[str, Negotiation]:
    """The bundled cases, by name."""
    from leveltwo.io.catalog import names, open_case

    return {name: open_case(name) for name in names()}


def case_text(name: str) -> str:
    """The text of a case, to copy and change."""
    from leveltwo.io.catalog import text_of

    return text_of(name)


def schema() -> dict[str, Any]:
    """The JSON Schema of case files."""
    from leveltwo.io.schema import json_schema

    return json_schema()


def check(source: str) -> Check:
    """Every problem of a case file."""
    from leveltwo.io.catalog import inspect

    case, problems = inspect(source)
    return Check(source, case, tuple(problems))


def show(source: str) -> Answer[None]:
    """A case, to look at both its tables."""
    return Answer(source, _open(source), None)


def assess(
    source: str,
    deal: Deal,
    moves: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
) -> Answer[Assessment]:
    """What becomes of one plan at every gate, and why.

    Threads do not make this faster, so it is done in one; other processes do, where there
    are many draws.

    Raises
    ------
    PlanError
        If the deal and moves are no plan of this case.
    """
    from leveltwo.core.assessment import assess as assess_plan
    from leveltwo.core.choice import encode
    from leveltwo.core.layout import Layout

    case = _open(source)
    plan = _plan(case, deal, moves)
    layout = Layout(case)
    chosen = encode(layout, plan.deal, plan.moves)
    with workers.elsewhere() as crew:
        result = assess_plan(layout, sampling.of(case), chosen, crew)
    return Answer(source, case, result)


def map_deals(
    source: str,
    moves: Iterable[str] = (),
    confidence: float = 0.5,
    sampling: Sampling = AS_WRITTEN,
    progress: Progress | None = None,
    workers: Workers = HERE,
) -> Answer[Map]:
    """Which deals each side could get approved, and which of them negotiators would pick.

    Where there are too many deals to look at each, the sizes of win-sets are estimated.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    moves : iterable of str
        Moves in force.
    confidence : float
        Chance at which a deal counts as passing.
    sampling : Sampling
        How to sample.
    progress : callable or None
        Called with the combinations of options looked at, and with all there are.
    workers : Workers
        Who does it.
    """
    from leveltwo.core.layout import Layout
    from leveltwo.core.mapping import is_endless
    from leveltwo.core.mapping import map_deals as map_all
    from leveltwo.core.winset_size import estimate_map

    case = _open(source)
    named = _moves(case, moves)
    _share("confidence", confidence)
    layout, sample = Layout(case), sampling.of(case)
    draw = estimate_map if is_endless(layout, sample) else map_all
    with workers.crew() as crew:
        result = draw(layout, sample, named, confidence, progress, crew)
    return Answer(source, case, result)


def diagnose(
    source: str,
    deal: Deal,
    moves: Iterable[str] = (),
    side: str | None = None,
    sampling: Sampling = AS_WRITTEN,
) -> Answer[Diagnosis]:
    """Who stands in the way of a plan, why, and what converting each would buy."""
    from leveltwo.advice.barriers import barriers
    from leveltwo.core.assessment import assess as assess_plan
    from leveltwo.core.choice import encode
    from leveltwo.core.conversion import conversions
    from leveltwo.core.layout import Layout

    case = _open(source)
    if side is not None and side not in case.sides:
        raise PlanError(f"no such side, “{side}”{did_you_mean(side, case.sides)}")
    plan = _plan(case, deal, moves)
    layout, sample = Layout(case), sampling.of(case)
    chosen = encode(layout, plan.deal, plan.moves)
    assessment = assess_plan(layout, sample, chosen)
    found = barriers(case, conversions(layout, sample, chosen), assessment, side)
    return Answer(source, case, Diagnosis(assessment, side, found))


def advise(  # noqa: PLR0913
    source: str,
    deal: Deal | None = None,
    floor: float | None = None,
    in_return: Iterable[str] = (),
    sampling: Sampling = AS_WRITTEN,
    workers: Workers = HERE,
    *,
    seconds: float | None = None,
    watch: Watch | None = None,
) -> Answer[Recommendation]:
    """The plan that serves the side being advised best; with a deal, the cheapest help for it.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    deal : mapping or None
        The deal, if it is given: then the least costly moves are sought that bring it to
        the chance asked for (½ unless told).
    floor : float or None
        The least chance wanted that all gates pass.
    in_return : iterable of str
        Moves of other sides that may be counted on.
    sampling : Sampling
        How to sample.
    workers : Workers
        Who searches.
    seconds : float or None
        Time limit of the search.
    watch : callable or None
        Called with the best score, the bound and the nodes looked at.
    """
    from leveltwo.core.layout import Layout
    from leveltwo.model.plan import read_moves
    from leveltwo.solve.advise import advise as find
    from leveltwo.solve.objective import Goal, Objective

    case = _open(source)
    if floor is not None:
        _share("floor", floor)
    if seconds is not None and not 0 < seconds < float("inf"):
        raise InputError(f"seconds is {seconds:g}; expected a number above 0")
    offered = frozenset(read_moves(case, in_return))
    ours = sorted(offered & set(case.our_moves))
    if ours:
        raise PlanError(f"our own moves cannot be offered in return: {', '.join(ours)}")
    fixed = None if deal is None else _plan(case, deal, ()).deal
    default = 0.0 if deal is None else DEFAULT_TARGET
    objective = Objective(
        goal=Goal.VALUE if deal is None else Goal.COST,
        floor=default if floor is None else floor,
        deal=fixed,
        moves=frozenset(case.our_moves) | offered,
    )
    layout, sample = Layout(case), sampling.of(case)
    with workers.crew() as crew:
        result = find(layout, sample, objective, seconds=seconds, watch=watch, crew=crew)
    return Answer(source, case, result)


def sweep(
    source: str,
    wanted: Sweep,
    file: str | None = None,
    out: str | None = None,
    workers: Workers = HERE,
    progress: Progress | None = None,
    *,
    afresh: bool = False,
) -> Answer[Swept]:
    """One question to many variants of a case.

    Parameters
    ----------
    source : str
        A file or the name of a bundled case.
    wanted : Sweep
        What to ask, and where the case varies.
    file : str or None
        A sweep file that says the rest.
    out : str or None
        Where the table goes, CSV or Parquet by its suffix. Points that are there already are
        not asked again.
    workers : Workers
        Who does it, one point a piece; this thread unless told.
    progress : callable or None
        Called with the points done and all points.
    afresh : bool
        Whether to replace the table that is there.
    """
    from pathlib import Path

    from leveltwo.scale.sweeps.run import run
    from leveltwo.scale.sweeps.sweep import read_sweep

    asked = wanted if file is None else wanted.over(read_sweep(Path(file)))
    table = None if out is None else Path(out)
    with nullcontext() if workers == HERE else workers.crew() as crew:
        swept = run(source, asked, table, crew, progress, afresh=afresh)
    return Answer(source, _open(source), swept)


def is_prepared() -> bool:
    """Whether the solver has been compiled before on this machine."""
    from leveltwo.solve.warm import is_warm

    return is_warm()


def prepare() -> None:
    """Compile the solver; slow the first time after installation, quick ever after."""
    from leveltwo.solve.warm import warm

    warm()


def _open(source: str) -> Negotiation:
    from leveltwo.io.catalog import open_case

    return open_case(source)


def _plan(case: Negotiation, deal: Deal, moves: Iterable[str]) -> Plan:
    from leveltwo.model.planning import sound_plan

    return sound_plan(case, deal, moves)


def _moves(case: Negotiation, moves: Iterable[str]) -> tuple[str, ...]:
    from leveltwo.model.planning import named_moves

    return named_moves(case, moves)


def _share(name: str, share: float) -> None:
    if not 0 <= share <= 1:
        raise InputError(f"{name} is {share:g}; expected a chance between 0 and 1")


@dataclass(frozen=True)
class Judgements:
    """How the numbers of a case were given.

    Parameters
    ----------
    words : dict
        Document path to word, low, best and high, for judgements given as words.
    ranges, exact : int
        How many were given as ranges, and as plain numbers.
    """

    words: dict[str, tuple[str, float, float, float]]
    ranges: int
    exact: int


def judgements(case: Negotiation) -> Judgements:
    """How the numbers of a case were given."""
    from leveltwo.core.survey import survey, words

    spans, given = survey(case), words(case)
    ranges = sum(low < high for path, (low, _, high) in spans.items() if path not in given)
    found = {path: (given[path], *spans[path]) for path in spans if path in given}
    return Judgements(found, ranges, len(spans) - len(given) - ranges)
