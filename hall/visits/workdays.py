"""Working days as the law counts them: Monday to Friday, without holidays, with worked weekends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
LOOKS_AHEAD = timedelta(days=30)
"""The longest term of a register is ten working days, of a promise twenty."""


def unknown_year(known_until: str, today: date) -> int | None:
    """Return the year whose holidays nobody knows although terms of today reach into it.

    `known_until` is an ISO date, empty where nobody said.
    """
    if not known_until:
        return None
    last = date.fromisoformat(known_until)
    return last.year + 1 if today + LOOKS_AHEAD > last else None


@dataclass(frozen=True)
class WorkingDays:
    """The calendar of one hall; both hold ISO dates."""

    holidays: frozenset[str] = frozenset()
    worked: frozenset[str] = frozenset()

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices work on a day."""
        if day.isoformat() in self.worked:
            return True
        return day.weekday() < SATURDAY and day.isoformat() not in self.holidays

    def after(self, start: date, count: int) -> date:
        """Return the `count`th working day after a day; that day itself is never counted."""
        return self._step(start, count, timedelta(days=1))

    def before(self, start: date, count: int) -> date:
        """Return the `count`th working day before a day."""
        return self._step(start, count, timedelta(days=-1))

    def _step(self, start: date, count: int, step: timedelta) -> date:
        day = start
        while count > 0:
            day += step
            count -= self.is_working_day(day)
        return day
