"""Guard-rails: what a plan should not do, or not without asking, and which law to look up.

The rules are Sebenius's cautions put into practice: dealing behind the table asks for the
counterpart's consent, money goes to interests and never to those who decide, and nobody who
decides is deceived.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from leveltwo.advice.law import Law, laws
from leveltwo.model.move import NEEDS_CONSENT, Consent, Device
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.passing_over import as_gate
from leveltwo.model.plan import Plan


class Kind(StrEnum):
    """What a warning is about."""

    CONSENT = "consent"
    UNASKED = "unasked"
    DECEPTION = "deception"
    FACE_SAVING = "face_saving"
    PAYMENT = "payment"
    BYPASS = "bypass"
    FORM = "form"
    ORAL = "oral"
    LAW = "law"


@dataclass(frozen=True)
class Warned:
    """One warning about a plan.

    Parameters
    ----------
    kind : Kind
        What it is about.
    move : str or None
        The move concerned; None where it is a term.
    term : (str, str) or None
        The issue and the option concerned; None where it is a move.
    people : tuple of str
        Constituencies concerned: who has to consent, is paid, deceived or gone round.
    gates : tuple of (str, str)
        Gates gone round, as (side, gate).
    forbids : bool
        Whether a plan with it is never recommended.
    law : Law or None
        The field of law.
    """

    kind: Kind
    move: str | None = None
    term: tuple[str, str] | None = None
    people: tuple[str, ...] = ()
    gates: tuple[tuple[str, str], ...] = ()
    forbids: bool = False
    law: Law | None = None


def warnings(case: Negotiation, plan: Plan) -> tuple[Warned, ...]:
    """Every warning about a plan, those first that forbid it, then kind by kind."""
    found = [warned for move in plan.moves for warned in of_move(case, move)]
    for issue, option in plan.deal.items():
        gone_round = case.issues[issue].bypasses.get(option, ())
        if gone_round:
            found.append(_gone_round(gone_round, term=(issue, option)))
    order = list(Kind)
    return tuple(sorted(found, key=lambda w: (not w.forbids, order.index(w.kind))))


FORMALITIES = frozenset({Kind.FORM, Kind.LAW})
"""Warnings that ask to look something up; the others are about what a plan does to somebody."""


def grave(case: Negotiation, plan: Plan) -> tuple[Warned, ...]:
    """The warnings about a plan that go beyond its form and the laws to look up."""
    return tuple(w for w in warnings(case, plan) if w.kind not in FORMALITIES)


def of_move(case: Negotiation, move: str) -> Iterator[Warned]:
    """The warnings about one move."""
    about = case.moves[move]
    if about.lacks_consent:
        yield Warned(Kind.CONSENT, move, people=_to_consent(case, move), forbids=True)
    elif about.device in NEEDS_CONSENT and about.consent is Consent.NOT_NEEDED:
        yield Warned(Kind.UNASKED, move, people=_to_consent(case, move))
    yield from _deception(case, move)
    paid = tuple(who for who in about.pays if who in case.voters)
    if paid:
        yield Warned(Kind.PAYMENT, move, people=paid)
    if about.bypasses:
        yield _gone_round(about.bypasses, move=move)
    elif about.device is Device.AGREEMENT_FORM and about.bypasses is None:
        yield Warned(Kind.FORM, move)
    if about.word_only:
        yield Warned(Kind.ORAL, move)
    for law in laws(case, move):
        yield Warned(Kind.LAW, move, law=law)


def _to_consent(case: Negotiation, move: str) -> tuple[str, ...]:
    """Negotiators of the other sides whose people it addresses; of all others if of none."""
    others = [side for side in case.sides if side != case.moves[move].by]
    addressed = [side for side in others if side in _addressed(case, move)]
    return tuple(case.sides[side].negotiator for side in addressed or others)


def _addressed(case: Negotiation, move: str) -> set[str]:
    about = case.moves[move]
    return {case.constituencies[who].side for who in (*about.effects, *about.otherwise)}


def _deception(case: Negotiation, move: str) -> Iterator[Warned]:
    voters = case.deceived_voters(move)
    audience = tuple(who for who in case.moves[move].deceives if who not in voters)
    if voters:
        yield Warned(Kind.DECEPTION, move, people=voters, forbids=True)
    if audience:
        yield Warned(Kind.FACE_SAVING, move, people=audience)


def _gone_round(
    written: tuple[str, ...], move: str | None = None, term: tuple[str, str] | None = None
) -> Warned:
    gates = tuple(gate for one in written if (gate := as_gate(one)) is not None)
    people = tuple(one for one in written if as_gate(one) is None)
    return Warned(Kind.BYPASS, move, term, people, gates)
