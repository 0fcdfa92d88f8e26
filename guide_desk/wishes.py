"""What the presenter asks of the world; `app.py` carries it out."""

from __future__ import annotations

from dataclasses import dataclass

from forms.slip import SlipTicket
from hall.kernel.messages import Command


@dataclass(frozen=True)
class Send:
    """Send this command to the hall; a repeat carries the same command_id."""

    command: Command


@dataclass(frozen=True)
class PrintSlip:
    """Print the slip of a ticket on the desk's own printer."""

    ticket_id: str
    slip: SlipTicket


@dataclass(frozen=True)
class ReadNote:
    """Ask the hall for what is in a sealed blob."""

    blob_id: str


Wish = Send | PrintSlip | ReadNote
