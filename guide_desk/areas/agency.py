"""Acting for elders: who is to be told today, whose originals are here, and how a mandate begins.

The pages and what a press does: guide_desk/agency.
"""

from __future__ import annotations

from datetime import datetime

from devices.ports import CardEvent, CardSeen, PrintOutcome
from guide_desk.agency.guiding import Guiding
from guide_desk.agency.mirror import mirror_of
from guide_desk.areas.base import Area, Deed, Told
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.desk import Desk
from guide_desk.shell_views import Page
from hall.boards.agency import is_due, is_late
from hall.boards.guide import GuideBoard
from hall.care.agency.messages import (
    FindMandates,
    MandateAdvanced,
    MandateClosed,
    MandateOpened,
    MandateSigned,
    MandateWithdrawn,
    OriginalLost,
    PrincipalNotReached,
    ReportedBack,
)
from hall.care.agency.refusals import MandatesFound
from hall.kernel.errors import KnownError
from hall.kernel.messages import Command, Event, Refusal

ID = "agency"
LEFT_S = 300.0
"""What lies open so long without a touch was left: others pass the desk."""
_SAID: dict[type[Event], str] = {
    MandateSigned: "agency_told_signed",
    ReportedBack: "agency_told_back",
    PrincipalNotReached: "agency_told_not_reached",
    MandateAdvanced: "agency_told_step",
    MandateWithdrawn: "agency_told_dropped",
    OriginalLost: "agency_told_lost",
    MandateClosed: "agency_told_end",
}
_LEAVES = (ReportedBack, PrincipalNotReached, MandateAdvanced, MandateWithdrawn)
"""After these the guide is back at the mandate."""


class AgencyArea(Area):
    """The book of mandates."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._on = Guiding(desk, ID)
        self._touched_s = 0.0
        self.deeds = {name: self._touching(deed) for name, deed in self._on.deeds().items()}

    def page(self, utc: datetime) -> Page:
        """Return the page of the place the guide is at."""
        return self._on.page(utc)

    def told(self, utc: datetime) -> Told:
        """Tell for how many something is to be done today, and that something is late."""
        del utc
        mandates = self.desk.hall.mandates.values()
        count = sum(is_due(one) for one in mandates)
        if any(is_late(one) for one in mandates):
            return Told(count, "call", self.desk.words.get("rail_agency_late"))
        return Told(count, words=self.desk.words.get("rail_agency_due") if count else "")

    def back(self) -> bool:
        """Take one step back."""
        return self._on.back()

    def tick(self, now_s: float) -> None:
        """Let time pass; what was left lying open is put away."""
        on = self._on
        on.leaf.tick(now_s)
        on.details.tick(now_s)
        on.shelf.hand.tick(now_s)
        if on.places.here.name != "list" and now_s - self._touched_s >= LEFT_S:
            on.forget()
            on.places.home()

    def board_changed(self, before: GuideBoard | None) -> None:
        """A mandate that was closed elsewhere has no page any more."""
        del before
        on = self._on
        if on.fresh is not None and on.fresh.id in self.desk.hall.mandates:
            on.fresh = None
        if on.places.here.mandate_id and on.mandate() is None:
            on.forget()
            on.places.home()

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Go on where the hall did what was asked."""
        on = self._on
        if isinstance(message, MandatesFound) and command.command_id == on.finding:
            self._found(message.mandate_ids)
        if isinstance(message, MandateOpened) and command.command_id == on.opening:
            on.opening, on.fresh = "", message.mandate
            on.places.open(message.mandate.id)
            self.desk.say("agency_told_open")
        about = getattr(message, "mandate", None)
        if about is None or on.places.here.mandate_id != about.id:
            return
        said = next((key for kind, key in _SAID.items() if isinstance(message, kind)), "")
        if said:
            self.desk.say(said)
        if isinstance(message, MandateClosed):
            on.forget()
            on.places.home()
        elif isinstance(message, _LEAVES):
            on.details.forget()
            on.places.open(about.id)

    def refused(self, command: Command) -> None:
        """The key comes back; a card that found nothing shows them all."""
        if isinstance(command, FindMandates):
            self._on.finding = ""

    def card(self, event: CardEvent) -> bool:
        """Find the mandates of whoever lays down a card here, or fill in a paper from it."""
        if self.desk.shown != ID or not isinstance(event, CardSeen):
            return False
        return self._on.card(event.card)

    def detail_came(self, blob_id: str, data: bytes) -> bool:
        """Take what is in a sealed detail that was asked for here."""
        return self._on.details.came(blob_id, data)

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """Take that a sealed detail cannot be read."""
        del error
        if self._on.details.failed(blob_id):
            self.desk.say("agency_not_read")

    def paper_made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the PDF of a paper."""
        self._on.shelf.hand.made(job_id, pdf)

    def paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how a paper came out."""
        self._on.shelf.hand.printed(job_id, outcome)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a paper, or a detail."""
        self._on.shelf.hand.sealed(job_id, blob_id)
        self._on.details.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not."""
        self._on.shelf.hand.not_sealed(job_id, error)
        self._on.details.not_sealed(job_id, error)

    def mirror(self, utc: datetime) -> MirrorView | None:
        """Return who acts in what and where the elder's things are, while the area is shown."""
        del utc
        desk, on = self.desk, self._on
        if desk.shown != ID or desk.board is None:
            return None
        return mirror_of(desk.words, desk.hall.facts, on.places.here, on.mandate())

    def _found(self, mandate_ids: tuple[str, ...]) -> None:
        on = self._on
        on.finding = ""
        if len(mandate_ids) == 1:
            on.open(mandate_ids[0])
        elif mandate_ids:
            on.found = mandate_ids

    def _touching(self, deed: Deed) -> Deed:
        def done(argument: str) -> None:
            self._touched_s = self.desk.now_s
            deed(argument)

        return done
