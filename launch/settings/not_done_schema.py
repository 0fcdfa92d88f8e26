"""What hall.toml may say of the register of what could not be done: how long each step may take."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

Days = Annotated[int, Meta(ge=0, le=60)]


class NotDone(Struct, frozen=True):
    """Working days an entry may stay in each state; 0 is the same day.

    The state in which somebody answers for it lasts `now_days` for refused cash, `long_days` for a
    matter of policy and `short_days` for all else.
    """

    accepted_days: Days = 0
    classified_days: Days = 1
    now_days: Days = 0
    short_days: Days = 5
    long_days: Days = 10
    settled_days: Days = 1
    answered_days: Days = 5
    checked_days: Days = 1
    reminder_days: Annotated[int, Meta(ge=1, le=10)] = 1
