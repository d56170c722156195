"""Values, margins and votes of one settled document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from statistics import NormalDist
from typing import Any

from tests.oracle.rules import Vote
from tests.oracle.settle import Doc

Deal = dict[str, Any]
TOLERANCE = 0.001
PARTS = 9


@dataclass(frozen=True)
class Scene:
    """One plan in one draw, as it stands at one date.

    ``date`` is that of the gate; None sees every move.
    """

    doc: Doc
    deal: Deal
    moves: Sequence[str]
    date: str | None
    mood: Mapping[str, float]
    works: Mapping[str, bool]

    def about(self, name: str) -> Doc:
        """What the document says of a constituency."""
        entry: Doc = self.doc["constituencies"][name]
        return entry

    def counting(self) -> dict[str, Doc]:
        """The moves of the plan that count at this date."""
        chosen = {name: self.doc["moves"][name] for name in self.moves}
        return {name: move for name, move in chosen.items() if _in_time(move, self.date)}


def _in_time(move: Doc, date: str | None) -> bool:
    return date is None or move.get("date") is None or str(move["date"]) <= date


def rating(rated: Doc, option: Any) -> float:
    """Rating of one option, in straight lines between the points of a numeric issue."""
    if "points" not in rated:
        return float(rated[option])
    points = sorted(rated["points"].items())
    for (left, low), (right, high) in pairwise(points):
        if left <= option <= right:
            return float(low + (high - low) * (option - left) / (right - left))
    raise ValueError(f"{option} lies outside the points {points}")


def value(doc: Doc, name: str, deal: Deal) -> float:
    """What a deal is worth to a constituency, 0 to 100."""
    rated = doc["constituencies"][name]["values"]
    total = sum(about["weight"] for about in rated.values())
    parts = (about["weight"] * rating(about, deal[issue]) for issue, about in rated.items())
    return float(sum(parts) / total)


def no_deal(doc: Doc, name: str) -> float:
    """What having no deal is worth to a constituency, 0 to 100."""
    written = doc["constituencies"][name]["no_deal"]
    return value(doc, name, written) if isinstance(written, dict) else float(written)


def margin(scene: Scene, name: str) -> float:
    """Margin of a constituency, in points; a crossed red line is left out."""
    doc = scene.doc
    return (
        value(doc, name, scene.deal)
        - no_deal(doc, name)
        + sum(effect(scene, move, name) for move in scene.counting())
        - sum(charge(doc, move, name) for move in scene.counting())
        + sum(cue(scene, leader, name) for leader in scene.about(name).get("follows", {}))
        + scene.mood.get(scene.about(name)["side"], 0.0)
    )


def effect(scene: Scene, move: str, name: str) -> float:
    """What a move adds to the margin of a constituency, in points."""
    about = scene.doc["moves"][move]
    worked = scene.works.get(move, True)
    points = float(about.get("effects" if worked else "otherwise", {}).get(name, 0))
    foreign = about["by"] != scene.about(name)["side"]
    if points > 0 and foreign and about.get("visible", True):
        points *= 1 - scene.about(name).get("devalues", 0)
    return points


def charge(doc: Doc, move: str, name: str) -> float:
    """Cost of a move to a constituency: it has one if it is the giver's negotiator."""
    about = doc["moves"][move]
    pays = doc["sides"][about["by"]]["negotiator"] == name
    return float(about.get("cost", 0)) if pays else 0.0


def cue(scene: Scene, leader: str, name: str) -> float:
    """Points that the vote of a leader adds to the margin of a follower."""
    return float(scene.about(name)["follows"][leader].get(vote(scene, leader), 0))


def crossed(scene: Scene, name: str) -> bool:
    """Whether the deal crosses a red line of the constituency that no move lifts."""
    return any(_crosses(scene, line) for line in scene.about(name).get("red_lines", []))


def _crosses(scene: Scene, line: Doc) -> bool:
    refused = {issue: option for issue, option in line.items() if issue != "unless"}
    lifted = any(move in scene.counting() for move in line.get("unless", []))
    return not lifted and matches(scene.deal, refused)


def matches(deal: Deal, wanted: Mapping[str, Any]) -> bool:
    """Whether a deal has the option, or one of the options, named for every issue named."""
    return all(
        deal[issue] in (options if isinstance(options, list) else [options])
        for issue, options in wanted.items()
    )


def judged(points: float, band: float) -> Vote:
    """The vote that a margin leads to."""
    if points >= band - TOLERANCE:
        return "for"
    return "against" if points < -band - TOLERANCE else "abstain"


def vote(scene: Scene, name: str) -> Vote:
    """A constituency's own vote."""
    if crossed(scene, name):
        return "against"
    return judged(margin(scene, name), scene.about(name).get("band", 0))


def members(scene: Scene, name: str) -> list[Vote]:
    """Votes of the equal parts of a constituency: nine if its members differ."""
    spread = scene.about(name).get("spread", 0)
    if crossed(scene, name) or spread == 0:
        return [vote(scene, name)]
    band = scene.about(name).get("band", 0)
    centre = margin(scene, name)
    return [judged(centre + spread * shift, band) for shift in QUANTILES]


QUANTILES = [
    NormalDist().inv_cdf(float(Fraction(2 * part - 1, 2 * PARTS))) for part in range(1, PARTS + 1)
]
