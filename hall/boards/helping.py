"""Requests for help on a board: who still asks, whom somebody is with, which alarm stands."""

from __future__ import annotations

from hall.help.messages import HelpEvent, HelpView
from hall.help.model import ASKING, stands
from hall.kernel.messages import Event


def asking(seen: HelpView) -> bool:
    """Tell whether nobody has said yet that they are coming."""
    return seen.state in ASKING


def under_way(seen: HelpView) -> bool:
    """Tell whether somebody came and it goes on: an alarm, or somebody who is accompanied."""
    return not asking(seen) and stands(seen.kind, seen.state)


def alarm(seen: HelpView) -> bool:
    """Tell whether this is an alarm that nobody has ended."""
    return seen.kind == "unwell" and stands(seen.kind, seen.state)


def asking_after(helps: dict[str, HelpView], event: Event) -> dict[str, HelpView]:
    """Return who asks after one event."""
    return _after(helps, event, keep=isinstance(event, HelpEvent) and asking(event.help))


def under_way_after(helps: dict[str, HelpView], event: Event) -> dict[str, HelpView]:
    """Return whom somebody is with after one event."""
    return _after(helps, event, keep=isinstance(event, HelpEvent) and under_way(event.help))


def alarms_after(helps: dict[str, HelpView], event: Event) -> dict[str, HelpView]:
    """Return the alarms after one event."""
    return _after(helps, event, keep=isinstance(event, HelpEvent) and alarm(event.help))


def over_after(helps: dict[str, HelpView], event: Event) -> dict[str, HelpView]:
    """Return the emergencies that are over and whose record is still to be printed."""
    return _after(helps, event, keep=isinstance(event, HelpEvent) and event.help.record_due)


def _after(helps: dict[str, HelpView], event: Event, *, keep: bool) -> dict[str, HelpView]:
    if not isinstance(event, HelpEvent) or not (keep or event.help.id in helps):
        return helps
    others = {key: seen for key, seen in helps.items() if key != event.help.id}
    return {**others, event.help.id: event.help} if keep else others
