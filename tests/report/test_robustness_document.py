"""How far a plan can be relied on, as a JSON document."""

from __future__ import annotations

import json
from dataclasses import replace

from leveltwo.report.document import document
from leveltwo.report.robustness_document import robustness_document
from tests.advice.test_robustness import CASE, OTHER, ROBUST


def test_every_part_stands_under_its_name() -> None:
    found = robustness_document(ROBUST, CASE)
    assert json.loads(json.dumps(found)) == found
    assert found["plan"] == {"deal": {"price": "high"}, "moves": ["gift", "card"]}
    (question,) = found["finding_out"]["questions"]
    assert question["judgement"] == "constituencies.clerk.no_deal"
    assert question["turns"][0]["plan"]["moves"] == list(OTHER.moves)
    assert question["turns"][0]["low"] is None
    assert found["finding_out"]["everything"] == 4.2
    assert found["stability"]["terms"] == {"price": {"high": 60, "low": 1}}
    assert found["stress"]["gates"] == {"them.house": 0.0, "us.sign": 1.0}
    assert found["stress"]["first"] == ["them.house"]


def test_what_has_not_been_done_is_null() -> None:
    nothing = replace(ROBUST, plan=None, stress=None, stability=None, finding_out=None)
    found = document(nothing, CASE)
    parts = ("plan", "finding_out", "stability", "stress")
    assert [found[part] for part in parts] == [None] * 4
