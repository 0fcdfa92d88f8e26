"""Rules of the 18-character citizen number of GB 11643-1999."""

from __future__ import annotations

import re
from datetime import date

_SHAPE = re.compile(r"\d{17}[\dX]")


def tidy_number(text: str) -> str:
    """Return a typed number without blanks and with a capital X."""
    return "".join(text.split()).upper()


def has_number_shape(number: str) -> bool:
    """Return whether it is 17 digits and a digit or X."""
    return _SHAPE.fullmatch(number) is not None and number.isascii()


def check_digit_is_right(number: str) -> bool:
    """Return whether the last character follows from the 17 before it (MOD 11-2).

    The region is not looked at: counties come and go, and a card must not be refused for that.
    """
    from stdnum.cn import ric  # it brings a TLS library with it: not before the first page

    return has_number_shape(number) and ric.calc_check_digit(number) == number[17]


def birth_date_of(number: str) -> date | None:
    """Return the date in digits 7 to 14, None when there is no such day."""
    return date_of(number[6:14]) if has_number_shape(number) else None


def sex_of(number: str) -> int | None:
    """Return the GB/T 2261.1 code (1 male, 2 female) that the 17th digit states."""
    if not has_number_shape(number):
        return None
    return 1 if int(number[16]) % 2 else 2


def date_of(text: str) -> date | None:
    """Return the day of YYYYMMDD, None when there is no such day."""
    if len(text) != 8 or not (text.isascii() and text.isdecimal()):
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None
