"""Mailings on a board: every one with something left to do."""

from __future__ import annotations

from hall.care.mail.messages import MailingEvent, MailingView
from hall.care.mail.model import OVER
from hall.kernel.messages import Event


def mailings_after(mailings: dict[str, MailingView], event: Event) -> dict[str, MailingView]:
    """Return the open mailings after one event."""
    if not isinstance(event, MailingEvent):
        return mailings
    mailing = event.mailing
    others = {key: one for key, one in mailings.items() if key != mailing.id}
    return others if mailing.state in OVER else {**others, mailing.id: mailing}
