"""Every mention of an id that the file does not define."""

from __future__ import annotations

import pytest

from tests.small import Edit, messages

HISTORY = "history: {deal: {sunday: closed, bonus: 5}, moves: [rota], result: R}\nconstraints:"
DANGLING: list[tuple[Edit, str]] = [
    (("viewpoint: shop", "viewpoint: x"), "viewpoint: no such side"),
    (("negotiator: manager", "negotiator: x"), "sides.shop.negotiator: no such constituency"),
    (("signature: manager", "signature: x"), "sides.shop.gates.signature: no such const"),
    (("signature: manager", "signature: {any: [x]}"), "sides.shop.gates.signature.any[0]: no su"),
    (("{day: 12,", "{x: 12,"), "sides.staff.gates.ballot.votes.x: no such constituency"),
    (("    side: shop", "    side: x"), "constituencies.manager.side: no such side"),
    (("follows: {day:", "follows: {x:"), "constituencies.night.follows.x: no such const"),
    (("bonus: {weight: 1,", "x: {weight: 1,"), "constituencies.delegate.values.x: no such issue"),
    (("{sunday: closed}", "{sunday: x}"), "constituencies.night.no_deal.sunday: no such option"),
    (("{sunday: closed}", "{sunday: open, x: y}"), "constituencies.night.no_deal.x: no such is"),
    (("- {sunday: open", "- {sunday: x"), "constituencies.night.red_lines[0].sunday: no such op"),
    (("- {sunday: open", "- {x: open"), "constituencies.night.red_lines[0].x: no such issue"),
    (("unless: [rota]", "unless: [x]"), "constituencies.night.red_lines[0].unless[0]: no such mo"),
    (("rota: {by: shop", "rota: {by: x"), "moves.rota.by: no such side"),
    (("{day: clear}", "{x: clear}"), "moves.rota.effects.x: no such constituency"),
    (("cost: 2", "otherwise: {x: 1}"), "moves.rota.otherwise.x: no such constituency"),
    (("cost: 2", "needs: [feast, x]"), "moves.rota.needs[1]: no such move"),
    (("cost: 2", "excludes: [x]"), "moves.rota.excludes[0]: no such move"),
    (("cost: 2", "pays: [day, x]"), "moves.rota.pays[1]: no such constituency"),
    (("cost: 2", "deceives: [nihgt]"), "moves.rota.deceives[0]: no such constituency"),
    (("cost: 2", "bypasses: [x]"), "moves.rota.bypasses[0]: no such constituency"),
    (("cost: 2", "bypasses: [x.ballot]"), "moves.rota.bypasses[0]: no such gate"),
    (
        ("cost: 2", "bypasses: [staff.balot]"),
        "moves.rota.bypasses[0]: no such gate, “staff.balot”; did you mean “staff.ballot”?",
    ),
    (
        ("step: 5, unit: per cent", "step: 5, bypasses: {7: [staff.ballot]}"),
        "issues.bonus.bypasses.7: no such option, “7”; the numbers run from 0 to 20",
    ),
    (
        ("step: 5, unit: per cent", "step: 5, bypasses: {0: [staff.x]}"),
        "issues.bonus.bypasses.0[0]: no such gate, “staff.x”",
    ),
    (("cost: 2", "only_with: {bonus: [5, 7]}"), "moves.rota.only_with.bonus: no such option, “7”"),
    (("cost: 2", "only_with: {x: y}"), "moves.rota.only_with.x: no such issue"),
    (("{money: 1}", "{x: 1}"), "moves.rota.resources.x: no such resource"),
    (("{never: {sunday: open", "{never: {sunday: x"), "constraints[0].never.sunday: no such opti"),
    (
        ("{never: {sunday: open, bonus: 0}}", "{if: {sunday: x}, then: {bonus: 5}}"),
        "constraints[0].if.sunday: no such option",
    ),
    (
        ("{never: {sunday: open, bonus: 0}}", "{if: {sunday: open}, then: {x: 5}}"),
        "constraints[0].then.x: no such issue",
    ),
    (
        ("constraints:", "uncertainty: {mood: {shop: 1, x: 2}}\nconstraints:"),
        "uncertainty.mood.x: no such side",
    ),
    (("constraints:", HISTORY.replace("closed", "x")), "history.deal.sunday: no such option"),
    (("constraints:", HISTORY.replace("rota", "x")), "history.moves[0]: no such move"),
]


@pytest.mark.parametrize(("edit", "message"), DANGLING, ids=[edit[1][:30] for edit, _ in DANGLING])
def test_a_dangling_id_is_one_problem_at_its_place(edit: Edit, message: str) -> None:
    """With no other problem that comes of it."""
    found = messages(edit)
    assert len(found) == 1
    assert found[0].startswith(message)


def test_a_mood_for_all_and_a_history_without_mistakes_are_no_problem() -> None:
    """Everything they mention exists."""
    assert messages(("constraints:", f"uncertainty: {{mood: 5}}\n{HISTORY}")) == []
