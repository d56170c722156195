"""History against advice: what ``docs/explanation/history-and-advice.md`` shows of every case."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from leveltwo import tasks
from leveltwo.advice.wording.figures import chance, points
from leveltwo.advice.wording.names import gate_name, side_name
from leveltwo.core.assessment import Assessment
from leveltwo.core.choice import encode
from leveltwo.core.evaluation import Score, evaluate
from leveltwo.core.layout import Layout
from leveltwo.io.catalog import names, open_case
from leveltwo.model.history import History
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from tests.docs.made import END, texts
from tests.docs.markdown import ROOT
from tests.records import RECORDS

PAGE = ROOT / "docs" / "explanation" / "history-and-advice.md"
OVERVIEW = "overview"
COMMENT = "**Where the model is wrong or silent.**"
TO_WRITE = f"{COMMENT} (To be written.)"
SEARCHED = tasks.Sampling(draws=256)
JUDGED = tasks.Sampling(draws=1024, seed=2**31 - 1)


@dataclass(frozen=True)
class Judged:
    """A plan, and what becomes of it on draws on which no plan was chosen."""

    plan: Plan
    assessment: Assessment
    score: Score


@dataclass(frozen=True)
class Comparison:
    """What was done in a case, and what is advised there."""

    case: Negotiation
    history: History
    done: Judged
    advised: Judged


@cache
def comparison(name: str) -> Comparison:
    """A bundled case's history beside what the program advises."""
    case = open_case(name)
    assert case.history is not None, f"{name} has no history"
    found = tasks.advise(name, sampling=SEARCHED).result
    assert found.plan is not None, f"{name}: walking away is advised; say so on the page"
    done = _judged(name, case, Plan(case.history.deal, case.history.moves))
    return Comparison(case, case.history, done, _judged(name, case, found.plan))


def _judged(name: str, case: Negotiation, plan: Plan) -> Judged:
    layout, sample = Layout(case), JUDGED.of(case)
    (score,) = evaluate(layout, sample, [encode(layout, plan.deal, plan.moves)])
    return Judged(plan, tasks.assess(name, plan.deal, plan.moves, JUDGED).result, score)


def make(name: str) -> list[str]:
    """The lines of one made part of the page."""
    return _overview() if name == OVERVIEW else _section(name)


def completed(lines: Sequence[str]) -> list[str]:
    """The page with a place for every case that has none yet."""
    known = texts(lines)
    found = list(lines)
    for name in names():
        if name not in known:
            found += ["", f"<!-- made: {name} -->", END, "", TO_WRITE]
    return found


def _overview() -> list[str]:
    head = (
        "Case",
        "Advised",
        "What was done: chance, worth",
        "What the program advises: chance, worth",
        "Terms that differ",
        "Our moves: done, advised, in both",
        "What happened",
    )
    return _table(head, (_row(name, comparison(name)) for name in names()))


def _row(name: str, found: Comparison) -> tuple[str, ...]:
    case, done, advised = found.case, found.done, found.advised
    ours = set(case.our_moves)
    made, told = set(done.plan.moves) & ours, set(advised.plan.moves)
    return (
        f"[{case.title}](#{_anchor(case.title)})",
        case.name("sides", case.viewpoint),
        f"{chance(done.score.chance)}, {points(done.score.value)}",
        f"{chance(advised.score.chance)}, {points(advised.score.value)}",
        f"{len(_changed(found))} of {len(case.issues)}",
        f"{len(made)}, {len(told)}, {len(made & told)}",
        "; ".join(_counts(name, case)),
    )


def _counts(name: str, case: Negotiation) -> list[str]:
    return [
        f"{_plain(gate_name(case, one.side, one.gate))}, {one.date}: {one.for_:,} to "
        f"{one.against:,}{f', {one.rest:,} neither' if one.rest else ''}, "
        f"{'passed' if one.passed else 'failed'}"
        for one in RECORDS[name]
    ]


def _section(name: str) -> list[str]:
    found = comparison(name)
    case = found.case
    side = _plain(side_name(case, case.viewpoint))
    head = ("", "what was done", "what the program advises")
    return [
        f"## {case.title}",
        "",
        f"`{name}`; the question is asked for {side}.",
        "",
        *_table(head, [*_figures(found), *_terms(found)]),
        "",
        *_moves(found),
        "",
        "**What happened.** " + " ".join(found.history.result.split()),
        "",
        "Counted: " + "; ".join(_counts(name, case)) + ".",
    ]


def _figures(found: Comparison) -> list[tuple[str, ...]]:
    case, done, advised = found.case, found.done, found.advised
    rows = [
        (
            "**Chance that every gate passes**",
            chance(done.score.chance),
            chance(advised.score.chance),
        ),
        (
            f"**Worth to {_plain(side_name(case, case.viewpoint))}**, points",
            points(done.score.value),
            points(advised.score.value),
        ),
        (
            "Cost of our moves, points",
            *(points(one.score.cost, signed=False) for one in (done, advised)),
        ),
    ]
    for side_id, side in case.sides.items():
        for gate_id, gate in side.gates.items():
            later = " (carrying out)" if gate.implementation else ""
            chances = (
                chance(one.assessment.sides[side_id].gates[gate_id]) for one in (done, advised)
            )
            label = f"{case.name('sides', side_id)}: {gate_name(case, side_id, gate_id)}"
            rows.append((_plain(label) + later, *chances))
    return rows


def _changed(found: Comparison) -> list[str]:
    deals = found.done.plan.deal, found.advised.plan.deal
    return [issue for issue in found.case.issues if deals[0][issue] != deals[1][issue]]


def _terms(found: Comparison) -> list[tuple[str, ...]]:
    case, changed = found.case, _changed(found)
    if not changed:
        return [("*The deal*", "as agreed", "the same")]
    return [
        (
            f"*{_plain(case.name('issues', issue))}*",
            *(
                _plain(case.label(issue, one.plan.deal[issue]))
                for one in (found.done, found.advised)
            ),
        )
        for issue in changed
    ]


def _moves(found: Comparison) -> list[str]:
    case = found.case
    done, told = found.done.plan.moves, found.advised.plan.moves
    ours = set(case.our_moves)
    groups = (
        ("Done and advised", [move for move in case.moves if move in done and move in told]),
        ("Done, not advised", [m for m in case.moves if m in done and m in ours and m not in told]),
        ("Advised, not done", [move for move in case.moves if move in told and move not in done]),
        ("Done by others", [move for move in case.moves if move in done and move not in ours]),
    )
    return [
        f"- {label}: "
        + ("; ".join(_plain(case.name("moves", m)) for m in moves) or "nothing")
        + "."
        for label, moves in groups
    ]


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def _plain(text: str) -> str:
    """A name within a table."""
    return " ".join(text.replace("|", "/").split())


def _anchor(title: str) -> str:
    """How GitHub names a heading."""
    kept = "".join(c for c in title.lower() if c.isalnum() or c in " -_")
    return kept.replace(" ", "-")
