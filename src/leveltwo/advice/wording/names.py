"""People, gates, terms and rules by the names that the case gives them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from leveltwo.advice.wording.figures import listed
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.rule import MAJORITY, All, AnyOf, Base, Rule, Unless, Vote


def gate_name(case: Negotiation, side: str, gate: str) -> str:
    """What readers call a gate."""
    return case.sides[side].gates[gate].name or gate.replace("_", " ").capitalize()


def person(case: Negotiation, who: str) -> str:
    """What readers call a constituency."""
    return case.name("constituencies", who)


def people(case: Negotiation, ids: Iterable[str]) -> list[str]:
    """Constituencies as they read within a sentence: “the Senate”, not “The Senate”."""
    return [_within(person(case, who)) for who in ids]


def quoted(name: str) -> str:
    """A name in quotation marks; those within it become single ones."""
    return f"“{name.replace('“', '‘').replace('”', '’')}”"


def within(name: str) -> str:
    """A name as it reads within a sentence."""
    return f"the{name[3:]}" if name.startswith("The ") else name


def _within(name: str) -> str:
    """Somebody's name within a sentence: “our chief negotiator”, but “Our Lady's Hospital”."""
    ours = name.startswith("Our ") and name[4:].islower()
    return f"our{name[3:]}" if ours else within(name)


def side_name(case: Negotiation, side: str) -> str:
    """A side as it reads within a sentence."""
    return within(case.name("sides", side))


def term(case: Negotiation, issue: str, option: str) -> str:
    """An issue and the option chosen."""
    return f"{case.name('issues', issue)}: {case.label(issue, option)}"


def gates_quoted(case: Negotiation, gates: Iterable[tuple[str, str]]) -> list[str]:
    """Gates by name, within a sentence."""
    return [f"“{gate_name(case, side, gate)}”" for side, gate in gates]


def lifted_by(case: Negotiation, move: str, deal: Mapping[str, str]) -> list[str]:
    """Whose red lines, crossed by a deal, a move lifts."""
    found = [
        who
        for who, part in case.constituencies.items()
        if any(move in r.unless and deal[r.issue] in r.options for r in part.red_lines)
    ]
    return people(case, found)


def rule_in_words(case: Negotiation, rule: Rule) -> str:
    """What a gate needs, as the end of “needs …”."""
    if isinstance(rule, str):
        return f"the agreement of {listed(people(case, [rule]))}"
    if isinstance(rule, Vote):
        return _vote(case, rule)
    if isinstance(rule, Unless):
        return _veto(case, rule.unless)
    if isinstance(rule, All):
        return _joined(case, rule.all, "and")
    if isinstance(rule, AnyOf):
        return _joined(case, rule.any, "or")
    options = "; ".join(rule_in_words(case, part) for part in rule.of)
    return f"at least {rule.at_least} of these: {options}"


def _joined(case: Negotiation, rules: tuple[Rule, ...], word: str) -> str:
    names = people(case, (rule for rule in rules if isinstance(rule, str)))
    others = [
        f"({rule_in_words(case, r)})" if isinstance(r, All | AnyOf) else rule_in_words(case, r)
        for r in rules
        if not isinstance(r, str)
    ]
    agreed = [f"the agreement of {listed(names, word)}"] if names else []
    return f", {word} ".join([*agreed, *others])


def _vote(case: Negotiation, vote: Vote) -> str:
    text = f"{_share(vote)} for {_holders(case, vote)}"
    if vote.quorum is not None:
        text += f", with at least {vote.quorum} of all votes cast"
    if vote.approval is not None:
        text += f", and at least {vote.approval} of all votes for"
    return text


def _veto(case: Negotiation, vote: Vote) -> str:
    if len(vote.votes) == 1 and vote.quorum is None and vote.approval is None:
        return f"not to be blocked by {people(case, vote.votes)[0]}"
    text = f"not to be blocked; a block takes {_share(vote)} against {_holders(case, vote)}"
    if vote.quorum is not None:
        text += f", with at least {vote.quorum} of all votes cast"
    if vote.approval is not None:
        text += f", from at least {vote.approval} of all votes"
    return text


def _share(vote: Vote) -> str:
    whole = "the votes cast" if vote.base is Base.CAST else f"{_number(vote)} votes"
    if vote.need == MAJORITY:
        return f"more than half of {whole}"
    if isinstance(vote.need, str):
        return f"at least {vote.need} of {whole}"
    return f"at least {vote.need:g} of {_number(vote)} votes"


def _number(vote: Vote) -> str:
    return f"{float(vote.total):,g}"


def _holders(case: Negotiation, vote: Vote) -> str:
    return "(" + "; ".join(f"{person(case, who)}: {n:g}" for who, n in vote.votes.items()) + ")"
