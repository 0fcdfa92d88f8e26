"""What must hold between the settings of care beyond the counter."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from urllib.parse import urlsplit

from hall.matters.rules import Broken
from launch.settings.care_schema import FollowUp
from launch.settings.hall_schema import HallSettings

DAYS_LEFT = 7
"""So long before an address is deleted a visit at home must have been made."""
HOLIDAYS_DAYS = 10
"""So many calendar days the longest holidays may lie between a day and a working day after it."""


def check_care(settings: HallSettings) -> Iterator[Broken]:
    """Give every breach."""
    kept, ahead = settings.retention.details_days, settings.home_visits.days_ahead
    if ahead + DAYS_LEFT > kept:
        yield Broken(
            ("home_visits", "days_ahead"),
            f"must be {DAYS_LEFT} days less than retention.details_days, which is {kept}: "
            "else the address is gone before the visit.",
        )
    if _last_call_days(settings.follow_up) > kept:
        yield Broken(
            ("follow_up", "after_days"),
            f"is too much with retention.details_days, which is {kept}: "
            "the telephone is gone before the last call.",
        )
    messages = settings.messages
    if messages.driver != "webhook":
        return
    parts = urlsplit(messages.url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        yield Broken(("messages", "url"), "must be the http or https address of what sends them.")
    if not messages.secret_file:
        yield Broken(("messages", "secret_file"), "names no file; a secret never stands here.")


def _last_call_days(call: FollowUp) -> int:
    """Return how many calendar days after the end of a case the last call may come."""
    working = call.after_days + (call.tries - 1) * call.next_try_days
    return ceil(working * 7 / 5) + HOLIDAYS_DAYS
