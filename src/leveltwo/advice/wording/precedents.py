"""Sentences about devices and precedents, and about what a precedent has in common."""

from __future__ import annotations

from leveltwo.advice.precedents import COMMON, Match
from leveltwo.advice.wording.figures import listed
from leveltwo.model.approval import Body, RuleKind
from leveltwo.model.counting import MAJORITY
from leveltwo.model.footing import Footing
from leveltwo.model.move import Device
from leveltwo.model.precedent import Act, Precedent, Source, Verdict
from leveltwo.model.recorded_vote import CountRule, RecordedVote
from leveltwo.model.rule import Base

DEVICES = {
    Device.TERMS: "the terms",
    Device.AGREEMENT_FORM: "the form of the agreement",
    Device.PROCESS_FORM: "the form of the process",
    Device.STATEMENTS: "statements",
    Device.FRAMING: "framing",
    Device.ACCEPTANCE_SPEECH: "the acceptance speech",
    Device.TABLE_CONDUCT: "conduct at the table",
    Device.OUTSIDE_PRESSURE: "outside pressure",
    Device.DIRECT_DEALING: "direct dealing",
    Device.JOINT_ACTION: "joint action",
}
"""Classes of moves as they read within a sentence."""
BODIES = {
    Body.LEADERS: "leaders",
    Body.GOVERNMENTS: "governments",
    Body.PARLIAMENT: "a parliament",
    Body.BOARD: "a board",
    Body.SHAREHOLDERS: "shareholders",
    Body.MEMBERS: "a ballot of members",
    Body.REFERENDUM: "a referendum",
    Body.PUBLIC: "people without a vote",
}
RULES = {
    RuleKind.ONE: "one person’s yes was needed",
    RuleKind.EVERYBODY: "nobody’s yes could be missing",
    RuleKind.MAJORITY: "a majority decided",
    RuleKind.SUPERMAJORITY: "more than a simple majority was needed",
    RuleKind.INVERTED: "the deal stood unless enough opposed it",
    RuleKind.TURNOUT: "too low a turnout would void the vote",
    RuleKind.FLOOR: "yes had to reach a share of all who could vote",
    RuleKind.ROUTES: "there was more than one route",
}
VERDICTS = {
    Verdict.HELPED: "helped",
    Verdict.LATE: "came too late or gave too little",
    Verdict.WRONG: "reached the wrong audience or inflamed it",
}
NO_LEGAL_ADVICE = "Guard-rails are general law to know of. They are not legal advice."
OUR_JUDGEMENT = (
    "Verdicts and lessons are our judgement, and a precedent proves nothing: it shows what can "
    "happen."
)
NO_PRECEDENTS = "No precedent in the library fits all of that."


def match_reason(match: Match) -> str:
    """Why a precedent is cited: what it has in common, and how it fared there."""
    what = listed([DEVICES[device] for device in match.devices or match.act.devices])
    also = "also " if match.devices and not match.cautionary else ""
    text = f"{what} {also}{VERDICTS[match.act.verdict]}"
    asked = listed([BODIES[body] for body in match.bodies])
    text += f"; asked there: {asked}" if asked else ""
    telling = [RULES[rule] for rule in match.rules if rule not in COMMON]
    text += f"; there too {listed(telling)}" if telling else ""
    if match.barriers:
        text += f"; the same kind of barrier: {listed(list(match.barriers))}"
    return f"what went wrong there: {text}" if match.cautionary else text


def match_line(match: Match) -> str:
    """A precedent and why it is cited, in a line."""
    entry = match.precedent
    told = f"{entry.title}, {entry.years} ({match.name}): {match.act.short}"
    return f"{told} ({match_reason(match)})"


def sources_sentence(entry: Precedent) -> str:
    """The works on which a precedent rests."""
    works = list(dict.fromkeys(source.work for source in entry.sources))
    return f"Source{'s' if len(works) > 1 else ''}: {'; '.join(works)}."


def vote_line(vote: RecordedVote) -> str:
    """A vote as it was counted, what was needed, and how it ended."""
    unit = "" if vote.unit == "votes" else f" {vote.unit}"
    text = f"{vote.date}, {vote.what}: {vote.for_:,} for, {vote.against:,} against"
    text += f", {vote.abstain:,} abstaining" if vote.abstain else ""
    text += f"{unit}" + (f", of {vote.of:,}" if vote.of is not None else "")
    text += f"; {'passed' if vote.passed else 'failed'} ({rule_needed(vote.rule)})"
    return f"{text}. {_footing(vote)}"


def _footing(vote: RecordedVote) -> str:
    note = f"; {vote.note}" if vote.note else ""
    return f"[{vote.footing}{note}]"


def rule_needed(rule: CountRule) -> str:
    """What a count needs, short."""
    whole = "votes cast" if rule.base is Base.CAST else "all votes"
    need = f"more than half of {whole}" if rule.need == MAJORITY else f"{rule.need} of {whole}"
    if not isinstance(rule.need, str):
        need = f"{rule.need:,} votes"
    text = f"a block needs {need} against" if rule.unless else f"needs {need}"
    if rule.quorum is not None:
        text += f", and {rule.quorum} of all votes cast"
    if rule.approval is not None:
        text += f", and {rule.approval} of all votes for"
    return text


def act_line(act: Act) -> str:
    """What was done, how it fared, of what class it was and what it was meant for."""
    devices = listed([DEVICES[device] for device in act.devices])
    asked = listed([BODIES[body] for body in act.bodies])
    barriers = listed(list(act.barriers))
    return (
        f"{act.verdict.capitalize()}: {act.what} [{devices}; barrier: {barriers}; asked: {asked}]"
    )


def source_line(source: Source) -> str:
    """A source, what it supports and on what footing."""
    return f"{source.work}: {source.supports} [{source.footing}]"


def footing_lines(entry: Precedent) -> list[str]:
    """What the footings that stand in a precedent mean."""
    used = {vote.footing for vote in entry.votes} | {s.footing for s in entry.sources}
    return [f"{footing}: {footing.meaning}" for footing in Footing if footing in used]


def verdict_words(entry: Precedent) -> str:
    """How help fared in a precedent, in a few words."""
    return "; ".join(entry.verdicts)
