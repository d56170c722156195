"""Ten thousand damaged files, the same ones every time."""

from __future__ import annotations

import pytest

from leveltwo.errors import Severity
from leveltwo.io.yaml_file import dumps, examine, loads
from tests.io.mutations import damaged

CHUNK = 500


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, 10_000, CHUNK))
def test_no_damage_escapes_judgement(first: int) -> None:
    """Whatever a file holds, its problems are placed; if it has none, it survives a round trip."""
    for seed in range(first, first + CHUNK):
        text = damaged(seed)
        case, problems = examine(text)
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        assert all((p.line or 0) >= 1 and (p.column or 0) >= 1 for p in problems), seed
        assert all(problem.message.isprintable() for problem in problems), seed
        if case is None:
            assert errors, seed
        elif not errors:
            assert loads(dumps(case)) == case, seed
