"""The library: notes on devices, and precedents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from leveltwo.model.device_note import DeviceNote
    from leveltwo.model.move import Device
    from leveltwo.model.precedent import Precedent


def devices(name: str | None = None) -> dict[Device, DeviceNote]:
    """Notes on the classes of moves.

    Parameters
    ----------
    name : str or None
        Only this one, such as ``agreement_form``.
    """
    from leveltwo.io.library import devices as every
    from leveltwo.io.library_search import named
    from leveltwo.model.move import Device

    if name is None:
        return every()
    device = named(Device, name, "device")
    return {device: every()[device]}


def precedents(
    device: str | None = None,
    barrier: str | None = None,
    verdict: str | None = None,
    search: str = "",
) -> dict[str, Precedent]:
    """Precedents by name.

    Parameters
    ----------
    device, barrier, verdict : str or None
        Only those in which one and the same act was of this class, met this kind of barrier
        and fared like this.
    search : str
        Only those in which all these words occur, whatever their case and accents.
    """
    from leveltwo.io.library import precedents as every
    from leveltwo.io.library_search import Query, find, named
    from leveltwo.model.barrier_kind import Kind
    from leveltwo.model.move import Device
    from leveltwo.model.precedent import Verdict

    query = Query(
        None if device is None else named(Device, device, "device"),
        None if barrier is None else named(Kind, barrier, "kind of barrier"),
        None if verdict is None else named(Verdict, verdict, "verdict"),
        search,
    )
    return find(query, every())


def precedent(name: str) -> Precedent:
    """One precedent, by name."""
    from leveltwo.io.library import precedent as one

    return one(name)
