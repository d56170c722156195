"""Judgements as they were written: a number, a range, or a word."""

from __future__ import annotations

from collections.abc import Iterable

from leveltwo.model.judgement import MINUS, Judgement


def judged(found: Judgement, *, signed: bool = False) -> str:
    """A judgement as it was written: “good”, “20”, “20 (10 to 30)”, with a sign for points."""
    if found.word is not None:
        return found.word.replace("-", MINUS)
    return _ranged(found, "+g" if signed and found.best else "g")


def judged_share(found: Judgement) -> str:
    """A share as it was written, in per cent."""
    return _ranged(found, ".0%").replace("%", " %")


def _ranged(found: Judgement, form: str) -> str:
    low, best, high = (
        f"{number:{form}}".replace("-", MINUS) for number in (found.low, found.best, found.high)
    )
    return best if found.low == found.high else f"{best} ({low} to {high})"


def plain_text(text: str) -> str:
    """A text of the file on one line."""
    return " ".join(text.split())


def told(summary: str | None, sources: Iterable[str]) -> list[str]:
    """A summary and the sources, where there are any."""
    found = [plain_text(source) for source in sources]
    named = [f"sources: {'; '.join(found)}"] if found else []
    return [plain_text(summary), *named] if summary else named
