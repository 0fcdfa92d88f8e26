"""The medicine box on a board: what is in it, and what somebody has to see to."""

from __future__ import annotations

from hall.help.box_messages import BatchView, BoxEvent
from hall.help.box_model import WARNS
from hall.kernel.messages import Event


def box_after(box: dict[str, BatchView], event: Event) -> dict[str, BatchView]:
    """Return what is in the box after one event, by batch."""
    if not isinstance(event, BoxEvent):
        return box
    others = {key: batch for key, batch in box.items() if key != event.batch.id}
    return others if event.batch.state == "gone" else {**others, event.batch.id: event.batch}


def ending_first(box: dict[str, BatchView]) -> tuple[BatchView, ...]:
    """Return what is in the box, what ends first before the rest."""
    return tuple(sorted(box.values(), key=lambda batch: (batch.expires_on, batch.id)))


def warned_of(box: dict[str, BatchView]) -> tuple[BatchView, ...]:
    """Return the batches that are to be replaced, or may not be used any more."""
    return tuple(batch for batch in ending_first(box) if batch.state in WARNS)
