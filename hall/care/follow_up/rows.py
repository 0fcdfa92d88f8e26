"""The table of calls afterwards."""

from __future__ import annotations

from sqlalchemy import Connection, Index, RowMapping, insert, select, text, update
from sqlmodel import Field, SQLModel

from hall.care.follow_up.messages import FollowUpView
from hall.kernel.rows import table_of
from hall.kernel.work import Work

OPEN = "state IN ('planned', 'due')"
"""The condition of calls still to be made, for the partial index and the query alike."""


class FollowUpRow(SQLModel, table=True):
    """A call afterwards."""

    __tablename__ = "follow_up"
    __table_args__ = (
        Index(
            "follow_up_open",
            "hall_id",
            "due_on",
            sqlite_where=text(OPEN),
            postgresql_where=text(OPEN),
        ),
        Index("follow_up_of_case", "hall_id", "case_id"),
    )

    hall_id: str = Field(primary_key=True)
    follow_up_id: str = Field(primary_key=True)
    case_id: str
    matter_id: str
    closed_on: str
    due_on: str
    state: str
    tries: int
    outcome: str | None
    wish: str | None


_CALL = table_of(FollowUpRow)


def insert_call(work: Work, call: FollowUpView) -> None:
    """Store a new call."""
    work.connection.execute(
        insert(_CALL), {"hall_id": work.hall_id, "follow_up_id": call.id, **_columns(call)}
    )


def save_call(work: Work, call: FollowUpView) -> None:
    """Store a call as it is now."""
    work.connection.execute(
        update(_CALL)
        .where(_CALL.c.hall_id == work.hall_id, _CALL.c.follow_up_id == call.id)
        .values(_columns(call))
    )


def load_call(work: Work, follow_up_id: str) -> FollowUpView | None:
    """Load one call."""
    query = select(_CALL).where(
        _CALL.c.hall_id == work.hall_id, _CALL.c.follow_up_id == follow_up_id
    )
    row = work.connection.execute(query).mappings().first()
    return None if row is None else _view(row)


def open_of_case(work: Work, case_id: str) -> list[FollowUpView]:
    """Load the calls about a case that are still to be made."""
    query = select(_CALL).where(
        _CALL.c.hall_id == work.hall_id, _CALL.c.case_id == case_id, text(OPEN)
    )
    return [_view(row) for row in work.connection.execute(query).mappings()]


def open_calls(connection: Connection, hall_id: str) -> list[FollowUpView]:
    """Load the calls that are still to be made, the next one first."""
    query = (
        select(_CALL)
        .where(_CALL.c.hall_id == hall_id, text(OPEN))
        .order_by(_CALL.c.due_on, _CALL.c.follow_up_id)
    )
    return [_view(row) for row in connection.execute(query).mappings()]


def _columns(call: FollowUpView) -> dict[str, object]:
    return {
        "case_id": call.case_id,
        "matter_id": call.matter_id,
        "closed_on": call.closed_on,
        "due_on": call.due_on,
        "state": call.state,
        "tries": call.tries,
        "outcome": call.outcome,
        "wish": call.wish,
    }


def _view(row: RowMapping) -> FollowUpView:
    return FollowUpView(
        id=row["follow_up_id"],
        case_id=row["case_id"],
        matter_id=row["matter_id"],
        closed_on=row["closed_on"],
        due_on=row["due_on"],
        state=row["state"],
        tries=row["tries"],
        outcome=row["outcome"],
        wish=row["wish"],
    )
