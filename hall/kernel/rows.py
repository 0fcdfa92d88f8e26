"""Tables of the kernel: the hall's place, its events, stored answers and what is due."""

from __future__ import annotations

from typing import cast

from sqlalchemy import Index, Table
from sqlmodel import Field, SQLModel


class PlaceRow(SQLModel, table=True):
    """One row per hall: the last `seq` and the link of its event. Its lock orders all writers."""

    __tablename__ = "place"

    hall_id: str = Field(primary_key=True)
    seq: int
    link: str
    steady_s: float


class EventRow(SQLModel, table=True):
    """An event, and its link of the audit chain (hall.kernel.audit)."""

    __tablename__ = "event"

    hall_id: str = Field(primary_key=True)
    seq: int = Field(primary_key=True)
    at: str
    actor: str
    kind: str
    body: str
    link: str


class AnswerRow(SQLModel, table=True):
    """The first answer to a command id; a repeat gets it again.

    `body` is empty where the answer is the event of that `seq`, so that nothing is kept twice.
    """

    __tablename__ = "answer"

    hall_id: str = Field(primary_key=True)
    command_id: str = Field(primary_key=True)
    seq: int
    body: str


class DueRow(SQLModel, table=True):
    """A command that passes the door at `due_s`; holds ids only.

    `due_s` is UTC in seconds, or where `steady` seconds of the steady clock, which no one sets.
    `planned_seq` is the hall's place when it was planned: of two due together, the one planned
    first passes first.
    """

    __tablename__ = "due"
    __table_args__ = (Index("due_in_order", "hall_id", "steady", "due_s", "planned_seq", "due_id"),)

    hall_id: str = Field(primary_key=True)
    due_id: str = Field(primary_key=True)
    due_s: float
    steady: bool
    planned_seq: int
    body: str


class CredentialRow(SQLModel, table=True):
    """A credential of one station or counter; only the hash of the token is kept."""

    __tablename__ = "credential"

    token_hash: str = Field(primary_key=True)
    hall_id: str
    role: str
    station_id: str
    created_at: str


class BlobRow(SQLModel, table=True):
    """Sealed bytes that live for a short time; `day` (ISO date) names the key they are under."""

    __tablename__ = "blob"

    hall_id: str = Field(primary_key=True)
    blob_id: str = Field(primary_key=True)
    kind: str
    day: str
    sealed: bytes


def table_of(row: type[SQLModel]) -> Table:
    """Return the Core table behind a row class."""
    return cast(Table, row.__dict__["__table__"])
