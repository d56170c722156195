"""What is allowed but probably a mistake."""

from __future__ import annotations

import pytest

from leveltwo.errors import Severity
from leveltwo.model.review import problems
from tests.small import Edit, messages, small

CROWD = "  crowd: {side: staff, no_deal: 5, values: {sunday: {weight: 1, closed: 0, open: 5}}"
START = "constituencies:\n"
HISTORY = "history: {deal: {sunday: open, bonus: 0}, moves: [feast], result: R}\nconstraints:"
DOUBTS: list[tuple[list[Edit], list[str]]] = [
    ([], []),
    (
        [(START, f"{START}{CROWD}}}\n")],
        [("constituencies.crowd: stands in no gate and nobody follows it: it is reported, but "
         "changes nothing")],
    ),
    ([(START, f"{START}{CROWD}}}\n"), ("{day: {for: 3}}", "{crowd: {for: 3}}")], []),
    ([("{day: {for: 3}}", "{day: {for: 3, against: -3}}")], []),
    *(
        (
            [("{day: {for: 3}}", f"{{day: {{for: {sign}3, against: {sign}clear}}}}")],
            [(f"constituencies.night.follows.day: leans to {leans} whether “day” is for or "
              "against; who is put off by a leader’s no has a minus sign under “against”")],
        )
        for sign, leans in (("", "yes"), ("-", "no"))
    ),
    (
        [("    no_deal: 40", "    no_deal: 40\n    spread: 5")],
        [("constituencies.delegate.spread: matters only where its members’ votes are counted; it "
         "stands in no votes")],
    ),
    ([("    no_deal: [35", "    spread: 5\n    no_deal: [35")], []),
    (
        [("{night: slight}", "{night: none}")],
        ["moves.feast: affects nobody; give it effects or remove it"],
    ),
    ([("{night: slight}", "{}"), ("unless: [rota]", "unless: [feast]")], []),
    ([("{night: slight}", "{}, chance: 0.5, otherwise: {night: -1}")], []),
    ([("effects: {day: clear}", "effects: {}"), ("unless: [rota]", "unless: []")], []),
    (
        [("{money: 1}", "{money: 6}")],
        ["moves.rota.resources.money: uses 6 of 5: it can never be made"],
    ),
    (
        [("constraints:", HISTORY)],
        [("history: this plan breaks the rules of the case: the constraint “never Sunday: Open "
         "and Bonus: 0 per cent” is broken"),
         "history: this plan breaks the rules of the case: “Feast” needs “Rota”"],
    ),
    ([("constraints:", HISTORY.replace("bonus: 0", "bonus: 5").replace("feast", "rota"))], []),
]  # fmt: skip


@pytest.mark.parametrize(("edits", "expected"), DOUBTS)
def test_a_doubt_is_a_warning(edits: list[Edit], expected: list[str]) -> None:
    """The case can be used."""
    assert messages(*edits) == [f"warning: {message}" for message in expected]
    found = list(problems(small(*edits)))
    assert {problem.severity for problem in found} <= {Severity.WARNING}
