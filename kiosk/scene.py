"""Everything a page is drawn and spoken from."""

from __future__ import annotations

from dataclasses import dataclass

from hall.boards.floor import not_printed, waiting_count
from hall.boards.kiosk import KioskBoard
from hall.kernel.facts import HallFacts
from hall.tickets.messages import TicketView
from kiosk.flow import Page
from kiosk.ports import NumberWords
from kiosk.session import Comfort, Session, Shelf
from kiosk.tongues import Tongue
from ui_kit.strings import Strings

UNPRINTED_SHOWN = 12


@dataclass(frozen=True)
class Scene:
    """The page, who is there, what the hall and the devices say.

    `paper` is the printer's status word; `ticks_left` counts half seconds of the question. `tongue`
    is the language of the visit, `tongues` are all that can be chosen. `undoable` says that the
    number was just given and may be taken back, `mistakable` the same of an alarm, `day_over` that
    the hall has closed for today, so that there is no page behind the one that says it, `guides`
    that the guides of matters can be read in the language of the visit, `camera` that papers can be
    pictured now.
    """

    page: Page
    session: Session
    comfort: Comfort
    board: KioskBoard
    linked: bool
    reader_works: bool
    paper: str
    ticks_left: int
    shelf: Shelf
    tongue: Tongue
    tongues: tuple[Tongue, ...]
    undoable: bool = False
    mistakable: bool = False
    day_over: bool = False
    guides: bool = True
    camera: bool = False

    @property
    def facts(self) -> HallFacts:
        """The facts of the hall, its names in the language of the visit."""
        return self.board.facts.in_language(self.tongue.base)

    @property
    def words(self) -> Strings:
        """What is shown and said at the kiosk, in the language of the visit."""
        return self.tongue.words

    @property
    def numbers(self) -> NumberWords:
        """How numbers are read in the language of the visit."""
        return self.tongue.numbers

    @property
    def guide(self) -> str:
        """The guide desk by its name, by a plain word until the hall has told it."""
        return self.facts.guide_desk or self.words.get("guide_desk_unheard")

    @property
    def help_called(self) -> bool:
        """Whether somebody was called from here and nobody has come yet."""
        return bool(self.board.helps)

    @property
    def matter_name(self) -> str:
        """The chosen matter, broken by sense; empty when none is chosen."""
        matter = self.session.matter
        return "\n".join(matter.plain_lines or (matter.plain_name,)) if matter else ""

    def ahead(self) -> int | None:
        """Return how many are before the visitor: the hall's answer, else the queue's length."""
        ticket = self.session.ticket
        if ticket is not None:
            return ticket.ahead
        matter = self.session.matter
        return waiting_count(self.board.floor, matter.queue) if matter else 0

    def unprinted(self) -> tuple[TicketView, ...]:
        """Return numbers of this kiosk whose paper did not surely come out, newest first."""
        left = not_printed(self.board.floor, self.board.station_id)
        waiting = [ticket for ticket in left if ticket.state == "waiting"]
        return tuple(reversed(waiting))[:UNPRINTED_SHOWN]
