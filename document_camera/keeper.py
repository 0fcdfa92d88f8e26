"""Keeps one camera open while somebody looks: which one, in which format, and how it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, Protocol

from devices.ports import DeviceStatus, Fault, Offline, Ready, UserError
from document_camera.health import PictureHealth
from document_camera.offers import Format, Offer, formats_in_order

NO_CAMERA = Offline("no_camera")
BUSY = Offline("busy")
SILENT = Offline("silent")
REFUSED = Fault("refused")
FROZEN = Fault("frozen")
DAMAGED = Fault("damaged_picture")
LENS_COVERED = UserError("lens_covered")
COARSE = UserError("coarse")

SILENT_AFTER_S = 3.0
OPENS_WITHIN_S = 5.0
"""A camera that wakes from sleep takes three seconds to its first picture."""
AGAIN_AFTER_S = 2.0

Choose = Callable[[tuple[Offer, ...]], Offer | None]
Refusal = Literal["busy", "refused"]


class Source(Protocol):
    """The cameras of a machine. Opening answers by frames, or by a refusal; nothing blocks."""

    def offers(self) -> tuple[Offer, ...]:
        """Return the cameras that are plugged in now."""
        ...

    def open(self, offer: Offer, form: Format) -> None:
        """Begin to deliver frames of a camera in a format."""
        ...

    def close(self) -> None:
        """Deliver none any more; the camera's lamp goes out."""
        ...


class CameraKeeper:
    """Decides what to open and tells how the camera is. All calls come in one thread.

    `on_status` is told of every change, `on_lost` whenever no picture will come for a while.
    """

    def __init__(
        self,
        source: Source,
        on_status: Callable[[DeviceStatus], None],
        on_lost: Callable[[], None],
        clock: Callable[[], float],
    ) -> None:
        self._source = source
        self._choose: Choose | None = None
        self._on_status = on_status
        self._on_lost = on_lost
        self._clock = clock
        self._watching = False
        self._status: DeviceStatus | None = None
        self._offer: Offer | None = None
        self._untried: list[Format] = []
        self._form: Format | None = None
        self._patience_ends_s = 0.0
        self._again_at_s: float | None = None
        self._refusal: DeviceStatus = REFUSED
        self._damaged = False

    def mean(self, choose: Choose) -> None:
        """Keep the camera that `choose` picks. Nothing is looked for before."""
        self._choose = choose
        self.changed()

    def changed(self) -> None:
        """Look what is plugged in; due whenever that changes."""
        if self._choose is None:
            return
        offer = self._choose(self._source.offers())
        if offer == self._offer and self._status is not None:
            return
        self._shut()
        self._offer = offer
        self._tell(self._at_rest())
        if self._watching:
            self._begin()

    def watch(self, wanted: bool) -> None:
        """Open the camera, or close it."""
        if wanted == self._watching:
            return
        self._watching = wanted
        if wanted:
            self._begin()
        else:
            self._shut()
            self._tell(self._at_rest())

    def broken_frame(self) -> None:
        """A picture has come of which a part is missing; it is none."""
        self._damaged = True

    def picture(self, health: PictureHealth) -> None:
        """What was made of a picture says how the camera is."""
        if self._form is None:
            return
        self._patience_ends_s = self._clock() + SILENT_AFTER_S
        self._damaged = False
        if health == "same":
            self._lose(FROZEN)
        elif health == "black":
            self._tell(LENS_COVERED)
        else:
            self._tell(Ready() if self._form.is_good else COARSE)

    def refused(self, why: Refusal) -> None:
        """The camera cannot be opened like that: the next format, or later again."""
        if self._form is None:
            return
        self._source.close()
        self._form = None
        self._refusal = BUSY if why == "busy" else REFUSED
        if why == "busy":
            self._untried.clear()
        self._try_next()

    def tick(self) -> None:
        """Some tenths of a second have passed."""
        now_s = self._clock()
        if self._form is not None and now_s > self._patience_ends_s:
            self._lose(DAMAGED if self._damaged else SILENT)
        elif self._again_at_s is not None and now_s >= self._again_at_s:
            self._begin()

    def _begin(self) -> None:
        self._again_at_s = None
        if self._offer is None:
            return
        self._untried = list(formats_in_order(self._offer))
        self._refusal = REFUSED
        self._try_next()

    def _try_next(self) -> None:
        if self._offer is None:
            return
        if not self._untried:
            self._lose(self._refusal)
            return
        self._form = self._untried.pop(0)
        self._patience_ends_s = self._clock() + OPENS_WITHIN_S
        self._damaged = False
        self._source.open(self._offer, self._form)

    def _lose(self, status: DeviceStatus) -> None:
        """Tell what is wrong, and try again in a while."""
        self._shut()
        self._again_at_s = self._clock() + AGAIN_AFTER_S
        self._tell(status)
        self._on_lost()

    def _shut(self) -> None:
        self._again_at_s = None
        self._untried.clear()
        if self._form is not None:
            self._form = None
            self._source.close()

    def _at_rest(self) -> DeviceStatus:
        if self._offer is None:
            return NO_CAMERA
        if not self._offer.formats:
            return REFUSED
        return Ready() if formats_in_order(self._offer)[0].is_good else COARSE

    def _tell(self, status: DeviceStatus) -> None:
        if status == self._status:
            return
        self._status = status
        self._on_status(status)
        if isinstance(status, Offline | Fault):
            self._on_lost()
