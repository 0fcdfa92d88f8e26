"""The calendar of a hall: a kept library of holidays and worked weekends, and what hall.toml says.

chinesecalendar holds what the State Council publishes for each year, in November of the year
before. A day that hall.toml names wins over it. A year that neither knows counts Monday to Friday,
and that is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hall.matters.rules import Broken
from hall.visits.workdays import WorkingDays, unknown_year
from launch.settings.hall_schema import HallSettings

STATUTORY_DAYS = 13
"""Festival days everybody has off in a year (the State Council's measures on holidays, from 2025):
a year of which hall.toml names fewer is not known by it."""
YEARS_KEPT = 2
"""Of the library: the last one it knows and the one before; a hall plans no older days."""


@dataclass(frozen=True)
class HallCalendar:
    """ISO dates that differ from their weekday, and the last day of which that is known."""

    holidays: tuple[str, ...]
    working_days: tuple[str, ...]
    known_until: date


def calendar_of(settings: HallSettings) -> HallCalendar:
    """Return the calendar of a hall; days that hall.toml names stand against the library."""
    from chinese_calendar.constants import holidays, workdays

    free = {one.date for one in settings.holidays}
    worked = {one.date for one in settings.working_days}
    last_year: int = max(holidays).year
    first = date(last_year - YEARS_KEPT + 1, 1, 1)
    free |= {day for day in holidays if day >= first and day not in worked}
    worked |= {day for day in workdays if day >= first and day not in free}
    named = Counter(one.date.year for one in settings.holidays)
    while named[last_year + 1] >= STATUTORY_DAYS:
        last_year += 1
    return HallCalendar(_iso(free), _iso(worked), date(last_year, 12, 31))


def working_days_of(settings: HallSettings) -> WorkingDays:
    """Return how a hall counts working days."""
    calendar = calendar_of(settings)
    return WorkingDays(frozenset(calendar.holidays), frozenset(calendar.working_days))


def check_calendar(settings: HallSettings, today: date) -> Iterator[Broken]:
    """Say when a year is so near that last days fall into it, and its holidays are not known."""
    year = unknown_year(calendar_of(settings).known_until.isoformat(), today)
    if year is not None:
        yield Broken(
            ("business_day", "weekdays"),
            f"the holidays of {year} are not known, so it counts Monday to Friday; update"
            f" chinesecalendar, or name every [[holiday]] and [[working_day]] of {year}.",
        )


def _iso(days: set[date]) -> tuple[str, ...]:
    return tuple(sorted(day.isoformat() for day in days))
