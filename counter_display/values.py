"""Small values both kinds of screen show: a number with its seal, the clock. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from hall.kernel.facts import HallFacts
from hall.tickets.messages import TicketView
from ui_kit.strings import Strings

_PARTS_OF_DAY = ((5, "night"), (8, "early"), (12, "morning"), (13, "noon"), (18, "afternoon"))


@dataclass(frozen=True)
class NumberView:
    """A ticket number: the character of its seal and its digits."""

    seal: str
    digits: str

    @property
    def label(self) -> str:
        """The whole number as people say it."""
        return self.seal + self.digits


@dataclass(frozen=True)
class ClockView:
    """The time as people say it: part of the day and hours of twelve."""

    part: str
    time: str


def number_view(facts: HallFacts, ticket: TicketView) -> NumberView:
    """Return the number of a ticket."""
    seal, digits = facts.label_parts(ticket.series, ticket.number)
    return NumberView(seal, digits)


def clock_view(strings: Strings, local: datetime) -> ClockView:
    """Return the clock for a local time."""
    key = next((name for until, name in _PARTS_OF_DAY if local.hour < until), "evening")
    hour = local.hour if local.hour <= 12 else local.hour - 12
    return ClockView(strings.get(key), f"{hour}:{local.minute:02d}")


def seconds_to_next_minute(local: datetime) -> float:
    """Return in how many seconds the clock shows another minute."""
    return 60.0 - local.second - local.microsecond / 1e6


def spoken_time(clock_time: str) -> str:
    """Return a configured time of day, HH:MM, without its leading zero."""
    return clock_time.removeprefix("0")
