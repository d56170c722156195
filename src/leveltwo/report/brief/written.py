"""A brief that has been written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from leveltwo.report.brief.blocks import Brief
from leveltwo.report.brief.briefing import Briefing


@dataclass(frozen=True)
class Written:
    """What a brief was written from, what it says, and the files that say it."""

    briefing: Briefing
    brief: Brief
    files: tuple[Path, ...]

    @property
    def is_no(self) -> bool:
        """Whether it tells that the answer is proved to be no."""
        return self.briefing.advice is not None and self.briefing.advice.is_no
