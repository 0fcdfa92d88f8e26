"""What the presenter asks of the world; `app.py` carries it out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from devices.papers import Paper
from forms.slip import SlipTicket
from forms.slip_list import SlipList
from hall.kernel.messages import Command


@dataclass(frozen=True)
class Send:
    """Send this command to the hall; a repeat carries the same command_id."""

    command: Command


@dataclass(frozen=True)
class Say:
    """Say a sentence instead of whatever is being said; `page_no` counts shown pages.

    `quiet` asks for no chime before it; `language` is the id of the tongue it is in;
    `in_pieces` lets the first sentence begin before the others are made.
    """

    text: str
    slow: bool
    quiet: bool
    page_no: int
    language: str
    in_pieces: bool = False


@dataclass(frozen=True)
class Hush:
    """Stop speaking at once."""


@dataclass(frozen=True)
class SetVolume:
    """Set the volume step, 0 to 2; 1 is the default."""

    step: int


@dataclass(frozen=True)
class UseHeadphones:
    """Speak through the headphones, or no longer."""

    wanted: bool


@dataclass(frozen=True, repr=False)
class PrintSlip:
    """Print the slip of a ticket in the language of the visit."""

    ticket_id: str
    slip: SlipTicket
    words: Mapping[str, str]

    def __repr__(self) -> str:
        return f"PrintSlip({self.ticket_id!r})"


@dataclass(frozen=True, repr=False)
class PrintList:
    """Print what a matter asks for; it is no number. `name` tells one paper from the next."""

    name: str
    papers: SlipList
    words: Mapping[str, str]

    def __repr__(self) -> str:
        return f"PrintList({self.name!r})"


@dataclass(frozen=True)
class PrintPaper:
    """Print a paper of the list in A4; `name` tells one from the next."""

    name: str
    paper: Paper


@dataclass(frozen=True, repr=False)
class SealNote:
    """Have the hall keep what somebody wrote, sealed; `name` tells one note from the next."""

    name: str
    data: bytes

    def __repr__(self) -> str:
        """Never print what was written."""
        return f"SealNote({self.name!r})"


@dataclass(frozen=True)
class TakePage:
    """Take the page under the camera; `anyway` whatever is wrong with it."""

    job_id: str
    anyway: bool


@dataclass(frozen=True)
class SealPage:
    """Have the hall keep a page that was taken, sealed."""

    job_id: str
    jpeg: bytes = field(repr=False)


@dataclass(frozen=True)
class ForgetVisitor:
    """Drop everything personal outside the presenter; the reader begins a new session."""


Sound = Say | Hush | SetVolume | UseHeadphones
Printed = PrintSlip | PrintList | PrintPaper
Pictured = TakePage | SealPage
Wish = Send | Sound | Printed | Pictured | SealNote | ForgetVisitor
