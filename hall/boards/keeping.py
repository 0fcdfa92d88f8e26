"""Which details are kept of whom, as the guide's desk must know to ring up or to stop keeping."""

from __future__ import annotations

from hall.kernel.messages import Event
from hall.records.messages import DetailKept, DetailsForgotten, DetailView

RECORD_EVENTS = (DetailKept, DetailsForgotten)


def details_after(details: dict[str, DetailView], event: Event) -> dict[str, DetailView]:
    """Return what is kept, keyed by blob, after one event."""
    if isinstance(event, DetailKept):
        others = {key: one for key, one in details.items() if key != event.replaced}
        return {**others, event.kept.blob_id: event.kept}
    if isinstance(event, DetailsForgotten):
        return {key: one for key, one in details.items() if key not in event.blob_ids}
    return details
