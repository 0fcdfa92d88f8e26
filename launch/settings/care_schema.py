"""What hall.toml may say of care beyond the counter: visits at home, calls, messages."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

KitItem = Annotated[str, Meta(min_length=1, max_length=20)]


class HomeVisits(Struct, frozen=True):
    """Visits at home. `kit` is what those who go take along, line by line on their paper.

    `from_age` in full years: whoever is so old needs no other reason. `visits_per_half_day` is how
    many fit into a morning or an afternoon; they are offered for the next `days_ahead` days.
    """

    from_age: Annotated[int, Meta(ge=60, le=100)] = 80
    visits_per_half_day: Annotated[int, Meta(ge=1, le=20)] = 2
    days_ahead: Annotated[int, Meta(ge=5, le=60)] = 30
    kit: tuple[KitItem, ...] = ()


class FollowUp(Struct, frozen=True):
    """Calls afterwards, to whoever agreed to one. Days are working days."""

    after_days: Annotated[int, Meta(ge=1, le=60)] = 5
    next_try_days: Annotated[int, Meta(ge=1, le=20)] = 1
    tries: Annotated[int, Meta(ge=1, le=3)] = 3


class Messages(Struct, frozen=True):
    """Short messages to telephones, by whatever sends them for the hall.

    `log` writes down that one would have gone; `webhook` posts each to `url`, signed with the
    secret in `secret_file` (one line of at least 32 characters, readable by the hall only).
    """

    driver: Literal["off", "log", "webhook"] = "off"
    url: Annotated[str, Meta(max_length=300)] = ""
    secret_file: Annotated[str, Meta(max_length=300)] = ""
    timeout_s: Annotated[int, Meta(ge=1, le=60)] = 10
