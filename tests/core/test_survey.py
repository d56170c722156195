"""Every judgement of a case, by its place in the document."""

from __future__ import annotations

import pytest
import yaml

from leveltwo.core.survey import survey, words
from leveltwo.io.yaml_file import loads
from tests.oracle.settle import judgements
from tests.port_lease import PORT_LEASE


def test_the_spans_are_those_of_the_oracle() -> None:
    """Every judgement of the port lease, words widened by low confidence, paths alike."""
    spans = survey(loads(PORT_LEASE))
    for judgement in judgements(yaml.safe_load(PORT_LEASE)):
        assert spans[judgement.path] == pytest.approx(judgement.triple), judgement.path


def test_what_the_file_leaves_out_has_its_default() -> None:
    """Nobody abstains, differs or discounts unless told; moves are free and work."""
    spans = survey(loads(PORT_LEASE))
    assert spans["constituencies.mayor.band"] == (0, 0, 0)
    assert spans["constituencies.mayor.spread"] == (0, 0, 0)
    assert spans["constituencies.mayor.devalues"] == (0, 0, 0)
    free = survey(
        loads(PORT_LEASE.replace("    cost: 1.5", "    #").replace("    chance:", "    #"))
    )
    assert free["moves.charter.cost"] == (0, 0, 0)
    assert free["moves.charter.chance"] == (1, 1, 1)


def test_paths_are_sorted() -> None:
    """Whatever the order of the file."""
    paths = list(survey(loads(PORT_LEASE)))
    assert paths == sorted(paths)


def test_words_are_told_from_numbers() -> None:
    """Those written as words, with the word."""
    found = words(loads(PORT_LEASE))
    assert found["constituencies.left.values.hiring.weight"] == "critical"
    assert found["constituencies.family.no_deal"] == "fair"
    assert "constituencies.mayor.no_deal" not in found
    worded = words(loads(PORT_LEASE.replace("right: -3}", "right: -slight}")))
    assert worded["moves.charter.effects.right"] == "-slight"
