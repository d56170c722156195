"""A small case that uses most of the format, and ways to change it."""

from __future__ import annotations

from typing import Any

import yaml

from leveltwo.errors import Severity
from leveltwo.io.yaml_file import examine, loads
from leveltwo.model.negotiation import Negotiation

SMALL = """\
format: leveltwo/1
title: Opening hours
viewpoint: shop
sides:
  shop:
    negotiator: manager
    gates: {signature: manager}
  staff:
    negotiator: delegate
    gates:
      ballot: {need: majority, base: cast, votes: {day: 12, night: 9}}
issues:
  sunday: {options: {closed: Closed, open: Open}}
  bonus: {from: 0, to: 20, step: 5, unit: per cent}
constituencies:
  manager:
    side: shop
    no_deal: 30
    values:
      sunday: {weight: 3, closed: 0, open: 100}
      bonus: {weight: 2, points: {0: 100, 20: 0}}
  delegate:
    side: staff
    no_deal: 40
    values:
      bonus: {weight: 1, points: {0: 0, 20: 100}}
  day:
    side: staff
    no_deal: [35, 45, 60]
    values:
      sunday: {weight: high, closed: ideal, open: poor}
  night:
    side: staff
    no_deal: {sunday: closed}
    values:
      sunday: {weight: low, closed: fair, open: good}
    follows: {day: {for: 3}}
    red_lines:
      - {sunday: open, unless: [rota]}
moves:
  rota: {by: shop, effects: {day: clear}, cost: 2, resources: {money: 1}}
  feast: {by: shop, effects: {night: slight}, needs: [rota]}
constraints:
  - {never: {sunday: open, bonus: 0}}
resources: {money: 5}
"""

Edit = tuple[str, str]


def edited(*edits: Edit) -> str:
    """The small case with pieces of text replaced, each where it first stands."""
    text = SMALL
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def small(*edits: Edit) -> Negotiation:
    """The small case, edited, as a negotiation."""
    return loads(edited(*edits))


def document(*edits: Edit) -> dict[str, Any]:
    """The small case, edited, as plain values."""
    plain: dict[str, Any] = yaml.safe_load(edited(*edits))
    return plain


def told(text: str) -> list[str]:
    """Every problem of a text: line, column, warning or not, path, message."""
    lines = []
    for problem in examine(text)[1]:
        mark = "warning: " if problem.severity is Severity.WARNING else ""
        path = f"{problem.place}: " if problem.path else ""
        lines.append(f"{problem.line}:{problem.column} {mark}{path}{problem.message}")
    return lines


def messages(*edits: Edit) -> list[str]:
    """The problems of the small case, edited, without their places."""
    return [line.split(" ", 1)[1] for line in told(edited(*edits))]
