"""The medicine box: what is put in, looked at, and warned of before it is needed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from hall.help import box_rows
from hall.help.box_messages import (
    BatchEnding,
    BatchExpired,
    BatchView,
    BoxChecked,
    BoxStocked,
    CheckBox,
    ExpireBatch,
    NoSuchBatch,
    NotForTheBox,
    PastItsDay,
    StockBox,
    WarnOfBatch,
)
from hall.help.box_model import Action, end_of, next_state, state_on, warned_on, warning_of
from hall.kernel.messages import Event, Refusal
from hall.kernel.work import Work
from hall.tickets.intake import local_date
from hall.tickets.messages import NothingDue


def stock(command: StockBox, work: Work) -> Event | Refusal:
    """Put a batch on the list, and plan when to warn of it."""
    if all(item.id != command.item_id for item in work.facts.box_items):
        return NotForTheBox()
    try:
        expires_on = date.fromisoformat(command.expires_on)
    except ValueError:
        return PastItsDay()
    state = state_on(local_date(work.now, work.facts), expires_on)
    if state == "expired":
        return PastItsDay()
    batch = BatchView(
        id=work.new_id(),
        item_id=command.item_id,
        quantity=command.quantity,
        expires_on=command.expires_on,
        state=state,
        checked_by=work.actor,
        checked_at=work.now.iso,
    )
    box_rows.insert_batch(work, batch)
    _plan(work, batch, expires_on)
    return work.record(BoxStocked(batch=batch))


def check(command: CheckBox, work: Work) -> Event | Refusal:
    """Keep how many pieces are there, and who looked; nothing left is nothing to warn of."""
    batch = box_rows.load_batch(work, command.batch_id)
    if batch is None or batch.state == "gone":
        return NoSuchBatch()
    seen = msgspec.structs.replace(
        batch, quantity=command.quantity, checked_by=work.actor, checked_at=work.now.iso
    )
    if command.quantity == 0:
        seen = msgspec.structs.replace(seen, state=next_state(seen.state, "take_out") or seen.state)
        work.forget(warning_of(batch.id))
        work.forget(end_of(batch.id))
    box_rows.save_batch(work, seen)
    return work.record(BoxChecked(batch=seen))


def warn(command: WarnOfBatch, work: Work) -> Event | Refusal:
    """A month is left."""
    batch = _moved(work, command.batch_id, "warn")
    return NothingDue() if batch is None else work.record(BatchEnding(batch=batch))


def expire(command: ExpireBatch, work: Work) -> Event | Refusal:
    """The last day is over."""
    batch = _moved(work, command.batch_id, "expire")
    return NothingDue() if batch is None else work.record(BatchExpired(batch=batch))


def _moved(work: Work, batch_id: str, action: Action) -> BatchView | None:
    batch = box_rows.load_batch(work, batch_id)
    state = next_state(batch.state, action) if batch is not None else None
    if batch is None or state is None:
        return None
    moved = msgspec.structs.replace(batch, state=state)
    box_rows.save_batch(work, moved)
    return moved


def _plan(work: Work, batch: BatchView, expires_on: date) -> None:
    """Plan the warning for an opening, and the end for the midnight after the last day."""
    zone = ZoneInfo(work.facts.timezone)
    over = datetime.combine(expires_on + timedelta(days=1), time(0), zone)
    work.later(over, ExpireBatch(command_id=end_of(batch.id), batch_id=batch.id))
    if batch.state == "good":
        opens = time.fromisoformat(work.facts.opens)
        opening = datetime.combine(warned_on(expires_on), opens, zone)
        work.later(opening, WarnOfBatch(command_id=warning_of(batch.id), batch_id=batch.id))
