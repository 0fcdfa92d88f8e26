"""The demo's own clock: 09:40 on a working day, whenever it is started."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

STARTS_AT = time(9, 40)
SATURDAY = 5


def demo_start(now: datetime, timezone: str) -> datetime:
    """Return 09:40 of today, or of the next working day, in the hall's zone (aware)."""
    local = now.astimezone(ZoneInfo(timezone))
    day = local.date()
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return datetime.combine(day, STARTS_AT, local.tzinfo)


def shift_s(now: datetime, timezone: str) -> float:
    """Return the seconds to add to this machine's clock."""
    return (demo_start(now, timezone) - now).total_seconds()
