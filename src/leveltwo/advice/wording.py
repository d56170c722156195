"""Every sentence that the program says about an answer, in one place.

Words claim no more than the judgements support: a chance is a consequence of these
judgements, never a forecast, and nothing uncertain is called sure.
"""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.barriers import WORTH_NAMING, Barrier, Help, Kind
from leveltwo.core.assessment import Assessment
from leveltwo.core.contributions import Contributions
from leveltwo.core.mapping import Map
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.model.rule import MAJORITY, All, AnyOf, Base, Rule, Unless, Vote
from leveltwo.solve.objective import Goal
from leveltwo.solve.recommendation import Reason, Recommendation
from leveltwo.solve.result import Status

CAVEAT = (
    "Chances follow from the judgements in the case file; they are not forecasts. "
    "Change a judgement and they change."
)


def chance(share: float, sample: Sample | None = None) -> str:
    """A chance in words that never claim certainty of something uncertain.

    In the certain case, “yes” or “no”.
    """
    if sample is not None and sample.certain:
        return "yes" if share >= 0.5 else "no"
    if share < 0.001:
        return "< 1 in 1,000"
    if share > 0.999:
        return "> 999 in 1,000"
    if share < 0.01 or share > 0.99:
        return f"{share:.1%}".replace("%", " %")
    return f"{share:.0%}".replace("%", " %")


def chance_range(low: float, high: float) -> str:
    """An interval of chances."""
    return f"{chance(low)} to {chance(high)}"


def points(number: float, *, signed: bool = True) -> str:
    """Points with one decimal, a true minus sign and no negative zero."""
    text = f"{abs(number):.1f}"
    if text == "0.0":
        return "0.0"
    plus = "+" if signed else ""
    return ("−" if number < 0 else plus) + text


def listed(names: list[str], word: str = "and") -> str:
    """Names in a row: a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"


def gate_name(case: Negotiation, side: str, gate: str) -> str:
    """What readers call a gate."""
    return case.sides[side].gates[gate].name or gate.replace("_", " ").capitalize()


def person(case: Negotiation, who: str) -> str:
    """What readers call a constituency."""
    return case.name("constituencies", who)


def people(case: Negotiation, ids: Iterable[str]) -> list[str]:
    """Constituencies as they read within a sentence: “the Senate”, not “The Senate”."""
    names = [person(case, who) for who in ids]
    return [f"the{name[3:]}" if name.startswith("The ") else name for name in names]


def term(case: Negotiation, issue: str, option: str) -> str:
    """An issue and the option chosen."""
    return f"{case.name('issues', issue)}: {case.label(issue, option)}"


def rule_in_words(case: Negotiation, rule: Rule) -> str:
    """What a gate needs, as the end of “needs …”."""
    if isinstance(rule, str):
        return f"the agreement of {listed(people(case, [rule]))}"
    if isinstance(rule, Vote):
        return _vote(case, rule)
    if isinstance(rule, Unless):
        return _veto(case, rule.unless)
    if isinstance(rule, All):
        return _joined(case, rule.all, "and")
    if isinstance(rule, AnyOf):
        return _joined(case, rule.any, "or")
    options = "; ".join(rule_in_words(case, part) for part in rule.of)
    return f"at least {rule.at_least} of these: {options}"


def _joined(case: Negotiation, rules: tuple[Rule, ...], word: str) -> str:
    names = people(case, (rule for rule in rules if isinstance(rule, str)))
    others = [
        f"({rule_in_words(case, r)})" if isinstance(r, All | AnyOf) else rule_in_words(case, r)
        for r in rules
        if not isinstance(r, str)
    ]
    agreed = [f"the agreement of {listed(names, word)}"] if names else []
    return f", {word} ".join([*agreed, *others])


def _vote(case: Negotiation, vote: Vote) -> str:
    text = f"{_share(vote)} for {_holders(case, vote)}"
    if vote.quorum is not None:
        text += f", with at least {vote.quorum} of all votes cast"
    if vote.approval is not None:
        text += f", and at least {vote.approval} of all votes for"
    return text


def _veto(case: Negotiation, vote: Vote) -> str:
    text = f"not to be blocked; a block takes {_share(vote)} against {_holders(case, vote)}"
    if vote.quorum is not None:
        text += f", with at least {vote.quorum} of all votes cast"
    if vote.approval is not None:
        text += f", from at least {vote.approval} of all votes"
    return text


def _share(vote: Vote) -> str:
    whole = "the votes cast" if vote.base is Base.CAST else f"{_number(vote)} votes"
    if vote.need == MAJORITY:
        return f"more than half of {whole}"
    if isinstance(vote.need, str):
        return f"at least {vote.need} of {whole}"
    return f"at least {vote.need:g} of {_number(vote)} votes"


def _number(vote: Vote) -> str:
    return f"{float(vote.total):,g}"


def _holders(case: Negotiation, vote: Vote) -> str:
    return "(" + "; ".join(f"{person(case, who)}: {n:g}" for who, n in vote.votes.items()) + ")"


def interval_sentence(assessment: Assessment) -> str:
    """The headline of an assessment."""
    if assessment.sample.certain:
        word = "passes" if assessment.chance >= 0.5 else "fails"
        return f"If every best guess is right and every move works, the plan {word}."
    low, high = assessment.sample.interval(assessment.chance)
    return (
        f"Chance that every gate passes: {chance(assessment.chance)} "
        f"(sampling error: {chance_range(low, high)}; {assessment.sample.draws:,} draws)."
    )


def durability_sentence(case: Negotiation, assessment: Assessment) -> str | None:
    """What the implementation gates add, if there are any."""
    gates = [
        gate_name(case, s, g)
        for s, side in case.sides.items()
        for g, gate in side.gates.items()
        if gate.implementation
    ]
    if not gates:
        return None
    shown = chance(assessment.durable, assessment.sample)
    return f"Chance that it is also carried out ({listed(gates)}): {shown}."


def headline(case: Negotiation, advice: Recommendation) -> str:
    """The answer in a sentence or two."""
    side = case.name("sides", case.viewpoint)
    goal = advice.objective.goal
    match advice.status:
        case Status.OPTIMAL if goal is Goal.COST:
            return "Proved: this is the least costly help that brings the deal to the chance asked for."
        case Status.OPTIMAL:
            return f"Proved: no plan is worth more to {side}, by these judgements."
        case Status.FEASIBLE:
            return _feasible(advice)
        case Status.NO_DEAL:
            return f"Walk away: it is proved that no plan is worth more to {side} than no deal."
        case Status.INFEASIBLE if advice.objective.floor > 0:
            asked = chance(advice.objective.floor)
            return f"No: it is proved that no plan allowed here reaches a chance of {asked}."
        case Status.INFEASIBLE:
            return "No: the rules of the case leave no plan."
    return "Stopped before any plan was found; give it more time."


def _feasible(advice: Recommendation) -> str:
    value = advice.score.value if advice.score else 0.0
    if advice.objective.goal is Goal.COST:
        return (
            "Stopped before the proof: this is the least costly help found; it is proved that none "
            f"costs less than {points(advice.bound, signed=False)} points."
        )
    return (
        f"Stopped before the proof: the best plan found is worth {points(value)} points, and it "
        f"is proved that none is worth more than {points(advice.bound)}."
    )


def worth_sentence(advice: Recommendation) -> str | None:
    """What the plan is worth against walking away."""
    if advice.score is None:
        return None
    score = advice.score
    return (
        f"Worth {points(score.value)} points against 0 for walking away "
        f"(the gain where it passes, less {points(score.cost, signed=False)} for our moves)."
    )


def fresh_sentence(advice: Recommendation) -> str | None:
    """Its chance on draws that played no part in choosing it."""
    if advice.fresh is None:
        return None
    fresh = advice.fresh
    shown = chance(fresh.score.chance)
    text = (
        f"Chance that every gate passes: {shown} (sampling error: "
        f"{chance_range(*fresh.interval)}), on {fresh.sample.draws:,} fresh draws."
    )
    if fresh.score.chance < advice.objective.floor:
        text += " That is below the chance asked for, which it met on the draws it was chosen on."
    return text


def stop_sentences(case: Negotiation, advice: Recommendation) -> list[str]:
    """Why nothing is advised: which gate is in the way, and whether it is ours."""
    if advice.best_chance is None or advice.obstacle is None:
        return ["No deal keeps the rules of the case together with any set of moves."]
    best = advice.obstacle
    said = [f"The best chance that any plan reaches is {chance(best.chance, best.sample)}."]
    said += [_in_the_way(case, best)]
    theirs = advice.theirs
    if theirs is not None:
        others = min(p.chance for s, p in theirs.sides.items() if s != case.viewpoint)
        ours = theirs.sides[case.viewpoint].chance
        if others > best.chance + 0.05 and ours < others:
            said.append(
                f"Their gates could be carried further (up to {chance(others, best.sample)}), but "
                "only with what our own side refuses: what they need lies outside our win-set."
            )
        elif others <= best.chance + 0.05:
            said.append("Nothing that we can offer or do moves their gates further.")
    return said


def _in_the_way(case: Negotiation, plan: Assessment) -> str:
    gates = [
        (p, s, g)
        for s, side in plan.sides.items()
        for g, p in side.gates.items()
        if not case.sides[s].gates[g].implementation
    ]
    worst, side, gate = min(gates)
    asked = [
        (standing.gates[side, gate][0], who)
        for who, standing in plan.constituencies.items()
        if (side, gate) in standing.gates
    ]
    against = people(case, [who for share, who in sorted(asked) if share < 0.5][:4])
    names = f"; likely against: {listed(against)}" if against else ""
    return (
        f"Even then the gate most in the way is {gate_name(case, side, gate)} "
        f"({case.name('sides', side)}), at {chance(worst, plan.sample)}{names}."
    )


def spill_over(case: Negotiation, reason: Reason) -> list[str]:
    """Whom on our own side a move annoys."""
    found = [
        (p, who)
        for who, p in reason.effects.items()
        if p < -0.05
        and case.constituencies[who].side == case.viewpoint
        and who != case.sides[case.viewpoint].negotiator
    ]
    names = people(case, [who for _, who in sorted(found)])
    return [f"{name} {points(p)}" for name, (p, _) in zip(names, sorted(found), strict=True)]


def moved(case: Negotiation, reason: Reason, number: int = 3) -> list[str]:
    """Whom a move wins over most."""
    found = sorted(((-p, who) for who, p in reason.effects.items() if p > 0.05))[:number]
    names = people(case, [who for _, who in found])
    return [f"{name} {points(-p)}" for name, (p, _) in zip(names, found, strict=True)]


KINDS = {
    Kind.RED_LINE: "a red line is crossed",
    Kind.TIMING: "what would win them comes after they decide",
    Kind.TRUST: "what would win them may not be delivered",
    Kind.ARBITER: "somebody they follow is against",
    Kind.INSTITUTION: "the rule asks for more than the majority there is",
    Kind.STANDING: "how the deal is made and signed",
    Kind.PERCEPTION: "how the deal looks to them",
    Kind.INTERESTS: "what the deal gives them",
}


def barrier_sentence(barrier: Barrier, sample: Sample) -> str:
    """What converting somebody would buy."""
    c = barrier.conversion
    if c.buys >= WORTH_NAMING:
        return f"{chance(c.now, sample)} → {chance(c.converted, sample)}"
    if c.gate_converted - c.gate_chance >= WORTH_NAMING:
        shown = f"{chance(c.gate_chance, sample)} → {chance(c.gate_converted, sample)}"
        return f"this gate {shown}; others fail all the same"
    return "nothing by itself; others are in the way too"


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


NO_BARRIERS = "Nobody stands in the way: everybody asked is likely to agree."
NO_MOVES = "No move of ours is needed: none adds more than it costs."
SEARCHING = "Looking for the best plan …"
RULES = {
    "nash": "Nash",
    "kalai_smorodinsky": "Kalai–Smorodinsky",
    "egalitarian": "Egalitarian",
    "utilitarian": "Utilitarian",
}
DEMO_INTRODUCTION = (
    "The West wants a united Germany in NATO. Gorbachev can sign, but the Party Congress, the "
    "General Staff and the Supreme Soviet stand behind him, and the Senate, the allies and the "
    "Bundestag behind the West. The question: what can the West do, at little cost to itself, that "
    "helps him with his people?"
)
DEMO_NEXT = [
    "leveltwo show german-unification-1990              both tables at a glance",
    "leveltwo advise german-unification-1990 --floor 0.98   what more certainty costs",
    "leveltwo show brexit-withdrawal-2019               a case in which kind words were not enough",
    "leveltwo cases                                     the other bundled cases",
    "docs/tutorial/first-case.md                        write a case of your own",
]


def progress(best: float, bound: float, nodes: int) -> str:
    """How far the search has come."""
    held = f"best so far {points(best)}" if best > -1e100 else "nothing found yet"
    return f"Looking for the best plan … {held}, proved none above {points(bound)} ({nodes:,} steps)"


def map_sentence(case: Negotiation, result: Map) -> str:
    """The headline of a map."""
    names = [case.name("sides", side) for side in case.sides]
    many = f"{result.overlap:,} of {result.deals:,} deals"
    moves = [case.name("moves", m) for m in result.moves]
    force = f"With {listed([f'“{m}”' for m in moves])} in force, " if moves else ""
    if result.sample.certain:
        how = "would pass every gate if every best guess were right"
    else:
        how = f"pass the gates of {listed(names)} with a chance of at least "
        how += f"{chance(result.confidence)} each"
    found = f"{force}{many} {how}."
    if result.overlap == 0:
        found += " There is no zone of possible agreement."
    if result.likeliest is not None and not result.sample.certain:
        found += f" The likeliest deal passes all gates with a chance of {chance(result.likeliest.chance)}."
    return found


def consent_sentence(case: Negotiation, plan: Plan) -> str | None:
    """A warning about moves whose consent has not been granted."""
    waiting = [f"“{case.name('moves', m)}”" for m in plan.moves if case.moves[m].lacks_consent]
    if not waiting:
        return None
    needs = "need" if len(waiting) > 1 else "needs"
    return f"{listed(waiting)} {needs} the counterpart’s consent, which has not been granted."


def largest_parts(case: Negotiation, plan: Plan, parts: Contributions, number: int = 3) -> str:
    """The terms, moves and cues that weigh most in a margin."""
    found = [(p, term(case, issue, plan.deal[issue])) for issue, p in parts.terms.items()]
    found += [(p, case.name("moves", move)) for move, p in parts.moves.items()]
    found += [(p, f"the word of {person(case, who)}") for who, p in parts.cues.items()]
    largest = sorted(found, key=lambda part: (-abs(part[0]), part[1]))[:number]
    return "; ".join(f"{name} {points(p)}" for p, name in largest if abs(p) >= 0.05)


def certain_sentence(advice: Recommendation) -> str | None:
    """What the certain case supposes."""
    if not advice.sample.certain:
        return None
    return "This supposes that every best guess is right and that every move works."


def loss(reason: Reason, advice: Recommendation) -> str:
    """What is lost without a move, short."""
    if advice.score is None:
        return ""
    fall = f"{chance(advice.score.chance, advice.sample)} → "
    fall += chance(reason.chance_without, advice.sample)
    return f"{fall}; worth {points(reason.value_without - advice.score.value)}"


def reason_lines(case: Negotiation, advice: Recommendation) -> list[str]:
    """Spill-over, risk and consent of the moves advised."""
    found = []
    for reason in advice.reasons:
        notes = []
        annoyed = spill_over(case, reason)
        if annoyed:
            notes.append(f"annoys {listed(annoyed)} on our own side")
        if reason.backfires > 1e-9:
            notes.append(f"may not work as meant (chance {chance(reason.backfires)})")
        move = case.moves[reason.move]
        missed = gates_missed(case, reason.move)
        if missed:
            notes.append(f"comes too late for {listed(missed)}")
        if move.by != case.viewpoint:
            notes.append(f"theirs to make ({case.name('sides', move.by)})")
        if notes:
            found.append(f"• {case.name('moves', reason.move)}: {'; '.join(notes)}.")
    return ["Mind:", *found] if found else []


def gates_missed(case: Negotiation, move: str) -> list[str]:
    """Gates decided before a move counts."""
    date = case.moves[move].date
    return [
        f"“{gate_name(case, side_id, gate_id)}”"
        for side_id, side in case.sides.items()
        for gate_id, gate in side.gates.items()
        if date is not None and gate.date is not None and gate.date < date
    ]


def difference(case: Negotiation, plan: Plan, other: Plan) -> str:
    """How another plan differs from the one advised."""
    terms = [term(case, i, o) for i, o in other.deal.items() if plan.deal[i] != o]
    more = [f"+ {case.name('moves', m)}" for m in other.moves if m not in plan.moves]
    less = [f"− {case.name('moves', m)}" for m in plan.moves if m not in other.moves]
    return "; ".join([*terms, *more, *less]) or "the advice"


def barrier_lines(case: Negotiation, barrier: Barrier, plan: Assessment) -> list[str]:
    """One barrier in full: objection, likes, leaders, help at hand."""
    c, deal = barrier.conversion, plan.plan.deal
    gate = gate_name(case, c.side, c.gate)
    found = [f"{person(case, c.who)}, at {gate}: {KINDS[barrier.kind]}."]
    if barrier.objections:
        found.append(f"  objects most to: {objection(case, barrier, deal)}")
    if barrier.likes:
        found.append(f"  already likes: {liking(case, barrier, deal)}")
    names = people(case, c.cues)
    heard = [f"{n} ({points(p)})" for n, p in zip(names, c.cues.values(), strict=True)]
    if heard:
        found.append(f"  listens to: {listed(heard)}")
    if not plan.sample.certain:
        found.append(f"  10 points more would move the chance of all gates by {_shift(c.nudged - c.now)}")
    ours = [_help(case, h) for h in barrier.helps[:4]]
    if ours:
        found.append(f"  moves of ours that touch them: {'; '.join(ours)}")
    else:
        found.append("  no move of ours in the file would win them over")
    return found


def _shift(difference_: float) -> str:
    return f"{points(100 * difference_)} percentage points"


def _help(case: Negotiation, help_: Help) -> str:
    notes = [points(help_.points)]
    if help_.late:
        notes.append("too late for this gate")
    if help_.consent:
        notes.append("needs consent")
    return f"{case.name('moves', help_.move)} ({', '.join(notes)})"
