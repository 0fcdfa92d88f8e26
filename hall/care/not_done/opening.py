"""How something gets onto the register: said by a person, or because of what happened."""

from __future__ import annotations

import msgspec

from hall.care.not_done import rows
from hall.care.not_done.messages import (
    NotDoneClassified,
    NotDoneNoted,
    NotDoneOpened,
    NotDoneView,
    OnRegisterAlready,
    OpenNotDone,
    OpenNotDoneOf,
)
from hall.care.not_done.model import Channel, ReasonClass, next_state, number_of
from hall.care.not_done.terms import with_last_day
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.records.rows import is_sealed
from hall.tickets.rows import load_ticket
from hall.visits.at_hand import today
from hall.visits.record_rows import earlier_notices


def open_by_hand(command: OpenNotDone, work: Work) -> Event | Refusal:
    """Somebody said so at the guides' desk."""
    return _open(
        work,
        NotDoneView(
            id="",
            number="",
            channel="guide",
            source_id=command.command_id,
            opened_at=work.now.iso,
            opened_on=today(work).isoformat(),
            state="accepted",
            matter_id=command.matter_id,
            group_id=command.group_id,
            counter_id=command.at_counter_id,
            ticket_id=command.ticket_id,
            came_times=command.came_times,
            note_blob_id=command.note_blob_id,
        ),
        command.reason,
    )


def open_of(command: OpenNotDoneOf, work: Work) -> Event | Refusal:
    """Something happened that belongs on the register; what is there may learn more of it now."""
    known = rows.load_source(work, command.source_id) or rows.load_noted(work, command.note_blob_id)
    if known is not None:
        return _now_known(work, known, command)
    channel: Channel = command.channel
    came = len(earlier_notices(work, command.case_id)) if command.case_id else 1
    return _open(
        work,
        NotDoneView(
            id="",
            number="",
            channel=channel,
            source_id=command.source_id,
            opened_at=work.now.iso,
            opened_on=today(work).isoformat(),
            state="accepted",
            matter_id=command.matter_id,
            counter_id=command.counter_id,
            ticket_id=command.ticket_id,
            came_times=max(1, came),
            note_blob_id=command.note_blob_id,
        ),
        command.reason,
    )


def with_repeats(work: Work, entry: NotDoneView) -> NotDoneView:
    """Return an entry with its group, and how often that was there already.

    Only what the hall knows by that id is written down: no field carries free text.
    """
    facts = work.facts
    matter = facts.matter(entry.matter_id)
    group_id = matter.group if matter is not None else entry.group_id
    entry = msgspec.structs.replace(
        entry,
        matter_id=matter.id if matter is not None else "",
        group_id=group_id if any(one.id == group_id for one in facts.groups) else "",
        counter_id=entry.counter_id if facts.counter(entry.counter_id) else "",
    )
    return msgspec.structs.replace(entry, repeat_no=rows.count_alike(work, entry) + 1)


def _now_known(work: Work, entry: NotDoneView, said: OpenNotDoneOf) -> Event | Refusal:
    if not entry.note_blob_id and entry.state != "archived" and _is_note(work, said.note_blob_id):
        noted = msgspec.structs.replace(entry, note_blob_id=said.note_blob_id)
        return work.record(NotDoneNoted(entry=rows.save_entry(work, noted)))
    state = next_state(entry.state, "classify")
    if said.reason is None or entry.reason or state is None:
        return OnRegisterAlready()
    entry = msgspec.structs.replace(entry, state=state, reason=said.reason)
    entry = with_last_day(work, with_repeats(work, entry))
    return work.record(NotDoneClassified(entry=rows.save_entry(work, entry)))


def _open(work: Work, asked: NotDoneView, reason: ReasonClass | None) -> Event:
    """Give a number; with a reason the first step is taken already."""
    day = today(work)
    ordinal = rows.next_ordinal(work, day.year)
    asked = _of_its_number(work, asked)
    entry = msgspec.structs.replace(
        asked,
        id=work.new_id(),
        number=number_of(day.year, ordinal),
        state="accepted" if reason is None else "classified",
        reason=reason or "",
        note_blob_id=asked.note_blob_id if _is_note(work, asked.note_blob_id) else "",
    )
    entry = with_last_day(work, with_repeats(work, entry))
    rows.insert_entry(work, entry, year=day.year, ordinal=ordinal)
    return work.record(NotDoneOpened(entry=entry))


def _is_note(work: Work, blob_id: str) -> bool:
    return bool(blob_id) and is_sealed(work, blob_id, "ink")


def _of_its_number(work: Work, asked: NotDoneView) -> NotDoneView:
    """Return what is asked with the matter and counter of the number it is about."""
    ticket = load_ticket(work, asked.ticket_id) if asked.ticket_id else None
    if ticket is None:
        return msgspec.structs.replace(asked, ticket_id="")
    return msgspec.structs.replace(
        asked,
        matter_id=asked.matter_id or ticket.matter_id,
        counter_id=asked.counter_id or ticket.counter_id or "",
    )
