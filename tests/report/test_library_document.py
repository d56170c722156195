"""Devices and precedents as JSON."""

from __future__ import annotations

import json
from pathlib import Path

from leveltwo import tasks
from leveltwo.io.library import devices, precedents
from leveltwo.report.document import document
from leveltwo.report.library_document import (
    device_document,
    match_document,
    precedent_document,
    with_precedents,
)
from tests.made import made, saved


def test_every_device_is_told_whole() -> None:
    for device, note in devices().items():
        told = device_document(device, note)
        assert json.loads(json.dumps(told)) == told
        assert told["device"] == device.value
        assert told["fits"] == list(note.fits)
        assert told["invent"] == note.invent


def test_every_precedent_is_told_whole() -> None:
    for name, entry in precedents().items():
        told = precedent_document(name, entry)
        assert json.loads(json.dumps(told)) == told
        assert (told["name"], told["verdicts"]) == (name, list(entry.verdicts))
        assert told["begins"] == str(entry.begins)
        assert [vote["for"] for vote in told["votes"]] == [vote.for_ for vote in entry.votes]
        assert len(told["acts"]) == len(entry.acts)


def test_each_move_advised_is_told_with_its_precedents(tmp_path: Path) -> None:
    gift = {"device": "terms", "effects": {"envoy": [5, 12, 19]}, "cost": 1}
    house = {"rule": "envoy", "body": "parliament"}
    case = made(gate=house, people={"envoy": {"no_deal": 70}}, moves={"gift": gift})
    answer = tasks.advise(saved(tmp_path, case))
    told = with_precedents(document(answer.result, answer.case), answer.precedents, answer.fallen)
    assert json.loads(json.dumps(told)) == told
    (reason,) = told["why"]
    assert reason["precedents"] == [match_document(m) for m in answer.precedents["gift"]]
    assert told["same_field"] == []
    first = reason["precedents"][0]
    assert first["same"]["field"] == "states"
    assert first["same"]["devices"] == ["terms"]
    assert precedents()[first["name"]].title == first["title"]
    assert first["cautionary"] is (first["verdict"] != "helped")
    works = [source.work for source in precedents()[first["name"]].sources]
    assert [source["work"] for source in first["sources"]] == works
