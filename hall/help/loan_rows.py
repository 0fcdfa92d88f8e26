"""The table of what is lent."""

from __future__ import annotations

from sqlalchemy import Connection, Index, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.help.messages import LoanView
from hall.kernel.rows import table_of
from hall.kernel.work import Work

OUT = "returned_at IS NULL"
"""The condition of things that are out, for the partial index and the query alike."""


class LoanRow(SQLModel, table=True):
    """A thing somebody borrowed."""

    __tablename__ = "loan"
    __table_args__ = (
        Index(
            "loan_out",
            "hall_id",
            "item_id",
            unique=True,
            sqlite_where=text(OUT),
            postgresql_where=text(OUT),
        ),
    )

    hall_id: str = Field(primary_key=True)
    loan_id: str = Field(primary_key=True)
    item_id: str
    ticket_id: str | None
    lent_at: str
    returned_at: str | None


_LOAN = table_of(LoanRow)


def insert_loan(work: Work, loan: LoanView) -> None:
    """Store a new loan."""
    work.connection.execute(
        insert(_LOAN).values(
            hall_id=work.hall_id,
            loan_id=loan.id,
            item_id=loan.item_id,
            ticket_id=loan.ticket_id,
            lent_at=loan.lent_at,
            returned_at=loan.returned_at,
        )
    )


def set_returned(work: Work, loan: LoanView) -> None:
    """Store when a thing came back."""
    work.connection.execute(
        update(_LOAN)
        .where(_LOAN.c.hall_id == work.hall_id, _LOAN.c.loan_id == loan.id)
        .values(returned_at=loan.returned_at)
    )


def out(connection: Connection, hall_id: str) -> list[LoanView]:
    """Load everything that is lent, the longest first."""
    rows = connection.execute(
        select(_LOAN).where(_LOAN.c.hall_id == hall_id, text(OUT)).order_by(_LOAN.c.lent_at)
    ).mappings()
    return [
        LoanView(
            id=row["loan_id"],
            item_id=row["item_id"],
            ticket_id=row["ticket_id"],
            lent_at=row["lent_at"],
            returned_at=row["returned_at"],
        )
        for row in rows
    ]
