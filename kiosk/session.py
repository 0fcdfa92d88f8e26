"""Who stands there and what was chosen: everything that is forgotten at reset."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from devices.camera_port import PageVerdict
from devices.ports import IdCard
from hall.help.messages import HelpKind
from hall.kernel.facts import COLLECTING, MatterFact
from hall.kernel.handwriting import Handwriting
from hall.kernel.secret import Secret
from hall.tickets.messages import AgeBand, TicketView, Visitor

HelpReason = Literal[
    "help", "unwell", "collect", "not_done", "unclear", "refused", "accompany", "glasses", "paper",
    "cash",
]  # fmt: skip
Sheet = Literal["", "list", "guide"]
Note = Literal["", "sent", "lost"]
Company = Literal["walks", "wheelchair", "hearing"]
Undo = Literal["", "called", "late", "unheard"]
Unsaid = Literal["none", "given", "quiet"]
"""Why nobody is asked how it was: none was found, it was said before, or it is no time for it."""
Sex = Literal[0, 1, 2, 9]

_SEXES: dict[int, Sex] = {0: 0, 1: 1, 2: 2, 9: 9}


@dataclass(frozen=True, repr=False)
class Guest:
    """What is kept of a card until the visit ends; `address` is the form of address as shown."""

    id_number: str
    surname: str
    sex: int
    birth_date: date
    valid_to: date | None
    band: AgeBand
    address: str
    name_whole: bool
    expired: bool

    def __repr__(self) -> str:
        """Never print who it is."""
        return "Guest(…)"


@dataclass(frozen=True)
class Lay:
    """The paper under the camera: the `index` among those that may be pictured, and its page.

    `refused` is why the last try gave no page; `jpeg` is the page that was taken.
    """

    index: int = 0
    page: int = 1
    verdict: PageVerdict = "no_paper"
    taking: bool = False
    refused: str = ""
    jpeg: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Session:
    """One visit. A new one begins with every reset.

    `stated` is the age of whom the number is for: who stands there, or the elder at home. `sheet`
    is what is being written by hand, `sheet_no` counts how often it was wiped; `note` says
    what became of it. `void` is a number that was taken back, `undo` why one was not.
    `company` is what whoever wants somebody with them asked for, `paper` what was printed last to
    take home. `service` is the ticket somebody says how it was of, `unsaid` why nobody is asked.
    `asked` is the last request of each kind: the id of its command until the hall has said its own.
    """

    guest: Guest | None = None
    stated: AgeBand | None = None
    for_family: bool = False
    group_id: str = ""
    matter: MatterFact | None = None
    page_no: int = 0
    ticket: TicketView | None = None
    copy: bool = False
    failed_reads: int = 0
    unreadable: str = ""
    help_reason: HelpReason = "help"
    asked: Mapping[HelpKind, str] = field(default_factory=dict)
    sheet: Handwriting | None = None
    sheet_no: int = 0
    note: Note = ""
    void: str = ""
    undo: Undo = ""
    company: Company = "walks"
    paper: Sheet = ""
    lay: Lay = field(default=Lay())
    service: str = ""
    unsaid: Unsaid = "none"

    @property
    def known(self) -> bool:
        """Whether enough is known to give a number: a card was read or an age was said."""
        return self.guest is not None or self.stated is not None

    @property
    def bereavement(self) -> bool:
        """Whether the chosen matter follows a death: no chime, no people drawn, no cheer."""
        return self.matter is not None and self.matter.bereavement

    @property
    def collects(self) -> bool:
        """Whether they came for a certificate or a result."""
        return self.matter is not None and self.matter.id == COLLECTING

    def visitor(self, *, for_other: bool = False) -> Visitor:
        """Return what the hall is told of this person."""
        behalf: Literal["family"] | None = "family" if self.for_family or for_other else None
        if self.guest is None:
            return Visitor(stated_age_band=self.stated, behalf_of=behalf)
        guest = self.guest
        return Visitor(
            id_number=Secret(guest.id_number),
            surname=Secret(guest.surname),
            sex=_SEXES.get(guest.sex, 0),
            birth_date=Secret(guest.birth_date.isoformat()),
            stated_age_band=self.stated if behalf else None,
            card_valid_to=guest.valid_to.isoformat() if guest.valid_to else None,
            behalf_of=behalf,
        )

    def with_guest(self, guest: Guest) -> Session:
        """Return the session after a card was read; a matter chosen before stays chosen."""
        return Session(guest=guest, matter=self.matter, group_id=self.group_id)

    def restarted_number(self) -> Session:
        """Return the session as it stands before a number is taken once more."""
        return replace(self, ticket=None, copy=False)

    def choosing_again(self) -> Session:
        """Return the session as it stands before anything was chosen; who it is stays known."""
        return replace(
            self, ticket=None, copy=False, group_id="", matter=None, page_no=0, void="", undo=""
        )


@dataclass(frozen=True)
class Comfort:
    """What a visitor set for this visit; back to the default at reset.

    `volume` is 0 to 2; `language` is the chosen tongue's id, empty for the hall's own; `contrast`
    is yellow on black; `keypad`: pages are read with their answers; `headphones` were asked for.
    """

    volume: int = 1
    slow: bool = False
    large: bool = False
    low: bool = False
    language: str = ""
    contrast: bool = False
    keypad: bool = False
    headphones: bool = False

    @property
    def default(self) -> bool:
        """Whether nothing was changed."""
        return self == Comfort()


@dataclass(frozen=True)
class KioskTimes:
    """How patient the kiosk is, in seconds without a touch.

    `greeting_s` passes the greeting when no voice says that its sentence has ended. `print_s` is
    for a slip, `paper_s` for a printer of A4 that may have to grow warm.
    """

    idle_s: float = 90.0
    personal_idle_s: float = 60.0
    question_s: float = 30.0
    slip_s: float = 20.0
    greeting_s: float = 8.0
    print_s: float = 20.0
    paper_s: float = 45.0
    answer_s: float = 2.5


@dataclass(frozen=True)
class Shelf:
    """What the kiosk can do at this hall: tiles whose capability is installed."""

    tiles: tuple[str, ...] = field(default=("what_to_bring", "collect", "not_done", "say_how"))


def expired(card: IdCard, today: date) -> bool:
    """Tell whether a card's validity has ended; a card without an end never expires."""
    return card.valid_to is not None and card.valid_to < today
