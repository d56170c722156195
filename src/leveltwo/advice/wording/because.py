"""Why somebody stands in the way: one sentence for each cause, with its numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from leveltwo.advice.barriers import Barrier
from leveltwo.advice.causes import Cause
from leveltwo.advice.wording.figures import chance, listed, points
from leveltwo.advice.wording.names import gate_name, people, rule_in_words, term
from leveltwo.core.assessment import Assessment
from leveltwo.core.conversion import Conversion
from leveltwo.core.explained import Explained, asked_late
from leveltwo.core.hindrance import Hindrance
from leveltwo.core.sample import Sample
from leveltwo.core.tally import Tally
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.negotiation import Negotiation

NAMED = 3
"""Moves, leaders and issues named in one sentence."""
VISIBLE = 0.05


def because(case: Negotiation, barrier: Barrier, cause: Cause, plan: Assessment) -> str:
    """Why a cause applies, with the numbers that say so."""
    tell = {
        Kind.RED_LINE: _red_line,
        Kind.TIMING: _timing,
        Kind.TRUST: _trust,
        Kind.ARBITER: _arbiter,
        Kind.INSTITUTION: _institution,
        Kind.STANDING: _standing,
        Kind.PERCEPTION: _perception,
        Kind.INTERESTS: _interests,
    }[cause.kind]
    return tell(_Facts(case, barrier, plan))


@dataclass(frozen=True)
class _Facts:
    """What a sentence is made from."""

    case: Negotiation
    barrier: Barrier
    plan: Assessment

    @property
    def conversion(self) -> Conversion:
        return self.barrier.conversion

    @property
    def hindrance(self) -> Hindrance:
        return self.barrier.conversion.hindrance

    @property
    def explained(self) -> Explained:
        return self.barrier.causes.explained

    @property
    def certain(self) -> bool:
        return self.plan.sample.certain


def lacking_sentence(barrier: Barrier, sample: Sample) -> str:
    """How far somebody is from being likely to agree."""
    lacking = barrier.conversion.hindrance.lacking
    if lacking < VISIBLE:
        return "they agree nine times in ten as it is, a red line or the rule apart"
    figure = points(lacking, signed=False)
    if sample.certain:
        return f"they lack {figure} points"
    return f"they lack {figure} points to agree nine times in ten"


def _share(figure: float, barrier: Barrier) -> str:
    """Points as part of those that are lacking."""
    lacking = barrier.conversion.hindrance.lacking
    said = points(figure, signed=False)
    if lacking < VISIBLE:
        return f"{said} points, though they agree nine times in ten as it is"
    if round(figure, 1) > round(lacking, 1):
        return f"{said} points, more than the {points(lacking, signed=False)} that they lack"
    return f"{said} of the {points(lacking, signed=False)} points that they lack"


def _quoted(case: Negotiation, moves: Mapping[str, float]) -> str:
    """Moves by name with their points, the largest first; how many more there are."""
    ranked = sorted(moves, key=lambda move: (-moves[move], move))
    told = [f"“{case.name('moves', m)}” ({points(moves[m], signed=False)})" for m in ranked]
    return listed(told[:NAMED] + ([f"{len(told) - NAMED} more"] if len(told) > NAMED else []))


def _red_line(of: _Facts) -> str:
    c, deal = of.conversion, of.plan.plan.deal
    crossed = listed([f"“{term(of.case, i, deal[i])}”" for i in c.hindrance.crossed])
    then = "they would be for" if c.hindrance.pardoned >= 0.5 else "they would still not be for"
    if not of.certain:
        then = f"the chance that they are for would be {chance(c.hindrance.pardoned)}"
    return (
        f"The deal crosses a red line of theirs, {crossed}, and they vote against whatever else it "
        f"holds; without the red line {then}."
    )


def _timing(of: _Facts) -> str:
    found, c = of.explained, of.conversion
    date = of.case.sides[c.side].gates[c.gate].date
    return (
        f"They decide on {date}, before {_quoted(of.case, found.late)}; in time that would bring "
        f"{_share(found.timing, of.barrier)}."
    )


def _trust(of: _Facts) -> str:
    return " ".join([*_unsure(of), *_only_said(of)])


def _unsure(of: _Facts) -> list[str]:
    """What may not work, with its chance, and what that doubt costs."""
    unsure = of.hindrance.unsure
    if not unsure:
        return []
    ranked = sorted(unsure, key=lambda move: (-unsure[move], move))[:NAMED]
    odds = {move: chance(of.case.moves[move].chance.mean) for move in ranked}
    moves = [f"“{of.case.name('moves', m)}” (works with a chance of {odds[m]})" for m in ranked]
    cost = _share(of.explained.trust, of.barrier)
    return [f"What is to win them may not work: {listed(moves)}; that doubt costs {cost}."]


def _only_said(of: _Facts) -> list[str]:
    """What helps them and was only said; whether the file doubts that it is kept."""
    said = of.explained.word_only
    if not said:
        return []
    verb = "are" if len(said) > 1 else "is"
    sure = [move for move in said if of.case.moves[move].chance.low >= 1]
    kept = " The case counts it as kept for sure; a chance below 1 would say otherwise."
    if len(sure) > 1:
        kept = " The case counts them as kept for sure; chances below 1 would say otherwise."
    return [f"{_quoted(of.case, said)} {verb} only said.{kept if sure == [*said] else ''}"]


def _arbiter(of: _Facts) -> str:
    words = of.hindrance.words
    ranked = sorted(words, key=lambda who: (-words[who], who))[:NAMED]
    pairs = zip(people(of.case, ranked), ranked, strict=True)
    leaders = listed([f"{name} ({points(words[who])})" for name, who in pairs])
    return (
        f"A different word from {leaders} would be worth {_share(of.explained.words, of.barrier)}."
    )


def _standing(of: _Facts) -> str:
    c = of.conversion
    stakes = c.hindrance.stakes
    helped = "no move of the plan helps them"
    found = of.explained.left_out or 0.0
    if of.explained.unspoken:
        ranked = sorted(stakes.unspoken, key=lambda i: (-stakes.unspoken[i], i))[:NAMED]
        issues = listed([f"“{of.case.name('issues', issue)}”" for issue in ranked])
        speaker = of.case.sides[of.case.constituencies[c.who].side].negotiator
        return (
            f"On {issues} their negotiator, {people(of.case, [speaker])[0]}, has nothing to gain "
            f"by asking for more, and {helped}: that leaves out {points(found, signed=False)} of "
            f"the {points(stakes.withheld, signed=False)} points that the deal withholds from them."
        )
    if asked_late(of.case, c):
        return f"They are asked only when the deal is carried out, and {helped}."
    return f"They have a vote, but {helped}, nor would any other in the case."


def _perception(of: _Facts) -> str:
    h = of.hindrance
    told = [_terms_alone(h.stakes.worth)]
    if h.stakes.spread < h.lacking:
        apart = points(h.stakes.spread, signed=False)
        told.append(f"their worst and their best deal lie only {apart} points apart")
    if h.discounted:
        told.append(f"they discount, for who makes it, {_quoted(of.case, h.discounted)}")
    if h.harmed:
        told.append(f"what is done or said costs points with them: {_quoted(of.case, h.harmed)}")
    said = "; ".join(told)
    share = _share(of.explained.seen, of.barrier)
    said = f"{said[0].upper()}{said[1:]}."
    if by_looks(of.barrier):
        return f"{said} How the deal is seen accounts for {share}."
    return (
        f"{said} Neither terms nor moves explain {share}. It may be how the deal looks to them, of "
        "which the case says nothing: ask."
    )


def by_looks(barrier: Barrier) -> bool:
    """Whether the case gives ground to say that it matters how the deal looks to somebody.

    That is, where some move of the plan is discounted for who makes it, or hurts them.
    """
    h = barrier.conversion.hindrance
    return bool(h.discounted or h.harmed)


def _terms_alone(worth: float) -> str:
    if abs(worth) < VISIBLE:
        return "on its terms the deal is worth as much to them as no deal"
    more = "more" if worth > 0 else "less"
    said = points(abs(worth), signed=False)
    return f"on its terms the deal is worth {said} points {more} to them than no deal"


def _interests(of: _Facts) -> str:
    h = of.hindrance
    said = _terms_alone(h.stakes.worth)
    said = f"{said[0].upper()}{said[1:]}."
    better = swap_sentence(of.case, of.barrier, of.plan.sample)
    if better is None:
        return f"{said} No other option that the case allows would give them more."
    if h.stakes.withheld < -h.stakes.worth:
        best = points(h.stakes.withheld, signed=False)
        better += f" Even their best deal, worth {best} points more, would be worth less than none."
    return f"{said} {better}"


def swap_sentence(case: Negotiation, barrier: Barrier, sample: Sample) -> str | None:
    """What the one term whose change would do most would do."""
    swap = barrier.conversion.hindrance.swap
    if swap is None:
        return None
    negotiator = case.sides[case.viewpoint].negotiator
    ours = f"{points(swap.ours)} for {people(case, [negotiator])[0]}"
    then = f"they would {'be for' if swap.chance >= 0.5 else 'still not be for'}"
    if not sample.certain:
        then = f"the chance that they are for would be {chance(swap.chance)}"
    theirs = f"{points(swap.points)} points for them"
    whose = theirs if negotiator == barrier.conversion.who else f"{theirs} and {ours}"
    return f"“{term(case, swap.issue, swap.option)}” instead would mean {whose}; {then}."


def _institution(of: _Facts) -> str:
    c = of.conversion
    told = []
    if of.barrier.causes.asks_more:
        rule = rule_in_words(of.case, of.case.sides[c.side].gates[c.gate].rule)
        counted = (
            f"The gate needs {rule}" if c.hindrance.tally is None else _count(c.hindrance.tally)
        )
        then = _passes(c.hindrance.ordinary, of.plan.sample)
        told.append(f"{counted}. If a bare majority were enough, this gate {then}.")
    if of.barrier.causes.also_asked:
        chances = of.plan.sides[c.side].gates
        others = [
            f"“{gate_name(of.case, c.side, key)}”, which {_passes(chances[key], of.plan.sample)}"
            for key in of.barrier.causes.also_asked
        ]
        told.append(f"They are asked twice: also at {listed(others)}.")
    return " ".join(told)


def _passes(share: float, sample: Sample) -> str:
    if sample.certain:
        return "would pass" if share >= 0.5 else "would fail"
    return f"would pass with a chance of {chance(share)}"


def _count(tally: Tally) -> str:
    """A count: what it needs and what it has."""
    have, total = f"{tally.votes:,.4g}", f"{tally.total:,g}"
    needed, bare = f"{tally.needed:,.4g}", f"{tally.bare:,.4g}"
    if tally.veto:
        return (
            f"Of {total} votes {needed} against are enough to block the gate, and {have} are on "
            f"average; more than half of the votes cast would be {bare}"
        )
    said = (
        f"The rule asks for {needed} of {total} votes, and {have} are for on average; more than "
        f"half of the votes cast would be {bare}"
    )
    if tally.quorum is not None:
        said += f"; {tally.quorum:,.4g} must be cast, and {tally.cast:,.4g} are"
    return said
