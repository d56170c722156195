"""Chances and points as readers see them: never more certain than they are."""

from __future__ import annotations

from leveltwo.core.map import Share
from leveltwo.core.sample import Sample

CAVEAT = (
    "Chances follow from the judgements in the case file; they are not forecasts. "
    "Change a judgement and they change."
)


NARROW = 0.025


def percent(share: float, decimals: int = 1) -> str:
    """A share in per cent."""
    return f"{100 * share:.{decimals}f} %"


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
    return percent(share, 1 if share < 0.01 or share > 0.99 else 0)


def chance_range(low: float, high: float) -> str:
    """An interval of chances, with a decimal more where it is narrow."""
    if high - low < NARROW and min(low, 1 - high) >= 0.01:
        return f"{percent(low, 1)} to {percent(high, 1)}"
    return f"{chance(low)} to {chance(high)}"


def chance_shift(before: float, after: float, sample: Sample) -> str:
    """A chance and what it becomes, with a decimal more where they would read the same."""
    one, other = chance(before, sample), chance(after, sample)
    between = min(before, after) >= 0.01 and max(before, after) <= 0.99
    if one == other and not sample.certain and between and before != after:
        one, other = percent(before, 1), percent(after, 1)
    return f"{one} → {other}"


def about(number: int, *, exact: bool) -> str:
    """A number of deals; three figures of it where it is an estimate."""
    if exact:
        return f"{number:,}"
    step = 10 ** max(0, len(str(number)) - 3)
    return f"about {round(number / step) * step:,}"


def share_cells(share: Share) -> tuple[str, str]:
    """A share of deals, and its interval if it is an estimate."""
    range_ = f"{percent(share.low, 2)} to {percent(share.high, 2)}"
    return percent(share.share, 2), "" if share.exact else range_


def points(number: float, *, signed: bool = True) -> str:
    """Points with one decimal, a true minus sign and no negative zero."""
    text = f"{abs(number):.1f}"
    if text == "0.0":
        return "0.0"
    plus = "+" if signed else ""
    return ("−" if number < 0 else plus) + text


def some(names: list[str], most: int) -> str:
    """The first names in a row, and how many more there are."""
    more = len(names) - most
    return listed([*names[:most], f"{more} more"] if more > 0 else names)


def listed(names: list[str], word: str = "and") -> str:
    """Names in a row: a, b and c; apart by semicolons where a name holds a comma itself."""
    if len(names) < 2:
        return "".join(names)
    comma = "; " if any("," in name for name in names) else ", "
    last = f"{comma}{word} " if comma == "; " else f" {word} "
    return f"{comma.join(names[:-1])}{last}{names[-1]}"
