"""Visits at home on a board: every one with something left to do."""

from __future__ import annotations

from collections.abc import Iterable

from hall.care.home_visits.messages import HomeVisitEvent, HomeVisitView
from hall.care.home_visits.model import HALVES, OVER, STAFF_WANTED, TAKES_PLACE
from hall.kernel.messages import Event


def home_visits_after(visits: dict[str, HomeVisitView], event: Event) -> dict[str, HomeVisitView]:
    """Return the open visits after one event."""
    if not isinstance(event, HomeVisitEvent):
        return visits
    visit = event.home_visit
    others = {key: one for key, one in visits.items() if key != visit.id}
    return others if visit.state in OVER else {**others, visit.id: visit}


def next_first(visits: Iterable[HomeVisitView]) -> tuple[HomeVisitView, ...]:
    """Return visits in the order in which they are; who was not met stands first."""
    return tuple(
        sorted(
            visits,
            key=lambda one: (
                one.state in TAKES_PLACE, one.day, HALVES.index(one.half), one.booked_at
            ),
        )
    )  # fmt: skip


def short_of_staff(visit: HomeVisitView) -> bool:
    """Tell whether too few are named for a visit that is still to be."""
    return visit.state in TAKES_PLACE and len(visit.staff) < STAFF_WANTED
