"""`leveltwo devices` and `leveltwo precedents`."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo.io.library import devices, precedents
from leveltwo.model.move import Device
from tests.cli.running import leveltwo
from tests.made import made, saved


def test_devices_lists_every_device() -> None:
    ended = leveltwo("devices")
    assert (ended.status, ended.err) == (0, "")
    assert all(device.value in ended.out for device in Device)


@pytest.mark.parametrize("device", Device)
def test_a_device_is_told_whole(device: Device) -> None:
    said = leveltwo("devices", device.value.replace("_", "-")).said
    note = devices()[device]
    for text in (note.what, *note.works, *note.backfires, *note.cautions, note.invent):
        assert " ".join(text.split()) in said
    assert ("not legal advice" in said) is bool(note.guard_rails)
    assert f"leveltwo precedents --device {device.value}" in said


def test_precedents_lists_every_precedent() -> None:
    ended = leveltwo("precedents")
    assert (ended.status, ended.err) == (0, "")
    assert all(name in ended.out for name in precedents())
    assert "Verdicts and lessons are our judgement" in ended.said


@pytest.mark.parametrize("name", precedents())
def test_a_precedent_is_told_whole(name: str) -> None:
    said = leveltwo("precedents", name).said
    entry = precedents()[name]
    for text in (entry.title, entry.rule, entry.outcome, entry.lesson, *entry.doubts):
        assert " ".join(text.split()) in said
    assert ("Votes" in said) is bool(entry.votes)
    for source in entry.sources:
        assert source.work in said


def test_precedents_can_be_looked_for() -> None:
    ended = leveltwo(
        "precedents", "--barrier", "trust", "--verdict", "late", "--search", "Strasbourg"
    )
    assert "brexit-withdrawal-2019" in ended.out
    assert "panama-canal-1978" not in ended.out
    found = leveltwo("precedents", "--device", "joint_action", "--json").json
    assert [entry["name"] for entry in found] == ["colombia-2016"]


def test_what_nothing_fits_is_said() -> None:
    ended = leveltwo("precedents", "--search", "zzz")
    assert (ended.status, ended.out) == (0, "No precedent in the library fits all of that.\n\n")
    assert leveltwo("precedents", "--search", "zzz", "--json").json == []


def test_json_of_one_is_a_document_and_of_all_a_list() -> None:
    assert leveltwo("devices", "terms", "--json").json["device"] == "terms"
    assert [part["device"] for part in leveltwo("devices", "--json").json] == list(Device)
    assert leveltwo("precedents", "kyoto-1997", "--json").json["name"] == "kyoto-1997"
    assert len(leveltwo("precedents", "--json").json) == len(precedents())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["devices", "framming"], "error: there is no device “framming”; did you mean “framing”?"),
        (["precedents", "nafta"], "error: there is no precedent “nafta”"),
        (
            ["precedents", "--barrier", "tming"],
            "no kind of barrier “tming”; did you mean “timing”?",
        ),
        (["precedents", "--verdict", "good"], "no verdict “good”; known: helped"),
        (["precedents", "kyoto-1997", "--search", "x"], "give a precedent’s name, or options"),
    ],
)
def test_what_does_not_exist_is_refused(typed: list[str], said: str) -> None:
    ended = leveltwo(*typed)
    assert (ended.status, ended.out) == (2, "")
    assert said in ended.err


def test_advice_shows_precedents_and_prints_them(tmp_path: Path) -> None:
    gift = {"device": "framing", "effects": {"envoy": [5, 12, 19]}, "cost": 1}
    house = {"rule": "envoy", "body": "parliament"}
    file = saved(tmp_path, made(house, {"envoy": {"no_deal": 70}}, {"gift": gift}))
    cited = leveltwo("advise", file, "--json").json["why"][0]["precedents"]
    said = leveltwo("advise", file).said
    assert 1 <= len(cited) <= 2
    for one in cited:
        assert f"{one['title']}, {one['years']} ({one['name']}): {one['short']}" in said
        assert one["reason"] in said
