"""What people read: tables and sentences of every command."""

from __future__ import annotations

from pathlib import Path

import pytest

from leveltwo import tasks
from leveltwo.io.catalog import names
from tests.cli.running import TABLE, leveltwo, written
from tests.made import made, saved
from tests.port_lease import PORT_LEASE

DEAL = ("--deal", *TABLE)
CAVEAT = "Chances follow from the judgements in the case file; they are not forecasts."


def test_check_says_that_a_file_is_valid(port: str) -> None:
    ended = leveltwo("check", port)
    assert (ended.status, ended.out, ended.err) == (0, f"{port}: valid\n", "")


def test_check_lists_problems_then_counts_them(tmp_path: Path) -> None:
    broken = PORT_LEASE.replace("viewpoint: city ", "viewpoint: cty ").replace(
        "{money: 2}", "{money: 9}"
    )
    file = written(tmp_path, broken)
    ended = leveltwo("check", file)
    *problems, verdict = ended.out.rstrip("\n").split("\n")
    assert (ended.status, ended.err) == (2, "")
    assert all(line.startswith(f"{file}:") for line in problems)
    assert sum(": error: " in line for line in problems) == 1
    assert verdict == f"{file}: not valid, 1 error"


def test_check_counts_warnings_of_a_valid_file(tmp_path: Path) -> None:
    file = written(tmp_path, PORT_LEASE.replace("{money: 2}", "{money: 9}"))
    ended = leveltwo("check", file)
    warning, verdict = ended.out.rstrip("\n").split("\n")
    assert ": warning: moves.charter.resources.money: uses 9 of 5: it can never be made" in warning
    assert (ended.status, verdict) == (0, f"{file}: valid, 1 warning")


def test_cases_lists_the_bundled_cases() -> None:
    ended = leveltwo("cases")
    assert ended.status == 0
    assert all(name in ended.out for name in names())


@pytest.mark.parametrize("name", names())
def test_cases_prints_a_bundled_case_to_copy_and_change(name: str, tmp_path: Path) -> None:
    ended = leveltwo("cases", name)
    assert (ended.status, ended.err) == (0, "")
    copy = written(tmp_path, ended.out)
    assert leveltwo("check", copy).out == f"{copy}: valid\n"
    assert leveltwo("show", copy, "--json").out == leveltwo("show", name, "--json").out


def test_cases_of_a_name_that_is_none_is_refused_with_the_nearest() -> None:
    ended = leveltwo("cases", "brexit-withdrawal-2018")
    assert (ended.status, ended.out) == (2, "")
    assert "did you mean “brexit-withdrawal-2019”?" in ended.err


def test_show_has_both_tables_people_issues_moves_and_words(port: str) -> None:
    said = leveltwo("show", port).said
    for part in [
        "A port lease",
        "City of Havn — the side being advised (negotiator: The mayor)",
        "Port operator (negotiator: Director)",
        "needs more than half of 23 votes for (Left: 9; Centre: 7; Right: 7)",
        "needs the agreement of Director, and at least 2/3 of 9 votes for (Family: 5; Fund: 4)",
        "10 to 40 years by 5",
        "No clause (none); A goal (goal); A binding quota (quota)",
        "Local hiring: No clause",
        "process form A port charter, signed in the union hall City of Havn 2026-11-01 charter",
        "9 given as words, 2 as ranges, 78 as plain numbers",
    ]:
        assert part in said
    assert "needs the agreement of Union" in said


def test_show_marks_what_is_approved_and_what_carried_out(port: str) -> None:
    rows = [line.split("  ") for line in leveltwo("show", port).out.split("\n")]
    kinds = {row[0].strip(): "carrying out" in "".join(row[1:]) for row in rows if len(row) > 2}
    assert kinds["Carrying out"]
    assert not kinds["Board"]


def test_show_of_a_case_from_history_says_what_happened() -> None:
    assert "What happened: Refused three times." in leveltwo("show", "brexit-withdrawal-2019").said
    assert "What happened" not in leveltwo("show", "brexit-withdrawal-2019", "--json").out


def test_show_with_words_lists_each_judgement_given_as_a_word(port: str) -> None:
    plain, listed = leveltwo("show", port).out, leveltwo("show", port, "--words").out
    assert "constituencies.left.values.hiring.weight" not in plain
    row = next(line for line in listed.split("\n") if "left.values.hiring.weight" in line)
    assert row.split()[1:] == ["critical", "8", "4", "to", "12"]


def test_assess_says_chance_gates_margins_and_who_could_stop_it(port: str) -> None:
    said = leveltwo("assess", port, "--deal", "term=20", "hiring=goal", "--moves", "charter").said
    for part in [
        "Moves: A port charter, signed in the union hall.",
        "Chance that every gate passes: < 1 in 1,000 (sampling error: < 1 in 1,000 to 0.4 %;",
        "1,024 draws).",
        "Chance that it is also carried out (Carrying out): ",
        "Carrying out (carrying out)",
        "negotiator’s gain over no deal: +21.2 points",
        "Smallest groups whose opposition stops a gate",
        CAVEAT,
    ]:
        assert part in said


def test_assess_says_who_refuses_because_of_a_red_line(port: str) -> None:
    rows = leveltwo("assess", port, "--deal", "term=20", "hiring=none").out.split("\n")
    crossed = [row.split()[0] for row in rows if "red line crossed" in row]
    assert crossed == ["Left"]


def test_assess_warns_of_moves_that_wait_for_consent(tmp_path: Path) -> None:
    file = written(tmp_path, PORT_LEASE.replace("consent: not_needed", "consent: required  #"))
    said = leveltwo("assess", file, *DEAL, "--moves", "charter").said
    assert "• “A port charter, signed in the union hall” is not recommended: it reaches" in said
    assert "Ask the director; once there is a yes" in said or "Ask Director" in said


def test_a_certain_assessment_says_yes_or_no_and_no_chance(port: str) -> None:
    said = leveltwo("assess", port, *DEAL, "--certain").said
    assert "If every best guess is right and every move works, the plan passes." in said
    assert "%" not in said
    assert "1,000" not in said


def test_map_says_how_many_deals_pass_and_which_rules_pick(port: str) -> None:
    said = leveltwo("map", port).said
    for part in [
        "6 of 18 deals pass the gates of City of Havn and Port operator",
        "Win-set of City of Havn 11 61.1 %",
        "Overlap (zone of possible agreement) 6 33.3 %",
        "Kalai–Smorodinsky",
        "likeliest to pass",
    ]:
        assert part in said


def test_map_says_which_moves_are_in_force(port: str) -> None:
    said = leveltwo("map", port, "--moves", "charter").said
    assert "With “A port charter, signed in the union hall” in force, " in said
    assert " of 12 deals " in said


def test_map_without_overlap_says_so_and_draws_dashes(port: str) -> None:
    said = leveltwo("map", port, "--confidence", "0.9999").said
    assert "0 of 18 deals" in said
    assert "There is no zone of possible agreement." in said
    assert "Nash – – – none" in said


def test_map_with_a_move_that_goes_with_no_deal_says_that_there_is_none(tmp_path: Path) -> None:
    document = made(moves={"tied": {"only_with": {"price": "high"}}})
    document["constraints"] = [{"never": {"price": "high"}}]
    said = leveltwo("map", saved(tmp_path, document), "--moves", "tied").said
    assert "With “Our tied” in force, 0 of 0 deals pass" in said
    assert "There is no zone of possible agreement." in said
    assert "nan" not in said


def test_diagnose_names_who_stands_in_the_way_and_what_turning_them_buys(port: str) -> None:
    said = leveltwo("diagnose", port, "--deal", "term=20", "hiring=goal").said
    for part in [
        "Barriers to approval, those first whose conversion buys most",
        "Family Board",
        "interests < 1 in 1,000 → 98 %",
        "Barriers to carrying it out",
        "Family, at Board: what the deal gives them; they lack",
        "interests: On its terms the deal is worth",
        "objects most to (points against their best option): Length of lease: 20 years",
        "no single move of ours would do; to find one, ask: – What could Family be given on",
        "no move of ours in the file would win them over",
        "listens to: Left (+4.2)",
        "moves of ours that touch them: A port charter, signed in the union hall (+5.7)",
    ]:
        assert part in said


def test_diagnose_of_a_plan_that_all_want_says_that_nobody_is_in_the_way(port: str) -> None:
    said = leveltwo("diagnose", port, *DEAL, "--side", "operator").said
    assert "Nobody stands in the way: everybody asked agrees nine times in ten or more." in said


def test_advise_says_how_sure_it_is_what_to_do_and_what_it_is_worth(port: str) -> None:
    said = leveltwo("advise", port).said
    for part in [
        "Proved: no plan is worth more to City of Havn, by these judgements.",
        "it is worth +33.2 points, against 0 for walking away (the gain where it passes).",
        "fresh draws;",
        "Length of lease 30 years",
        "No move of ours is worth adding: none brings more than it costs.",
        CAVEAT,
    ]:
        assert part in said


def test_advise_with_certainty_says_what_that_supposes(port: str) -> None:
    said = leveltwo("advise", port, "--certain").said
    assert "This supposes that every best guess is right and that every move works." in said
    assert "fresh draws" not in said


def test_advise_says_which_gate_is_in_the_way_when_the_answer_is_no(port: str) -> None:
    said = leveltwo("advise", port, "--deal", "term=20", "hiring=goal").said
    for part in [
        "No: it is proved that no plan allowed here reaches a chance of 50 %.",
        "Even then the gate most in the way is Board (Port operator), at < 1 in 1,000; likely",
        "likely against: Family.",
        "Nothing that we can offer or do moves their gates further.",
    ]:
        assert part in said


def test_demo_shows_the_main_job_on_the_german_case(monkeypatch: pytest.MonkeyPatch) -> None:
    sampling = tasks.Sampling(draws=32)
    monkeypatch.setattr(tasks, "Sampling", lambda **_: sampling)
    ended = leveltwo("demo")
    assert (ended.status, ended.err) == (0, "")
    headings = ["1. The map", "2. Who stands in the way", "3. What to do", "4. What to try next"]
    places = [ended.out.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "Proved: no plan is worth more to the West" in ended.said
    assert "leveltwo diagnose german-unification-1990 --deal alliance=" in ended.said


def test_show_in_full_sets_out_all_that_stands_in_the_file(port: str) -> None:
    said = leveltwo("show", port, "--full").said
    for part in (
        "Constituencies, in full (ratings: 0 worst, 100 best)",
        "Moves, in full",
        "What else the file says",
        "no deal is worth 40 of 100",
        "Uncertainty",
    ):
        assert part in said
    assert "in full" not in leveltwo("show", port).said


def test_a_case_without_moves_is_shown_in_full(tmp_path: Path) -> None:
    said = leveltwo("show", saved(tmp_path, made()), "--full").said
    assert "Constituencies, in full" in said
    assert "Moves, in full" not in said


def test_a_single_deal_is_one_deal(tmp_path: Path) -> None:
    document = made()
    document["constraints"] = [{"never": {"price": "low"}}]
    said = leveltwo("map", saved(tmp_path, document)).said
    assert "of 1 deal pass" in said
    assert "1 deals" not in said
