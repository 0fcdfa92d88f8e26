"""The door's reduction of a visitor: index, age band and form of address; nothing else goes in."""

from __future__ import annotations

import re
from datetime import date
from zoneinfo import ZoneInfo

from hall.kernel.clock import Moment
from hall.kernel.errors import Malformed
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Command
from hall.kernel.privacy import Keyring, drawable
from hall.tickets.messages import ChangeVisitor, FindTicket, TakeTicket, Visitor
from hall.tickets.model import age_band, age_on
from hall.tickets.visitors import ReducedVisitor

OLDEST_YEARS = 130
"""A card that says more is not believed."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SURNAME_LIMIT = 8
"""Characters of a surname kept; longer ones belong to papers, not to a form of address."""


class AdmitVisitor(Command):
    """TakeTicket as handlers see it."""

    station_id: str
    matter_id: str
    visitor: ReducedVisitor
    visit_id: str | None = None


class CorrectVisitor(Command):
    """ChangeVisitor as handlers see it."""

    ticket_id: str
    reason: str
    visitor: ReducedVisitor
    station_id: str | None
    counter_id: str | None


class SeekTicket(Command):
    """FindTicket as handlers see it."""

    person_key: str


def seek(command: Command, now: Moment, facts: HallFacts, keyring: Keyring) -> Command:
    """Reduce FindTicket: behind the door only the index of the number is known."""
    del now, facts
    if not isinstance(command, FindTicket):
        raise TypeError(f"{type(command).__name__} is not FindTicket")
    number = command.id_number.reveal().strip()
    return SeekTicket(command_id=command.command_id, person_key=keyring.index(number))


def admit(command: Command, now: Moment, facts: HallFacts, keyring: Keyring) -> Command:
    """Reduce TakeTicket. Raises Malformed for a date that is none."""
    if not isinstance(command, TakeTicket):
        raise TypeError(f"{type(command).__name__} is not TakeTicket")
    return AdmitVisitor(
        command_id=command.command_id,
        station_id=command.station_id,
        matter_id=command.matter_id,
        visitor=reduce_visitor(command.visitor, local_date(now, facts), keyring),
        visit_id=command.visit_id,
    )


def correct(command: Command, now: Moment, facts: HallFacts, keyring: Keyring) -> Command:
    """Reduce ChangeVisitor. Raises Malformed for a date that is none."""
    if not isinstance(command, ChangeVisitor):
        raise TypeError(f"{type(command).__name__} is not ChangeVisitor")
    return CorrectVisitor(
        command_id=command.command_id,
        ticket_id=command.ticket_id,
        reason=command.reason,
        visitor=reduce_visitor(command.visitor, local_date(now, facts), keyring),
        station_id=command.station_id,
        counter_id=command.counter_id,
    )


def local_date(now: Moment, facts: HallFacts) -> date:
    """Return the calendar date in the hall."""
    return now.utc.astimezone(ZoneInfo(facts.timezone)).date()


def reduce_visitor(visitor: Visitor, today: date, keyring: Keyring) -> ReducedVisitor:
    """Return what is left of a visitor behind the door.

    The class goes by the age of whoever the number is for: what a person states of somebody they
    come for wins over their own card. The form of address goes by who stands here.
    """
    valid_to = _date(visitor.card_valid_to, "$.visitor.card_valid_to")
    on_card = _band_on_card(visitor, today)
    stated = visitor.stated_age_band or ""
    band, source = _band(visitor, on_card)
    number = visitor.id_number.reveal().strip() if visitor.id_number else ""
    return ReducedVisitor(
        person_key=keyring.index(number) if number else None,
        surname=drawable(visitor.surname.reveal())[:SURNAME_LIMIT] if visitor.surname else "",
        sex=visitor.sex or 0,
        own_age_band=on_card or ("" if visitor.behalf_of else stated),
        age_band=band,
        band_source=source,
        card_expired=valid_to is not None and valid_to < today,
        behalf_of=visitor.behalf_of,
        claims=tuple(visitor.claims),
        needs=tuple(visitor.needs),
    )


def _band(visitor: Visitor, on_card: str) -> tuple[str, str]:
    """Return the age band a number goes by, and where it comes from."""
    if on_card and not (visitor.behalf_of and visitor.stated_age_band):
        return on_card, "card"
    if visitor.stated_age_band:
        return visitor.stated_age_band, "stated"
    return "under_60", "unknown"


def _band_on_card(visitor: Visitor, today: date) -> str:
    """Return the band of the card's holder on the business day; empty when it says none."""
    said = visitor.birth_date.reveal() if visitor.birth_date else None
    birth = _date(said, "$.visitor.birth_date")
    if birth is None or birth > today or age_on(birth, today) > OLDEST_YEARS:
        return ""
    return age_band(age_on(birth, today))


def _date(text: str | None, path: str) -> date | None:
    if not text:
        return None
    try:
        if _ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise Malformed(path, "expected a date like 1946-05-01")
