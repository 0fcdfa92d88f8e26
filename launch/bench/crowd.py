"""Invented visitors: cards of a region that no card has (410199), with valid check digits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from stdnum.cn.ric import calc_check_digit

from hall.kernel.secret import Secret
from hall.store.opening import random_id
from hall.tickets.messages import TakeTicket, Visitor

REGION = "410199"
FIRST_BORN = date(1940, 1, 1)
BIRTHDAYS = 9000
KIOSK = "kiosk-1"


def id_number(which: int) -> tuple[str, date]:
    """Return the number and the birth date of an invented person; another for every `which`."""
    order, day = divmod(which, BIRTHDAYS)
    born = FIRST_BORN + timedelta(days=day)
    digits = f"{REGION}{born:%Y%m%d}{order % 1000:03d}"
    return digits + str(calc_check_digit(digits)), born


def takings(matter_ids: tuple[str, ...]) -> Iterator[TakeTicket]:
    """Yield one TakeTicket after the other, each of another person, the matters in turn."""
    for which in count():
        number, born = id_number(which)
        yield TakeTicket(
            command_id=random_id(),
            station_id=KIOSK,
            matter_id=matter_ids[which % len(matter_ids)],
            visitor=Visitor(
                id_number=Secret(number),
                surname=Secret("A"),
                sex=1,
                birth_date=Secret(born.isoformat()),
            ),
        )
