"""What the presenter asks of the world; `app.py` carries it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from devices.camera_port import PageTaken
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


@dataclass(frozen=True)
class SealDetail:
    """Give one text about a person to the hall, to be kept sealed."""

    job_id: str
    text: bytes = field(repr=False)


@dataclass(frozen=True)
class TakePage:
    """Take the page under the desk's camera; `anyway` whatever is wrong with it."""

    job_id: str
    anyway: bool = False


@dataclass(frozen=True)
class SuggestItem:
    """Guess which paper a page is that was just taken; `names` by the ids of the checklist."""

    job_id: str
    jpeg: bytes = field(repr=False)
    names: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class SealPicture:
    """Give a page that was taken to the hall, to be kept sealed."""

    job_id: str
    jpeg: bytes = field(repr=False)


@dataclass(frozen=True)
class PrintCopy:
    """Print a page that was taken on the desk's own A4 printer; nothing of it is kept."""

    job_id: str
    page: PageTaken


Wish = (
    Send
    | PrintSlip
    | ReadNote
    | MakePaper
    | PrintPaper
    | SealPaper
    | SealDetail
    | TakePage
    | SuggestItem
    | SealPicture
    | PrintCopy
)
