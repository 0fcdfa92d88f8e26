"""One open link to a printer: asks how it is, prints one slip, says honestly what is known."""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from devices.ports import DeviceStatus, Offline, PaperLow, PrintOutcome, Ready, Unknown
from devices.transport import LinkLost, Transport, WriteTimedOut
from printer_drivers.escpos import encode, status
from printer_drivers.escpos.profile import Profile
from printer_drivers.raster import DOTS_PER_MM, Bitmap

REPLY_TIMEOUT_S = 0.5
WRITE_TIMEOUT_S = 5.0
CONFIRM_GRACE_S = 3.0


class Session:
    """The conversation over one link. `pause(seconds)` waits and keeps the supervisor content."""

    def __init__(
        self,
        link: Transport,
        profile: Profile,
        pause: Callable[[float], object],
        *,
        broken_off: bool = False,
    ) -> None:
        """`broken_off`: the last slip on this printer stopped inside a picture."""
        self._link = link
        self._profile = profile
        self._pause = pause
        self._answered_late = False
        self.broken_off = broken_off

    def ask_status(self) -> DeviceStatus:
        """Ask DLE EOT 1 to 4; the round ends at the first silence. Raises LinkLost."""
        if not self._profile.status:
            return Unknown()
        if self._answered_late:
            # A reply that comes late must not be taken for the reply to the next request.
            self._link.read(256, REPLY_TIMEOUT_S)
        self._answered_late = False
        replies: dict[int, frozenset[status.Flag] | None] = {}
        for request in status.REQUESTS:
            self._pause(0.0)
            self._link.drain()
            self._link.write(encode.status_request(request), WRITE_TIMEOUT_S)
            received = self._link.read(16, REPLY_TIMEOUT_S)
            byte = status.the_reply(received)
            replies[request] = None if byte is None else status.decode(request, byte)
            if not received:
                self._answered_late = True
                break
        return status.status_of(replies, near_end_sensor=self._profile.near_end)

    def print(self, bitmap: Bitmap) -> PrintOutcome:
        """Print one slip and return what is known of it. Never raises for the printer's sake."""
        job = encode.encode(bitmap, self._profile)
        try:
            before = self.ask_status()
            if status.stops_printing(before):
                return PrintOutcome("not_printed", before)
            if self.broken_off:
                self._link.write(encode.recovery(self._profile), WRITE_TIMEOUT_S)
            self._link.write(job.header, WRITE_TIMEOUT_S)
        except LinkLost as lost:
            return PrintOutcome("not_printed", Offline(str(lost)))

        self.broken_off = True
        try:
            trouble = self._send(job, watched=not isinstance(before, Unknown))
            if trouble is not None:
                return PrintOutcome("unknown", trouble)
            self.broken_off = False
            return self._confirm(bitmap)
        except WriteTimedOut:
            return PrintOutcome("unknown", self._status_after_time_out())
        except LinkLost as lost:
            return PrintOutcome("unknown", Offline(str(lost)))

    def _send(self, job: encode.PrintJob, *, watched: bool) -> DeviceStatus | None:
        """Send the slip; return the trouble that stopped it. Raises LinkLost, WriteTimedOut."""
        for band in (*job.bands, job.tail):
            if watched and self._stopped():
                return self.ask_status()
            self._pause(0.0)
            if band:
                self._link.write(band, WRITE_TIMEOUT_S)
        return None

    def _stopped(self) -> bool:
        self._link.write(encode.status_request(status.OFFLINE_CAUSE), WRITE_TIMEOUT_S)
        return self._tells_trouble(self._link.read(16, REPLY_TIMEOUT_S))

    def _tells_trouble(self, received: bytes) -> bool:
        byte = status.the_reply(received)
        flags = None if byte is None else status.decode(status.OFFLINE_CAUSE, byte)
        return bool(flags) and status.any_trouble(flags or ())

    def _confirm(self, bitmap: Bitmap) -> PrintOutcome:
        printing_s = bitmap.height_dots / DOTS_PER_MM / self._profile.speed_mm_s
        passed = True
        if self._profile.fence:
            passed = self._fence_passed(printing_s + CONFIRM_GRACE_S)
        elif self._profile.status:
            self._pause(printing_s)
        after = self.ask_status()
        good = passed and isinstance(after, Ready | PaperLow)
        return PrintOutcome("printed" if good else "unknown", after)

    def _fence_passed(self, within_s: float) -> bool:
        """Wait for the queued GS r reply; meanwhile a stopped printer is noticed at once."""
        for _ in range(ceil(within_s / REPLY_TIMEOUT_S)):
            self._pause(0.0)
            received = self._link.read(16, REPLY_TIMEOUT_S)
            if any(status.is_fence_reply(byte) for byte in received):
                return True
            if self._tells_trouble(received):
                return False
            self._link.write(encode.status_request(status.OFFLINE_CAUSE), WRITE_TIMEOUT_S)
        return False

    def _status_after_time_out(self) -> DeviceStatus:
        try:
            return self.ask_status()
        except LinkLost as lost:
            return Offline(str(lost))
