"""Votes as they were counted in the histories of bundled cases, and what rules make of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from leveltwo.model.rule import Rule, Unless, Vote
from tests.published.documents import AGREED, TEXT, document, only, person, side
from tests.published.program import assess


@dataclass(frozen=True)
class Record:
    """One vote, as somebody counted it.

    Parameters
    ----------
    side, gate : str
        The gate of the case that it decided.
    date : str
        When, as a day.
    for_, against, rest : float
        Votes for, votes against, and those of all entitled that were neither.
    passed : bool
        Whether it counted as an approval.
    source : str
        Who counted.
    """

    side: str
    gate: str
    date: str
    for_: float
    against: float
    rest: float
    passed: bool
    source: str


COMMONS = "Hansard; of 639 voting members"
ROLL_CALL = "US Senate, roll call"
RECORDS: Mapping[str, tuple[Record, ...]] = {
    "brexit-withdrawal-2019": (
        Record("uk", "commons", "2019-01-15", 202, 432, 5, False, COMMONS),
        Record("uk", "commons", "2019-03-12", 242, 391, 6, False, COMMONS),
        Record("uk", "commons", "2019-03-29", 286, 344, 9, False, COMMONS),
    ),
    "denmark-maastricht-1993": (
        Record(
            "denmark", "folketing", "1993-03-30", 154, 16, 9, True,
            "NRC Handelsblad, 31 March 1993; the other members as neither",
        ),
        Record(
            "denmark", "referendum", "1993-05-18", 1_930_391, 1_471_914, 572_367, True,
            "Nohlen and Stöver (2010); the rest of the register as neither",
        ),
    ),
    "german-unification-1990": (
        Record("soviet", "congress", "1990-07-10", 3411, 1116, 0, True, "Press, 11 July 1990"),
        Record("west", "senate", "1990-10-10", 98, 0, 2, True, ROLL_CALL),
    ),
    "metropcs-tmobile-2013": (
        Record(
            "metropcs", "meeting", "2013-04-24", 296.5, 21.2, 52.2, True, "MetroPCS; million shares"
        ),
    ),
    "panama-canal-1978": (
        Record(
            "panama", "plebiscite", "1977-10-23", 506_805, 245_117, 14_310, True,
            "Electoral Tribunal, Panama; void ballots as neither",
        ),
        Record("us", "senate_neutrality", "1978-03-16", 68, 32, 0, True, ROLL_CALL),
        Record("us", "senate_canal", "1978-04-18", 68, 32, 0, True, ROLL_CALL),
    ),
    "prespa-2018": (
        Record(
            "macedonia", "referendum", "2018-09-30", 609_427, 37_687, 1_159_222, False,
            "State Election Commission, Skopje; the rest of the register as neither",
        ),
        Record("macedonia", "opening", "2018-10-19", 80, 39, 1, True, "Assembly, Skopje"),
        Record("macedonia", "amendments", "2019-01-11", 81, 0, 39, True, "Assembly, Skopje"),
        Record("greece", "parliament", "2019-01-25", 153, 146, 1, True, "Hellenic Parliament"),
    ),
}  # fmt: skip


def approves(rule: Rule, record: Record, shift: float = 0) -> bool:
    """Whether the program lets a counted vote pass under a gate's rule.

    `shift` votes go over from for to against first.
    """
    votes = {"ayes": record.for_ - shift, "noes": record.against + shift, "rest": record.rest}
    people = {
        "ayes": person("house", 50, only(100)),
        "noes": person("house", 50, only(0)),
        "rest": person("house", 50, only(50), band=5),
        "guest": person("street", 0, only(50)),
    }
    house = {"negotiator": "ayes", "gates": {"gate": {"rule": _of(rule, votes)}}}
    found = assess(document({"house": house, "street": side("guest")}, TEXT, people), AGREED)
    return found.chance == 1


def _of(rule: Rule, votes: Mapping[str, float]) -> dict[str, Any]:
    """A rule about counted votes with the votes as they were."""
    if isinstance(rule, Unless):
        return {"unless": _of(rule.unless, votes)}
    assert isinstance(rule, Vote), "only votes that are counted have records"
    cast = {who: n for who, n in votes.items() if n}
    return rule.model_dump(mode="json", exclude_none=True) | {"votes": cast}
