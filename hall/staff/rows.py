"""Tables of PINs and of who is signed in where."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update
from sqlmodel import Field, SQLModel

from hall.kernel.rows import table_of
from hall.kernel.work import Work
from hall.staff.messages import SessionView
from hall.staff.model import Tries


class PinRow(SQLModel, table=True):
    """The hash of a PIN, and the wrong ones since the last right one."""

    __tablename__ = "staff_pin"

    hall_id: str = Field(primary_key=True)
    staff_number: str = Field(primary_key=True)
    pin_hash: str
    failed: int
    locked_until_s: float


class SessionRow(SQLModel, table=True):
    """Who is at a station."""

    __tablename__ = "staff_session"

    hall_id: str = Field(primary_key=True)
    station_id: str = Field(primary_key=True)
    staff_number: str
    since: str
    until: str


_PIN = table_of(PinRow)
_SESSION = table_of(SessionRow)


def pin_hash(connection: Connection, hall_id: str, staff_number: str) -> str | None:
    """Return the hash of a PIN, None where none was set."""
    found: str | None = connection.scalar(
        select(_PIN.c.pin_hash).where(
            _PIN.c.hall_id == hall_id, _PIN.c.staff_number == staff_number
        )
    )
    return found


def set_pin(connection: Connection, hall_id: str, staff_number: str, hashed: str) -> None:
    """Store the hash of a new PIN; a lock ends with it."""
    connection.execute(
        delete(_PIN).where(_PIN.c.hall_id == hall_id, _PIN.c.staff_number == staff_number)
    )
    connection.execute(
        insert(_PIN).values(
            hall_id=hall_id,
            staff_number=staff_number,
            pin_hash=hashed,
            failed=0,
            locked_until_s=0.0,
        )
    )


def tries(work: Work, staff_number: str) -> Tries:
    """Load the wrong tries of a number."""
    row = work.connection.execute(
        select(_PIN.c.failed, _PIN.c.locked_until_s).where(
            _PIN.c.hall_id == work.hall_id, _PIN.c.staff_number == staff_number
        )
    ).first()
    return Tries() if row is None else Tries(row.failed, row.locked_until_s)


def set_tries(work: Work, staff_number: str, tried: Tries) -> None:
    """Store the wrong tries of a number."""
    work.connection.execute(
        update(_PIN)
        .where(_PIN.c.hall_id == work.hall_id, _PIN.c.staff_number == staff_number)
        .values(failed=tried.failed, locked_until_s=tried.locked_until_s)
    )


def sessions(connection: Connection, hall_id: str) -> list[SessionView]:
    """Load who is signed in where."""
    rows = connection.execute(select(_SESSION).where(_SESSION.c.hall_id == hall_id)).mappings()
    return [
        SessionView(
            station_id=row["station_id"],
            staff_number=row["staff_number"],
            since=row["since"],
            until=row["until"],
        )
        for row in rows
    ]


def signed_in_at(connection: Connection, hall_id: str, station_id: str) -> str | None:
    """Return the number of whoever is at a station."""
    found: str | None = connection.scalar(
        select(_SESSION.c.staff_number).where(
            _SESSION.c.hall_id == hall_id, _SESSION.c.station_id == station_id
        )
    )
    return found


def save_session(work: Work, session: SessionView) -> None:
    """Store who is at a station, in place of whoever was."""
    end_session(work, session.station_id)
    work.connection.execute(
        insert(_SESSION).values(
            hall_id=work.hall_id,
            station_id=session.station_id,
            staff_number=session.staff_number,
            since=session.since,
            until=session.until,
        )
    )


def end_session(work: Work, station_id: str) -> None:
    """Delete who is at a station."""
    work.connection.execute(
        delete(_SESSION).where(
            _SESSION.c.hall_id == work.hall_id, _SESSION.c.station_id == station_id
        )
    )
