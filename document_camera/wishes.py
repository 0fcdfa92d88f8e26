"""What a station wants of its camera, kept while the camera process comes and goes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from devices.camera_port import PageNotTaken, PageOutcome, Seen
from devices.transport import LinkLost, Transport
from document_camera.messages import Ask, Rest, Take, Watch, packed

OnLook = Callable[[Seen], None]
OnPage = Callable[[PageOutcome], None]

WRITE_S = 0.5
PAGE_WITHIN_S = 7.5
NOTHING_TAKEN = PageNotTaken("no_camera")


@dataclass(frozen=True)
class _Taking:
    number: int
    on_page: OnPage
    ends_at_s: float


class Wishes:
    """What the station wants of the camera; set by any thread, carried out by the worker's link."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        self._link: Transport | None = None
        self._on_look: OnLook | None = None
        self._taking: _Taking | None = None
        self._count = 0
        self._able = False

    def connect(self, link: Transport | None) -> None:
        """Speak over this link from now on; what is wanted is said to it at once."""
        with self._lock:
            self._link = link
            if link is not None and self._on_look is not None:
                self._say(Watch())

    def watch(self, on_look: OnLook) -> None:
        """Look from now on, for the newest listener."""
        with self._lock:
            began, self._on_look = self._on_look is None, on_look
            if began:
                self._say(Watch())

    def rest(self) -> None:
        """Look no more; whoever waits for a page gets none."""
        with self._lock:
            self._on_look = None
            self._say(Rest())
        self.finish(None, NOTHING_TAKEN)

    def take(self, on_page: OnPage, anyway: bool) -> None:
        """Take the page, or answer at once that it cannot be."""
        with self._lock:
            refused = self._on_look is None or not self._able or self._taking is not None
            if not refused:
                self._count += 1
                self._taking = _Taking(self._count, on_page, self._clock() + PAGE_WITHIN_S)
                self._say(Take(self._count, anyway))
        if refused:
            on_page(NOTHING_TAKEN)

    def set_able(self, able: bool) -> None:
        """Say whether the camera can look at all; if not, whoever waits for a page gets none."""
        with self._lock:
            self._able = able
        if not able:
            self.finish(None, NOTHING_TAKEN)

    def look(self, seen: Seen) -> None:
        """Hand a look on to whoever listens."""
        on_look = self._on_look
        if on_look is not None:
            on_look(seen)

    def finish(self, number: int | None, outcome: PageOutcome) -> None:
        """Answer the wish of this number; None answers whichever there is."""
        with self._lock:
            taking = self._taking
            if taking is None or number not in (None, taking.number):
                return
            self._taking = None
        taking.on_page(outcome)

    def pass_time(self) -> None:
        """Answer a wish that has waited for too long."""
        taking = self._taking
        if taking is not None and self._clock() >= taking.ends_at_s:
            self.finish(taking.number, NOTHING_TAKEN)

    def _say(self, ask: Ask) -> None:
        if self._link is None:
            return
        try:
            self._link.write(packed(ask), WRITE_S)
        except LinkLost:
            self._link = None  # the worker meets the same end when it reads
