"""Visits on a board: who is here with whom, their checklists, and what is still to follow."""

from __future__ import annotations

import msgspec

from hall.kernel.messages import Event
from hall.visits.messages import CaseAdvanced, CaseEvent, CaseOpened, EntryEvent, VisitEvent
from hall.visits.views import CaseView, EntryView, NearView, VisitView


class Visits(msgspec.Struct, frozen=True, kw_only=True):
    """Open visits, the cases that lie before them, and every register entry that is not settled.

    `near` are cases whose day comes near, by id, whether or not the person is here.
    """

    visits: dict[str, VisitView] = {}
    cases: dict[str, CaseView] = {}
    entries: dict[str, EntryView] = {}
    near: dict[str, NearView] = {}

    def of_ticket(self, ticket_id: str) -> VisitView | None:
        """Find the visit that holds a number."""
        return next((one for one in self.visits.values() if one.ticket_id == ticket_id), None)

    def case_of(self, visit: VisitView) -> CaseView | None:
        """Find the checklist that lies before a visit."""
        return self.cases.get(visit.case_id or "")


def in_visits(event: Event) -> bool:
    """Tell whether an event changes this part of a board."""
    return isinstance(event, VisitEvent | CaseEvent | EntryEvent)


def visits_after(visits: Visits, event: Event) -> Visits:
    """Return the visits after one event."""
    if isinstance(event, VisitEvent | CaseOpened | CaseAdvanced):
        visits = _with_visit(visits, event.visit)
    if isinstance(event, CaseEvent):
        visits = _with_case(visits, event.case)
    if isinstance(event, EntryEvent):
        visits = _with_entry(visits, event.entry)
    return visits


def unowned(visits: Visits) -> tuple[VisitView, ...]:
    """Return visits that nobody looks after, the longest first."""
    found = [one for one in visits.visits.values() if one.owner_kind is None]
    return tuple(sorted(found, key=lambda one: one.unowned_since or ""))


def due_first(visits: Visits) -> tuple[EntryView, ...]:
    """Return what is still to follow, the next last day first."""
    return tuple(sorted(visits.entries.values(), key=lambda entry: (entry.due_on, entry.id)))


def days_to_come(visits: Visits) -> tuple[str, ...]:
    """Return every last day that somebody has to mind, ISO dates, the next one first."""
    days = [one.due_on for one in visits.entries.values()]
    return tuple(sorted([*days, *(one.due_on for one in visits.near.values())]))


def _with_visit(visits: Visits, visit: VisitView) -> Visits:
    others = {key: one for key, one in visits.visits.items() if key != visit.id}
    here = others if visit.state == "left" else {**others, visit.id: visit}
    before = {one.case_id for one in here.values()}
    cases = {key: case for key, case in visits.cases.items() if key in before}
    return msgspec.structs.replace(visits, visits=here, cases=cases)


def _with_case(visits: Visits, case: CaseView) -> Visits:
    """A case that lies before nobody who is here stands on no board, but for its day."""
    visits = msgspec.structs.replace(visits, near=_near_after(visits.near, case))
    if all(one.case_id != case.id for one in visits.visits.values()):
        return visits
    return msgspec.structs.replace(visits, cases={**visits.cases, case.id: case})


def _near_after(near: dict[str, NearView], case: CaseView) -> dict[str, NearView]:
    others = {key: one for key, one in near.items() if key != case.id}
    day = case.answer_by if case.stage == "received" else case.promised_on
    if not case.warned or day is None:
        return others
    seen = NearView(case_id=case.id, matter_id=case.matter_id, stage=case.stage, due_on=day)
    return {**others, case.id: seen}


def _with_entry(visits: Visits, entry: EntryView) -> Visits:
    others = {key: one for key, one in visits.entries.items() if key != entry.id}
    entries = others if entry.state == "settled" else {**others, entry.id: entry}
    return msgspec.structs.replace(visits, entries=entries)
