"""The example of the case format, as text."""

PORT_LEASE = """\
format: leveltwo/1
title: A port lease
summary: Free text, Markdown allowed.
viewpoint: city                 # the side being advised

sides:
  city:
    name: City of Havn
    negotiator: mayor           # a constituency of this side; its value is the side's gain
    gates:
      signature: mayor
      council: {need: majority, votes: {left: 9, centre: 7, right: 7}, date: 2026-11-30}
  operator:
    name: Port operator
    negotiator: director
    gates:
      board: {all: [director, {need: 2/3, votes: {family: 5, fund: 4}}]}
      carrying_out: {rule: {any: [union]}, implementation: true}

issues:
  term:   {name: Length of lease, from: 10, to: 40, step: 5, unit: years}
  hiring:
    name: Local hiring
    options: {none: No clause, goal: A goal, quota: A binding quota}

constituencies:
  mayor:
    name: The mayor
    side: city
    no_deal: 40
    values:
      term:   {weight: 2, points: {10: 100, 40: 0}}
      hiring: {weight: 3, none: 0, goal: 60, quota: 100}
  left:
    side: city
    spread: 12                  # members differ
    confidence: low             # widens words
    no_deal: [30, 45, 60]       # low, best, high
    values:
      term:   {weight: medium, points: {10: ideal, 40: bad}}
      hiring: {weight: critical, none: worst, goal: fair, quota: ideal}
    red_lines:
      - {hiring: none, unless: [charter]}
  centre:
    side: city
    spread: 10
    no_deal: 45
    values:
      term:   {weight: 2, points: {10: 80, 40: 20}}
      hiring: {weight: 2, none: 20, goal: 80, quota: 60}
  right:
    side: city
    spread: 10
    no_deal: 50
    values:
      term:   {weight: 4, points: {10: 30, 25: 100, 40: 60}}
      hiring: {weight: 1, none: 100, goal: 60, quota: 0}
  director:
    side: operator
    no_deal: 35
    values:
      term:   {weight: 5, points: {10: 0, 40: 100}}
      hiring: {weight: 2, none: 100, goal: 70, quota: 20}
  family:
    side: operator
    no_deal: fair
    values:
      term:   {weight: 1, points: {10: 0, 40: 100}}
  fund:
    side: operator
    no_deal: 30
    values:
      term:   {weight: 3, points: {10: 10, 40: 100}}
      hiring: {weight: 1, none: 100, goal: 60, quota: 30}
  union:
    side: operator
    no_deal: good
    band: 3                     # abstains within ±3 points
    devalues: 0.3               # discounts visible moves by the other side
    follows: {left: {for: 6, against: -2}}
    values:
      hiring: {weight: 1, none: 20, goal: 70, quota: 100}

moves:
  charter:
    name: A port charter, signed in the union hall
    by: city
    device: process_form
    effects: {union: [4, 10, 15], right: -3}
    cost: 1.5                   # points of value to the giver's negotiator
    visible: true
    chance: 0.9                 # that it works as described …
    otherwise: {union: -5}      # … and what it does if not
    needs: []
    excludes: []
    only_with: {hiring: [goal, quota]}
    resources: {money: 2}
    date: 2026-11-01            # counts at gates dated on or after this
    consent: not_needed         # not_needed | required | granted
    sources: [A note on where this judgement comes from]

constraints:
  - {never: {term: 40, hiring: none}}
  - {if: {hiring: quota}, then: {term: [20, 25, 30, 35, 40]}}
resources: {money: 5}

uncertainty: {draws: 1024, seed: 1, mood: {city: 8, operator: 4}}   # mood: a number, or per side
"""
