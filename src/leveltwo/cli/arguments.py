"""What is typed after a command: deals as ``issue=option`` pairs, moves as lists."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

import typer.core

from leveltwo.errors import InputError, PlanError
from leveltwo.tasks import Deal

DEAL = "--deal"
_PAIR = re.compile("[^=]+=.+")


def spread_deals(args: list[str]) -> list[str]:
    """Let ``--deal a=1 b=2`` stand for ``--deal a=1 --deal b=2``, and ``a, b`` for ``a,b``."""
    found: list[str] = []
    inside = False
    for arg in args:
        if inside and not arg.startswith("-") and "=" in arg:
            if found[-1] != DEAL:
                found.append(DEAL)
            found.append(arg)
            continue
        inside = arg == DEAL or arg.startswith(DEAL + "=")
        if found and found[-1].endswith(",") and not arg.startswith("-"):
            found[-1] += arg
        else:
            found.append(arg)
    return found


class DealCommand(typer.core.TyperCommand):
    """A command whose ``--deal`` takes any number of pairs."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse, pairs spread out."""
        return super().parse_args(ctx, spread_deals(args))


def pairs(written: Iterable[str]) -> Deal:
    """A deal from ``issue=option`` pairs; several may stand in one text, apart by commas or blanks.

    Blanks part pairs only where every piece is a pair itself: ``a=1 b=2``, not ``a = 1``. The one
    word ``history`` stands for the deal that the case records.

    Raises
    ------
    PlanError
        If a text is no pair, or an issue is named twice.
    """
    parts = [pair for part in split(written) for pair in _parted(part)]
    if parts == ["history"]:
        return "history"
    deal: dict[str, str] = {}
    for part in parts:
        issue, equals, option = (piece.strip() for piece in part.partition("="))
        if not (issue and equals and option):
            raise PlanError(f"“{part}” is no choice; write issue=option, such as term=20")
        if deal.get(issue, option) != option:
            raise PlanError(f"“{issue}” is chosen twice, {deal[issue]} and {option}; keep one")
        deal[issue] = option
    return deal


def _parted(text: str) -> list[str]:
    """The pairs in a text apart by blanks; the text as it is unless every piece is a pair."""
    pieces = text.split()
    return pieces if all(_PAIR.fullmatch(piece) for piece in pieces) else [text]


def settings(written: Iterable[str]) -> dict[str, object]:
    """Places and values from ``place=values`` texts; a place alone has None.

    Raises
    ------
    InputError
        If a text names no place, or a place is named twice.
    """
    found: dict[str, object] = {}
    for text in written:
        place, equals, values = (piece.strip() for piece in text.partition("="))
        if not place:
            raise InputError(f"“{text}” names no place; write such as sides…need=51,60,67")
        if place in found:
            raise InputError(f"“{place}” is set twice; write all its values in one --set")
        found[place] = values if equals else None
    return found


def day(option: str, written: str) -> dt.date:
    """A day as typed after an option.

    Raises
    ------
    InputError
        If it is no date.
    """
    wrong = f"{option} is “{written}”; expected a date that exists, as YYYY-MM-DD"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", written):
        raise InputError(wrong)
    try:
        return dt.date.fromisoformat(written)
    except ValueError as error:
        raise InputError(wrong) from error


def split(written: Iterable[str]) -> list[str]:
    """Texts apart by commas, blanks left out."""
    return [part.strip() for text in written for part in text.split(",") if part.strip()]
