"""A morning in progress: what happened before the demo starts, told to the hall itself."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

import msgspec

from hall.calls.messages import (
    CallNext,
    CallSpoken,
    FinishService,
    OpenCounter,
    StartService,
    TicketCalled,
)
from hall.client.local import LocalGateway
from hall.help.box_messages import StockBox
from hall.kernel.clock import ManualClock
from hall.kernel.secret import Secret
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.store.keys import load_keyring
from hall.store.opening import open_hall, random_id
from hall.tickets.messages import OpenDay, ReportPrint, TakeTicket, TicketTaken, Visitor
from launch.facts import facts_of, rules_of
from launch.settings import load_hall

BEGINS_BEFORE = timedelta(minutes=69)
"""The morning begins at 08:31 when the demo starts at 09:40."""

KIOSK, BOARD, GUIDE = "kiosk-1", "board-1", "guide-1"


class Person(msgspec.Struct, forbid_unknown_fields=True):
    """Somebody invented who comes `minute` minutes after the morning began."""

    minute: int
    matter: str
    surname: str = ""
    sex: int = 0
    born: str = ""
    band: str = ""
    claims: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


class Seat(msgspec.Struct, forbid_unknown_fields=True):
    """A clerk at a counter; `takes` are minutes a visitor, in turn."""

    id: str
    clerk: str
    opens: int
    takes: tuple[int, ...]


class Batch(msgspec.Struct, forbid_unknown_fields=True):
    """What is in the medicine box, and in how many days its last day is."""

    item: str
    quantity: int
    days: int


def play_morning(config: Path, state: Path, until: datetime) -> None:
    """Fill a fresh hall with the morning up to an instant, through its own door."""
    loaded = load_hall(config)
    people, seats = _cast()
    clock = ManualClock(until.astimezone(UTC) - BEGINS_BEFORE)
    engine = open_engine(sqlite_url(state))
    migrate(engine)
    facts, rules = facts_of(loaded.settings, loaded.matters), rules_of(loaded.settings)
    hall = open_hall(engine, clock, facts, rules, load_keyring(state))
    gateway = LocalGateway(hall, "morning")
    gateway.handle(OpenDay(command_id=random_id(), station_id="morning"))
    _fill_box(gateway, until)
    counters = [_Counter(gateway, seat) for seat in seats]
    for minute in range(int(BEGINS_BEFORE.total_seconds() // 60)):
        for person in people:
            if person.minute == minute:
                _come(gateway, person)
        for counter in counters:
            counter.work(minute)
        clock.advance(60)
        hall.run_due()
    hall.stop()
    engine.dispose()


class _Counter:
    """A clerk at work."""

    def __init__(self, gateway: LocalGateway, seat: Seat) -> None:
        self._gateway = gateway
        self._seat = seat
        self._takes: Iterator[int] = cycle(seat.takes)
        self._ticket_id = ""
        self._free_at = seat.opens

    def work(self, minute: int) -> None:
        """Do what is to be done in this minute."""
        at = self._seat.id
        if minute == self._seat.opens:
            self._gateway.handle(
                OpenCounter(command_id=random_id(), counter_id=at, clerk_id=self._seat.clerk)
            )
        if minute < self._free_at:
            return
        if self._ticket_id:
            self._gateway.handle(
                FinishService(command_id=random_id(), counter_id=at, ticket_id=self._ticket_id)
            )
            self._ticket_id = ""
        called = self._gateway.handle(CallNext(command_id=random_id(), counter_id=at)).message
        if isinstance(called, TicketCalled):
            self._ticket_id = called.ticket.id
            self._free_at = minute + next(self._takes)
            self._gateway.handle(
                CallSpoken(
                    command_id=random_id(), station_id=BOARD, ticket_id=self._ticket_id, call_no=1
                )
            )
            self._gateway.handle(
                StartService(command_id=random_id(), counter_id=at, ticket_id=self._ticket_id)
            )


def _come(gateway: LocalGateway, person: Person) -> None:
    visitor = msgspec.convert(
        {
            "surname": Secret(person.surname) if person.surname else None,
            "sex": person.sex,
            "birth_date": Secret(person.born) if person.born else None,
            "stated_age_band": person.band or None,
            "claims": person.claims,
            "needs": person.needs,
        },
        type=Visitor,
    )
    taken = gateway.handle(
        TakeTicket(
            command_id=random_id(), station_id=KIOSK, matter_id=person.matter, visitor=visitor
        )
    ).message
    if isinstance(taken, TicketTaken):
        gateway.handle(
            ReportPrint(
                command_id=random_id(),
                ticket_id=taken.ticket.id,
                station_id=KIOSK,
                outcome="printed",
                status="ready",
            )
        )


def _fill_box(gateway: LocalGateway, until: datetime) -> None:
    for batch in msgspec.convert(_table()["batch"], type=list[Batch]):
        gateway.handle(
            StockBox(
                command_id=random_id(),
                station_id=GUIDE,
                item_id=batch.item,
                quantity=batch.quantity,
                expires_on=(until.date() + timedelta(days=batch.days)).isoformat(),
            )
        )


def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))


def _cast() -> tuple[list[Person], list[Seat]]:
    table = _table()
    people = [
        msgspec.convert({**row, "born": str(row.get("born", ""))}, type=Person)
        for row in table["person"]
    ]
    return people, msgspec.convert(table["counter"], type=list[Seat])
