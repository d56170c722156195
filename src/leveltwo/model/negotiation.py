"""A negotiation: the whole case, as a person writes it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, PrivateAttr

from leveltwo.model.base import Id, Noun, Text, Texts, as_tuple, refuse
from leveltwo.model.constituency import Constituency
from leveltwo.model.constraint import Constraint, allows
from leveltwo.model.deal import Deal
from leveltwo.model.event import Event
from leveltwo.model.history import History
from leveltwo.model.issue import Issue
from leveltwo.model.move import Move, Resources
from leveltwo.model.side import Side
from leveltwo.model.slug import Slug
from leveltwo.model.uncertainty import Uncertainty

FORMAT = "leveltwo/1"


def _format(raw: object) -> object:
    if raw != FORMAT:
        raise refuse(f"{FORMAT}, the format that this program reads", raw)
    return raw


class Negotiation(Noun):
    """Both tables of a negotiation.

    Parameters
    ----------
    format : str
        Always ``leveltwo/1``.
    title : str
        What readers call it.
    viewpoint : str
        The side being advised.
    sides, issues, constituencies, moves : dict
        The nouns, by id, in the order of the file.
    constraints : tuple of Constraint
        Combinations of options that no deal may hold.
    events : dict
        What happens whatever the sides do, by id: a congress, an election, a summit.
    resources : dict
        Limits on what moves may use together.
    uncertainty : Uncertainty
        How judgements are sampled.
    history : History or None
        What really happened.
    precedent : str or None
        The library's entry on the same events, which is then not cited to itself.
    """

    format: Annotated[Literal["leveltwo/1"], BeforeValidator(_format)]
    title: Text
    viewpoint: Id
    sides: dict[Id, Side]
    issues: dict[Id, Issue]
    constituencies: dict[Id, Constituency]
    summary: Text | None = None
    moves: dict[Id, Move] = {}
    events: dict[Id, Event] = {}
    constraints: Annotated[tuple[Constraint, ...], BeforeValidator(as_tuple)] = ()
    resources: Resources = {}
    uncertainty: Uncertainty = Uncertainty()
    history: History | None = None
    precedent: Slug | None = None
    sources: Texts = ()
    _barred: frozenset[str] = PrivateAttr(default=frozenset())

    def barring(self, moves: Iterable[str]) -> Self:
        """The same case, in which some moves more can be made no longer."""
        changed = self.model_copy()
        changed._barred = self._barred | frozenset(moves)  # noqa: SLF001 - of its own class
        return changed

    @property
    def barred(self) -> frozenset[str]:
        """Moves that can be made no longer; no file says so, but the day from which it is seen."""
        return self._barred

    @cached_property
    def negotiators(self) -> dict[str, str]:
        """The negotiator of each side."""
        return {side_id: side.negotiator for side_id, side in self.sides.items()}

    @property
    def our_moves(self) -> tuple[str, ...]:
        """Moves of the side being advised that are not barred."""
        return tuple(
            m
            for m, move in self.moves.items()
            if move.by == self.viewpoint and m not in self.barred
        )

    @cached_property
    def voters(self) -> frozenset[str]:
        """The constituencies that some gate asks, of approval or of implementation."""
        gates = (gate for side in self.sides.values() for gate in side.gates.values())
        return frozenset(who for gate in gates for who in gate.members)

    @property
    def has_implementation(self) -> bool:
        """Whether some gate is about carrying the deal out."""
        return any(g.implementation for s in self.sides.values() for g in s.gates.values())

    def deceived_voters(self, move: str) -> tuple[str, ...]:
        """Those deceived by a move who decide a gate."""
        return tuple(who for who in self.moves[move].deceives if who in self.voters)

    def may_recommend(self, move: str) -> bool:
        """Whether a plan with a move may be recommended.

        It is not barred, consent is there, and no voter is deceived.
        """
        fair = not self.moves[move].lacks_consent and not self.deceived_voters(move)
        return fair and move not in self.barred

    def allows(self, deal: Deal) -> bool:
        """Whether a complete deal keeps to every constraint."""
        return all(allows(constraint, deal) for constraint in self.constraints)

    def name(self, kind: str, key: str) -> str:
        """What readers call a noun of some kind; its id made readable if it has no name."""
        noun = getattr(self, kind)[key]
        return noun.name or key.replace("_", " ").capitalize()

    def label(self, issue: str, option: str) -> str:
        """What readers call an option."""
        return self.issues[issue].label(option)
