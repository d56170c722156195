"""Questions that may lead to a move which a case does not have yet."""

from __future__ import annotations

from dataclasses import dataclass

from leveltwo.advice.barriers import Barrier
from leveltwo.advice.wording.names import gate_name, people, side_name, term
from leveltwo.core.assessment import Assessment
from leveltwo.core.explained import asked_late
from leveltwo.model.barrier_kind import Kind
from leveltwo.model.binding import Binding
from leveltwo.model.negotiation import Negotiation

FURTHER = 2
"""Questions about each further cause."""
MOST = 5


@dataclass(frozen=True)
class _Names:
    """Whom and what the questions are about, by name."""

    case: Negotiation
    barrier: Barrier
    plan: Assessment

    @property
    def who(self) -> str:
        return people(self.case, [self.barrier.conversion.who])[0]

    @property
    def gate(self) -> str:
        c = self.barrier.conversion
        return f"“{gate_name(self.case, c.side, c.gate)}”"

    @property
    def us(self) -> str:
        return side_name(self.case, self.case.viewpoint)

    @property
    def our_negotiator(self) -> str:
        return people(self.case, [self.case.sides[self.case.viewpoint].negotiator])[0]

    @property
    def speaker(self) -> str:
        """Who speaks for them at the table; a colleague, if they speak themselves."""
        c = self.barrier.conversion
        side = self.case.sides[self.case.constituencies[c.who].side]
        return (
            "a colleague" if side.negotiator == c.who else people(self.case, [side.negotiator])[0]
        )

    @property
    def _leader(self) -> str:
        words = self.barrier.conversion.hindrance.words
        return min(words, key=lambda who: (-words[who], who))

    @property
    def leader(self) -> str:
        """Whoever it is whose word matters most to them."""
        return people(self.case, [self._leader])[0]

    @property
    def antagonist(self) -> bool:
        """Whether they go against whoever it is whose word matters most to them."""
        c = self.barrier.conversion
        cue = self.case.constituencies[c.who].follows[self._leader]
        return cue.for_.best < cue.against.best

    @property
    def issue(self) -> str:
        """The issue that they object to most, or the first of the case."""
        objections = [issue for issue, _ in self.barrier.objections]
        return f"“{self.case.name('issues', (objections or list(self.case.issues))[0])}”"

    @property
    def liked(self) -> str | None:
        """The term that they like most; None if each is nearer to their worst than best."""
        short = self.barrier.conversion.objections
        likes = [issue for issue, p in self.barrier.likes if p >= short.get(issue, 0.0)]
        if not likes:
            return None
        return f"“{term(self.case, likes[0], self.plan.plan.deal[likes[0]])}”"

    @property
    def crossed(self) -> str:
        """The term that they refuse."""
        issue = self.barrier.conversion.hindrance.crossed[0]
        return f"“{term(self.case, issue, self.plan.plan.deal[issue])}”"

    def move(self, points: dict[str, float]) -> str:
        """The move that matters most."""
        return f"“{self.case.name('moves', self.first(points))}”"

    def first(self, points: dict[str, float]) -> str:
        """The id of the move that matters most."""
        return min(points, key=lambda m: (-points[m], m))


def prompts(case: Negotiation, barrier: Barrier, plan: Assessment) -> list[str]:
    """Questions that may lead to a move that would win somebody over, by kind of barrier.

    Those for the strongest cause first, then some for each further cause.
    """
    names = _Names(case, barrier, plan)
    first, *further = [_asked(cause.kind, names) for cause in barrier.causes.named]
    rest = [question for questions in further for question in questions[:FURTHER]]
    return list(dict.fromkeys([*first, *rest]))[:MOST]


def _asked(kind: Kind, names: _Names) -> list[str]:
    ask = {
        Kind.RED_LINE: _red_line,
        Kind.TIMING: _timing,
        Kind.TRUST: _trust,
        Kind.ARBITER: _arbiter,
        Kind.INSTITUTION: _institution,
        Kind.STANDING: _standing,
        Kind.PERCEPTION: _perception,
        Kind.INTERESTS: _interests,
    }[kind]
    return ask(names)


def _red_line(names: _Names) -> list[str]:
    return [
        (
            f"What would have to be different about {names.crossed} for {names.who} not to call it "
            "that?"
        ),
        f"What could {names.who} be given that would let them say that their line has been kept?",
        (
            f"Could {names.crossed} be left open for now, or be settled later by somebody whom "
            f"{names.who} would accept?"
        ),
    ]


def _timing(names: _Names) -> list[str]:
    move = names.move(names.barrier.causes.explained.late)
    return [
        f"Could {move} be announced, begun or put in writing before {names.gate}?",
        f"Could {names.gate} be held later, and who could ask for that without losing face?",
        f"Which part of {move} could {names.who} be shown in time?",
    ]


_FIRMER = {
    None: "Could {move} stand in the text, in a side letter or in a third party’s hands, rather "
    "than in somebody’s word?",
    Binding.ORAL: "{move} is only said: who could put it in writing, and should it stand in the "
    "text, in a side letter or in a third party’s hands?",
    Binding.WRITTEN: "{move} is in writing: could it bind in law as well, or be put into a third "
    "party’s hands?",
    Binding.LAW: "{move} binds in law: who would see that it is kept, and what would a breach cost "
    "whoever broke it?",
}
"""What could make a promise firmer, by how it binds already."""


def _trust(names: _Names) -> list[str]:
    said = names.barrier.causes.explained.word_only
    key = names.first(said or names.barrier.conversion.hindrance.unsure)
    move = f"“{names.case.name('moves', key)}”"
    return [
        f"What would show {names.who} before {names.gate} that {move} will be kept?",
        _FIRMER[names.case.moves[key].binding].format(move=move),
        (
            f"What could be done at once, as a first part of {move}, so that {names.who} need not "
            "take it on trust?"
        ),
    ]


def _arbiter(names: _Names) -> list[str]:
    if names.antagonist:
        return [
            f"Could {names.leader} say nothing on {names.issue} until {names.who} have decided?",
            f"What would let {names.who} agree without seeming to side with {names.leader}?",
            f"Whose word could stand against that of {names.leader} for {names.who}?",
        ]
    return [
        (
            f"What would {names.leader} need to see in the deal to speak for it, or at least not "
            "against it?"
        ),
        f"To whom would {names.leader} listen on {names.issue}?",
        f"Whose word could stand beside that of {names.leader} for {names.who}?",
        f"Could {names.leader} be asked before {names.who} must decide?",
    ]


def _institution(names: _Names) -> list[str]:
    tally = names.barrier.conversion.hindrance.tally
    silent = (
        f"What would let {names.who} stay silent at {names.gate}, if not agree?"
        if tally is not None and tally.veto
        else f"Who would stay away from {names.gate} or abstain, and could be brought to vote for?"
    )
    return [
        (
            f"Is there a form of agreement for which {names.gate} would not be needed, or would "
            "need less, and what would that cost in permanence?"
        ),
        silent,
        (
            f"Could the question at {names.gate} be put in parts, together with something popular, "
            "or at a better moment, and who decides that?"
        ),
    ]


def _standing(names: _Names) -> list[str]:
    late = asked_late(names.case, names.barrier.conversion)
    when = (
        f"When could {names.who} be asked while the terms can still change?"
        if late
        else f"Who could speak for {names.who} while the terms can still change?"
    )
    return [
        when,
        (
            f"What could {names.speaker} ask {names.who} about {names.issue}, so that the answer "
            "would show in the text?"
        ),
        (
            f"What would let {names.who} say that they had a hand in it: a seat, a reading of the "
            "draft, a signature?"
        ),
    ]


def _perception(names: _Names) -> list[str]:
    case, c = names.case, names.barrier.conversion
    asked = [
        f"Who could say this to {names.who} so that they would believe it?",
        _owned(names),
        (
            f"Which words of ours about {names.issue} might {names.who} hear as a defeat, and "
            "could they go unsaid?"
        ),
    ]
    if case.constituencies[c.who].devalues.high > 0:
        ours = f"Could it come from {names.speaker}, as their own side’s proposal, rather than "
        asked.insert(1, f"{ours}from {names.us}?")
    if c.hindrance.harmed:
        move = names.move(c.hindrance.harmed)
        asked.insert(
            0,
            f"Could {move} be done so that {names.who} would not hear it as meant against them?",
        )
    return asked


def _owned(names: _Names) -> str:
    """How they could own what they like, or, where they like nothing, any of it."""
    liked = names.liked
    if liked is not None:
        return f"What would let {names.who} say that they had asked for {liked}?"
    return (
        f"What could be added or worded anew, at little cost, for {names.who} to find something of "
        "their own in the deal?"
    )


def _interests(names: _Names) -> list[str]:
    return [
        (
            f"What could {names.who} be given on {names.issue} that would cost "
            f"{names.our_negotiator} little?"
        ),
        (
            f"Is there something outside these issues that {names.us} could offer and that would "
            f"matter to {names.who}?"
        ),
        (
            f"Could {names.issue} come in steps, or with compensation, so that {names.who} would "
            "lose less at once?"
        ),
        f"What will no deal really bring {names.who}, and who could show them?",
    ]
