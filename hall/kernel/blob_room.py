"""What the hall does with sealed blobs.

Sealing and reading pass the door like every change. The bytes are sealed before any handler sees
them, and events carry the id only. A reading is on record before its content is handed out.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

from sqlalchemy import BindParameter, bindparam, delete, insert, select, update

from hall.kernel.blobs import (
    BLOB_LIMIT_BYTES,
    DETAIL_LIMIT_BYTES,
    JPEG_START,
    PNG_START,
    BlobDeleted,
    BlobKeptLonger,
    BlobRead,
    BlobSealed,
    DayKeyForgotten,
    DeleteBlob,
    ForgetDay,
    KeepBlob,
    KeepBlobLonger,
    NoSuchBlob,
    ReadBlob,
    SealBlob,
)
from hall.kernel.clock import Moment
from hall.kernel.errors import Malformed, TooLarge
from hall.kernel.facts import HallFacts
from hall.kernel.gateway import BlobKind
from hall.kernel.hall import HallParts
from hall.kernel.handwriting import read_handwriting
from hall.kernel.messages import Answer, Command, Event, Refusal
from hall.kernel.privacy import Keyring
from hall.kernel.rows import BlobRow, table_of
from hall.kernel.sealing import CannotUnseal, DayKeys, Label, seal, unseal
from hall.kernel.work import Room, Work

KEY_OUTLIVES = timedelta(minutes=1)
"""A day's key goes this long after the last blob that can be under it."""

_BLOB = table_of(BlobRow)
_HALL: BindParameter[str] = bindparam("hall")
_THIS = (_BLOB.c.hall_id == _HALL, _BLOB.c.blob_id == bindparam("blob"))
_STORE = insert(_BLOB)
_FIND = select(_BLOB.c.kind, _BLOB.c.day, _BLOB.c.sealed).where(*_THIS)
_KNOWN = select(_BLOB.c.blob_id).where(*_THIS)
_SEAL_ANEW = update(_BLOB).where(*_THIS).values(day=bindparam("of_day"), sealed=bindparam("anew"))
_DELETE = delete(_BLOB).where(*_THIS)
_DELETE_DAY = delete(_BLOB).where(_BLOB.c.hall_id == _HALL, _BLOB.c.day == bindparam("of_day"))

log = logging.getLogger(__name__)


class Blob(NamedTuple):
    """What was in a blob."""

    kind: BlobKind
    data: bytes


def seal_blob(command: Command, now: Moment, facts: HallFacts, keyring: Keyring) -> Command:
    """Seal the bytes at the door.

    Raises TooLarge above the cap, Malformed when the bytes are not what they are said to be.
    """
    if not isinstance(command, SealBlob):
        raise TypeError(f"{type(command).__name__} is not SealBlob")
    if len(command.data) > BLOB_LIMIT_BYTES:
        raise TooLarge(f"a blob may have {BLOB_LIMIT_BYTES} bytes")
    _see_that_it_is(command.blob_kind, command.data)
    day = _key_name(command.blob_kind, _local(now, facts).date().isoformat())
    label = Label(facts.hall_id, command.command_id, command.blob_kind, day)
    return KeepBlob(
        command_id=command.command_id,
        station_id=command.station_id,
        blob_kind=command.blob_kind,
        day=day,
        sealed=seal(command.data, keyring.days.of(day), label),
    )


def blobs_room(days: DayKeys) -> Room:
    """Build the room of sealed blobs over the keys of the days."""
    return Room(
        handlers={
            KeepBlob: keep,
            KeepBlobLonger: partial(keep_longer, days),
            ReadBlob: read,
            DeleteBlob: forget,
            ForgetDay: partial(forget_day, days),
        }
    )


def keep(command: KeepBlob, work: Work) -> Event | Refusal:
    """Store a sealed blob and plan its end, and the end of its day's key."""
    work.connection.execute(
        _STORE,
        {
            "hall_id": work.hall_id,
            "blob_id": command.command_id,
            "kind": command.blob_kind,
            "day": command.day,
            "sealed": command.sealed,
        },
    )
    life = life_of(command.blob_kind, work)
    until = _plan(work, life, _ending(command.command_id))
    _plan_key(work, command.day, life)
    return work.record(
        BlobSealed(
            blob_id=command.command_id,
            blob_kind=command.blob_kind,
            station_id=command.station_id,
            until=until,
        )
    )


def keep_longer(days: DayKeys, command: KeepBlobLonger, work: Work) -> Event | Refusal:
    """Let a blob live longer; what outlives its day is sealed anew, under a key that lives as long.

    The key it was under goes with its day all the same, and with it what backups hold of that day.
    """
    if command.until == "today":
        life = _until_midnight(work) if _is_kept(work, command.blob_id) else None
    else:
        life = _seal_anew(days, command, work)
    if life is None:
        return NoSuchBlob()
    ending = _ending(command.blob_id)
    work.forget(ending.command_id)
    return work.record(BlobKeptLonger(blob_id=command.blob_id, until=_plan(work, life, ending)))


def id_of(answer: Answer) -> str:
    """Return which blob a sealing answered with; raises Malformed where its id was taken before."""
    if not isinstance(answer.message, BlobSealed):
        raise Malformed("$.id", "Expected an id that nothing else has")
    return answer.message.blob_id


def read(command: ReadBlob, work: Work) -> Event | Refusal:
    """Put on record who is about to see a blob."""
    if not _is_kept(work, command.blob_id):
        return NoSuchBlob()
    return work.record(BlobRead(blob_id=command.blob_id, read_by=work.actor))


def forget(command: DeleteBlob, work: Work) -> Event | Refusal:
    """Delete a blob."""
    asked = {"hall": work.hall_id, "blob": command.blob_id}
    if not work.connection.execute(_DELETE, asked).rowcount:
        return NoSuchBlob()
    return work.record(BlobDeleted(blob_id=command.blob_id))


def forget_day(days: DayKeys, command: ForgetDay, work: Work) -> Event | Refusal:
    """Destroy the key of a day.

    The key goes before the commit: after a crash in between it is gone and this passes once more.
    """
    work.connection.execute(_DELETE_DAY, {"hall": work.hall_id, "of_day": command.day})
    days.forget(command.day)
    return work.record(DayKeyForgotten(day=command.day))


def open_blob(parts: HallParts, blob_id: str) -> Blob | None:
    """Return what is in a blob; None when it, or the key of its day, is gone."""
    hall_id = parts.facts.hall_id
    with parts.engine.connect() as connection:
        row = connection.execute(_FIND, {"hall": hall_id, "blob": blob_id}).first()
    key = None if row is None else parts.keyring.days.kept(row.day)
    if row is None or key is None:
        return None
    kind = cast(BlobKind, row.kind)
    try:
        return Blob(kind, unseal(row.sealed, key, Label(hall_id, blob_id, kind, row.day)))
    except CannotUnseal:
        log.exception("blob %s is not as it was sealed", blob_id)
        return None


def life_of(kind: BlobKind, work: Work) -> timedelta:
    """Return how long a blob of a kind is kept."""
    if kind == "paper":
        return timedelta(days=work.facts.papers_days)
    if kind == "detail":
        return timedelta(days=work.facts.details_days)
    return timedelta(minutes=work.facts.handwriting_minutes)


def _is_kept(work: Work, blob_id: str) -> bool:
    asked = {"hall": work.hall_id, "blob": blob_id}
    return work.connection.execute(_KNOWN, asked).first() is not None


def _seal_anew(days: DayKeys, command: KeepBlobLonger, work: Work) -> timedelta | None:
    """Seal a blob under today's key of its kind; returns its life, None when it cannot be read."""
    blob_id = command.blob_id
    asked = {"hall": work.hall_id, "blob": blob_id}
    row = work.connection.execute(_FIND, asked).first()
    key = None if row is None else days.kept(row.day)
    if row is None or key is None:
        return None
    life = life_of("paper" if command.until == "record" else row.kind, work)
    day = f"{_local(work.now, work.facts).date().isoformat()}-{row.kind}"
    try:
        data = unseal(row.sealed, key, Label(work.hall_id, blob_id, row.kind, row.day))
    except CannotUnseal:
        log.exception("blob %s is not as it was sealed", blob_id)
        return None
    anew = seal(data, days.of(day), Label(work.hall_id, blob_id, row.kind, day))
    work.connection.execute(_SEAL_ANEW, {**asked, "of_day": day, "anew": anew})
    _plan_key(work, day, life)
    return life


def _ending(blob_id: str) -> DeleteBlob:
    return DeleteBlob(command_id=f"delete-{blob_id}", blob_id=blob_id)


def _plan_key(work: Work, day: str, life: timedelta) -> None:
    """Plan the end of a key after the last blob that can be under it; a later plan counts."""
    forgetting = ForgetDay(command_id=f"forget-{day}", day=day)
    work.forget(forgetting.command_id)
    _plan(work, _until_midnight(work) + life + KEY_OUTLIVES, forgetting)


def _until_midnight(work: Work) -> timedelta:
    local = _local(work.now, work.facts)
    midnight = datetime.combine(local.date() + timedelta(days=1), time(0), local.tzinfo)
    return midnight.astimezone(UTC) - work.now.utc


def _plan(work: Work, life: timedelta, ending: Command) -> str:
    """Plan an end: a short life by the steady clock, a long one by the calendar."""
    if life > timedelta(days=2):
        return work.later(work.now.utc + life, ending)
    return work.after(life.total_seconds(), ending)


def _key_name(kind: BlobKind, day: str) -> str:
    """Return the name of the key a blob is sealed with: kinds that live longer have their own."""
    return f"{day}-{kind}" if kind in ("paper", "detail") else day


def _see_that_it_is(kind: BlobKind, data: bytes) -> None:
    """Raise Malformed when bytes are not what they are said to be."""
    if kind == "ink":
        read_handwriting(data)
    elif kind == "picture" and not data.startswith((PNG_START, JPEG_START)):
        raise Malformed("$", "Expected a PNG or JPEG picture")
    elif kind == "paper" and not data.startswith(b"%PDF-"):
        raise Malformed("$", "Expected a PDF document")
    elif kind == "detail":
        _see_that_it_is_one_text(data)


def _see_that_it_is_one_text(data: bytes) -> None:
    try:
        text = data.decode()
    except UnicodeDecodeError as fault:
        raise Malformed("$", "Expected UTF-8 text") from fault
    if not text.strip() or len(data) > DETAIL_LIMIT_BYTES or not text.isprintable():
        raise Malformed("$", f"Expected one line of text of at most {DETAIL_LIMIT_BYTES} bytes")


def _local(now: Moment, facts: HallFacts) -> datetime:
    return now.utc.astimezone(ZoneInfo(facts.timezone))
