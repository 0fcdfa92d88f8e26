"""What the hall does to send something home."""

from __future__ import annotations

import msgspec

from hall.care.mail import rows
from hall.care.mail.messages import (
    AskForMailing,
    CancelMailing,
    MailingAsked,
    MailingCancelled,
    MailingCommand,
    MailingEvent,
    MailingReceived,
    MailingReturned,
    MailingSent,
    MailingView,
    NoSuchMailing,
    NotByMail,
    ReceiveMailing,
    ReturnMailing,
    SendMailing,
    WrongMailingState,
)
from hall.care.mail.model import OVER, Action, next_state
from hall.care.mail.reactions import REACTIONS
from hall.kernel.messages import Event, Refusal
from hall.kernel.outbox import queue_message
from hall.kernel.work import Room, Work
from hall.records.rows import agreed_telephone
from hall.tickets.messages import NoSuchMatter
from hall.visits.at_hand import today


def mail_room() -> Room:
    """Build the room of mailing."""
    return Room(
        handlers={
            AskForMailing: ask,
            SendMailing: send,
            ReceiveMailing: receive,
            ReturnMailing: come_back,
            CancelMailing: cancel,
        },
        reactions=REACTIONS,
    )


def ask(command: AskForMailing, work: Work) -> Event | Refusal:
    """Put a mailing on the list."""
    matter = work.facts.matter(command.matter_id)
    if matter is None:
        return NoSuchMatter(matter_id=command.matter_id)
    if not matter.sheet.mail_ok:
        return NotByMail()
    mailing = MailingView(
        id=work.new_id(),
        matter_id=matter.id,
        what=command.what,
        state="to_send",
        asked_at=work.now.iso,
        case_id=command.case_id,
    )
    rows.insert_mailing(work, mailing)
    return work.record(MailingAsked(mailing=mailing))


def send(command: SendMailing, work: Work) -> Event | Refusal:
    """It was handed to the post; what came back goes out again under a new number."""
    sent = _act(
        command, work, "send", MailingSent, item_number=command.item_number, sent_at=work.now.iso,
        ended_at=None,
    )  # fmt: skip
    telephone = agreed_telephone(work, command.mailing_id, "mail")
    if isinstance(sent, MailingSent) and telephone is not None:
        queue_message(work, "mail_sent", telephone, today(work).isoformat())
    return sent


def receive(command: ReceiveMailing, work: Work) -> Event | Refusal:
    """It arrived."""
    return _act(command, work, "receive", MailingReceived, ended_at=work.now.iso)


def come_back(command: ReturnMailing, work: Work) -> Event | Refusal:
    """It came back, and stays on the list."""
    return _act(command, work, "come_back", MailingReturned, ended_at=work.now.iso)


def cancel(command: CancelMailing, work: Work) -> Event | Refusal:
    """It is fetched instead."""
    return _act(command, work, "cancel", MailingCancelled, ended_at=work.now.iso)


def _act(
    command: MailingCommand, work: Work, action: Action, event: type[MailingEvent], **more: object
) -> Event | Refusal:
    mailing = rows.load_mailing(work, command.mailing_id)
    if mailing is None or mailing.state in OVER:
        return NoSuchMailing()
    state = next_state(mailing.state, action)
    if state is None:
        return WrongMailingState(state=mailing.state)
    changed = msgspec.structs.replace(mailing, state=state, **more)
    rows.save_mailing(work, changed)
    return work.record(event(mailing=changed))
