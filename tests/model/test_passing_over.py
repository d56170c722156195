"""Whom a form of agreement goes round."""

from __future__ import annotations

from leveltwo.model.passing_over import as_gate


def test_a_dot_tells_a_gate_from_a_constituency() -> None:
    """Side and gate, or neither."""
    assert as_gate("staff.ballot") == ("staff", "ballot")
    assert as_gate("union") is None
