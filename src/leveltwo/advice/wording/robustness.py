"""Sentences about how far advice can be relied on, and what to find out first."""

from __future__ import annotations

from leveltwo.advice.wording.figures import chance, listed, percent, points, some
from leveltwo.advice.wording.frontier import DAGGER, difference, marks
from leveltwo.advice.wording.judgements import MOOD, judgement, value
from leveltwo.advice.wording.names import gate_name, side_name, term
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.robustness.record import (
    Question,
    Robustness,
    Stability,
    Stress,
    Turn,
)

OFTEN = 0.25
"""Share of variants in which what is not in the plan must be best to be worth naming."""
GATES_NAMED = 4
PARTS = {
    "search": "Looking for the best plan",
    "stability": "Letting judgements vary",
    "candidates": "Looking for other plans",
    "finding_out": "Comparing plans",
}
STUDYING = "Looking for the best plan …"
ASK_FIRST = "Ask about these first"
STOPPED = "Stopped before the end: what had not been done is left out, or rests on less."
ALONE = (
    "Each line supposes that we learn this one thing, exactly and before the plan is settled, and "
    "nothing else. Do not add the lines up. The plan named is the best single one for the whole "
    "stretch; what knowing is worth counts the best plan for each part of it."
)


NAMED = (
    "It was named, not advised: where that is seldom, other plans are better, which does not make "
    "this one less likely to pass."
)


def studying(part: str, done: int, of: int) -> str:
    """How far the work has come; of how much is 0 where nobody knows."""
    if not of:
        return f"{PARTS[part]} … {done:,} steps" if done else f"{PARTS[part]} …"
    return f"{PARTS[part]} … {done:,} of {of:,}"


def stopped_sentence(found: Robustness) -> str | None:
    """That it was stopped, by somebody or by the time limit."""
    return STOPPED if found.interrupted or found.curtailed else None


def walking_sentence(case: Negotiation, found: Robustness) -> str | None:
    """That there is no plan to stand by, or none has been found."""
    if found.plan is not None:
        return None
    side = side_name(case, case.viewpoint)
    if not found.proved:
        return f"No plan found so far is worth more to {side} than no deal; give it more time."
    return f"No plan is worth more to {side} than no deal, by these judgements: walk away."


def lead_sentence(case: Negotiation, found: Robustness) -> str | None:
    """That another plan is clearly better by all that is known."""
    out = found.finding_out
    if out is None or out.lead <= 0:
        return None
    better = _rather(case, found.plan, out.best)
    return (
        f"On {out.sample.draws:,} fresh draws another plan is worth {_worth(out.lead)} more as "
        f"things stand: {better}."
    )


def found_sentence(found: Robustness) -> str | None:
    """How many things there are to ask about, and what knowing everything would be worth."""
    out = found.finding_out
    if out is None:
        return None
    compared = "plan was looked at" if out.plans == 1 else "plans were compared"
    tail = f"{out.plans:,} {compared} on {out.sample.draws:,} fresh draws."
    if not out.asked:
        return f"No judgement of this case is uncertain, so there is nothing to ask about. {tail}"
    top = (
        f"If everything were known, luck included, choosing among these plans would be worth "
        f"{_worth(out.all)} more."
    )
    if not out.questions:
        return (
            f"Of {out.asked:,} judgements and moods looked at one by one, none is worth finding "
            f"out: the plan would be the same, or as good, whatever it turned out to be. {top} "
            f"{tail}"
        )
    return (
        f"Of {out.asked:,} judgements and moods looked at one by one, {len(out.questions):,} "
        f"{'is' if len(out.questions) == 1 else 'are'} worth finding out. {top} {tail}"
    )


def question_sentence(case: Negotiation, question: Question) -> str:
    """What to ask about."""
    return _capital(judgement(case, question.path))


def question_worth(question: Question) -> str:
    """What the answer is worth, with its sampling error."""
    shown = points(question.worth, signed=False)
    return "< 0.1" if shown == "0.0" else f"{shown} (± {_error(question.error)})"


def turn_lines(case: Negotiation, found: Robustness, question: Question) -> list[str]:
    """How the advice would change with the answer."""
    return [
        f"{_capital(_where(question.path, turn))} (chance {percent(turn.chance, 0)}), rather: "
        f"{_rather(case, found.plan, turn.plan)}; worth {_worth(turn.gain)} more there."
        for turn in question.turns
    ] or ["No single change stands out; several plans take turns as it rises."]


def turn_sentence(case: Negotiation, found: Robustness, question: Question) -> str:
    """Where a change of the advice would bring most, and to what."""
    turn = max(question.turns, key=lambda turn: turn.chance * turn.gain)
    chance_ = percent(turn.chance, 0)
    return (
        f"If it is {_mood_or_where(question.path, turn)} (chance {chance_}), do this instead: "
        f"{_rather(case, found.plan, turn.plan)}; worth {_worth(turn.gain)} more there."
    )


def _mood_or_where(path: str, turn: Turn) -> str:
    """A stretch of a judgement; a mood in words, where it lies on one side of the usual."""
    if path.startswith(MOOD) and turn.low is None and turn.high is not None and turn.high < 0:
        return f"more hostile than usual by {points(-turn.high, signed=False)} points or more"
    if path.startswith(MOOD) and turn.high is None and turn.low is not None and turn.low > 0:
        return f"friendlier than usual by {points(turn.low, signed=False)} points or more"
    return _where(path, turn)


def changes_sentence(case: Negotiation, found: Robustness) -> str | None:
    """What in the plan changes most often as judgements vary, and to what; None if nothing does."""
    plan, tried = found.plan, found.stability
    if plan is None or tried is None:
        return None
    told: list[tuple[int, str]] = []
    for issue, option in plan.deal.items():
        kept = tried.terms[issue].get(option, 0)
        others = {o: n for o, n in tried.terms[issue].items() if o != option}
        if others:
            best = max(others, key=lambda o: others[o])
            said = (
                f"{case.name('issues', issue)}: {case.label(issue, option)} is best in {kept:,}, "
                f"{case.label(issue, best)} in {others[best]:,}"
            )
            told.append((sum(others.values()), said))
    for move, best_in in tried.moves.items():
        made = move in plan.moves
        changed = tried.variants - tried.walked - best_in if made else best_in
        verb = "left out" if made else "added"
        name = case.name("moves", move)
        told.append((changed, f"“{name}” is {verb} in {_times(changed, tried.variants)}"))
    most, said = max(told, key=lambda pair: pair[0], default=(0, ""))
    return f"What changes most often: {said}." if most > 0 else None


def _where(path: str, turn: Turn) -> str:
    low = None if turn.low is None else value(path, turn.low)
    high = None if turn.high is None else value(path, turn.high)
    if low is None:
        return f"below {high}"
    return f"above {low}" if high is None else f"between {low} and {high}"


def _rather(case: Negotiation, plan: Plan | None, other: Plan | None) -> str:
    """What else to do, as a difference from the plan asked about."""
    if other is None:
        return "walk away"
    marked = marks(case, other)
    if plan is None:
        moves, terms = marked
        put = [term(case, *pair) + (DAGGER if pair in terms else "") for pair in other.deal.items()]
        made = [f"+ {case.name('moves', m)}{DAGGER if m in moves else ''}" for m in other.moves]
        return "; ".join([*put, *made])
    if other == plan:
        return "the plan as it is"
    return difference(case, plan, other, marked)


def steady_sentence(found: Robustness) -> str | None:
    """What was tried, and how often the plan stays as it is."""
    tried = found.stability
    if tried is None:
        return None
    stays = f"the plan is best as it is in {_times(tried.same, tried.variants)}"
    if not found.advised:
        stays = f"just this plan is the best of all in {_times(tried.same, tried.variants)}"
    if found.plan is None:
        stays = f"walking away is best in {_times(tried.same, tried.variants)}"
    walks = ""
    if found.plan is not None and tried.walked:
        walks = f", and walking away in {_times(tried.walked, tried.variants)}"
    named = "" if found.advised or found.plan is None else f" {NAMED}"
    return (
        f"With every judgement drawn from its range, {tried.variants:,} times over, {stays}{walks}."
        f"{named}"
    )


def stability_sentence(found: Robustness) -> str | None:
    """The same, and what standing by it costs."""
    tried, steady = found.stability, steady_sentence(found)
    if tried is None:
        return None
    loss = (
        "Keeping this plan whatever the truth turns out to be loses us "
        f"{points(tried.loss, signed=False)} points on average (± {_error(tried.error)}), "
        f"{points(tried.worst, signed=False)} at worst, compared with the best plan for that truth."
    )
    return f"{steady} {loss}{_unproved(tried)}"


def _unproved(tried: Stability) -> str:
    if tried.proved == tried.variants:
        return ""
    return (
        f" In {_times(tried.variants - tried.proved, tried.variants)} the search was cut short: "
        "“best” means best found there."
    )


def stays_sentence(case: Negotiation, found: Robustness) -> str | None:
    """The terms and moves of the plan that are in the best plan of every variant."""
    plan, tried = found.plan, found.stability
    if plan is None or tried is None:
        return None
    kept = [
        term(case, i, o) for i, o in plan.deal.items() if tried.terms[i].get(o) == tried.variants
    ]
    kept += [f"“{case.name('moves', m)}”" for m in plan.moves if tried.moves[m] == tried.variants]
    if not kept:
        return f"Nothing in the plan is best in all {tried.variants:,} variants."
    return f"Best in all {tried.variants:,} variants: {listed(kept)}."


def depends_lines(case: Negotiation, found: Robustness) -> list[tuple[str, str, str]]:
    """Parts of the plan that are not always best: the part, how often, and what is otherwise.

    With moves that are not in the plan and often would be.
    """
    plan, tried = found.plan, found.stability
    if tried is None:
        return []
    made = () if plan is None else plan.moves
    deal = {} if plan is None else plan.deal
    rows = [
        (
            term(case, i, o),
            _times(tried.terms[i].get(o, 0), tried.variants),
            _instead(case, tried, i, o),
        )
        for i, o in deal.items()
        if tried.terms[i].get(o, 0) < tried.variants
    ]
    rows += [
        (case.name("moves", m), _times(tried.moves[m], tried.variants), "left out")
        for m in made
        if tried.moves[m] < tried.variants
    ]
    rows += [
        (f"+ {case.name('moves', m)}", _times(n, tried.variants), "not in the plan")
        for m, n in tried.moves.items()
        if m not in made and n >= OFTEN * tried.variants
    ]
    return rows


def _instead(case: Negotiation, tried: Stability, issue: str, option: str) -> str:
    others = {o: n for o, n in tried.terms[issue].items() if o != option}
    if not others:
        return "walk away"
    best = max(others, key=lambda o: others[o])
    return f"most often instead: {case.label(issue, best)} ({others[best]:,})"


def stress_sentence(case: Negotiation, found: Robustness) -> str | None:
    """The plan where every judgement is at the end that speaks against it."""
    tried = found.stress
    if tried is None:
        return None
    where = (
        "If everything turned out at its worst (every judgement at the bad end of its range, every "
        "side in a bad mood, one standard deviation below the usual),"
    )
    worst = f"{where} {_passing(case, tried)}"
    return f"{_holding(case, tried)} {worst} {_best(case, found, tried)}"


def _passing(case: Negotiation, tried: Stress) -> str:
    failing = [_gate(case, gate) for gate, share in tried.gates.items() if share < 0.5]
    if not failing:
        return f"it would still pass every gate{_luck(tried.chance, tried)}."
    return f"it would fail at {some(failing, GATES_NAMED)}{_little(tried)}."


def _luck(share: float, tried: Stress) -> str:
    return "" if tried.draws == 1 else f" (chance {chance(share)})"


def _little(tried: Stress) -> str:
    return "" if tried.chance == 0 else f" (chance of passing all: {chance(tried.chance)})"


def _holding(case: Negotiation, tried: Stress) -> str:
    first = some([_gate(case, gate) for gate in tried.first], GATES_NAMED)
    if tried.holds is None:
        return f"Even with every best guess right it does not pass; in the way: {first}."
    if not tried.first:
        return "It holds all the way from the best guesses to the worst that you think possible."
    return (
        f"If everything turned out {percent(tried.holds, 0)} as bad as you think possible, the "
        f"plan would just hold. Beyond that, {first} would fail first."
    )


def _best(case: Negotiation, found: Robustness, tried: Stress) -> str:
    proved = "" if tried.proved else ", as far as was searched"
    if tried.best is None:
        return f"Then nothing would be worth more than walking away{proved}."
    if tried.best == found.plan:
        return f"The plan would still be the best{proved}."
    return (
        f"The best plan in that case{proved}: {_rather(case, found.plan, tried.best)} "
        f"(worth {points(tried.best_value)} points)."
    )


def _gate(case: Negotiation, gate: tuple[str, str]) -> str:
    return f"“{gate_name(case, *gate)}” ({side_name(case, gate[0])})"


def _times(number: int, of: int) -> str:
    return f"{number:,} of {of:,}"


def _worth(number: float) -> str:
    shown = points(number, signed=False)
    return "less than 0.1 points" if shown == "0.0" else f"{shown} points"


def _error(error: float) -> str:
    return "0.1" if error < 0.1 else points(error, signed=False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
