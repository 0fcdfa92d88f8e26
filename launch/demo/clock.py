"""The demo's own clock: 09:40 on a working day, whenever it is started."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from launch.settings import HallSettings
from launch.workdays import working_days_of

STARTS_AT = time(9, 40)


def demo_start(now: datetime, settings: HallSettings) -> datetime:
    """Return 09:40 of today, or of the hall's next working day, in its zone (aware)."""
    local, days = now.astimezone(ZoneInfo(settings.hall.timezone)), working_days_of(settings)
    day = local.date()
    if not days.is_working_day(day):
        day = days.after(day, 1)
    return datetime.combine(day, STARTS_AT, local.tzinfo)


def shift_s(now: datetime, settings: HallSettings) -> float:
    """Return the seconds to add to this machine's clock."""
    return (demo_start(now, settings) - now).total_seconds()
