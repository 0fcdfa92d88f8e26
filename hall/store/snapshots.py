"""Boards as a query: what the reducers would have made of every event so far."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, Engine, select

from hall.boards.console import ConsoleBoard
from hall.boards.counter import CounterBoard
from hall.boards.floor import Floor
from hall.boards.guide import GuideBoard
from hall.boards.hall import HallBoard
from hall.boards.kiosk import KioskBoard
from hall.boards.queue import QueueBoard
from hall.calls import rows as counter_rows
from hall.help import rows as help_rows
from hall.kernel.facts import HallFacts
from hall.kernel.gateway import BoardKind, Snapshot
from hall.kernel.messages import Person
from hall.kernel.rows import PlaceRow, table_of
from hall.tickets import rows as ticket_rows
from hall.tickets.visitors import people


def take_snapshot(
    engine: Engine, facts: HallFacts, board: BoardKind, board_id: str = ""
) -> Snapshot:
    """Read one board and the place it belongs to, in one transaction."""
    with engine.begin() as connection:
        place = table_of(PlaceRow)
        seq: int = connection.execute(
            select(place.c.seq).where(place.c.hall_id == facts.hall_id)
        ).scalar_one()
        return Snapshot(seq, _board(connection, facts, board, board_id))


def _board(
    connection: Connection, facts: HallFacts, board: BoardKind, board_id: str
) -> msgspec.Struct:
    floor = _floor(connection, facts.hall_id)
    match board:
        case "queue":
            return QueueBoard(floor=floor)
        case "hall":
            return HallBoard(facts=facts, floor=floor)
        case "counter":
            return CounterBoard(counter_id=board_id, facts=facts, floor=floor)
        case "kiosk":
            helps = {
                seen.id: seen
                for seen in help_rows.open_helps(connection, facts.hall_id)
                if seen.station_id == board_id
            }
            return KioskBoard(station_id=board_id, facts=facts, floor=floor, helps=helps)
        case "console":
            return ConsoleBoard(
                counter_id=board_id,
                facts=facts,
                floor=floor,
                people=_people(connection, facts, floor),
            )
        case "guide":
            return GuideBoard(
                facts=facts,
                floor=floor,
                helps={seen.id: seen for seen in help_rows.open_helps(connection, facts.hall_id)},
                devices={
                    f"{seen.station_id}/{seen.device_id}": seen
                    for seen in help_rows.devices(connection, facts.hall_id)
                },
                people=_people(connection, facts, floor),
            )


def _floor(connection: Connection, hall_id: str) -> Floor:
    last = ticket_rows.last_day(connection, hall_id)
    day = last if last is not None and last.is_open else None
    return Floor(
        day_id=day.day_id if day else None,
        date=day.date if day else None,
        tickets={
            ticket.ticket_id: ticket_rows.view(ticket)
            for ticket in ticket_rows.standing(connection, hall_id)
        },
        counters={
            counter.counter_id: counter_rows.view(counter)
            for counter in counter_rows.counters(connection, hall_id)
        },
    )


def _people(connection: Connection, facts: HallFacts, floor: Floor) -> dict[str, Person]:
    here = {ticket.visitor_id for ticket in floor.tickets.values()}
    return people(connection, facts.hall_id, here)
