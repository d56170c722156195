"""Sentences of speech outlines: what can be said to whom, and what had better not be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from leveltwo.advice.answers import Role
from leveltwo.advice.critiques import Critique
from leveltwo.advice.lines import TOUCHES, Line, Part
from leveltwo.advice.silence import Unsaid, Why
from leveltwo.advice.speech import Outline
from leveltwo.advice.wording.figures import chance, listed, points
from leveltwo.advice.wording.names import gate_name, people, person, quoted, side_name, term, within
from leveltwo.core.appeal import Appeal
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation

NAMED = 3
CHECK_SPEECH = (
    "Points and chances follow from the judgements in the case file. Hold every line against the "
    "text of the agreement before anybody says it."
)
NOTHING_WON = (
    "By these judgements the plan gives them nothing that is worth more to them than no deal. No "
    "honest speech wins them; look for terms or moves that do."
)
NO_TROPHY = "Nothing in it is near enough to what they would like best to be called won."
NO_CRITIQUE = (
    "Besides what was won, nothing that weighs with them falls short of what they would like."
)
NO_ANSWER = "The plan holds no answer to this. Do not pretend to one."
NO_VOUCHER = "Nobody they go by is likely enough to be for to be named."


@dataclass(frozen=True)
class Item:
    """A line of an outline, and those set in below it."""

    text: str
    under: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of an outline under its heading."""

    title: str
    items: tuple[Item, ...]


def speech_title(case: Negotiation, outline: Outline) -> str:
    """To whom the speech is made, and before what."""
    appeal = outline.appeal
    side = case.name("sides", case.constituencies[appeal.who].side)
    title = f"What can be said to {people(case, [appeal.who])[0]} ({side}"
    title += ", which they lead)" if outline.leads else ")"
    if appeal.side is None or appeal.gate is None:
        return f"{title}: an audience without a vote"
    date = case.sides[appeal.side].gates[appeal.gate].date
    return f"{title} before “{gate_name(case, appeal.side, appeal.gate)}”" + (
        f" on {date}" if date else ""
    )


def speech_sections(case: Negotiation, outline: Outline, sample: Sample) -> tuple[Section, ...]:
    """The outline, part by part; parts with nothing to say are left out."""
    say = _Speaker(case, outline, sample)
    parts = [
        Section("How they stand", (Item(_standing(outline.appeal, sample)),)),
        Section("Opening", tuple(say.opening())),
        Section("What was won", tuple(Item(say.line(line)) for line in outline.won)),
        Section("What they will hold against it, and the answer", tuple(say.critiques())),
        Section("What it spares them", tuple(say.spares())),
        Section("Who else says so", tuple(say.vouchers())),
        Section("Not to be said", tuple(Item(say.unsaid(one)) for one in outline.unsaid)),
    ]
    return tuple(part for part in parts if part.items)


def _standing(appeal: Appeal, sample: Sample) -> str:
    """How likely they are to be for, and whether words alone can carry them."""
    mean = f"{points(appeal.margin)} points"
    if sample.certain:
        stand = "for" if appeal.chance >= 0.5 else "not for"
        said = f"If every best guess is right, they are {stand}: their margin is {mean}."
    else:
        said = f"Chance that they are for: {chance(appeal.chance)}; their mean margin is {mean}."
    if appeal.crossed:
        return f"{said} The deal crosses a red line of theirs: they vote against whatever is said."
    if appeal.margin < 0:
        said += " What is below is counted already: a speech alone does not carry them."
    return said


class _Speaker:
    """Puts the lines of one outline into words."""

    def __init__(self, case: Negotiation, outline: Outline, sample: Sample) -> None:
        self.case = case
        self.outline = outline
        self.sample = sample

    def opening(self) -> Iterator[Item]:
        """Ways to put it that the plan holds, or what weighs most."""
        if self.outline.frames:
            yield from (Item(self.line(replace(line, own=False))) for line in self.outline.frames)
        elif self.outline.won:
            first = self.outline.won[0]
            mind = " Mind what is said of it below." if [*self._cautions(first)] else ""
            yield Item(f"Begin with what weighs most with them: {self._words(first)}.{mind}")
        elif self.outline.better:
            said = "; ".join(f"{self._words(x)} ({_worth(x)})" for x in self.outline.better)
            yield Item(f"{NO_TROPHY} Better for them than no deal all the same: {said}.")
        else:
            yield Item(NOTHING_WON)

    def line(self, line: Line) -> str:
        """One thing to say, what it weighs, how sure it is, and who hears it too."""
        said = f"{self._words(line)} ({_worth(line)})."
        return " ".join([said, *self._cautions(line)])

    def _words(self, line: Line) -> str:
        name = self._name(line.part, line.key, line.option)
        return name if line.words is None else f"“{line.words.strip()}” – {name}"

    def _name(self, part: Part, key: str, option: str | None) -> str:
        if part is Part.MOVE or option is None:
            return self.case.name("moves", key)
        return term(self.case, key, option)

    def _cautions(self, line: Line) -> Iterator[str]:
        if line.own:
            yield "This is their own side’s doing, no concession to boast of."
        if line.word_only:
            yield "It is only said: do not call it settled."
        if line.works is not None:
            odds = "may not work as meant"
            if not self.sample.certain:
                odds = f"works as meant with a chance of {chance(line.works)}"
            yield f"It {odds}: say “we expect”, not “we have”."
        if line.hurts:
            heard = self._heard(line)
            yield f"Say it inside, not in public: with {heard} it weighs against the deal."

    def _heard(self, line: Line) -> str:
        names = people(self.case, [who for who, _ in line.hurts[:NAMED]])
        told = [f"{n} ({points(p)})" for n, (_, p) in zip(names, line.hurts, strict=False)]
        return listed([*told, *_more(len(line.hurts))])

    def critiques(self) -> Iterator[Item]:
        """What they will say, each with its answers."""
        for critique in self.outline.critiques:
            answers = tuple(self._answer(role, line) for role, line in critique.answers)
            yield Item(self._critique(critique), answers or (NO_ANSWER,))
        if not self.outline.critiques:
            yield Item(NO_CRITIQUE)

    def _critique(self, critique: Critique) -> str:
        about = term(self.case, critique.issue, critique.option)
        if critique.short >= TOUCHES:
            about += f" ({points(-critique.short)} points against what they would like best"
            above = self.outline.appeal.terms.get(critique.issue, 0.0)
            if abs(above) >= TOUCHES:
                about += f"; {points(above)} against no deal"
            about += ")"
        said = f"{about}." if critique.objection is None else (
            f"“{critique.objection.strip()}” – {about}."
        )  # fmt: skip
        if critique.refused and not critique.lifted:
            return f"{said} This is a red line of theirs."
        return f"{said} This was a red line of theirs." if critique.refused else said

    def _answer(self, role: Role, line: Line) -> str:
        words, worth = self._words(line), _worth(line)
        if role is Role.KEPT_OFF:
            return self._kept_off(line)
        cautions = list(self._cautions(line))
        if role is Role.RETURN:
            said = f"No direct answer in the plan. In return: {words} ({worth})."
            return f"{said} Mind what is said of it above." if cautions else said
        said = {
            Role.WORDS: f"Answer: {words}.",
            Role.LIFTS: f"What they asked for is done: {words}.",
            Role.ELSEWHERE: f"What answers it: {words}{_gained(line)}.",
            Role.TIED: f"With it goes: {words} ({worth}).",
        }[role]
        return " ".join([said, *cautions])

    def _kept_off(self, line: Line) -> str:
        """Something worse for them that the case holds; whether anybody asked for it is open."""
        said = (
            f"The case would also allow {quoted(self._words(line))}, {points(-line.points)} points "
            "against this. Was that ever asked for? Only then say that it was kept off."
        )
        return " ".join([said, *self._cautions(line)])

    def spares(self) -> Iterator[Item]:
        """What no deal means to them, and how it compares on their own scale."""
        appeal, without = self.outline.appeal, self.outline.without
        quote = None if without is None else f"“{without.strip()}”"
        have, lack = (points(p, signed=False) for p in (appeal.worth, appeal.no_deal))
        scale = f"on their own scale no deal is worth {lack} of 100, these terms {have}."
        if appeal.worth - appeal.no_deal >= TOUCHES:
            yield from [] if quote is None else [Item(quote)]
            yield Item(f"{scale[0].upper()}{scale[1:]}")
        else:
            nor = "" if quote is None else f", nor say {quote}"
            yield Item(f"Do not argue that no deal is worse for them{nor}: {scale}")

    def vouchers(self) -> Iterator[Item]:
        """Those they go by, for and against."""
        for leader in self.outline.vouchers:
            odds = "" if self.sample.certain else f" with a chance of {chance(leader.chance)}"
            name, heard = person(self.case, leader.who), points(leader.points)
            yield Item(f"{name}: for{odds}; hearing that adds {heard} points.")
        if self.outline.appeal.leaders and not self.outline.vouchers:
            yield Item(NO_VOUCHER)
        for leader in self.outline.doubters:
            how = "" if self.sample.certain else f" (chance of being for: {chance(leader.chance)})"
            name = within(person(self.case, leader.who))
            yield Item(f"Expect {name} not to be for{how}: {points(leader.points)} points.")

    def unsaid(self, one: Unsaid) -> str:
        """What nobody should say, and why."""
        name = self._name(one.part, one.key, one.option)
        if one.why is Why.BOAST:
            ours = self.case.constituencies[self.outline.appeal.who].side == self.case.viewpoint
            us = "the other side" if ours else side_name(self.case, self.case.viewpoint)
            glad = listed([*people(self.case, one.glad[:NAMED]), *_more(len(one.glad))])
            lost = f"{points(one.points)} points to them"
            lost += " against no deal" if one.part is Part.TERM else ""
            return f"No boasting by {us} of “{name}”: {lost}, and a gain for {glad}."
        if one.why is Why.HIDDEN:
            return f"“{name}” is not meant to be seen as whose it is: never to be quoted."
        if one.why is Why.CONSENT:
            return f"“{name}” waits for a consent that has not been granted: not to be spoken of."
        if one.why is Why.UNTRUE:
            return f"“{name}” makes people take for true what is not: never to be told as fact."
        date = self.case.moves[one.key].date
        return f"“{name}” comes only on {date}, after they decide: not to be told as done."


def _more(number: int) -> list[str]:
    return [f"{number - NAMED} more"] if number > NAMED else []


def _worth(line: Line) -> str:
    """What a line is worth to them, and against what a term is measured."""
    against = " against no deal" if line.part is Part.TERM else ""
    return f"{points(line.points)} points{against}"


def _gained(line: Line) -> str:
    """What a line is worth to them, where it is worth something."""
    return f" ({_worth(line)})" if line.points >= TOUCHES else ""
