"""Sentences that warn: consent, payments, deception, going round somebody, and the law."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.advice.guard_rails import Kind, Warned, warnings
from leveltwo.advice.law import Law
from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.names import gate_name, people, side_name, term
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.plan import Plan

LAWS = {
    Law.LABOUR: "labour law if they are employees with a union, round which no employer may "
    "bargain (in the United States, section 8(a)(5) of the National Labor Relations Act)",
    Law.COUNSEL: "the rules for lawyers if they have one, whom no other lawyer may go round "
    "(ABA Model Rule 4.2)",
    Law.INTERFERENCE: "the law of diplomacy if they belong to another state, in whose affairs no "
    "diplomat may interfere (Vienna Convention on Diplomatic Relations, Article 41; in the United "
    "States also the Foreign Agents Registration Act and the Logan Act)",
    Law.BRIBERY: "the law on bribery, which a benefit to somebody who decides may break (the "
    "Foreign Corrupt Practices Act, the UK Bribery Act)",
    Law.SECURITIES: "the law on securities, if they vote as shareholders (rules on proxy "
    "solicitation and on selective disclosure)",
}
HEADING = "Guard-rails:"
GENERAL_LAW = "General law, not legal advice"


def guard_rail_lines(case: Negotiation, warned: Iterable[Warned]) -> list[str]:
    """All warnings under a heading, one line each."""
    said = guard_rail_sentences(case, warned)
    return [HEADING, *(f"• {sentence}" for sentence in said)] if said else []


def guard_rail_sentences(case: Negotiation, warned: Iterable[Warned]) -> list[str]:
    """All warnings, one each; what touches several moves alike stands in one."""
    found = list(warned)
    forms = [w for w in found if w.kind is Kind.FORM]
    oral = [w for w in found if w.kind is Kind.ORAL]
    apart = (Kind.FORM, Kind.ORAL, Kind.LAW)
    said = [warning_sentence(case, w) for w in found if w.kind not in apart]
    if forms:
        said.append(_forms(case, forms))
    if oral:
        said.append(_oral(case, oral))
    return [*said, *law_sentences(case, found)]


def warning_sentence(case: Negotiation, warned: Warned) -> str:
    """One warning."""
    who, subject = listed(people(case, warned.people)), _subject(case, warned)
    have = "have" if len(warned.people) > 1 else "has"
    if warned.kind is Kind.BYPASS:
        return _bypass(case, warned)
    if warned.kind is Kind.LAW:
        return law_sentences(case, [warned])[0]
    return {
        Kind.CONSENT: f"{subject} is not recommended: it reaches into another side’s house, and "
        f"the file records no consent. Ask {who}; once there is a yes, write “consent: granted” "
        "at the move, with a source.",
        Kind.UNASKED: f"{subject} reaches into another side’s house, and the file says that no "
        f"consent is needed. Make sure that {who} would say so too.",
        Kind.DECEPTION: f"{subject} is not recommended: {who} would take for true what is not, "
        f"and {have} a vote. Those who decide are never deceived.",
        Kind.FACE_SAVING: f"{subject} lets {who} take for true what is not. Saving face before "
        "an audience without a vote is one thing; make sure that nobody who decides relies on it.",
        Kind.PAYMENT: f"{subject} gives money or another benefit to {who}, whose own yes is asked. "
        "Compensation belongs to the interests that lose, openly; never to those who sign or vote.",
        Kind.FORM: _forms(case, [warned]),
        Kind.ORAL: _oral(case, [warned]),
    }[warned.kind]


def law_sentences(case: Negotiation, warned: Iterable[Warned]) -> list[str]:
    """Reminders of general law; moves that may touch the same laws stand together."""
    laws: dict[str, list[Law]] = {}
    for one in warned:
        if one.law is not None:
            laws.setdefault(_subject(case, one), []).append(one.law)
    moves: dict[tuple[Law, ...], list[str]] = {}
    for subject, touched in laws.items():
        moves.setdefault(tuple(touched), []).append(subject)
    return [
        f"{GENERAL_LAW}: for {listed(names)}, look up {'; '.join(LAWS[law] for law in touched)}."
        for touched, names in moves.items()
    ]


def _subject(case: Negotiation, warned: Warned) -> str:
    if warned.term is not None:
        return f"“{term(case, *warned.term)}”"
    return f"“{case.name('moves', str(warned.move))}”"


def undoing_sentence(case: Negotiation, plan: Plan) -> str | None:
    """That those gone round may undo a plan, which no chance counts; None if it goes round nobody.

    It stands beside the plan's chance, as durability does.
    """
    found = [w for w in warnings(case, plan) if w.kind is Kind.BYPASS]
    whom = listed(list(dict.fromkeys(name for w in found for name in _gone_round(case, w))))
    if not whom:
        return None
    return (
        f"The plan goes round {whom}: what is not approved there can be undone later, and no "
        "chance here counts that."
    )


def _gone_round(case: Negotiation, warned: Warned) -> list[str]:
    gates = [f"“{gate_name(case, s, g)}” ({side_name(case, s)})" for s, g in warned.gates]
    return [*people(case, warned.people), *gates]


def _bypass(case: Negotiation, warned: Warned) -> str:
    return (
        f"{_subject(case, warned)} goes round {listed(_gone_round(case, warned))}. That buys "
        "speed and sells reversibility: what they have not approved, they or their successors can "
        "undo."
    )


def _forms(case: Negotiation, forms: list[Warned]) -> str:
    change = "changes" if len(forms) == 1 else "change"
    return (
        f"{listed([_subject(case, w) for w in forms])} {change} the form of the agreement. A form "
        "that goes round somebody who would otherwise approve buys speed and sells reversibility; "
        "if one does, name them under “bypasses” in the file, or write “bypasses: []” if it goes "
        "round nobody."
    )


def _oral(case: Negotiation, oral: list[Warned]) -> str:
    are = "is" if len(oral) == 1 else "are"
    return (
        f"{listed([_subject(case, w) for w in oral])} {are} only said. An oral promise binds "
        "nobody when those who gave it have gone, and what it was is soon disputed: put what "
        "matters into the text, or into a side letter."
    )
