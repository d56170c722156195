"""The answer: what to offer and do, with its chance; or that nothing is advised, and why."""

from __future__ import annotations

from leveltwo.advice import wording
from leveltwo.advice.wording.briefing import answer, choice, headings, moves
from leveltwo.core.assessment import Assessment
from leveltwo.report.brief.blocks import Block, Callout, Heading, Paragraph, Table
from leveltwo.report.brief.briefing import Briefing, Stance

MOST = 12
"""Terms that the principal is told of; the annex has them all."""


def principal(briefing: Briefing) -> list[Block]:
    """The answer set apart, then the terms."""
    said = _with_plan(briefing) if briefing.score else _without_plan(briefing)
    changed = wording.redated_sentences(briefing.case, briefing.calendar.changes)
    said = [said[0], *([Paragraph(changed)] if changed else []), *said[1:]]
    blocks: list[Block] = [Heading(headings.ANSWER, 1), Callout(tuple(said))]
    if briefing.plan is not None:
        blocks.append(_terms(briefing, briefing.plan, MOST))
        more = moves.more_terms(len(briefing.plan.plan.deal) - MOST)
        blocks += [Paragraph(more)] if more else []
    return [*blocks, Paragraph(answer.reading(briefing.sample))]


def annex(briefing: Briefing) -> list[Block]:
    """All terms, where the principal was told of some only."""
    plan = briefing.plan
    if plan is None or len(plan.plan.deal) <= MOST:
        return []
    return [Heading(headings.ALL_TERMS), _terms(briefing, plan, len(plan.plan.deal))]


def _with_plan(briefing: Briefing) -> list[Paragraph]:
    plan, advice = briefing.plan, briefing.advice
    if plan is None:
        return []
    given = briefing.stance is Stance.GIVEN
    lead = (answer.given_lead if given else answer.advised_lead)(len(plan.plan.moves))
    said = [Paragraph(answer.likelihood(plan, briefing.fresh), lead)]
    durable, sample = plan.durable, plan.sample
    if briefing.fresh is not None:
        durable, sample = briefing.fresh.score.durable, briefing.fresh.sample
    carried_out = wording.durability_sentence(briefing.case, durable, sample)
    only_said = wording.only_said(briefing.case, plan.plan)
    undone = wording.undoing_sentence(briefing.case, plan.plan)
    said += [Paragraph(note) for note in (carried_out, only_said, undone) if note is not None]
    if advice is not None:
        worth = wording.worth_sentence(briefing.case, advice) or ""
        plain = answer.best(briefing.case, advice)
        told = f"{wording.headline(briefing.case, advice)} {worth}".strip()
        said.append(Paragraph(told if plain is None else plain))
    first = choice.choice(briefing.case, advice)
    return said if first is None else [Paragraph(first, choice.LEAD), *said]


def _without_plan(briefing: Briefing) -> list[Paragraph]:
    advice = briefing.advice
    if advice is None:
        return []
    why = " ".join(wording.stop_sentences(briefing.case, advice))
    return [
        Paragraph(answer.stop_headline(briefing.case, advice), answer.stop_lead(advice)),
        Paragraph(why),
    ]


def _terms(briefing: Briefing, plan: Assessment, most: int) -> Table:
    case = briefing.case
    return Table(
        caption=headings.DEAL if briefing.score else headings.DEAL_NEAREST,
        header=headings.DEAL_HEAD,
        rows=tuple(
            (case.name("issues", issue), case.label(issue, option))
            for issue, option in list(plan.plan.deal.items())[:most]
        ),
        widths=(2, 3),
    )
