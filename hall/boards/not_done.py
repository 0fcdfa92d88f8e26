"""What could not be done, on a board: every entry of the register that is under way."""

from __future__ import annotations

from hall.care.not_done.messages import NotDoneEvent, NotDoneView
from hall.kernel.messages import Event


def not_done_after(entries: dict[str, NotDoneView], event: Event) -> dict[str, NotDoneView]:
    """Return the open entries after one event."""
    if not isinstance(event, NotDoneEvent):
        return entries
    entry = event.entry
    others = {key: one for key, one in entries.items() if key != entry.id}
    return others if entry.state == "archived" else {**others, entry.id: entry}


def next_due_first(entries: dict[str, NotDoneView]) -> tuple[NotDoneView, ...]:
    """Return the entries, the next last day first."""
    return tuple(sorted(entries.values(), key=lambda one: (one.due_on, one.number)))
