"""An answer: a result and the case it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from leveltwo.errors import InputError

if TYPE_CHECKING:
    from leveltwo.model.negotiation import Negotiation

Result = TypeVar("Result")
Progress = Callable[[int, int], None]
Watch = Callable[[float, float, int], None]
Deal = Mapping[str, object] | Literal["history"]
"""One option for every issue; or the word, for the deal that a case records as history."""


@dataclass(frozen=True)
class Answer(Generic[Result]):
    """A result and the case it is about, which holds the names that readers see."""

    source: str
    case: Negotiation
    result: Result


def check_share(name: str, share: float) -> None:
    """Refuse what is no chance.

    Raises
    ------
    InputError
        If it is not between 0 and 1.
    """
    if not 0 <= share <= 1:
        raise InputError(f"{name} is {share:g}; expected a chance between 0 and 1")
