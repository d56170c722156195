"""Sentences about those who stand in the way."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.barriers import WORTH_NAMING, Barrier, Help, Kind
from leveltwo.advice.causes import Cause
from leveltwo.advice.wording.because import because, by_looks, lacking_sentence, swap_sentence
from leveltwo.advice.wording.binding import BINDS
from leveltwo.advice.wording.figures import chance_shift, listed, points
from leveltwo.advice.wording.names import gate_name, people, person, term
from leveltwo.advice.wording.prompts import prompts
from leveltwo.core.assessment import Assessment
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation

VISIBLE = 0.05
FITTING = 4
ALIKE = 2
"""Lines by which a barrier may differ from one told of already and count as the same."""
LIKELY = "Likely to agree as it is, though the result may turn on them"
NO_BARRIERS = "Nobody stands in the way: everybody asked agrees nine times in ten or more."


KINDS = {
    Kind.RED_LINE: "a red line is crossed",
    Kind.TIMING: "what would win them comes after they decide",
    Kind.TRUST: "what would win them may not be delivered",
    Kind.ARBITER: "the word of somebody they follow",
    Kind.INSTITUTION: "the rule asks for more than the majority there is",
    Kind.STANDING: "they are left out of it",
    Kind.PERCEPTION: "how the deal looks to them",
    Kind.INTERESTS: "what the deal gives them",
}
UNEXPLAINED = "not explained by the terms"


def kind_words(barrier: Barrier, *, short: bool = False) -> str:
    """Of what kind a barrier is; nothing is put down to looks for which the case has no ground."""
    if barrier.kind is Kind.PERCEPTION and not by_looks(barrier):
        return "unexplained" if short else UNEXPLAINED
    return barrier.kind.value if short else KINDS[barrier.kind]


def barrier_sentence(barrier: Barrier, sample: Sample) -> str:
    """What converting somebody would buy."""
    c = barrier.conversion
    if c.buys >= WORTH_NAMING:
        return chance_shift(c.now, c.converted, sample)
    if c.gate_converted - c.gate_chance >= WORTH_NAMING:
        shown = chance_shift(c.gate_chance, c.gate_converted, sample)
        return f"saves this gate ({shown}), but others would still refuse in the same cases"
    return "nothing by itself; others are in the way too"


def likely_sentence(case: Negotiation, found: Iterable[Barrier]) -> str | None:
    """Those on whom something turns though they are likely to agree as it is."""
    names = people(case, list(dict.fromkeys(barrier.conversion.who for barrier in found)))
    return f"{LIKELY}: {listed(names)}." if names else None


def barrier_lines(case: Negotiation, barrier: Barrier, plan: Assessment) -> list[str]:
    """One barrier in full: what it is and why, then what would serve, then what to ask."""
    c, deal = barrier.conversion, plan.plan.deal
    gate = gate_name(case, c.side, c.gate)
    lacking = lacking_sentence(barrier, plan.sample)
    found = [f"{person(case, c.who)}, at {gate}: {kind_words(barrier)}; {lacking}."]
    found += [
        f"  {_label(barrier, cause)}: {because(case, barrier, cause, plan)}"
        for cause in barrier.causes.named
    ]
    if barrier.objections:
        minded = objection(case, barrier, deal)
        found.append(f"  objects most to (points against their best option): {minded}")
    if barrier.likes:
        found.append(
            f"  already likes (points against their worst option): {liking(case, barrier, deal)}"
        )
    names = people(case, c.cues)
    pairs = zip(names, c.cues.values(), strict=True)
    heard = [f"{name} ({points(p)})" for name, p in pairs if abs(p) >= VISIBLE]
    if heard:
        found.append(f"  listens to: {listed(heard)}")
    if not plan.sample.certain and abs(c.nudged - c.now) >= VISIBLE / 100:
        found.append(
            f"  10 points more would move the chance of all gates by {_shift(c.nudged - c.now)}"
        )
    return [*found, *_serving(case, barrier, plan), *_asking(case, barrier, plan)]


def _label(barrier: Barrier, cause: Cause) -> str:
    """What a cause is called."""
    looks = cause.kind is Kind.PERCEPTION and not by_looks(barrier)
    return "unexplained" if looks else cause.kind.value


def barriers_told(case: Negotiation, found: Iterable[Barrier], plan: Assessment) -> list[list[str]]:
    """Barriers in full; of somebody told of already only what is different at another gate."""
    told: list[list[str]] = []
    known: dict[str, tuple[str, list[str]]] = {}
    for barrier in found:
        c, lines = barrier.conversion, barrier_lines(case, barrier, plan)
        gate, before = known.setdefault(c.who, (gate_name(case, c.side, c.gate), lines))
        rest = [line for line in lines[1:] if line not in before]
        if before is not lines and len(rest) <= ALIKE:
            same = f"as at {gate}" + (", but for this:" if rest else ".")
            lines = [f"{person(case, c.who)}, at {gate_name(case, c.side, c.gate)}: {same}", *rest]
        told.append(lines)
    return told


def _serving(case: Negotiation, barrier: Barrier, plan: Assessment) -> list[str]:
    """Moves at hand, the classes of moves that fit, and another term where none is told yet."""
    ours = "; ".join(_help(case, barrier, h) for h in barrier.helps[:4])
    fitting = ", ".join(device.label for device in barrier.devices[:FITTING])
    told = any(cause.kind is Kind.INTERESTS for cause in barrier.causes.named)
    swap = None if told else swap_sentence(case, barrier, plan.sample)
    return [
        f"  moves of ours that touch them: {ours}"
        if ours
        else "  no move of ours in the file would win them over",
        f"  kinds of moves that fit: {fitting}",
        *([f"  another term: {swap}"] if swap else []),
    ]


def _asking(case: Negotiation, barrier: Barrier, plan: Assessment) -> list[str]:
    """Questions, where no single move at hand would do."""
    if barrier.answered:
        return []
    questions = [f"    – {question}" for question in prompts(case, barrier, plan)]
    return ["  no single move of ours would do; to find one, ask:", *questions]


def objection(case: Negotiation, barrier: Barrier, deal: dict[str, str]) -> str:
    """What in the deal they object to most."""
    return "; ".join(
        f"{term(case, issue, deal[issue])} ({points(-p)})" for issue, p in barrier.objections
    )


def liking(case: Negotiation, barrier: Barrier, deal: dict[str, str]) -> str:
    """What in the deal they already like."""
    return "; ".join(
        f"{term(case, issue, deal[issue])} ({points(p)})" for issue, p in barrier.likes
    )


def _shift(difference_: float) -> str:
    return f"{points(100 * difference_)} percentage points"


def _help(case: Negotiation, barrier: Barrier, help_: Help) -> str:
    notes = [points(help_.points)] if abs(help_.points) >= VISIBLE else []
    if help_.turns and barrier.lacks:
        notes.append("would do alone")
    if help_.lifts:
        notes.append("lifts the red line")
    if help_.late:
        notes.append("too late for this gate")
    if help_.consent:
        notes.append("needs consent")
    if help_.deceives:
        notes.append("never advised, as it deceives somebody who decides")
    if help_.binding is not None:
        notes.append(BINDS[help_.binding])
    return f"{case.name('moves', help_.move)} ({', '.join(notes)})"
