"""Prepare the solver."""

from __future__ import annotations


def is_prepared() -> bool:
    """Whether the solver has been compiled before on this machine."""
    from leveltwo.solve.warm import is_warm

    return is_warm()


def prepare() -> None:
    """Compile the solver; slow the first time after installation, quick ever after."""
    from leveltwo.solve.warm import warm

    warm()
