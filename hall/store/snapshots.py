"""Boards as a query: what the reducers would have made of every event so far."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, Engine, select

from hall.boards.attention import attention_now
from hall.boards.console import ConsoleBoard
from hall.boards.counter import CounterBoard
from hall.boards.floor import Floor
from hall.boards.guide import GuideBoard
from hall.boards.hall import HallBoard
from hall.boards.helping import alarm, asking, under_way
from hall.boards.kiosk import KioskBoard
from hall.boards.manager import ManagerBoard
from hall.boards.queue import QueueBoard
from hall.boards.visits import Visits
from hall.calls import rows as counter_rows
from hall.care.agency.rows import open_mandates
from hall.care.follow_up import rows as follow_up_rows
from hall.care.home_visits import rows as home_visit_rows
from hall.care.mail import rows as mail_rows
from hall.care.not_done import rows as not_done_rows
from hall.care.pictures import rows as picture_rows
from hall.help import box_rows, loan_rows
from hall.help import rows as help_rows
from hall.kernel.facts import HallFacts
from hall.kernel.gateway import BoardKind, Snapshot
from hall.kernel.messages import Attention, Person
from hall.kernel.rows import PlaceRow, table_of
from hall.records.rows import all_details
from hall.staff import rows as staff_rows
from hall.staff.messages import SessionView
from hall.tickets import rows as ticket_rows
from hall.tickets.visitors import people
from hall.visits import case_rows, record_rows, visit_rows


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
            return HallBoard(
                facts=facts, floor=floor, attention=_attention(connection, facts, floor)
            )
        case "counter":
            return CounterBoard(
                counter_id=board_id,
                facts=facts,
                floor=floor,
                attention=_attention(connection, facts, floor),
            )
        case "manager":
            return ManagerBoard(facts=facts, floor=floor, visits=_visits(connection, facts.hall_id))
        case "kiosk":
            helps = {
                seen.id: seen
                for seen in help_rows.standing_helps(connection, facts.hall_id)
                if seen.station_id == board_id and asking(seen)
            }
            return KioskBoard(station_id=board_id, facts=facts, floor=floor, helps=helps)
        case "console":
            visits = _visits(connection, facts.hall_id)
            return ConsoleBoard(
                counter_id=board_id,
                facts=facts,
                floor=floor,
                people=_people(connection, facts, floor, visits),
                alarms={
                    seen.id: seen
                    for seen in help_rows.standing_helps(connection, facts.hall_id)
                    if alarm(seen)
                },
                sessions=_sessions(connection, facts),
                visits=visits,
            )
        case "guide":
            standing = help_rows.standing_helps(connection, facts.hall_id)
            visits = _visits(connection, facts.hall_id)
            return GuideBoard(
                facts=facts,
                floor=floor,
                helps={seen.id: seen for seen in standing if asking(seen)},
                under_way={seen.id: seen for seen in standing if under_way(seen)},
                over={
                    seen.id: seen for seen in help_rows.with_record_due(connection, facts.hall_id)
                },
                details={one.blob_id: one for one in all_details(connection, facts.hall_id)},
                mandates={one.id: one for one in open_mandates(connection, facts.hall_id)},
                pictures={
                    one.blob_id: one for one in picture_rows.today(connection, facts.hall_id)
                },
                box={batch.id: batch for batch in box_rows.inside(connection, facts.hall_id)},
                loans={loan.id: loan for loan in loan_rows.out(connection, facts.hall_id)},
                home_visits={
                    one.id: one for one in home_visit_rows.open_visits(connection, facts.hall_id)
                },
                mailings={
                    one.id: one for one in mail_rows.open_mailings(connection, facts.hall_id)
                },
                not_done={
                    one.id: one for one in not_done_rows.open_entries(connection, facts.hall_id)
                },
                follow_ups={
                    one.id: one for one in follow_up_rows.open_calls(connection, facts.hall_id)
                },
                sessions=_sessions(connection, facts),
                visits=visits,
                devices={
                    f"{seen.station_id}/{seen.device_id}": seen
                    for seen in help_rows.devices(connection, facts.hall_id)
                },
                people=_people(connection, facts, floor, visits),
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


def _attention(connection: Connection, facts: HallFacts, floor: Floor) -> dict[str, Attention]:
    return attention_now(floor.tickets.values(), _people(connection, facts, floor))


def _people(
    connection: Connection, facts: HallFacts, floor: Floor, visits: Visits | None = None
) -> dict[str, Person]:
    here = {ticket.visitor_id for ticket in floor.tickets.values()}
    if visits is not None:
        here |= {visit.visitor_id for visit in visits.visits.values() if visit.visitor_id}
    return people(connection, facts.hall_id, here)


def _visits(connection: Connection, hall_id: str) -> Visits:
    here = visit_rows.open_visits(connection, hall_id)
    before = sorted({visit.case_id for visit in here if visit.case_id is not None})
    return Visits(
        visits={visit.visit_id: visit_rows.view(visit) for visit in here},
        cases={
            case.case_id: case_rows.view(case)
            for case in case_rows.load_cases(connection, hall_id, before)
        },
        entries={
            entry.entry_id: record_rows.entry_view(entry)
            for entry in record_rows.open_entries(connection, hall_id)
        },
        near={one.case_id: one for one in case_rows.near_cases(connection, hall_id)},
    )


def _sessions(connection: Connection, facts: HallFacts) -> dict[str, SessionView]:
    found = staff_rows.sessions(connection, facts.hall_id)
    return {session.station_id: session for session in found}
