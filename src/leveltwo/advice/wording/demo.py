"""What the demonstration says."""

from __future__ import annotations

DEMO_INTRODUCTION = (
    "The West wants a united Germany in NATO. Gorbachev can sign, but the Party Congress, the "
    "General Staff and the Supreme Soviet stand behind him, and the Senate, the allies and the "
    "Bundestag behind the West. The question: what can the West do, at little cost to itself, that "
    "helps him with his people?"
)


_NEXT = {
    "leveltwo show german-unification-1990": "both tables at a glance",
    "leveltwo advise german-unification-1990 --floor 0.98": "what more certainty costs",
    "leveltwo advise brexit-withdrawal-2019": "a case in which kind words were not enough",
    "leveltwo cases": "the other bundled cases",
    "docs/tutorial/first-case.md": "write a case of your own",
}
DEMO_NEXT = [f"{command:<54}{what}" for command, what in _NEXT.items()]


def demo_map(case: str, draws: int) -> str:
    """The heading of the map."""
    return f"1. The map without our moves (leveltwo map {case} --draws {draws})"


def demo_barriers(case: str, deal: str) -> tuple[str, str]:
    """The heading of the barriers, and the command."""
    return (
        "2. Who stands in the way of the deal we want, if we only ask for it",
        f"(leveltwo diagnose {case} --deal {deal})",
    )


def demo_advice(case: str) -> str:
    """The heading of the advice."""
    return f"3. What to do about it (leveltwo advise {case})"


DEMO_LAST = "4. What to try next"
