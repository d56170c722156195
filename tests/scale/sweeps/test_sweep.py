"""Sweeps as people ask for them, in files and beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.errors import InputError
from leveltwo.scale.sweeps.question import in_a_line
from leveltwo.scale.sweeps.sweep import Sweep, read_sweep

FILE = """\
set:
  constituencies.left.no_deal: 30..60/7
  sides.city.gates.council.need: [majority, 15]
deal: {term: 30, hiring: goal}
moves: [charter]
draws: 256
seed: 0
"""


def written(folder: Path, text: str) -> Path:
    """A sweep file."""
    path = folder / "sweep.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_says_what_options_would(tmp_path: Path) -> None:
    """Places, plan, draws and seed."""
    assert read_sweep(written(tmp_path, FILE)) == Sweep(
        {
            "constituencies.left.no_deal": "30..60/7",
            "sides.city.gates.council.need": ["majority", 15],
        },
        deal={"term": 30, "hiring": "goal"},
        moves=("charter",),
        draws=256,
        seed=0,
    )


def test_the_word_history_stands_for_deal_and_moves(tmp_path: Path) -> None:
    """As on the command line."""
    found = read_sweep(written(tmp_path, "deal: history\nmoves: history\n"))
    assert (found.deal, found.moves) == ("history", ("history",))


def test_one_move_may_be_plain_text() -> None:
    """It is not read letter by letter."""
    found = Sweep(deal="history", moves="history", in_return="favour")  # type: ignore[arg-type]
    assert (found.moves, found.in_return) == (("history",), ("favour",))


def test_options_go_before_the_file(tmp_path: Path) -> None:
    """A seed of 0 is a seed."""
    file = read_sweep(written(tmp_path, FILE))
    found = Sweep({"constituencies.left.no_deal": "50"}, draws=64).over(file)
    assert found.vary["constituencies.left.no_deal"] == "50"
    assert len(found.vary) == 2
    assert (found.draws, found.seed, found.moves) == (64, 0, ("charter",))
    assert Sweep(seed=0).over(Sweep(seed=7)).seed == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sett: {}", "unknown key “sett”; did you mean “set”"),
        ("set: [a]", "set: expected a mapping of places to values"),
        ("sample: true", "sample: expected a whole number"),
        ("deal: yesterday", "deal: expected one option for every issue, or the word history"),
        ("- a", "expected “set”, and what to ask at each point"),
        ("seed: 1\nseed: 2", "the key “seed” stands twice"),
        ("set: [", "sweep.yaml:2: not valid YAML"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused(tmp_path: Path, text: str, message: str) -> None:
    """With the file's name."""
    with pytest.raises(InputError, match=message):
        read_sweep(written(tmp_path, text))


def test_a_question_reads_in_a_line() -> None:
    """The same for what comes to the same."""
    assert in_a_line(Sweep(deal="history", moves=("history",))) == "plan history; moves history"
    assert in_a_line(Sweep(deal={"b": 2, "a": "x"}, certain=True)) == (
        "plan a=x b=2; moves none; certain"
    )
    assert in_a_line(Sweep(floor=0.5, in_return=("b", "a"), draws=8, seed=0, seconds=3)) == (
        "best plan; floor 0.5; in return a,b; 3 seconds each; draws 8; seed 0"
    )
