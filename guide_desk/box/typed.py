"""A last day and a number of pieces, as they are typed: digits and nothing else. Pure."""

from __future__ import annotations

import calendar
from datetime import date

_MONTH, _DAY = 6, 8
MOST_PIECES = 2
"""So many digits a number of pieces may have."""


def digits_of(text: str, most: int) -> str:
    """Return the digits of a text, as many as may stand there."""
    return "".join(one for one in text if one.isascii() and one.isdigit())[:most]


def last_day(digits: str) -> date | None:
    """Return the day digits stand for; a month is good until its end. None while it is no day.

    Packages say either: 202706, or 20270615.
    """
    if len(digits) not in (_MONTH, _DAY):
        return None
    year, month = int(digits[:4]), int(digits[4:6])
    try:
        if len(digits) == _DAY:
            return date(year, month, int(digits[6:]))
        return date(year, month, calendar.monthrange(year, month)[1])
    except ValueError:  # calendar.IllegalMonthError is one, and a year before 1 or after 9999
        return None


def spaced(digits: str) -> str:
    """Return the digits of a day as people read them: year, month, day."""
    parts = (digits[:4], digits[4:6], digits[6:])
    return " ".join(part for part in parts if part)
