"""The order in which a file is written never changes a result; the same input, the same output."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from leveltwo.core.assessment import assess
from leveltwo.core.choice import encode
from leveltwo.core.layout import Layout
from leveltwo.core.mapping import map_deals
from leveltwo.core.sample import Sample
from leveltwo.model.negotiation import Negotiation
from leveltwo.report.document import document
from leveltwo.solve import advise, verdict
from leveltwo.solve.objective import Objective
from tests.oracle.plans import plans
from tests.strategies import build


def shuffled(part: Any, rng: random.Random) -> Any:
    """The same document with the keys of every mapping in another order."""
    if isinstance(part, dict):
        keys = rng.sample(list(part), len(part))
        return {key: shuffled(part[key], rng) for key in keys}
    return [shuffled(item, rng) for item in part] if isinstance(part, list) else part


def everything(doc: Any, deal: Any, moves: Any, sample: Sample) -> str:
    """All answers about a document, as one text in which the order of keys does not show."""
    case = Negotiation.model_validate(doc)
    layout = Layout(case)
    written = {issue: case.issues[issue].find(str(option)) for issue, option in deal.items()}
    answers = [
        assess(layout, sample, encode(layout, {k: str(v) for k, v in written.items()}, moves)),
        map_deals(layout, sample, moves, 0.5),
        advise.advise(layout, sample, Objective()),
        advise.advise(layout, sample, Objective(floor=0.5)),
    ]
    return json.dumps([document(answer, case) for answer in answers], sort_keys=True)


@pytest.mark.parametrize("batch", range(4))
def test_answers_do_not_depend_on_the_order_of_keys(
    batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two shuffled copies of a file give the same JSON, digit for digit, as the file itself."""
    monkeypatch.setattr(verdict, "FRESH_DRAWS", 16)
    for seed in range(100 * batch, 100 * batch + 10):
        rng = random.Random(seed)
        doc = build(rng)
        deal, moves = rng.choice(list(plans(doc)))
        sample = Sample(24, seed)
        answer = everything(doc, deal, moves, sample)
        assert everything(doc, deal, moves, sample) == answer
        for _ in range(2):
            other = rng.sample(list(moves), len(moves))
            assert everything(shuffled(doc, rng), shuffled(deal, rng), other, sample) == answer
