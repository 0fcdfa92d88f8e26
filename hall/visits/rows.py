"""Tables of visits, cases and what follows from them. None of them names anybody."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field, SQLModel

OPEN_VISIT = "state <> 'left'"
OPEN_ENTRY = "state <> 'settled'"
WARNED_CASE = "warned"
"""Conditions of the partial indexes, spelled once so that they always fit the queries."""


class VisitRow(SQLModel, table=True):
    """One coming. `earlier` joins the ids of open cases the person came with, with commas."""

    __tablename__ = "visit"
    __table_args__ = (
        Index("visit_of_ticket", "hall_id", "ticket_id"),
        Index("visit_of_case", "hall_id", "case_id"),
        Index("visit_of_visitor", "hall_id", "visitor_id"),
        Index(
            "visit_open",
            "hall_id",
            "began_seq",
            sqlite_where=text(OPEN_VISIT),
            postgresql_where=text(OPEN_VISIT),
        ),
    )

    hall_id: str = Field(primary_key=True)
    visit_id: str = Field(primary_key=True)
    day_id: str
    ticket_id: str | None
    number: str
    matter_id: str | None
    visitor_id: str | None
    case_id: str | None
    earlier: str
    state: str
    owner_kind: str | None
    owner_id: str
    owner_no: int
    unowned_since: str | None
    alarmed: bool
    counter_id: str | None
    station_id: str
    began_at: str
    began_seq: int
    outcome: str
    referred_to: str
    own_will: bool | None


class CaseRow(SQLModel, table=True):
    """One matter of one person: its papers outlive the visit. Times are UTC, days ISO dates.

    `papers` joins with commas the names of forms that were printed and still say what is true.
    """

    __tablename__ = "visit_case"
    __table_args__ = (
        Index("visit_case_by_code", "hall_id", "code", unique=True),
        Index(
            "visit_case_near",
            "hall_id",
            sqlite_where=text(WARNED_CASE),
            postgresql_where=text(WARNED_CASE),
        ),
    )

    hall_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    matter_id: str
    stage: str
    social_relief: bool
    code: str | None
    opened_at: str
    received_at: str | None
    accepted_at: str | None
    promised_on: str | None
    closed_at: str | None
    papers: str
    answer_by: str | None
    warned: bool


class ItemRow(SQLModel, table=True):
    """One paper of a case, as the list had it when the case was opened."""

    __tablename__ = "case_item"

    hall_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    item_id: str = Field(primary_key=True)
    place: int
    plain: str
    is_main: bool
    deferrable: bool
    promise_allowed: bool
    shareable: bool
    mark: str
    fault: str
    declined: str
    decision: str
    due_on: str | None


class HolderRow(SQLModel, table=True):
    """Whose cards open a case, by keyed index; the rows go when the case is closed."""

    __tablename__ = "case_holder"
    __table_args__ = (Index("case_holder_by_person", "hall_id", "person_key", "case_id"),)

    hall_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    person_key: str = Field(primary_key=True)


class NoticeRow(SQLModel, table=True):
    """A one-time notice; `items` and `settled` join item ids with commas."""

    __tablename__ = "case_notice"
    __table_args__ = (
        Index("case_notice_once", "hall_id", "year", "ordinal", unique=True),
        Index("case_notice_of_case", "hall_id", "case_id"),
        Index("case_notice_of_visit", "hall_id", "visit_id"),
    )

    hall_id: str = Field(primary_key=True)
    notice_id: str = Field(primary_key=True)
    case_id: str
    visit_id: str
    year: int
    ordinal: int
    items: str
    settled: str
    could_have_been_said: str
    issued_at: str


class EntryRow(SQLModel, table=True):
    """An entry of a register: a paper that follows later, or a promise to be looked into."""

    __tablename__ = "register_entry"
    __table_args__ = (
        Index("register_entry_of_case", "hall_id", "case_id"),
        Index(
            "register_entry_open",
            "hall_id",
            "due_on",
            sqlite_where=text(OPEN_ENTRY),
            postgresql_where=text(OPEN_ENTRY),
        ),
    )

    hall_id: str = Field(primary_key=True)
    entry_id: str = Field(primary_key=True)
    case_id: str
    matter_id: str
    item_id: str
    kind: str
    due_on: str
    state: str
    outcome: str
    opened_at: str
    settled_at: str | None
    calls: int
    called_at: str | None
    call_outcome: str


class IntentionRow(SQLModel, table=True):
    """What an elder said alone, of the true intention; `answers` are words joined with commas."""

    __tablename__ = "true_intention"
    __table_args__ = (Index("true_intention_of_case", "hall_id", "case_id"),)

    hall_id: str = Field(primary_key=True)
    visit_id: str = Field(primary_key=True)
    case_id: str | None
    answers: str
    own_will: bool
    asked_at: str
    asked_by: str
