"""How to sample."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leveltwo.core.sample import Sample
    from leveltwo.model.negotiation import Negotiation


@dataclass(frozen=True)
class Sampling:
    """How to sample, where it differs from the case's own settings."""

    certain: bool = False
    draws: int | None = None
    seed: int | None = None

    def of(self, case: Negotiation) -> Sample:
        """The sample for a case."""
        from leveltwo.core.sample import sample_of

        return sample_of(case, draws=self.draws, seed=self.seed, certain=self.certain)


AS_WRITTEN = Sampling()
