"""A calendar as an iCalendar file (RFC 5545), for the calendars that people keep."""

from __future__ import annotations

import datetime as dt
from hashlib import sha256
from pathlib import Path

from icalendar import Calendar as Ics
from icalendar import Event, vText

from leveltwo.advice import wording
from leveltwo.core.calendar import Calendar, Entry, Kind
from leveltwo.errors import InputError
from leveltwo.io.whole_files import check_writable, write_whole
from leveltwo.model.moment import later
from leveltwo.model.negotiation import Negotiation
from leveltwo.version import VERSION

MAKER = b"PRODID:-//Level Two//"
SUFFIX = ".ics"


def check_target(path: Path) -> None:
    """Refuse to write where nothing can be written, or what stands is not ours to replace.

    Raises
    ------
    InputError
        If the name does not end in ``.ics``, a file is there that this program has not written, or
        nothing can be written there.
    """
    if path.suffix.lower() != SUFFIX:
        raise InputError(f"{path}: expected a name that ends in {SUFFIX}")
    try:
        with path.open("rb") as file:
            head = file.read(1_000)
    except FileNotFoundError:
        head = b""
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; name another file") from error
    if head and MAKER not in head:
        raise InputError(
            f"{path} is there already, and is no calendar that this program has written; name "
            "another file"
        )
    check_writable(path)


def write_ics(path: Path, found: Calendar, case: Negotiation) -> None:
    """Write the calendar; readers see the old file or the new one, nothing between.

    Raises
    ------
    InputError
        If it cannot be written there.
    """
    check_target(path)
    write_whole({path: ics(found, case)})


def ics(found: Calendar, case: Negotiation) -> bytes:
    """The calendar as iCalendar text: all-day entries, marked confidential.

    Nothing in it depends on the time of writing: entries are stamped with the day from which
    the calendar is seen, and named by the case's title and their ids.
    """
    made = Ics()
    made.add("prodid", f"-//Level Two//leveltwo {VERSION}//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", vText(_line(case.title)))
    for entry in found.entries:
        made.add_component(_event(found, case, entry))
    return bytes(made.to_ical(sorted=False))


def _event(found: Calendar, case: Negotiation, entry: Entry) -> Event:
    made = Event()
    made.add("uid", _uid(case, entry))
    made.add("dtstamp", dt.datetime.combine(found.today, dt.time(), dt.UTC))
    made.add("dtstart", entry.date)
    last = entry.until or entry.date
    if last < dt.date.max:
        made.add("dtend", later(last, 1))
    made.add("summary", _line(wording.calendar_summary(case, entry)))
    note = wording.calendar_note(case, found, entry)
    if note:
        made.add("description", _line(note))
    made.add("categories", [entry.kind.value])
    made.add("class", "CONFIDENTIAL")
    made.add("transp", "TRANSPARENT")
    return made


def _uid(case: Negotiation, entry: Entry) -> str:
    """The same for the same thing of the same case, whatever day it is moved to."""
    kind = Kind.MOVE if entry.kind is Kind.DEADLINE else entry.kind
    named = f"{case.title}\n{kind.value}\n{entry.key}"
    return f"{sha256(named.encode()).hexdigest()[:32]}@leveltwo"


def _line(text: str) -> str:
    """A text as one line, without what no calendar can hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
