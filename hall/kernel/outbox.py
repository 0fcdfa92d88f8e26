"""Messages on their way out: queued with what they tell of, sent once it is committed.

A row stands here from the same transaction as the event it tells of. One worker
(hall.kernel.message_worker) hands it to the port; how that went passes the door as `NoteDelivery`.
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, Index, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.kernel.message_port import Template
from hall.kernel.messages import Event, Refusal
from hall.kernel.outbox_messages import (
    MessageGivenUp,
    MessageNotSent,
    MessageSent,
    NoteDelivery,
    NothingQueued,
)
from hall.kernel.rows import table_of
from hall.kernel.work import Room, Work

QUEUED = "state = 'queued'"
"""The condition of messages still to be sent, for the partial index and the query alike."""
MOST_TRIES = 8
"""With the worker's pauses about two hours; a message that comes much later helps nobody."""


class OutboxRow(SQLModel, table=True):
    """A message; `to_blob_id` is the sealed telephone, `said` the date in it, ISO."""

    __tablename__ = "outbox"
    __table_args__ = (
        Index(
            "outbox_queued",
            "hall_id",
            "queued_seq",
            sqlite_where=text(QUEUED),
            postgresql_where=text(QUEUED),
        ),
    )

    hall_id: str = Field(primary_key=True)
    message_id: str = Field(primary_key=True)
    template: str
    to_blob_id: str
    said: str
    state: str
    queued_seq: int
    tries: int


_OUT = table_of(OutboxRow)


class Queued(NamedTuple):
    """A message still to be sent; `said` is an ISO date."""

    message_id: str
    template: Template
    to_blob_id: str
    said: str
    tries: int


def outbox_room() -> Room:
    """Build the room of messages on their way out."""
    return Room(handlers={NoteDelivery: note})


def queue_message(work: Work, template: Template, to_blob_id: str, said: str) -> None:
    """Put a message into the outbox of this transaction; nothing where the hall sends none.

    `to_blob_id` is the sealed telephone of somebody who agreed to it, `said` an ISO date.
    """
    if not work.rules.messages:
        return
    work.connection.execute(
        insert(_OUT).values(
            hall_id=work.hall_id,
            message_id=work.new_id(),
            template=template,
            to_blob_id=to_blob_id,
            said=said,
            state="queued",
            queued_seq=work.seq(),
            tries=0,
        )
    )


def queued(connection: Connection, hall_id: str, limit: int = 20) -> list[Queued]:
    """Load the messages still to be sent, the oldest first."""
    rows = connection.execute(
        select(_OUT.c.message_id, _OUT.c.template, _OUT.c.to_blob_id, _OUT.c.said, _OUT.c.tries)
        .where(_OUT.c.hall_id == hall_id, text(QUEUED))
        .order_by(_OUT.c.queued_seq, _OUT.c.message_id)
        .limit(limit)
    )
    return [Queued(*row) for row in rows]


def note(command: NoteDelivery, work: Work) -> Event | Refusal:
    """Put on record how it went."""
    here = (_OUT.c.hall_id == work.hall_id, _OUT.c.message_id == command.message_id)
    row = work.connection.execute(
        select(_OUT.c.template, _OUT.c.tries).where(*here, text(QUEUED))
    ).first()
    if row is None:
        return NothingQueued()
    tries = row.tries + 1
    event, state = _after(command, row.template, tries)
    work.connection.execute(update(_OUT).where(*here).values(state=state, tries=tries))
    return work.record(event)


def _after(command: NoteDelivery, template: Template, tries: int) -> tuple[Event, str]:
    message_id = command.message_id
    if command.delivery == "sent":
        return MessageSent(message_id=message_id, template=template), "sent"
    if command.delivery == "refused" or tries >= MOST_TRIES:
        return MessageGivenUp(message_id=message_id, template=template), "given_up"
    return MessageNotSent(message_id=message_id, template=template, tries=tries), "queued"
