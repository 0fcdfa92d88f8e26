"""Cases: who is here, their papers gone through side by side, and what is still to follow.

The pages, what a press does and how an answer goes on: guide_desk/cases.
"""

from __future__ import annotations

from datetime import datetime

from devices.camera_port import PageOutcome, PageVerdict
from devices.ports import CardEvent, CardSeen, DeviceStatus, PrintOutcome
from guide_desk.areas import take
from guide_desk.areas.base import Area, Told
from guide_desk.cases.answering import Answering
from guide_desk.cases.guiding import Guiding
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.cases.pages import CasePages
from guide_desk.desk import Desk
from guide_desk.shell_views import Page
from hall.boards.guide import GuideBoard
from hall.boards.visits import days_to_come, unowned
from hall.care.pictures.messages import KeepPicture
from hall.kernel.errors import HallUnreachable, KnownError
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import TakeTicket, TicketTaken

ID = "cases"


class CasesArea(Area):
    """Leads an elder to complete papers, to a notice, or to where else it is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._on = CasePages(desk, ID)
        self._guiding = Guiding(desk, self._on, ID)
        self._answering = Answering(desk, self._on)
        self.deeds = {**self._guiding.deeds(), **self._on.camera.deeds()}

    def page(self, utc: datetime) -> Page:
        """Return the page of the place the guide is at."""
        return self._on.page(utc)

    def mirror(self, utc: datetime) -> MirrorView | None:
        """Return the papers as the elder reads them while they lie open here."""
        del utc
        return self._on.mirror()

    def told(self, utc: datetime) -> Told:
        """Tell of somebody nobody looks after, then of a last day that has come."""
        self._on.utc = utc
        desk, words = self.desk, self.desk.words
        alone = [one for one in unowned(desk.hall.visits) if one.alarmed]
        if alone:
            number = alone[0].number or words.get("number_none")
            strip = words.get("alone_strip", number=number)
            return Told(len(alone), "call", words.get("rail_alone"), strip, "hand-waving")
        today = self._on.today()
        late = any(day <= today for day in days_to_come(desk.hall.visits))
        return Told(words=words.get("rail_due") if late else "")

    def typed(self, text: str) -> None:
        """Take a letter of a code."""
        self._guiding.typed(text)

    def back(self) -> bool:
        """Take one step back."""
        return self._guiding.back()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._on.leaf.tick(now_s)
        self._on.shelf.hand.tick(now_s)
        self._on.camera.tick(now_s)
        page = self._on.places.here.name if self.desk.shown == ID else ""
        self._on.phone.tick(now_s, reading=page == "call", typing=page == "phone_pad")
        if self._on.greeting.tick(now_s):
            self._on.beginning = ""
            self.desk.say("card_not_greeted")

    def board_changed(self, before: GuideBoard | None) -> None:
        """Whoever has left has no page any more; a paper in the hand stays."""
        del before
        self._on.forget_gone()
        self._on.shelf.board_changed(self.desk.hall.visits.cases.values())

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on where the hall did what was asked; its number is printed in the area take."""
        self._answering.answered(command, message)
        if isinstance(command, KeepPicture):
            self._on.camera.hand.ended(command.blob_id)
        of_visit = isinstance(command, TakeTicket) and bool(command.visit_id)
        if of_visit and isinstance(message, TicketTaken) and self.desk.shown == ID:
            self._on.places.home()
            self.desk.turn_to(take.ID)

    def refused(self, command: Command) -> None:
        """A page that waited for the hall's yes is left."""
        self._answering.refused(command)
        if isinstance(command, KeepPicture):
            self._on.camera.hand.ended(command.blob_id)

    def card(self, event: CardEvent) -> bool:
        """Greet whoever lays down a card here, or fill in a paper from it."""
        if self.desk.shown != ID or not isinstance(event, CardSeen):
            return False
        return self._guiding.card(event.card)

    def paper_made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the PDF of a paper."""
        self._on.shelf.hand.made(job_id, pdf)

    def paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how a paper came out."""
        self._on.shelf.hand.printed(job_id, outcome)
        self._on.camera.hand.printed(job_id, outcome)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a paper, or a page."""
        self._on.shelf.hand.sealed(job_id, blob_id)
        self._on.camera.hand.sealed(job_id, blob_id)
        self._on.phone.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not."""
        self._on.shelf.hand.not_sealed(job_id, error)
        self._on.camera.hand.not_sealed(job_id, error)
        self._on.phone.not_sealed(job_id, error)

    def looks(self) -> bool:
        """Tell whether the camera is wanted."""
        return self._on.camera.looks

    def camera_status(self, status: DeviceStatus) -> None:
        """Take how the camera is."""
        self._on.camera.hand.status(status)

    def looked(self, verdict: PageVerdict) -> bool:
        """Take what the camera says of what lies there."""
        return self._on.camera.hand.looked(verdict)

    def page_came(self, job_id: str, outcome: PageOutcome) -> None:
        """Take a page, or why there is none."""
        self._on.camera.page_came(job_id, outcome)

    def page_guessed(self, job_id: str, item_id: str) -> None:
        """Take which paper a page looks like."""
        self._on.camera.hand.guessed(job_id, item_id)

    def picture_came(self, blob_id: str, jpeg: bytes) -> bool:
        """Take a kept page that was asked for."""
        return self._on.camera.kept.came(blob_id, jpeg)

    def detail_came(self, blob_id: str, data: bytes) -> bool:
        """Take a telephone number that was asked for."""
        return self._on.phone.came(blob_id, data)

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """Take that a kept page cannot be read."""
        if self._on.camera.kept.failed(blob_id, error):
            self._on.places.back_to("items")
        if self._on.phone.failed(blob_id):
            lost = isinstance(error, HallUnreachable)
            self.desk.say("phone_lost" if lost else "phone_gone")
