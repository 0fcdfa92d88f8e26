"""Mandates on a board: every one that is not closed, and which of them ask for something now."""

from __future__ import annotations

from collections.abc import Mapping

from hall.care.agency.messages import MandateEvent
from hall.care.agency.views import MandateView
from hall.kernel.messages import Event


def mandates_after(mandates: dict[str, MandateView], event: Event) -> dict[str, MandateView]:
    """Return the open mandates after one event."""
    if not isinstance(event, MandateEvent):
        return mandates
    others = {key: one for key, one in mandates.items() if key != event.mandate.id}
    if event.mandate.state == "closed":
        return others
    return {**others, event.mandate.id: event.mandate}


def mandates_in_order(mandates: Mapping[str, MandateView]) -> tuple[MandateView, ...]:
    """Return what is late first, then what is due, then the rest as they were given."""
    return tuple(sorted(mandates.values(), key=_order))


def is_late(mandate: MandateView) -> bool:
    """Tell whether a report or the explanation of a loss is overdue."""
    return mandate.report_state == "overdue" or any(one.late for one in mandate.originals)


def is_due(mandate: MandateView) -> bool:
    """Tell whether somebody has something to do today: tell, explain, or give back and close."""
    ended = mandate.state in ("done", "withdrawn", "expired")
    return is_late(mandate) or mandate.report_state == "due" or ended


def _order(mandate: MandateView) -> tuple[int, str, str]:
    rank = 0 if is_late(mandate) else 1 if is_due(mandate) else 2
    return rank, mandate.report_due_on or mandate.term_on, mandate.number
