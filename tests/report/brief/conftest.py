"""Briefs of small cases, gathered once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from leveltwo import tasks
from leveltwo.report.brief.blocks import Brief
from leveltwo.report.brief.briefing import Briefing
from leveltwo.report.brief.content.brief import brief_of
from tests.made import FREE, Doc, made, saved
from tests.port_lease import PORT_LEASE

DATE = dt.date(2026, 11, 24)
NASTY = (
    r"""<b>A & B</b> $x$ #let _c_ *d* `e` @f \g {{h}} [i](j) ~k~ "l" 'm' %n Łódź Ελλάδα Горбачёв"""
)
"""A name that is markup in one writer or another."""


def gathered(path: str, deal: tasks.Deal | None, *moves: str, **how: Any) -> Briefing:
    """What a brief of a case tells."""
    sampling = tasks.Sampling(draws=how.pop("draws", 64), certain=how.pop("certain", False))
    seconds = how.pop("robust_seconds", 0.0)
    told = tasks.Told(deal=deal, moves=moves, date=DATE, **how)
    return tasks.briefing(path, told, sampling, robust_seconds=seconds).result


@pytest.fixture(scope="session")
def port(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """The port lease with its charter."""
    path = tmp_path_factory.mktemp("cases") / "port.yaml"
    path.write_text(PORT_LEASE, encoding="utf-8")
    return gathered(str(path), {"term": 30, "hiring": "quota"}, "charter")


@pytest.fixture(scope="session")
def port_brief(port: Briefing) -> Brief:
    """Its brief."""
    return brief_of(port)


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """A case in which every name is markup in one writer or another."""
    document: Doc = made(
        people={"envoy": {"name": NASTY, "summary": NASTY, "sources": [NASTY]}},
        moves={"gift": {"name": NASTY, "effects": {"envoy": 3, "chief": -1}, "date": "2026-01-01",
                        "sources": [NASTY]}},
        more={"title": NASTY, "summary": f"{NASTY}. {NASTY}"},
    )  # fmt: skip
    document["sides"]["them"]["name"] = NASTY
    document["sides"]["them"]["gates"]["house"] = {"rule": "envoy", "name": NASTY}
    options = {"low": NASTY, "high": f"{NASTY} high"}
    document["issues"]["price"] = {"name": NASTY, "options": options}
    path = saved(tmp_path_factory.mktemp("cases"), document)
    return gathered(path, FREE, "gift", marking=NASTY)


@pytest.fixture(scope="session")
def nasty_brief(nasty: Briefing) -> Brief:
    """Its brief."""
    return brief_of(nasty)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for cases made by tests."""
    return tmp_path_factory.mktemp("made")
