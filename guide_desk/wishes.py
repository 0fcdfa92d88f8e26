"""What the presenter asks of the world; `app.py` carries it out."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.papers import Paper
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


@dataclass(frozen=True)
class MakePaper:
    """Make the PDF of a paper, to be looked at."""

    job_id: str
    paper: Paper


@dataclass(frozen=True)
class PrintPaper:
    """Make and print a paper on the desk's own A4 printer."""

    job_id: str
    paper: Paper


@dataclass(frozen=True)
class SealPaper:
    """Give the PDF of a printed paper to the hall, to be kept sealed."""

    job_id: str
    pdf: bytes = field(repr=False)


Wish = Send | PrintSlip | ReadNote | MakePaper | PrintPaper | SealPaper
