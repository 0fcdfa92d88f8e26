"""The business day: a row that is opened and closed, by hand or by schedule."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hall.kernel.facts import HallFacts, HallRules
from hall.kernel.messages import Event, Refusal
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
    last = _last(work)
    if last is not None and last.is_open and not _is_over(work, last):
        return last.day_id
    if not _was_missed(work, last):
        return None
    if last is not None and last.is_open:
        _end(work, last)
    return _begin(work).day_id


def open_day(command: OpenDay, work: Work) -> Event | Refusal:
    """Open the business day, by hand at any hour or by schedule."""
    last = _last(work)
    if last is not None and last.is_open:
        return DayAlreadyOpen()
    local = _local(work)
    if command.station_id == SCHEDULE and not hours(work.facts, work.rules, local.date()):
        _plan_opening(work)  # it became a holiday after it was planned
        return NothingDue()
    return _begin(work)


def close_day(command: CloseDay, work: Work) -> Event | Refusal:
    """Close the day: who waits is carried over, who is at a counter is served to the end."""
    last = _last(work)
    if last is None or not last.is_open:
        return DayNotOpen()
    if command.station_id == SCHEDULE and command.command_id != _closing_of(last.day_id):
        return NothingDue()
    closed = _end(work, last)
    # A machine that was off at closing time comes here on a later day, perhaps in its hours.
    if _was_missed(work, _last(work)):
        _begin(work)
    else:
        _plan_opening(work)
    return closed


def plan_days(command: PlanDays, work: Work) -> Event | Refusal:
    """See at the hall's start that the day is open when it should be, or planned."""
    del command
    last = _last(work)
    if last is not None and last.is_open:
        return NothingDue()
    if _was_missed(work, last):
        return _begin(work)
    _plan_opening(work)
    return NothingDue()


def purge(command: PurgeVisitors, work: Work) -> Event | Refusal:
    """Forget who came on a day."""
    count = purge_visitors(work, command.day_id)
    return work.record(VisitorsPurged(day_id=command.day_id, count=count))


def _begin(work: Work) -> DayOpened:
    """Open today's business day; one closed by hand goes on, so that no number comes twice."""
    last, today = _last(work), _local(work).date().isoformat()
    if last is not None and last.date == today:
        day_id = last.day_id
        rows.set_closed(work, day_id, None)
        work.forget(_purging_of(day_id))
    else:
        day_id = work.new_id()
        _carry_over(work)
        rows.insert_day(work, day_id, today)
        if last is not None and not work.rules.purge_at_close:
            _plan_purge(work, last.day_id, timedelta(0))
    _plan_closing(work, day_id)
    opened = DayOpened(day_id=day_id, date=today)
    work.record(opened)
    return opened


def _end(work: Work, day: rows.Day) -> Event:
    _carry_over(work)
    rows.set_closed(work, day.day_id, work.now.iso)
    work.forget(_closing_of(day.day_id))
    if work.rules.purge_at_close:
        _plan_purge(work, day.day_id, PURGE_AFTER_CLOSING)
    return work.record(DayClosed(day_id=day.day_id, date=day.date))


def _carry_over(work: Work) -> None:
    for ticket in rows.tickets_in(work, ("waiting", "held", "missed", "parked")):
        state = next_state(ticket.state, "carry_over")
        if state is not None:
            carried = rows.save_ticket(work, ticket, state=state)
            work.record(TicketCarriedOver(ticket=rows.view(carried)))


def _plan_closing(work: Work, day_id: str) -> None:
    local = _local(work)
    span = hours(work.facts, work.rules, local.date())
    closing = span[1] if span is not None and span[1] > local else _midnight(local)
    command_id = _closing_of(day_id)
    work.forget(command_id)
    work.later(closing, CloseDay(command_id=command_id, station_id=SCHEDULE))


def _plan_opening(work: Work) -> None:
    opening = next_opening(work)
    command_id = f"open-{opening.date().isoformat()}"
    work.forget(command_id)
    work.later(opening, OpenDay(command_id=command_id, station_id=SCHEDULE))


def _plan_purge(work: Work, day_id: str, delay: timedelta) -> None:
    command_id = _purging_of(day_id)
    work.forget(command_id)
    work.after(delay.total_seconds(), PurgeVisitors(command_id=command_id, day_id=day_id))


def _closing_of(day_id: str) -> str:
    return f"close-{day_id}"


def _purging_of(day_id: str) -> str:
    return f"purge-{day_id}"


def _last(work: Work) -> rows.Day | None:
    return rows.last_day(work.connection, work.hall_id)


def _is_over(work: Work, day: rows.Day) -> bool:
    """Tell whether a day stayed open past its midnight: the machine was off or asleep."""
    return day.date < _local(work).date().isoformat()


def _was_missed(work: Work, last: rows.Day | None) -> bool:
    """Tell whether the hall should be open now, and nobody closed it today."""
    local = _local(work)
    if last is not None and not last.is_open and last.date == local.date().isoformat():
        return False
    span = hours(work.facts, work.rules, local.date())
    return span is not None and span[0] <= local < span[1]


def _local(work: Work) -> datetime:
    return work.now.utc.astimezone(ZoneInfo(work.facts.timezone))


def _midnight(local: datetime) -> datetime:
    return datetime.combine(local.date() + timedelta(days=1), time(0), local.tzinfo)
