"""Windows: the days left to a move by what it must follow and precede."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from leveltwo.model.moment import later
from leveltwo.model.negotiation import Negotiation
from leveltwo.model.sequence import Link, days_of, gap, links, ordered


@dataclass(frozen=True, slots=True)
class Window:
    """The days open to something, both ends included; None where nothing limits them."""

    earliest: dt.date | None = None
    latest: dt.date | None = None

    @property
    def empty(self) -> bool:
        """Whether no day is left."""
        return bool(self.earliest and self.latest and self.earliest > self.latest)


Known = dict[str, dt.date | None]


def windows(case: Negotiation, no_sooner: Mapping[str, dt.date] | None = None) -> dict[str, Window]:
    """The window of every move and of all that moves are linked with, own dates left out.

    Links reach through moves and gates without a date: what follows a move that follows the
    congress follows the congress. Time grows with links.

    Parameters
    ----------
    case : Negotiation
        The case.
    no_sooner : mapping of str to datetime.date, or None
        Days before which some moves cannot be made, whatever they are linked with.

    Raises
    ------
    graphlib.CycleError
        If things come before themselves.
    """
    found, floors = links(case), dict(no_sooner or {})
    order = ordered(found)
    to, from_ = defaultdict(list), defaultdict(list)
    for link in found:
        to[link.then].append(link)
        from_[link.first].append(link)
    earliest: Known = {}
    latest: Known = {}
    for key in order:
        after = [_after(case, link, earliest) for link in to[key]]
        earliest[key] = max(_known([*after, floors.get(key)]), default=None)
    for key in reversed(order):
        latest[key] = min(_known(_before(case, link, latest) for link in from_[key]), default=None)
    both = {key: Window(earliest[key], latest[key]) for key in order}
    return {**{key: Window(floors.get(key)) for key in case.moves}, **both}


def _known(days: Iterable[dt.date | None]) -> list[dt.date]:
    return [day for day in days if day is not None]


def _after(case: Negotiation, link: Link, earliest: Known) -> dt.date | None:
    """The first day that one link leaves to what follows."""
    days = days_of(case, link.first)
    last = earliest[link.first] if days is None else days[1]
    return None if last is None else later(last, gap(case, link))


def _before(case: Negotiation, link: Link, latest: Known) -> dt.date | None:
    """The last day that one link leaves to what comes first."""
    days = days_of(case, link.then)
    first = latest[link.then] if days is None else days[0]
    return None if first is None else later(first, -gap(case, link))
