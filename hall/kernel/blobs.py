"""Words of sealed blobs: what is kept encrypted for as long as it is needed, then gone.

Events carry the id only. What is done with blobs stands in hall.kernel.blob_room.
"""

from __future__ import annotations

from typing import Literal

from hall.kernel.gateway import BlobKind
from hall.kernel.handwriting import INK_MEDIA_TYPE
from hall.kernel.messages import Command, Event, Refusal

BLOB_LIMIT_BYTES = 10 * 1024 * 1024
MEDIA_TYPES: dict[BlobKind, str] = {
    "ink": INK_MEDIA_TYPE,
    "picture": "image/png",
    "paper": "application/pdf",
    "detail": "text/plain",
}
PNG_START, JPEG_START = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
JPEG_MEDIA_TYPE = "image/jpeg"
"""The other form of a picture: what a camera takes is photographed, not drawn."""
DETAIL_LIMIT_BYTES = 512
BlobLife = Literal["today", "record", "anew"]
"""Until the local midnight, like a printed paper for `papers_days`, or as if sealed only now."""


class SealBlob(Command):
    """Keep these bytes, sealed; the blob's id is the command's. Never on the wire as JSON."""

    station_id: str
    blob_kind: BlobKind
    data: bytes

    def __repr__(self) -> str:
        """Never print the bytes."""
        return f"SealBlob({self.command_id!r})"


class KeepBlob(Command):
    """SealBlob as handlers see it."""

    station_id: str
    blob_kind: BlobKind
    day: str
    sealed: bytes


class ReadBlob(Command):
    """Somebody wants to see what is in a blob."""

    blob_id: str


class KeepBlobLonger(Command):
    """A blob is wanted for the rest of the day, as long as papers are kept, or once more."""

    blob_id: str
    until: BlobLife


class DeleteBlob(Command):
    """The life of a blob is over."""

    blob_id: str


class ForgetDay(Command):
    """Every blob of a day is over: its key goes, and with it what backups hold of that day.

    `day` is an ISO date, for kinds with a longer life followed by the kind.
    """

    day: str


class BlobSealed(Event):
    """Bytes were sealed; they are deleted at `until`, UTC, ISO 8601."""

    blob_id: str
    blob_kind: BlobKind
    station_id: str
    until: str


class BlobKeptLonger(Event):
    """A blob lives until this time instead; UTC, ISO 8601."""

    blob_id: str
    until: str


class BlobRead(Event):
    """The station or counter `read_by` was shown what is in a blob."""

    blob_id: str
    read_by: str


class BlobDeleted(Event):
    """Nothing is left of a blob."""

    blob_id: str


class DayKeyForgotten(Event):
    """Nothing that was sealed on that day can be read any more, wherever a copy of it lies."""

    day: str


class NoSuchBlob(Refusal):
    """There is no such blob, or not any more."""


INTERNAL: tuple[type[Command], ...] = (KeepBlobLonger, DeleteBlob, ForgetDay)
EVENTS: tuple[type[Event], ...] = (
    BlobSealed,
    BlobKeptLonger,
    BlobRead,
    BlobDeleted,
    DayKeyForgotten,
)
REFUSALS: tuple[type[Refusal], ...] = (NoSuchBlob,)


def kind_of(media_type: str) -> BlobKind | None:
    """Return the kind of blob that a media type names, None for any other."""
    bare = media_type.partition(";")[0].strip().lower()
    if bare == JPEG_MEDIA_TYPE:
        return "picture"
    return next((kind for kind, name in MEDIA_TYPES.items() if name == bare), None)


def media_type_of(kind: BlobKind, data: bytes) -> str:
    """Return the media type of bytes of a kind."""
    if kind == "picture" and data.startswith(JPEG_START):
        return JPEG_MEDIA_TYPE
    return MEDIA_TYPES[kind]
