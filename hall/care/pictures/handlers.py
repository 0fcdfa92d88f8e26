"""What the hall does with pictures of papers."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from hall.care.pictures import rows
from hall.care.pictures.messages import (
    DropPicture,
    ForgetPictures,
    KeepPicture,
    LayPictures,
    NoSuchPicture,
    NotToBeKept,
    PictureDropped,
    PictureKept,
    PicturesForgotten,
    PicturesLaid,
    PicturesSubmitted,
    PictureView,
    SubmitPictures,
)
from hall.care.pictures.model import may_keep, plain_of
from hall.care.pictures.reactions import REACTIONS
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Room, Work
from hall.records.messages import NoSuchSealed
from hall.records.rows import is_sealed
from hall.visits import case_rows, visit_rows
from hall.visits.model import Visit
from hall.visits.refusals import NoSuchPaper, NoSuchVisit


def pictures_room() -> Room:
    """Build the room of pictures of papers."""
    return Room(
        handlers={
            KeepPicture: keep,
            DropPicture: drop,
            LayPictures: lay,
            SubmitPictures: submit,
            ForgetPictures: forget,
        },
        reactions=REACTIONS,
    )


def keep(command: KeepPicture, work: Work) -> Event | Refusal:
    """Put down which page of which paper a sealed picture is; an identity card's is not kept."""
    visit = _visit_of(command, work)
    if visit is None or visit.state == "left":
        return NoSuchVisit()
    case = case_rows.load_case(work, visit.case_id)
    if case is None:
        plain = plain_of(work.facts.matter(visit.matter_id or ""), command.item_id)
    else:
        item = case.item(command.item_id) if case.is_open else None
        plain = item.plain if item is not None else ""
    if not plain:
        return NoSuchPaper()
    if not may_keep(work.facts.matter(case.matter_id if case else visit.matter_id or ""), plain):
        return NotToBeKept()
    if not is_sealed(work, command.blob_id, "picture") or rows.has_picture(work, command.blob_id):
        return NoSuchSealed()
    picture = PictureView(
        blob_id=command.blob_id,
        visit_id=visit.visit_id,
        case_id=case.case_id if case else "",
        item_id=command.item_id,
        plain=plain,
        page=command.page,
        station_id=command.station_id or command.counter_id or "",
        taken_at=work.now.iso,
    )
    rows.insert_picture(work, picture)
    _plan_the_end_of_today(work)
    return work.record(PictureKept(picture=picture))


def drop(command: DropPicture, work: Work) -> Event | Refusal:
    """Forget one picture that is not on record yet."""
    found = rows.of_today(work, blob_id=command.blob_id)
    if not found:
        return NoSuchPicture()
    rows.delete_picture(work, command.blob_id)
    return work.record(PictureDropped(picture=found[0]))


def lay(command: LayPictures, work: Work) -> Event | Refusal:
    """Let pictures of a visit belong to the papers of its checklist, by the name of the paper."""
    case = case_rows.load_case(work, command.case_id)
    item_ids = {item.plain: item.item_id for item in case.items} if case is not None else {}
    laid = tuple(
        msgspec.structs.replace(one, case_id=command.case_id, item_id=item_ids[one.plain])
        for one in rows.of_today(work, visit_id=command.visit_id)
        if not one.case_id and one.plain in item_ids
    )
    if not laid:
        return NoSuchPicture()
    for one in laid:
        rows.save_place(work, one)
    return work.record(PicturesLaid(pictures=laid))


def submit(command: SubmitPictures, work: Work) -> Event | Refusal:
    """Put the pictures of a case that was received on record."""
    case = case_rows.load_case(work, command.case_id)
    found = rows.of_today(work, case_id=command.case_id)
    if case is None or case.stage == "preparing" or not found:
        return NoSuchPicture()
    blob_ids = tuple(one.blob_id for one in found)
    for blob_id in blob_ids:
        rows.put_on_record(work, blob_id)
    return work.record(PicturesSubmitted(case_id=command.case_id, blob_ids=blob_ids))


def forget(command: ForgetPictures, work: Work) -> Event | Refusal:
    """Forget every picture that was not handed in."""
    del command
    blob_ids = tuple(one.blob_id for one in rows.of_today(work))
    if not blob_ids:
        return NoSuchPicture()
    for blob_id in blob_ids:
        rows.delete_picture(work, blob_id)
    return work.record(PicturesForgotten(blob_ids=blob_ids))


def _visit_of(command: KeepPicture, work: Work) -> Visit | None:
    if command.visit_id is not None:
        return visit_rows.load_visit(work, command.visit_id)
    return visit_rows.visit_of_ticket(work, command.ticket_id or "")


def _plan_the_end_of_today(work: Work) -> None:
    """Plan the midnight, for a day that nobody closes before."""
    local = work.now.utc.astimezone(ZoneInfo(work.facts.timezone))
    midnight = datetime.combine(local.date() + timedelta(days=1), time(0), local.tzinfo)
    ending = ForgetPictures(command_id=f"forget-pictures-{local.date().isoformat()}")
    work.forget(ending.command_id)
    work.later(midnight.astimezone(UTC), ending)
