"""Tables of help requests and device reports."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, Index, RowMapping, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.help.messages import DeviceView, HelpView
from hall.kernel.rows import table_of
from hall.kernel.work import Work

OPEN = "state <> 'acknowledged'"
"""The condition of open requests, spelled once so that the partial index always fits the query."""


class HelpRow(SQLModel, table=True):
    """A help request."""

    __tablename__ = "help_request"
    __table_args__ = (
        Index("help_open", "hall_id", sqlite_where=text(OPEN), postgresql_where=text(OPEN)),
    )

    hall_id: str = Field(primary_key=True)
    help_id: str = Field(primary_key=True)
    station_id: str
    kind: str
    ticket_id: str | None
    state: str
    requested_at: str
    note_blob_id: str | None


class DeviceRow(SQLModel, table=True):
    """A device as its station last reported it."""

    __tablename__ = "device_report"

    hall_id: str = Field(primary_key=True)
    station_id: str = Field(primary_key=True)
    device_id: str = Field(primary_key=True)
    status: str
    since: str


_HELP = table_of(HelpRow)
_DEVICE = table_of(DeviceRow)


def insert_help(work: Work, seen: HelpView) -> None:
    """Store a new request."""
    work.connection.execute(
        insert(_HELP).values(
            hall_id=work.hall_id,
            help_id=seen.id,
            station_id=seen.station_id,
            kind=seen.kind,
            ticket_id=seen.ticket_id,
            state=seen.state,
            requested_at=seen.requested_at,
            note_blob_id=seen.note_blob_id,
        )
    )


def set_note(work: Work, help_id: str, note_blob_id: str) -> None:
    """Store what was written to go with a request."""
    work.connection.execute(
        update(_HELP)
        .where(_HELP.c.hall_id == work.hall_id, _HELP.c.help_id == help_id)
        .values(note_blob_id=note_blob_id)
    )


def set_help_state(work: Work, help_id: str, state: str) -> None:
    """Store a request's new state."""
    work.connection.execute(
        update(_HELP)
        .where(_HELP.c.hall_id == work.hall_id, _HELP.c.help_id == help_id)
        .values(state=state)
    )


def load_help(work: Work, help_id: str) -> HelpView | None:
    """Load one request."""
    row = work.connection.execute(
        select(_HELP).where(_HELP.c.hall_id == work.hall_id, _HELP.c.help_id == help_id)
    ).first()
    return None if row is None else _help(row._mapping)


def open_helps(connection: Connection, hall_id: str) -> list[HelpView]:
    """Load every request nobody has answered."""
    rows = connection.execute(select(_HELP).where(_HELP.c.hall_id == hall_id, text(OPEN)))
    return [_help(row._mapping) for row in rows]


def device_status(work: Work, station_id: str, device_id: str) -> str | None:
    """Return the last reported status word of a device."""
    found: str | None = work.connection.scalar(
        select(_DEVICE.c.status).where(*_device_key(work, station_id, device_id))
    )
    return found


def save_device(work: Work, device: DeviceView, *, known: bool) -> None:
    """Store how a device is."""
    if known:
        work.connection.execute(
            update(_DEVICE)
            .where(*_device_key(work, device.station_id, device.device_id))
            .values(status=device.status, since=device.since)
        )
        return
    work.connection.execute(
        insert(_DEVICE).values(
            hall_id=work.hall_id,
            station_id=device.station_id,
            device_id=device.device_id,
            status=device.status,
            since=device.since,
        )
    )


def devices(connection: Connection, hall_id: str) -> list[DeviceView]:
    """Load every device as last reported."""
    rows = connection.execute(select(_DEVICE).where(_DEVICE.c.hall_id == hall_id)).mappings()
    return [
        DeviceView(
            station_id=row["station_id"],
            device_id=row["device_id"],
            status=row["status"],
            since=row["since"],
        )
        for row in rows
    ]


def _device_key(work: Work, station_id: str, device_id: str) -> tuple[ColumnElement[bool], ...]:
    return (
        _DEVICE.c.hall_id == work.hall_id,
        _DEVICE.c.station_id == station_id,
        _DEVICE.c.device_id == device_id,
    )


def _help(row: RowMapping) -> HelpView:
    return HelpView(
        id=row["help_id"],
        station_id=row["station_id"],
        kind=row["kind"],
        ticket_id=row["ticket_id"],
        state=row["state"],
        requested_at=row["requested_at"],
        note_blob_id=row["note_blob_id"],
    )
