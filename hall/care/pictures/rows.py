"""Table of the pictures of papers: which page of which paper a sealed blob is."""

from __future__ import annotations

from sqlalchemy import Connection, Index, RowMapping, delete, insert, select, update
from sqlmodel import Field, SQLModel

from hall.care.pictures.messages import PictureView
from hall.kernel.rows import table_of
from hall.kernel.work import Work


class PictureRow(SQLModel, table=True):
    """A page of a paper that lay under a camera; `on_record` once the paper was handed in."""

    __tablename__ = "kept_picture"
    __table_args__ = (Index("kept_picture_of_today", "hall_id", "on_record", "case_id"),)

    hall_id: str = Field(primary_key=True)
    blob_id: str = Field(primary_key=True)
    visit_id: str
    case_id: str
    item_id: str
    plain: str
    page: int
    station_id: str
    taken_at: str
    on_record: bool = False


_PICTURE = table_of(PictureRow)
_FIELDS = PictureView.__struct_fields__


def insert_picture(work: Work, picture: PictureView) -> None:
    """Store which page of which paper a picture is."""
    work.connection.execute(
        insert(_PICTURE).values(
            hall_id=work.hall_id,
            on_record=False,
            **{name: getattr(picture, name) for name in _FIELDS},
        )
    )


def has_picture(work: Work, blob_id: str) -> bool:
    """Tell whether a blob is known as a picture already."""
    found = work.connection.scalar(
        select(_PICTURE.c.blob_id).where(
            _PICTURE.c.hall_id == work.hall_id, _PICTURE.c.blob_id == blob_id
        )
    )
    return found is not None


def of_today(work: Work, **only: str) -> list[PictureView]:
    """Load pictures that are not on record, of one `blob_id`, `visit_id` or `case_id`."""
    return today(work.connection, work.hall_id, **only)


def today(connection: Connection, hall_id: str, **only: str) -> list[PictureView]:
    """Load pictures that are not on record, the oldest first: those of one day at most."""
    rows = connection.execute(
        select(_PICTURE)
        .where(
            _PICTURE.c.hall_id == hall_id,
            _PICTURE.c.on_record.is_(False),
            *(_PICTURE.c[name] == wanted for name, wanted in only.items()),
        )
        .order_by(_PICTURE.c.taken_at, _PICTURE.c.page)
    ).mappings()
    return [_view(row) for row in rows]


def save_place(work: Work, picture: PictureView) -> None:
    """Store which paper of which case a picture belongs to now."""
    work.connection.execute(
        update(_PICTURE)
        .where(_PICTURE.c.hall_id == work.hall_id, _PICTURE.c.blob_id == picture.blob_id)
        .values(case_id=picture.case_id, item_id=picture.item_id)
    )


def put_on_record(work: Work, blob_id: str) -> None:
    """Store that a paper was handed in."""
    work.connection.execute(
        update(_PICTURE)
        .where(_PICTURE.c.hall_id == work.hall_id, _PICTURE.c.blob_id == blob_id)
        .values(on_record=True)
    )


def delete_picture(work: Work, blob_id: str) -> None:
    """Delete what a picture was of."""
    work.connection.execute(
        delete(_PICTURE).where(_PICTURE.c.hall_id == work.hall_id, _PICTURE.c.blob_id == blob_id)
    )


def _view(row: RowMapping) -> PictureView:
    return PictureView(**{name: row[name] for name in _FIELDS})
