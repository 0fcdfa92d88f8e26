"""The one paper that lies under the desk's camera, and its pages on their way to the hall. Pure."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Literal

from devices.camera_port import PageNotTaken, PageOutcome, PageVerdict
from devices.ports import DeviceStatus, Fault, Offline, PrintOutcome, UserError
from guide_desk.camera.state import LEFT_S, PRINT_S, TAKE_S, Action, Under, next_state
from guide_desk.desk import Desk
from guide_desk.wishes import PrintCopy, SealPicture, TakePage
from hall.boards.pictures import pictures_of
from hall.care.pictures.messages import KeepPicture
from hall.kernel.errors import KnownError
from hall.visits.views import CaseView, ItemView
from ui_kit.sealing import SealQueue

LENS = "lens_covered"


class CameraHand:
    """At most one page on the glass; accepted ones go to the hall by themselves.

    `away` is why the camera cannot be used, as a word; empty while it can.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.under: Under | None = None
        self.away = ""
        self.covered = False
        self._on_way: dict[str, tuple[str, str, int]] = {}
        self._queue = SealQueue(
            lambda job_id, jpeg: desk.wish(SealPicture(job_id, jpeg)), desk.send
        )

    @property
    def there(self) -> bool:
        """Whether this desk has a camera at all."""
        return bool(self._desk.setup.camera_id)

    @property
    def looks(self) -> bool:
        """Whether the camera is wanted now."""
        return self.under is not None and self.under.state in ("looking", "taking", "taken")

    def lay(self, visit_id: str, case: CaseView, item: ItemView, *, copy: bool) -> None:
        """Begin with a paper; a page that was taken and not accepted is forgotten."""
        self.under = Under(
            visit_id, case.id, item.id, item.plain, self._next_page(case.id, item.id), copy,
            self._desk.now_s,
        )  # fmt: skip

    def put_away(self) -> None:
        """Look no more, and forget what was not accepted."""
        self.under = None

    def looked(self, verdict: PageVerdict) -> bool:
        """Take what the camera says of what lies there; tells whether that is news."""
        if self.under is None or self.under.verdict == verdict:
            return False
        self.under = replace(self.under, verdict=verdict)
        return True

    def status(self, status: DeviceStatus) -> None:
        """Take how the camera is."""
        away = isinstance(status, Offline | Fault)
        self.away = (status.why if isinstance(status, Offline) else "fault") if away else ""
        self.covered = isinstance(status, UserError) and status.what == LENS
        if away and self.under is not None and self.under.state == "taking":
            self._refused("no_camera")

    def take(self, *, anyway: bool = False) -> None:
        """Take the page that lies there; `anyway` whatever the camera has against it."""
        under = self._moved("take")
        if under is not None:
            job_id = self._desk.setup.new_id()
            self.under = replace(under, job_id=job_id)
            self._desk.wish(TakePage(job_id, anyway))

    def page_came(self, job_id: str, outcome: PageOutcome) -> None:
        """Take the page, or why there is none; one nobody waits for any more is dropped."""
        if self.under is None or self.under.job_id != job_id:
            return
        if isinstance(outcome, PageNotTaken):
            self._refused(outcome.why)
            return
        under = self._moved("page")
        if under is not None:
            self.under = replace(under, taken=outcome, refused="")

    def guessed(self, job_id: str, item_id: str) -> None:
        """Take which paper a page looks like; of a page that lies here no more it is dropped."""
        under = self.under
        if under is not None and under.state == "taken" and under.job_id == job_id:
            self.under = replace(under, guess=item_id)

    def move(self, item: ItemView, *, copy: bool) -> bool:
        """Lay the page to the paper it looks like; tells whether that was so."""
        under = self.under
        if under is None or under.state != "taken" or under.guess != item.id:
            return False
        self.under = replace(
            under, item_id=item.id, plain=item.plain, copy=copy, since_s=self._desk.now_s,
            page=self._next_page(under.case_id, item.id),
        )  # fmt: skip
        return True

    def again(self) -> None:
        """This page is not good enough: look once more."""
        under = self._moved("again")
        if under is not None:
            self.under = replace(under, taken=None, refused="", guess="")

    def accept(self) -> bool:
        """Let the hall keep the page, and look for the next one; tells whether there was one."""
        under = self.under
        if under is None or under.state != "taken" or under.taken is None or under.copy:
            return False
        job_id = self._desk.setup.new_id()
        self._on_way[job_id] = (under.case_id, under.item_id, under.page)
        self._queue.keep(job_id, under.taken.jpeg, partial(self._named, under), self._desk.now_s)
        self.again()
        self.under = replace(self.under or under, page=under.page + 1)
        return True

    def print(self) -> None:
        """Print a copy of a paper of which no picture is kept."""
        taken = self.under.taken if self.under is not None and self.under.copy else None
        under = self._moved("print") if taken is not None else None
        if under is not None and taken is not None:
            job_id = self._desk.setup.new_id()
            self.under = replace(under, job_id=job_id)
            self._desk.wish(PrintCopy(job_id, taken))

    def printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how the copy came out."""
        if self.under is not None and self.under.job_id == job_id:
            self._moved(outcome.outcome)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a page."""
        self._queue.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not."""
        if self._queue.not_sealed(job_id, error, self._desk.now_s):
            self.ended(job_id)
            self._desk.say("camera_not_kept")

    def ended(self, blob_id: str) -> None:
        """Take that the hall has answered for a page, whatever it said."""
        self._on_way.pop(blob_id, None)

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._queue.tick(now_s)
        under = self.under
        if under is None:
            return
        since_s = now_s - under.since_s
        if under.state == "taking" and since_s >= TAKE_S:
            self._refused("no_camera")
        elif under.state == "printing" and since_s >= PRINT_S:
            self._moved("unknown")

    def left_alone(self, now_s: float) -> bool:
        """Tell whether a page lies open that nobody has touched for long."""
        return self.under is not None and now_s - self.under.since_s >= LEFT_S

    def _next_page(self, case_id: str, item_id: str) -> int:
        """Return the number after the pages the hall has and those on their way."""
        kept = [one.page for one in pictures_of(self._desk.hall.pictures, case_id, item_id)]
        coming = [page for *of, page in self._on_way.values() if of == [case_id, item_id]]
        return max((*kept, *coming), default=0) + 1

    def _named(self, under: Under, blob_id: str) -> KeepPicture:
        setup = self._desk.setup
        return KeepPicture(
            command_id=setup.new_id(), blob_id=blob_id, item_id=under.item_id, page=under.page,
            visit_id=under.visit_id, station_id=setup.station_id,
        )  # fmt: skip

    def _refused(self, why: PageVerdict | Literal["no_camera"]) -> None:
        under = self._moved("refused")
        if under is not None:
            self.under = replace(under, refused=why)

    def _moved(self, action: Action) -> Under | None:
        """Go on to the next state; None where the table has no way."""
        state = next_state(self.under.state, action) if self.under is not None else None
        if self.under is None or state is None:
            return None
        self.under = replace(self.under, state=state, since_s=self._desk.now_s)
        return self.under
