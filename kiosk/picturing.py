"""Papers under the kiosk's camera before the queue: pages of this visit, handed in with its number.

They are in memory only until a number is given, and forgotten with the visit where none is. What
they show is for the guides, who decide; nobody has to.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from devices.camera_port import PageNotTaken, PageOutcome, PageVerdict
from hall.care.pictures.messages import KeepPicture
from hall.kernel.errors import KnownError
from hall.kernel.facts import MatterFact
from hall.tickets.messages import TicketView
from kiosk.bringing import to_bring
from kiosk.session import Lay
from kiosk.wishes import SealPage, TakePage
from ui_kit.sealing import SealQueue

if TYPE_CHECKING:
    from kiosk.presenter import Presenter

MOST_PAGES = 12
"""Pages of one visit: a kiosk holds them in memory."""
_AWAY = ("offline", "fault", "unknown")


@dataclass(frozen=True, repr=False)
class _Kept:
    matter_id: str
    place: int
    page: int
    jpeg: bytes


def picturable(matter: MatterFact | None, form_mark: str) -> tuple[tuple[int, str], ...]:
    """Return what of a matter may be pictured, by its place on the list, from 1, and its name.

    No identity card, nothing an office looks up, no form the hall prints.
    """
    if matter is None:
        return ()
    brought = to_bring(matter, form_mark)
    return tuple(
        (place, paper.plain)
        for place, paper in enumerate(matter.materials, start=1)
        if paper in brought and not paper.identity_card
    )


class Picturing:
    """The pages of one presenter's visitor, and those of earlier ones still on their way."""

    def __init__(self, presenter: Presenter) -> None:
        self._on = presenter
        self._kept: list[_Kept] = []
        self._job_id = ""
        self._status = "unknown"
        self._queue = SealQueue(
            lambda job_id, jpeg: presenter.wish(SealPage(job_id, jpeg)), presenter.send
        )

    @property
    def works(self) -> bool:
        """Whether there is a camera that can be used."""
        return bool(self._on.setup.camera_id) and self._status not in _AWAY

    def device_status(self, device_id: str, word: str) -> None:
        """Take how the camera is; a page that was being taken is not waited for."""
        if device_id == self._on.setup.camera_id:
            self._status = word
            if not self.works:
                self._refused("no_camera")

    def forget(self) -> None:
        """Forget what was pictured for no number."""
        self._kept.clear()
        self._job_id = ""

    def begin(self) -> bool:
        """Begin with the first paper; tells whether there is one."""
        self._set(Lay())
        return bool(self._papers)

    def looked(self, verdict: PageVerdict) -> None:
        """Take what the camera says of what lies there."""
        if self._on.page == "lay":
            self._set(replace(self._lay, verdict=verdict))

    def shoot(self) -> bool:
        """Take the page that lies there; what a second try does not improve is taken as it is.

        The page stays until it has come.
        """
        if self._job_id:
            return False
        self._job_id = self._on.setup.new_id()
        self._on.wish(TakePage(self._job_id, anyway=bool(self._lay.refused)))
        self._set(replace(self._lay, taking=True))
        return False

    def page_came(self, job_id: str, outcome: PageOutcome) -> None:
        """Take the page, or why there is none; one nobody waits for any more is dropped."""
        if job_id != self._job_id or self._on.page != "lay":
            return
        if isinstance(outcome, PageNotTaken):
            self._refused(outcome.why)
            return
        self._job_id = ""
        self._set(replace(self._lay, taking=False, refused="", jpeg=outcome.jpeg))
        self._on.move("page_came")

    def again(self) -> bool:
        """Look once more at the same page."""
        self._set(Lay(self._lay.index, self._lay.page))
        return True

    def keep(self, *, more: bool) -> bool:
        """Keep the page; go on with another one of it, else with the next paper."""
        lay, papers = self._lay, self._papers
        if lay.jpeg is None or lay.index >= len(papers):
            return False
        matter = self._on.session.matter
        self._kept.append(
            _Kept(matter.id if matter else "", papers[lay.index][0], lay.page, lay.jpeg)
        )
        if more and len(self._kept) < MOST_PAGES:
            self._set(Lay(lay.index, lay.page + 1))
            return True
        return self.skip()

    def skip(self) -> bool:
        """Go on with the next paper; after the last one the number is taken."""
        self._job_id = ""
        following = self._lay.index + 1
        if following < len(self._papers) and len(self._kept) < MOST_PAGES:
            self._set(Lay(following))
            return True
        self._on.jump("printing")
        self._on.giving.take()
        return False

    def hand_in(self, ticket: TicketView) -> None:
        """A number is there: its pages go to the hall, whoever stands here by then."""
        for one in self._kept:
            if one.matter_id != ticket.matter_id:
                continue  # another matter was chosen after all
            self._queue.keep(
                self._on.setup.new_id(),
                one.jpeg,
                partial(self._named, one.place, one.page, ticket.id),
                self._on.now_s,
            )
        self._kept.clear()

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a page."""
        self._queue.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not; the paper itself is still in the elder's hand."""
        self._queue.not_sealed(job_id, error, self._on.now_s)

    def tick(self, now_s: float) -> None:
        """Ask again where the hall did not answer."""
        self._queue.tick(now_s)

    def _named(self, place: int, page: int, ticket_id: str, blob_id: str) -> KeepPicture:
        setup = self._on.setup
        return KeepPicture(
            command_id=setup.new_id(),
            blob_id=blob_id,
            item_id=str(place),
            page=page,
            ticket_id=ticket_id,
            station_id=setup.station_id,
        )

    def _refused(self, why: str) -> None:
        if not self._job_id:
            return
        self._job_id = ""
        self._set(replace(self._lay, taking=False, refused=why))
        if self._on.page == "lay":
            self._on.say(self._on.tongue.words.spoken(f"lay_{why}"))

    def _set(self, lay: Lay) -> None:
        self._on.session = replace(self._on.session, lay=lay)

    @property
    def _lay(self) -> Lay:
        return self._on.session.lay

    @property
    def _papers(self) -> tuple[tuple[int, str], ...]:
        return picturable(self._on.session.matter, self._on.tongue.words.get("form_mark"))
