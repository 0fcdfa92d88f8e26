"""A DocumentCamera over a camera process: USB video cameras by QtMultimedia.

QtMultimedia, its codecs and OpenCV stay in that process. A camera whose driver hangs or crashes
takes it along and is started anew; the station's window never waits, and only small pictures and
finished pages cross.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from devices.camera_port import PageNotTaken, PageTaken, Picture, Seen
from devices.child_link import ChildLink
from devices.host import Backoff, Life, Worker
from devices.ports import DeviceStatus, Fault, Offline, Ready, UserError
from devices.transport import LinkLost, Transport
from document_camera.messages import (
    Alive,
    BadMessage,
    Condition,
    Head,
    Look,
    NoPage,
    Page,
    Say,
    SetUp,
    packed,
    says,
)
from document_camera.offers import SCHEME, wanted_by
from document_camera.wishes import WRITE_S, OnLook, OnPage, Wishes

HEADS: Mapping[str, Head] = {"left": "left", "top": "top", "right": "right", "bottom": "bottom"}
OnStatus = Callable[[DeviceStatus], None]
OpenLink = Callable[[], Transport]

COMMAND = (sys.executable, "-m", "document_camera.process")
PRODUCT_ROOT = Path(__file__).resolve().parent.parent
READ_S = 0.25
CHUNK_BYTES = 1 << 18
SILENT_AFTER_S = 6.0
"""The process says once a second that it lives; its first word takes longer."""


class _CameraWork:
    """What the worker does, life after life: start the process, listen to it."""

    def __init__(
        self, open_link: OpenLink, set_up: SetUp, wishes: Wishes, clock: Callable[[], float]
    ) -> None:
        self._open_link = open_link
        self._set_up = set_up
        self._wishes = wishes
        self._clock = clock
        self._link: Transport | None = None

    def set_up(self, life: Life) -> None:
        """Start the process. Raises LinkLost."""
        self._link = link = self._open_link()
        link.write(packed(self._set_up), WRITE_S)
        self._wishes.connect(link)
        life.beat()

    def run(self, life: Life) -> None:
        """Listen. Raises LinkLost when the process ends, is silent, or speaks nonsense."""
        link = self._link
        if link is None:
            raise LinkLost("no camera process")
        unpacker = says()
        heard_s = self._clock()
        while not life.ending:
            life.beat()
            self._wishes.pass_time()
            data = link.read(CHUNK_BYTES, READ_S)
            if not data:
                if self._clock() - heard_s > SILENT_AFTER_S:
                    raise LinkLost("silent")
                continue
            heard_s = self._clock()
            try:
                for said in unpacker.feed(data):
                    self._hear(said, life)
            except BadMessage as fault:
                raise LinkLost("the camera process is not understood") from fault

    def tear_down(self) -> None:
        """End the process."""
        self._wishes.connect(None)
        self.break_off()

    def break_off(self) -> None:
        """End the process under a call that waits for it."""
        link, self._link = self._link, None
        if link is not None:
            link.close()

    def _hear(self, said: Say, life: Life) -> None:
        match said:
            case Condition():
                life.settled()
                life.report(_status(said))
            case Look():
                picture = Picture(said.rgb, said.width_px, said.height_px)
                self._wishes.look(Seen(said.verdict, picture, said.corners))
            case Page():
                page = PageTaken(said.jpeg, said.width_px, said.height_px, said.dpi, said.corners)
                self._wishes.finish(said.number, page)
            case NoPage():
                self._wishes.finish(said.number, PageNotTaken(said.why))
            case Alive():
                pass


class UvcCamera:
    """Looks through a USB video camera. Any thread may call; callbacks come from the worker's.

    `address` says which camera (document_camera.offers.wanted_by), `head` where in its picture the
    head of a page points.
    """

    def __init__(
        self,
        open_link: OpenLink,
        address: str = f"{SCHEME}://any",
        head: Head = "left",
        backoff: Backoff | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Raises ValueError for an address that cannot be meant."""
        wanted_by(address)
        self._wishes = Wishes(clock)
        self._work = _CameraWork(open_link, SetUp(address, head), self._wishes, clock)
        self._backoff = backoff or Backoff(first_s=0.5, longest_s=4.0)
        self._on_status: OnStatus | None = None
        self._worker: Worker | None = None

    def start(self, on_status: OnStatus) -> None:
        """Start the camera process and report how the camera is."""
        self._on_status = on_status
        self._worker = Worker("document-camera", self._work, self._told, backoff=self._backoff)
        self._worker.start()

    def watch(self, on_look: OnLook) -> None:
        """Look from now on."""
        self._wishes.watch(on_look)

    def take(self, on_page: OnPage, *, anyway: bool = False) -> None:
        """Take the page that lies there."""
        self._wishes.take(on_page, anyway)

    def rest(self) -> None:
        """Look no more."""
        self._wishes.rest()

    def stop(self) -> None:
        """End the camera process; returns when it is gone."""
        self._wishes.rest()
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()

    def _told(self, status: DeviceStatus) -> None:
        self._wishes.set_able(isinstance(status, Ready | UserError))
        if self._on_status is not None:
            self._on_status(status)


def build(open_link: OpenLink, options: Mapping[str, object]) -> UvcCamera:
    """Return a camera for the options of a station file: `head`; `address` is its transport.

    `open_link` is only used where the address is that of a simulator. Raises ValueError.
    """
    unknown = sorted(set(options) - {"address", "head"})
    if unknown:
        raise ValueError(f"the uvc driver has no option '{unknown[0]}'; there is: head")
    head = HEADS.get(str(options.get("head", "left")))
    if head is None:
        raise ValueError(f"head = {options['head']!r} must be one of: {', '.join(HEADS)}")
    address = str(options.get("address") or f"{SCHEME}://any")
    if address.startswith("sim://"):
        return UvcCamera(open_link, head=head)
    return UvcCamera(_start_process, address, head)


def _start_process() -> Transport:
    return ChildLink(COMMAND, PRODUCT_ROOT)


def _status(condition: Condition) -> DeviceStatus:
    match condition.word:
        case "ready":
            return Ready()
        case "user_error":
            return UserError(condition.detail)
        case "offline":
            return Offline(condition.detail)
        case _:
            return Fault(condition.detail)
