"""Tables of help requests and device reports."""

from __future__ import annotations

from sqlalchemy import (
    ColumnElement,
    Connection,
    Index,
    RowMapping,
    TextClause,
    insert,
    select,
    text,
    update,
)
from sqlmodel import Field, SQLModel

from hall.help.messages import DeviceView, HelpMoment, HelpView
from hall.kernel.rows import table_of
from hall.kernel.work import Work

STANDING = (
    "state IN ('open', 'escalated') OR (state = 'acknowledged' AND kind IN ('unwell', 'accompany'))"
)
"""The condition of standing requests (hall.help.model.stands), spelled once so that the partial
index always fits the query."""


RECORD_DUE = "record_due"
"""The condition of emergencies whose record is still to be printed."""


class HelpRow(SQLModel, table=True):
    """A help request."""

    __tablename__ = "help_request"
    __table_args__ = (
        Index(
            "help_standing", "hall_id", sqlite_where=text(STANDING), postgresql_where=text(STANDING)
        ),
        Index(
            "help_record_due",
            "hall_id",
            sqlite_where=text(RECORD_DUE),
            postgresql_where=text(RECORD_DUE),
        ),
    )

    hall_id: str = Field(primary_key=True)
    help_id: str = Field(primary_key=True)
    station_id: str
    kind: str
    ticket_id: str | None
    state: str
    requested_at: str
    note_blob_id: str | None
    drill: bool
    helper: str | None
    record_due: bool
    matter_id: str | None


class HelpMomentRow(SQLModel, table=True):
    """One line of the timeline of a request."""

    __tablename__ = "help_moment"

    hall_id: str = Field(primary_key=True)
    help_id: str = Field(primary_key=True)
    line_no: int = Field(primary_key=True)
    at: str
    note: str
    by: str


class DeviceRow(SQLModel, table=True):
    """A device as its station last reported it."""

    __tablename__ = "device_report"

    hall_id: str = Field(primary_key=True)
    station_id: str = Field(primary_key=True)
    device_id: str = Field(primary_key=True)
    status: str
    since: str


_HELP = table_of(HelpRow)
_MOMENT = table_of(HelpMomentRow)
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
            drill=seen.drill,
            helper=seen.helper,
            record_due=seen.record_due,
            matter_id=seen.matter_id,
        )
    )


def insert_moment(work: Work, seen: HelpView, moment: HelpMoment) -> None:
    """Store the next line of a request's timeline; `seen` has the lines before it."""
    work.connection.execute(
        insert(_MOMENT).values(
            hall_id=work.hall_id,
            help_id=seen.id,
            line_no=len(seen.timeline),
            at=moment.at,
            note=moment.note,
            by=moment.by,
        )
    )


def set_note(work: Work, help_id: str, note_blob_id: str) -> None:
    """Store what was written to go with a request."""
    work.connection.execute(
        update(_HELP)
        .where(_HELP.c.hall_id == work.hall_id, _HELP.c.help_id == help_id)
        .values(note_blob_id=note_blob_id)
    )


def set_help_state(work: Work, seen: HelpView) -> None:
    """Store a request's new state, who goes along, and whether its record is still to come."""
    work.connection.execute(
        update(_HELP)
        .where(_HELP.c.hall_id == work.hall_id, _HELP.c.help_id == seen.id)
        .values(state=seen.state, helper=seen.helper, record_due=seen.record_due)
    )


def load_help(work: Work, help_id: str) -> HelpView | None:
    """Load one request."""
    found = _load(
        work.connection, work.hall_id, (_HELP.c.hall_id == work.hall_id, _HELP.c.help_id == help_id)
    )
    return found[0] if found else None


def standing_helps(connection: Connection, hall_id: str) -> list[HelpView]:
    """Load every request that still concerns somebody on duty."""
    return _load(connection, hall_id, (_HELP.c.hall_id == hall_id, text(f"({STANDING})")))


def with_record_due(connection: Connection, hall_id: str) -> list[HelpView]:
    """Load every emergency that is over and whose record is still to be printed."""
    return _load(connection, hall_id, (_HELP.c.hall_id == hall_id, text(RECORD_DUE)))


def _load(
    connection: Connection, hall_id: str, where: tuple[ColumnElement[bool] | TextClause, ...]
) -> list[HelpView]:
    rows = connection.execute(select(_HELP).where(*where)).mappings().all()
    lines: dict[str, list[HelpMoment]] = {row["help_id"]: [] for row in rows}
    for line in connection.execute(
        select(_MOMENT)
        .where(_MOMENT.c.hall_id == hall_id, _MOMENT.c.help_id.in_(lines))
        .order_by(_MOMENT.c.help_id, _MOMENT.c.line_no)
    ).mappings():
        lines[line["help_id"]].append(HelpMoment(at=line["at"], note=line["note"], by=line["by"]))
    return [_help(row, tuple(lines[row["help_id"]])) for row in rows]


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


def _help(row: RowMapping, timeline: tuple[HelpMoment, ...]) -> HelpView:
    return HelpView(
        id=row["help_id"],
        station_id=row["station_id"],
        kind=row["kind"],
        ticket_id=row["ticket_id"],
        state=row["state"],
        requested_at=row["requested_at"],
        note_blob_id=row["note_blob_id"],
        drill=row["drill"],
        helper=row["helper"],
        record_due=row["record_due"],
        matter_id=row["matter_id"],
        timeline=timeline,
    )
