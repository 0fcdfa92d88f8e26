"""Tables of the papers and details that are kept of cases."""

from __future__ import annotations

from sqlalchemy import Connection, Index, RowMapping, delete, exists, insert, select
from sqlmodel import Field, SQLModel

from hall.kernel.rows import BlobRow, table_of
from hall.kernel.work import Work
from hall.records.messages import DetailView, PaperView, Purpose


class PaperRow(SQLModel, table=True):
    """A paper that was printed."""

    __tablename__ = "kept_paper"
    __table_args__ = (Index("kept_paper_of_case", "hall_id", "case_id"),)

    hall_id: str = Field(primary_key=True)
    blob_id: str = Field(primary_key=True)
    case_id: str
    paper: str
    printed_at: str


class DetailRow(SQLModel, table=True):
    """That a detail is kept, one of each kind for a case."""

    __tablename__ = "kept_detail"

    hall_id: str = Field(primary_key=True)
    case_id: str = Field(primary_key=True)
    detail: str = Field(primary_key=True)
    blob_id: str
    basis: str
    purpose: str


_PAPER = table_of(PaperRow)
_DETAIL = table_of(DetailRow)
_BLOB = table_of(BlobRow)


def is_sealed(work: Work, blob_id: str, kind: str) -> bool:
    """Tell whether there is a blob of this id and kind."""
    found = work.connection.scalar(
        select(_BLOB.c.blob_id).where(
            _BLOB.c.hall_id == work.hall_id, _BLOB.c.blob_id == blob_id, _BLOB.c.kind == kind
        )
    )
    return found is not None


def insert_paper(work: Work, kept: PaperView) -> None:
    """Store that a paper was printed."""
    work.connection.execute(
        insert(_PAPER).values(
            hall_id=work.hall_id,
            blob_id=kept.blob_id,
            case_id=kept.case_id,
            paper=kept.paper,
            printed_at=kept.printed_at,
        )
    )


def has_paper(work: Work, blob_id: str) -> bool:
    """Tell whether a blob is on record as a paper already."""
    found = work.connection.scalar(
        select(_PAPER.c.blob_id).where(
            _PAPER.c.hall_id == work.hall_id, _PAPER.c.blob_id == blob_id
        )
    )
    return found is not None


def papers(connection: Connection, hall_id: str, case_ids: set[str]) -> list[PaperView]:
    """Load the papers of cases, oldest first."""
    rows = connection.execute(
        select(_PAPER)
        .where(_PAPER.c.hall_id == hall_id, _PAPER.c.case_id.in_(case_ids))
        .order_by(_PAPER.c.printed_at)
    ).mappings()
    return [
        PaperView(
            blob_id=row["blob_id"],
            case_id=row["case_id"],
            paper=row["paper"],
            printed_at=row["printed_at"],
        )
        for row in rows
    ]


def save_detail(work: Work, kept: DetailView) -> None:
    """Store that a detail is kept, in place of the last of its kind."""
    forget_detail(work, kept.case_id, kept.detail)
    work.connection.execute(
        insert(_DETAIL).values(
            hall_id=work.hall_id,
            case_id=kept.case_id,
            detail=kept.detail,
            blob_id=kept.blob_id,
            basis=kept.basis,
            purpose=kept.purpose,
        )
    )


def forget_detail(work: Work, case_id: str, detail: str) -> None:
    """Delete that a detail is kept."""
    work.connection.execute(
        delete(_DETAIL).where(
            _DETAIL.c.hall_id == work.hall_id,
            _DETAIL.c.case_id == case_id,
            _DETAIL.c.detail == detail,
        )
    )


def details(connection: Connection, hall_id: str, case_ids: set[str]) -> list[DetailView]:
    """Load which details are kept of cases."""
    rows = connection.execute(
        select(_DETAIL).where(_DETAIL.c.hall_id == hall_id, _DETAIL.c.case_id.in_(case_ids))
    ).mappings()
    return [_detail(row) for row in rows]


def agreed_telephone(work: Work, case_id: str, purpose: Purpose) -> str | None:
    """Return the blob of a telephone somebody left for a purpose by consent, while it is kept."""
    kept = agreed(work, case_id, purpose)
    return None if kept is None else kept.blob_id


def agreed(work: Work, case_id: str, purpose: Purpose) -> DetailView | None:
    """Return the telephone somebody left for a purpose by consent, while it is kept."""
    return next(
        (
            kept
            for kept in details(work.connection, work.hall_id, {case_id})
            if (kept.detail, kept.basis, kept.purpose) == ("phone", "consent", purpose)
            and is_sealed(work, kept.blob_id, "detail")
        ),
        None,
    )


def all_details(connection: Connection, hall_id: str) -> list[DetailView]:
    """Load which details are kept of anybody; they go with their cases."""
    rows = connection.execute(select(_DETAIL).where(_DETAIL.c.hall_id == hall_id)).mappings()
    return [_detail(row) for row in rows]


def lost_details(work: Work) -> list[DetailView]:
    """Load the details whose blob is over, by case."""
    lies = exists().where(
        _BLOB.c.hall_id == _DETAIL.c.hall_id, _BLOB.c.blob_id == _DETAIL.c.blob_id
    )
    query = select(_DETAIL).where(_DETAIL.c.hall_id == work.hall_id, ~lies)
    rows = work.connection.execute(query.order_by(_DETAIL.c.case_id, _DETAIL.c.detail))
    return [_detail(row) for row in rows.mappings()]


def _detail(row: RowMapping) -> DetailView:
    return DetailView(
        blob_id=row["blob_id"],
        case_id=row["case_id"],
        detail=row["detail"],
        basis=row["basis"],
        purpose=row["purpose"],
    )
