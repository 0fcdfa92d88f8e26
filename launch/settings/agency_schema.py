"""What hall.toml may say of helpers who act for elders."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct


class Agency(Struct, frozen=True):
    """Acting for elders. `term_days` are calendar days, the others working days.

    `unreached_calls`: so many unanswered calls after the end, and a mandate may be closed.
    """

    report_days: Annotated[int, Meta(ge=1, le=20)] = 5
    term_days: Annotated[int, Meta(ge=1, le=365)] = 30
    loss_days: Annotated[int, Meta(ge=1, le=20)] = 1
    unreached_calls: Annotated[int, Meta(ge=1, le=20)] = 3
