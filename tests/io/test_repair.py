"""Every mistake at once, and none that is only a consequence."""

from __future__ import annotations

import random
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from leveltwo.io import repair
from leveltwo.io.repair import MOST_PROBLEMS
from leveltwo.io.yaml_file import examine
from tests.small import SMALL, Edit, edited, messages, told

MISTAKES: list[Edit] = [
    ("title: Opening hours", "title: 5"),
    ("viewpoint: shop", "viewpoint: shp"),
    ("negotiator: delegate", "negotiator: deligate"),
    ("need: majority", "need: 2/0"),
    ("step: 5", "step: 7"),
    ("weight: 3", "weight: heavy"),
    ("[35, 45, 60]", "[60, 45, 35]"),
    ("{sunday: closed}", "{sunday: shut}"),
    ("{day: {for: 3}}", "{dayy: {for: 3}}"),
    ("unless: [rota]", "unless: [roda]"),
    ("{day: clear}", "{day: claer}"),
    ("{night: slight}", "{nite: slight}"),
    ("{never: {sunday: open", "{never: {sunday: ajar"),
    ("resources: {money: 5}", "resources: {money: -5}"),
]


def test_fourteen_mistakes_in_one_file_are_all_reported() -> None:
    """Shape, names and sense together, each told as if it stood alone."""
    alone = [line for mistake in MISTAKES for line in told(edited(mistake))]
    assert len(alone) == len(MISTAKES)
    assert sorted(told(edited(*MISTAKES))) == sorted(alone)


@given(st.sets(st.sampled_from(MISTAKES), min_size=2))
def test_mistakes_do_not_hide_each_other(mistakes: set[Edit]) -> None:
    """Any of them together are told as each alone."""
    alone = {line for mistake in mistakes for line in told(edited(mistake))}
    assert set(told(edited(*mistakes))) == alone


def shuffled(tree: object, rng: random.Random) -> object:
    """The same document with every mapping in another order."""
    if isinstance(tree, list):
        return [shuffled(part, rng) for part in tree]
    if not isinstance(tree, dict):
        return tree
    keys = rng.sample(list(tree), len(tree))
    return {key: shuffled(tree[key], rng) for key in keys}


@given(st.sets(st.sampled_from(MISTAKES)), st.randoms(use_true_random=False))
def test_the_order_of_a_file_does_not_change_its_problems(
    mistakes: set[Edit], rng: random.Random
) -> None:
    """Only their places, and the order in which known names are listed."""
    tree = yaml.safe_load(edited(*mistakes))
    other = yaml.safe_dump(shuffled(tree, rng), sort_keys=False)
    assert sorted(essence(other)) == sorted(essence(yaml.safe_dump(tree, sort_keys=False)))


def essence(text: str) -> list[str]:
    """The problems without their places and without names that are listed."""
    return [line.split(" ", 1)[1].split("; known: ")[0] for line in told(text)]


def test_rings_are_the_same_in_any_order() -> None:
    """Two rings that share a member."""
    rings = edited(
        ("    no_deal: [35,", "    follows: {night: {}, manager: {}}\n    no_deal: [35,"),
        ("    side: shop\n", "    side: shop\n    follows: {day: {}}\n"),
    )
    tree = yaml.safe_load(rings)
    turned = dict(reversed(tree["constituencies"].items()))
    other = yaml.safe_dump({**tree, "constituencies": turned}, sort_keys=False)
    assert sorted(essence(rings)) == sorted(essence(other))
    assert len(essence(rings)) == 2


def test_many_problems_are_cut_short() -> None:
    """A file with thousands is told so, in little time."""
    wrong = SMALL + "".join(f"k{i}: 1\n" for i in range(20_000))
    start = time.process_time()
    lines = told(wrong)
    assert time.process_time() - start < 20
    assert len(lines) == MOST_PROBLEMS + 1
    assert f"1:1 more than {MOST_PROBLEMS} problems; only {MOST_PROBLEMS} are listed" in lines


@pytest.mark.parametrize("depth", [1, 5, 12])
def test_a_mistake_deep_in_a_rule_leaves_the_rest_of_the_file_in_sight(depth: int) -> None:
    """One wrong vote does not hide a wrong effect."""
    rule = "{any: [" * depth + "{need: 1, votes: {}}" + "]}" * depth
    found = messages(("signature: manager", f"signature: {rule}"), ("{day: clear}", "{dya: clear}"))
    assert len(found) == 2


def test_mending_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was seen is told; names and sense stay unseen."""
    hidden = ("{day: clear}", "{dya: clear}")
    layered = ("signature: manager", "signature: {all: [{any: [5]}]}")
    assert len(messages(layered, hidden)) == 2
    monkeypatch.setattr(repair, "ROUNDS", 1)
    assert len(messages(layered, hidden)) == 1


def test_every_problem_of_an_empty_mapping_is_a_missing_key() -> None:
    """Nothing else is said of it."""
    case, problems = examine("{}")
    assert case is None
    assert {problem.message for problem in problems} == {"missing; it is required"}


def test_what_names_an_id_as_it_should_be_written_is_not_wrong_too() -> None:
    """One capital letter is one mistake, however often the right id stands elsewhere."""
    found = told(edited(("  sunday:", "  Sunday:")))
    assert len(found) == 1
    assert "such as sunday" in found[0]
