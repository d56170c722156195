"""What else a case lays down: combinations barred, resources, forms, uncertainty, sources."""

from __future__ import annotations

from collections.abc import Iterator

from leveltwo.advice.wording.figures import listed
from leveltwo.advice.wording.full.judged import plain_text, told
from leveltwo.advice.wording.full.moves import round_whom, says
from leveltwo.advice.wording.names import gate_name, term
from leveltwo.model.constraint import IfThen, Never
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.option import OptionRefs

Item = tuple[str, list[str]]


def rule_items(case: Negotiation) -> list[Item]:
    """Constraints, resources, what is said of gates and issues, uncertainty, history, sources."""
    found = [
        ("Constraints", [_constraint(case, one) for one in case.constraints] or ["none"]),
        ("Resources", [f"{key.replace('_', ' ')}: {n:g}" for key, n in case.resources.items()]),
        ("Sides and gates", list(_gates(case))),
        *((case.name("issues", key), list(_issue(case, key))) for key in case.issues),
        ("Events", list(_events(case))),
        ("Uncertainty", [_uncertainty(case)]),
        ("What happened", list(_history(case))),
        ("Sources", [plain_text(source) for source in case.sources]),
    ]
    return [(title, lines) for title, lines in found if lines]


def _constraint(case: Negotiation, one: Never | IfThen) -> str:
    if isinstance(one, Never):
        return f"never together: {_pattern(case, one.never)}"
    return f"if {_pattern(case, one.if_)}, then {_pattern(case, one.then)}"


def _pattern(case: Negotiation, pattern: dict[str, OptionRefs]) -> str:
    found = [
        [f"“{term(case, issue, option)}”" for option in options]
        for issue, options in pattern.items()
    ]
    several = len(found) > 1
    terms = [listed(some, "or") for some in found]
    pairs = zip(terms, found, strict=True)
    return " and ".join(f"({t})" if several and len(some) > 1 else t for t, some in pairs)


def _gates(case: Negotiation) -> Iterator[str]:
    """Who is asked, and the sources, where the file says."""
    for side, part in case.sides.items():
        notes = told(part.summary, part.sources)
        if notes:
            yield f"{case.name('sides', side)}: {'; '.join(notes)}"
        for key, gate in part.gates.items():
            notes = [f"asks {gate.body.value}"] if gate.body else []
            notes += told(None, gate.sources)
            if notes:
                name = f"{gate_name(case, side, key)} ({case.name('sides', side)})"
                yield f"{name}: {'; '.join(notes)}"


def _issue(case: Negotiation, key: str) -> Iterator[str]:
    issue = case.issues[key]
    yield from told(issue.summary, issue.sources)
    for option, said in issue.says.items():
        yield f"{case.label(key, option)}: {says(case, said, case.constituencies)}"
    for option, written in issue.bypasses.items():
        yield f"{case.label(key, option)}: {round_whom(case, written)}"


def _events(case: Negotiation) -> Iterator[str]:
    for key, event in case.events.items():
        notes = told(event.summary, event.sources)
        if notes:
            yield f"{case.name('events', key)}: {'; '.join(notes)}"


def _uncertainty(case: Negotiation) -> str:
    found = case.uncertainty
    moods = {side: found.mood_of(side) for side in case.sides}
    if len(set(moods.values())) == 1:
        shown = f"{next(iter(moods.values())):g} points on every side"
    else:
        each = [f"{case.name('sides', side)} {size:g}" for side, size in moods.items()]
        shown = f"{listed(each)} points"
    return f"mood: {shown}; {found.draws:,} draws, seed {found.seed}"


def _history(case: Negotiation) -> Iterator[str]:
    if case.history is None:
        return
    terms = [term(case, issue, option) for issue, option in case.history.deal.items()]
    yield f"the deal: {'; '.join(terms)}"
    names = [case.name("moves", move) for move in case.history.moves]
    yield f"the moves: {'; '.join(names) or 'none'}"
    yield from told(None, case.history.sources)
