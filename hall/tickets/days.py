"""The business day: a row that is opened and closed, by hand or by schedule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.messages import Event, Refusal
from hall.kernel.rows import DueRow, table_of
from hall.kernel.work import Work
from hall.tickets import rows
from hall.tickets.messages import (
    CloseDay,
    DayAlreadyOpen,
    DayClosed,
    DayNotOpen,
    DayOpened,
    NothingDue,
    OpenDay,
    PlanDays,
    PurgeVisitors,
    TicketCarriedOver,
    VisitorsPurged,
)
from hall.tickets.model import next_state
from hall.tickets.visitors import purge_visitors

PURGE_AFTER_CLOSING = timedelta(hours=2)
"""Whoever is still at a counter at closing time is served under their form of address."""

SCHEDULE = "schedule"
"""The station_id of a day that opened or closed by itself."""


def hours(facts: HallFacts, rules: HallRules, day: date) -> tuple[datetime, datetime] | None:
    """Return when the hall opens and closes on a date (local, aware); None on a free day."""
    worked = day.weekday() in rules.weekdays and day.isoformat() not in rules.holidays
    if not worked and day.isoformat() not in rules.working_days:
        return None
    zone = ZoneInfo(facts.timezone)
    return (
        datetime.combine(day, time.fromisoformat(facts.opens), zone),
        datetime.combine(day, time.fromisoformat(facts.closes), zone),
    )


def next_opening(work: Work) -> datetime:
    """Return the next scheduled opening after now (local, aware)."""
    local = _local(work)
    for ahead in range(366):
        span = hours(work.facts, work.rules, local.date() + timedelta(days=ahead))
        if span is not None and span[0] > local:
            return span[0]
    return local + timedelta(days=1)


def ensure_day(work: Work) -> str | None:
    """Return the open day; opens one that was missed inside business hours; None when closed."""
    known = rows.open_day(work)
    if known is not None:
        return known[0]
    local = _local(work)
    span = hours(work.facts, work.rules, local.date())
    if span is None or not span[0] <= local < span[1]:
        return None
    return _begin(work).day_id


def open_day(command: OpenDay, work: Work) -> Event | Refusal:
    """Open the business day, by hand at any hour or by schedule."""
    del command
    if rows.open_day(work) is not None:
        return DayAlreadyOpen()
    return _begin(work)


def close_day(command: CloseDay, work: Work) -> Event | Refusal:
    """Close the day: who waits is carried over, who is at a counter is served to the end."""
    known = rows.open_day(work)
    if known is None:
        return DayNotOpen()
    day_id, named = known
    if command.station_id == SCHEDULE and command.command_id != f"close-{day_id}":
        return NothingDue()
    for ticket in rows.tickets_in(work, ("waiting", "held", "missed", "parked")):
        state = next_state(ticket.state, "carry_over")
        if state is not None:
            carried = rows.save_ticket(work, ticket, state=state)
            work.record(TicketCarriedOver(ticket=rows.view(carried)))
    rows.end_day(work, day_id)
    if work.rules.purge_at_close:
        work.later(
            work.now.utc + PURGE_AFTER_CLOSING,
            PurgeVisitors(command_id=f"purge-{day_id}", day_id=day_id),
        )
    closed = work.record(DayClosed(day_id=day_id, date=named))
    # A machine that was off at closing time comes here on a later day, perhaps in its hours.
    later = _local(work).date().isoformat() > named
    if not (later and ensure_day(work)):
        _plan_opening(work)
    return closed


def plan_days(command: PlanDays, work: Work) -> Event | Refusal:
    """See at the hall's start that the day is open when it should be, or planned."""
    del command
    if rows.open_day(work) is None and ensure_day(work) is None:
        _plan_opening(work)
    return NothingDue()


def purge(command: PurgeVisitors, work: Work) -> Event | Refusal:
    """Forget who came on a day."""
    count = purge_visitors(work, command.day_id)
    return work.record(VisitorsPurged(day_id=command.day_id, count=count))


def _begin(work: Work) -> DayOpened:
    local = _local(work)
    day_id, named = work.new_id(), local.date().isoformat()
    rows.insert_day(work, day_id, named)
    span = hours(work.facts, work.rules, local.date())
    closing = span[1] if span is not None and span[1] > local else _midnight(local)
    work.later(closing, CloseDay(command_id=f"close-{day_id}", station_id=SCHEDULE))
    opened = DayOpened(day_id=day_id, date=named)
    work.record(opened)
    return opened


def _plan_opening(work: Work) -> None:
    opening = next_opening(work)
    command_id = f"open-{opening.date().isoformat()}"
    due = table_of(DueRow)
    planned = work.connection.scalar(
        select(due.c.due_id).where(due.c.hall_id == work.hall_id, due.c.due_id == command_id)
    )
    if planned is None:
        work.later(opening, OpenDay(command_id=command_id, station_id=SCHEDULE))


def _local(work: Work) -> datetime:
    return work.now.utc.astimezone(ZoneInfo(work.facts.timezone))


def _midnight(local: datetime) -> datetime:
    return datetime.combine(local.date() + timedelta(days=1), time(0), local.tzinfo)
