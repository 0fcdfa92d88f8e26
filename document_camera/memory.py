"""A camera in memory, for tests of screens: it sees what it is told."""

from __future__ import annotations

from collections.abc import Callable

from devices.camera_port import (
    Corner,
    PageNotTaken,
    PageOutcome,
    PageTaken,
    PageVerdict,
    Picture,
    Seen,
)
from devices.ports import DeviceStatus, Fault, Offline, Ready

WIDTH_PX, HEIGHT_PX = 48, 36
CORNERS: tuple[Corner, ...] = ((0.2, 0.1), (0.8, 0.1), (0.8, 0.9), (0.2, 0.9))
NO_CAMERA = Offline("no_camera")

OnStatus = Callable[[DeviceStatus], None]
OnLook = Callable[[Seen], None]
OnPage = Callable[[PageOutcome], None]


class MemoryDocumentCamera:
    """Shows and takes at once in the caller's thread.

    A good page is handed out as `page`; `takes` holds every outcome, oldest first. `by_hand`
    keeps a take waiting until `finish_taking`.
    """

    def __init__(self, status: DeviceStatus | None = None, *, by_hand: bool = False) -> None:
        self.page = PageTaken(b"\xff\xd8\xff\xd9", 1654, 2339, 200, CORNERS)
        self.takes: list[PageOutcome] = []
        self._by_hand = by_hand
        self._status: DeviceStatus = status or Ready()
        self._verdict: PageVerdict = "no_paper"
        self._picture = Picture(bytes([120]) * (3 * WIDTH_PX * HEIGHT_PX), WIDTH_PX, HEIGHT_PX)
        self._on_status: OnStatus | None = None
        self._on_look: OnLook | None = None
        self._taking: tuple[OnPage, bool] | None = None

    @property
    def watching(self) -> bool:
        """Whether anybody looks."""
        return self._on_look is not None

    def start(self, on_status: OnStatus) -> None:
        """Report the status."""
        self._on_status = on_status
        on_status(self._status)

    def watch(self, on_look: OnLook) -> None:
        """Show what lies there, now and whenever it changes."""
        self._on_look = on_look
        self._look()

    def take(self, on_page: OnPage, *, anyway: bool = False) -> None:
        """Take the page, refuse it for its verdict, or wait for `finish_taking`."""
        if self._on_look is None or self._blind or self._taking is not None:
            on_page(PageNotTaken("no_camera"))
            return
        self._taking = (on_page, anyway)
        if not self._by_hand:
            self.finish_taking()

    def finish_taking(self) -> None:
        """End a take by what lies there now; nothing happens when nobody takes."""
        if self._taking is None:
            return
        (on_page, anyway), self._taking = self._taking, None
        outcome: PageOutcome = self.page
        if self._blind or self._on_look is None:
            outcome = PageNotTaken("no_camera")
        elif self._verdict != "good" and not anyway:
            outcome = PageNotTaken(self._verdict)
        self.takes.append(outcome)
        on_page(outcome)

    def rest(self) -> None:
        """Show nothing more."""
        self._on_look = None
        self.finish_taking()

    def stop(self) -> None:
        """Let the camera go."""
        self.rest()
        self._on_status = None

    def put_page(self, verdict: PageVerdict = "good", picture: Picture | None = None) -> None:
        """Lay a page under the camera, with what is wrong with it."""
        self._verdict = verdict
        self._picture = picture or self._picture
        self._look()

    def take_away(self) -> None:
        """Take the page away."""
        self.put_page("no_paper")

    def set_status(self, status: DeviceStatus) -> None:
        """Become Ready, Offline, … from now on."""
        self._status = status
        if self._on_status is not None:
            self._on_status(status)
        if self._blind:
            self.finish_taking()
        else:
            self._look()

    @property
    def _blind(self) -> bool:
        return isinstance(self._status, Offline | Fault)

    def _look(self) -> None:
        if self._on_look is None or self._blind:
            return
        corners = () if self._verdict in ("no_paper", "too_dark") else CORNERS
        self._on_look(Seen(self._verdict, self._picture, corners))
