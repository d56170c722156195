"""Notes on what to find out, and on the plans that the answers would lead to."""

from __future__ import annotations

from leveltwo.advice.guard_rails import grave
from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.frontier import DAGGER
from leveltwo.advice.wording.guard_rails import guard_rail_sentences
from leveltwo.advice.wording.judgements import MOOD
from leveltwo.advice.wording.names import quoted
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan
from leveltwo.solve.robustness.record import Robustness

MOODS = (
    "A side’s mood is what shifts all its people at once, for or against, whatever the deal holds. "
    "It cannot be looked up, but polls, soundings among several of them and recent votes tell "
    "which way it leans."
)


def mood_sentence(found: Robustness, most: int) -> str | None:
    """What mood is and how to learn it, if it is among the first things to ask about."""
    out = found.finding_out
    asked = () if out is None else out.questions[:most]
    return MOODS if any(question.path.startswith(MOOD) for question in asked) else None


def theirs_sentence(case: Negotiation, found: Robustness) -> str | None:
    """That the plan counts on moves of others, which other plans may keep but not add to."""
    made = () if found.plan is None else found.plan.moves
    theirs = [m for m in made if case.moves[m].by != case.viewpoint]
    if not theirs:
        return None
    names = listed([quoted(case.name("moves", m)) for m in theirs])
    which, that = ("which is", "that") if len(theirs) == 1 else ("which are", "those")
    return (
        f"The plan counts on {names}, {which} for others to make. The plans compared with it may "
        f"hold {that} too or do without; whatever else they add is ours to make."
    )


def turning_notes(case: Negotiation, found: Robustness, most: int) -> list[str]:
    """The warnings about moves and terms with a dagger, one line each."""
    known = () if found.plan is None else grave(case, found.plan)
    warned = dict.fromkeys(w for plan in _named(found, most) for w in grave(case, plan))
    fresh = [w for w in warned if w not in known]
    return [f"{DAGGER.strip()} {sentence}" for sentence in guard_rail_sentences(case, fresh)]


def _named(found: Robustness, most: int) -> list[Plan]:
    """The plans that are named as better somewhere."""
    out, worst = found.finding_out, found.stress
    plans = [] if out is None else [turn.plan for q in out.questions[:most] for turn in q.turns]
    plans += [out.best] if out is not None and out.lead > 0 else []
    plans += [] if worst is None else [worst.best]
    return [plan for plan in plans if plan is not None]
