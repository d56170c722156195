"""Devices, precedents and what is cited of them as JSON documents."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from leveltwo.advice.precedents import Match
from leveltwo.advice.wording import match_reason
from leveltwo.model.device_note import DeviceNote
from leveltwo.model.move import Device
from leveltwo.model.precedent import Precedent

Document = dict[str, Any]


def device_document(device: Device, note: DeviceNote) -> Document:
    """One class of moves."""
    return {"device": device.value, **note.model_dump(mode="json")}


def precedent_document(name: str, entry: Precedent) -> Document:
    """One precedent, whole."""
    told = entry.model_dump(mode="json", by_alias=True)
    summary = {
        "devices": list(entry.devices),
        "barriers": list(entry.barriers),
        "verdicts": list(entry.verdicts),
    }
    return {"name": name, **told, **summary}


def with_precedents(
    told: Document,
    found: Mapping[str, tuple[Match, ...]],
    fallen: Mapping[str, Match],
    akin: Mapping[str, Precedent] = MappingProxyType({}),
) -> Document:
    """An answer of ``advise`` with the precedents cited for each move and each trap."""
    why = [
        {**reason, "precedents": [match_document(match) for match in found[reason["move"]]]}
        for reason in told["why"]
    ]
    traps = [
        {**trap, "precedent": match_document(fallen[trap["move"]])}
        if trap["move"] in fallen
        else trap
        for trap in told["traps"]
    ]
    return {**told, "why": why, "traps": traps, "same_field": list(akin)}


def match_document(match: Match) -> Document:
    """A precedent cited, and why."""
    return {
        "name": match.name,
        "title": match.precedent.title,
        "years": match.precedent.years,
        "short": match.act.short,
        "act": match.act.what,
        "verdict": match.act.verdict.value,
        "cautionary": match.cautionary,
        "reason": match_reason(match),
        "same": {
            "devices": list(match.devices),
            "barriers": list(match.barriers),
            "rules": list(match.rules),
            "bodies": list(match.bodies),
            "field": None if match.field is None else match.field.value,
        },
        "sources": [
            {"work": s.work, "supports": s.supports, "footing": s.footing.value}
            for s in match.precedent.sources
        ],
    }
