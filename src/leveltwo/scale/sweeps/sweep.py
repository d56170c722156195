"""A sweep as somebody asks for it: the question, and where the case is varied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Literal

from leveltwo.errors import InputError, did_you_mean, tidy


@dataclass(frozen=True)
class Sweep:
    """One question to many variants of a case.

    Parameters
    ----------
    vary : dict
        Places in the case, and for each what to put there: values, spans, or None for the
        judgement's own range.
    sample : int or None
        So many points at random; None for every combination of the values.
    deal : dict or ``history`` or None
        The deal of the plan to assess; None to look for the best plan at every point.
    moves : tuple of str
        Its moves.
    floor : float or None
        Where plans are looked for: the least chance wanted.
    in_return : tuple of str
        Moves of other sides that may be counted on.
    draws, seed : int or None
        In place of the case's own. The seed is that of the points drawn, too.
    certain : bool
        Whether to take every judgement at its best guess.
    seconds : float or None
        Time limit of every search.
    """

    vary: Mapping[str, object] = field(default_factory=dict)
    sample: int | None = None
    deal: Mapping[str, object] | Literal["history"] | None = None
    moves: tuple[str, ...] = ()
    floor: float | None = None
    in_return: tuple[str, ...] = ()
    draws: int | None = None
    seed: int | None = None
    certain: bool = False
    seconds: float | None = None

    def __post_init__(self) -> None:
        """Take plain text for one move, or the word ``history``, not for its letters."""
        from leveltwo.model.several import several

        for name in ("moves", "in_return"):
            object.__setattr__(self, name, several(getattr(self, name)))

    def over(self, other: Sweep) -> Sweep:
        """What is asked here, and whatever it leaves open as the other sweep has it."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        unsaid = [name for name, value in said.items() if value in (None, ()) or value is False]
        completed = {name: getattr(other, name) for name in unsaid}
        return replace(self, **completed | {"vary": {**other.vary, **self.vary}})


def read_sweep(path: Path) -> Sweep:
    """A sweep from a YAML file.

    Its keys are ``set`` (places and values), and beside it ``sample``, ``deal``, ``moves``,
    ``floor``, ``in_return``, ``draws``, ``seed``, ``certain`` and ``seconds``.

    Raises
    ------
    InputError
        If the file cannot be read, or holds something else.
    """
    from leveltwo.io.yaml_file import read
    from leveltwo.io.yaml_tree import YamlError, parse

    try:
        root, problems = parse(read(path).removeprefix("\ufeff"))
    except YamlError as error:
        raise InputError(f"{path}:{error.problem.line}: {error.problem.message}") from error
    found = root.plain()
    if problems or not isinstance(found, dict):
        told = problems[0].message if problems else "expected “set”, and what to ask at each point"
        raise InputError(f"{path}: {told}")
    asked: dict[str, Any] = {}
    for key, value in found.items():
        name = str(key)
        if name not in _KINDS:
            raise InputError(f"{path}: unknown key “{tidy(name)}”{did_you_mean(name, _KINDS)}")
        asked[_NAMES.get(name, name)] = _checked(path, name, value)
    return Sweep(**asked)


_NAMES = {"set": "vary"}
_KINDS: dict[str, tuple[str, str]] = {
    "set": ("dict", "a mapping of places to values"),
    "sample": ("int", "a whole number"),
    "deal": ("dict history", "one option for every issue, or the word history"),
    "moves": ("list history", "a list of moves, or the word history"),
    "floor": ("int float", "a chance between 0 and 1"),
    "in_return": ("list", "a list of moves"),
    "draws": ("int", "a whole number"),
    "seed": ("int", "a whole number"),
    "certain": ("bool", "true or false"),
    "seconds": ("int float", "a number above 0"),
}


def _checked(path: Path, key: str, value: Any) -> Any:
    kinds, expected = _KINDS[key]
    kind = "history" if value == "history" else type(value).__name__
    if kind not in kinds.split():
        raise InputError(f"{path}: {key}: expected {expected}")
    if key in {"moves", "in_return"}:
        return (value,) if isinstance(value, str) else tuple(str(move) for move in value)
    return value
