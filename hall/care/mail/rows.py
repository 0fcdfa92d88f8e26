"""The table of mailings. It holds nothing that says to whom."""

from __future__ import annotations

from sqlalchemy import Connection, Index, RowMapping, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.care.mail.messages import MailingView
from hall.kernel.rows import table_of
from hall.kernel.work import Work

OPEN = "state IN ('to_send', 'sent', 'returned')"
"""The condition of mailings with something left to do, for the index and the query alike."""


class MailingRow(SQLModel, table=True):
    """A mailing."""

    __tablename__ = "mailing"
    __table_args__ = (
        Index("mailing_open", "hall_id", sqlite_where=text(OPEN), postgresql_where=text(OPEN)),
    )

    hall_id: str = Field(primary_key=True)
    mailing_id: str = Field(primary_key=True)
    matter_id: str
    what: str
    state: str
    asked_at: str
    case_id: str | None
    item_number: str
    sent_at: str | None
    ended_at: str | None


_MAIL = table_of(MailingRow)


def insert_mailing(work: Work, mailing: MailingView) -> None:
    """Store a new mailing."""
    work.connection.execute(
        insert(_MAIL), {"hall_id": work.hall_id, "mailing_id": mailing.id, **_columns(mailing)}
    )


def save_mailing(work: Work, mailing: MailingView) -> None:
    """Store a mailing as it is now."""
    work.connection.execute(
        update(_MAIL)
        .where(_MAIL.c.hall_id == work.hall_id, _MAIL.c.mailing_id == mailing.id)
        .values(_columns(mailing))
    )


def load_mailing(work: Work, mailing_id: str) -> MailingView | None:
    """Load one mailing."""
    query = select(_MAIL).where(_MAIL.c.hall_id == work.hall_id, _MAIL.c.mailing_id == mailing_id)
    row = work.connection.execute(query).mappings().first()
    return None if row is None else _view(row)


def open_mailings(connection: Connection, hall_id: str) -> list[MailingView]:
    """Load every mailing with something left to do, the oldest first."""
    query = select(_MAIL).where(_MAIL.c.hall_id == hall_id, text(OPEN)).order_by(_MAIL.c.asked_at)
    return [_view(row) for row in connection.execute(query).mappings()]


def _columns(mailing: MailingView) -> dict[str, object]:
    return {
        "matter_id": mailing.matter_id,
        "what": mailing.what,
        "state": mailing.state,
        "asked_at": mailing.asked_at,
        "case_id": mailing.case_id,
        "item_number": mailing.item_number,
        "sent_at": mailing.sent_at,
        "ended_at": mailing.ended_at,
    }


def _view(row: RowMapping) -> MailingView:
    return MailingView(
        id=row["mailing_id"],
        matter_id=row["matter_id"],
        what=row["what"],
        state=row["state"],
        asked_at=row["asked_at"],
        case_id=row["case_id"],
        item_number=row["item_number"],
        sent_at=row["sent_at"],
        ended_at=row["ended_at"],
    )
