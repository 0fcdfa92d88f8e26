"""The port through which a short message leaves the hall for somebody's telephone.

What is sent is a template of this hall with a date in it: never a name, a number of a card, a link,
or a demand for money.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Delivery = Literal["sent", "not_sent", "refused"]
"""`not_sent` is tried again with the same id; `refused` for good is not."""
Template = Literal["home_visit_tomorrow", "mail_sent", "entry_due"]


@dataclass(frozen=True, repr=False)
class ShortMessage:
    """One message. `message_id` stays the same however often it is sent, so it is delivered once.

    `to` is a telephone number as it was written down.
    """

    message_id: str
    template: Template
    to: str
    text: str

    def __repr__(self) -> str:
        """Never print to whom, or what."""
        return f"ShortMessage({self.message_id!r}, {self.template!r})"


class MessagePort(Protocol):
    """Sends messages for the hall."""

    def send(self, message: ShortMessage) -> Delivery:
        """Send one message; returns within the port's time-out, and never raises."""
        ...
