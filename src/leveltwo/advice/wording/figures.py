"""Chances and points as readers see them: never more certain than they are."""

from __future__ import annotations

from leveltwo.core.sample import Sample

CAVEAT = (
    "Chances follow from the judgements in the case file; they are not forecasts. "
    "Change a judgement and they change."
)


def chance(share: float, sample: Sample | None = None) -> str:
    """A chance in words that never claim certainty of something uncertain.

    In the certain case, “yes” or “no”.
    """
    if sample is not None and sample.certain:
        return "yes" if share >= 0.5 else "no"
    if share < 0.001:
        return "< 1 in 1,000"
    if share > 0.999:
        return "> 999 in 1,000"
    if share < 0.01 or share > 0.99:
        return f"{share:.1%}".replace("%", " %")
    return f"{share:.0%}".replace("%", " %")


def chance_range(low: float, high: float) -> str:
    """An interval of chances."""
    return f"{chance(low)} to {chance(high)}"


def points(number: float, *, signed: bool = True) -> str:
    """Points with one decimal, a true minus sign and no negative zero."""
    text = f"{abs(number):.1f}"
    if text == "0.0":
        return "0.0"
    plus = "+" if signed else ""
    return ("−" if number < 0 else plus) + text


def listed(names: list[str], word: str = "and") -> str:
    """Names in a row: a, b and c."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {word} {names[-1]}"
