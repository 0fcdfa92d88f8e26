"""The table of what is in the medicine box."""

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

from hall.help.box_messages import BatchView
from hall.kernel.rows import table_of
from hall.kernel.work import Work

INSIDE = "state != 'gone'"
"""The condition of batches that are in the box, for the partial index and the query alike."""


class BatchRow(SQLModel, table=True):
    """Some pieces of one thing with the same last day."""

    __tablename__ = "box_batch"
    __table_args__ = (
        Index("box_inside", "hall_id", sqlite_where=text(INSIDE), postgresql_where=text(INSIDE)),
    )

    hall_id: str = Field(primary_key=True)
    batch_id: str = Field(primary_key=True)
    item_id: str
    quantity: int
    expires_on: str
    state: str
    checked_by: str
    checked_at: str


_BATCH = table_of(BatchRow)


def insert_batch(work: Work, batch: BatchView) -> None:
    """Store a new batch."""
    work.connection.execute(
        insert(_BATCH).values(hall_id=work.hall_id, batch_id=batch.id, **_columns(batch))
    )


def save_batch(work: Work, batch: BatchView) -> None:
    """Store a batch as it is now."""
    work.connection.execute(
        update(_BATCH)
        .where(_BATCH.c.hall_id == work.hall_id, _BATCH.c.batch_id == batch.id)
        .values(**_columns(batch))
    )


def load_batch(work: Work, batch_id: str) -> BatchView | None:
    """Load one batch."""
    found = _load(work.connection, work.hall_id, _BATCH.c.batch_id == batch_id)
    return found[0] if found else None


def inside(connection: Connection, hall_id: str) -> list[BatchView]:
    """Load everything that is in the box, what ends first before the rest."""
    return _load(connection, hall_id, text(INSIDE))


def _load(
    connection: Connection, hall_id: str, where: ColumnElement[bool] | TextClause
) -> list[BatchView]:
    rows = connection.execute(
        select(_BATCH)
        .where(_BATCH.c.hall_id == hall_id, where)
        .order_by(_BATCH.c.expires_on, _BATCH.c.batch_id)
    ).mappings()
    return [_batch(row) for row in rows]


def _columns(batch: BatchView) -> dict[str, object]:
    return {
        "item_id": batch.item_id,
        "quantity": batch.quantity,
        "expires_on": batch.expires_on,
        "state": batch.state,
        "checked_by": batch.checked_by,
        "checked_at": batch.checked_at,
    }


def _batch(row: RowMapping) -> BatchView:
    return BatchView(
        id=row["batch_id"],
        item_id=row["item_id"],
        quantity=row["quantity"],
        expires_on=row["expires_on"],
        state=row["state"],
        checked_by=row["checked_by"],
        checked_at=row["checked_at"],
    )
