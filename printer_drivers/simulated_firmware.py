"""The firmware of the simulated printer: ESC/POS bytes in, paper and status bytes out."""

from __future__ import annotations

from collections.abc import Callable

from printer_drivers.simulated_paper import CutSlip, Paper

_DLE, _ESC, _GS = 0x10, 0x1B, 0x1D


class Firmware:
    """Obeys commands from its buffer. `up` are the sensors; `answer` sends bytes back at once.

    `strays` counts real-time requests inside a picture; `unknown` keeps bytes it does not know.
    """

    def __init__(
        self,
        paper: Paper,
        *,
        near_end_sensor: bool,
        answer: Callable[[bytes], None],
        on_cut: Callable[[CutSlip], None],
    ) -> None:
        self.paper = paper
        self.buffer = bytearray()
        self.up = {"paper_out": False, "paper_low": False, "cover_open": False, "jam": False}
        self.knife_sticks = False
        self.out_after: int | None = None
        self.strays = 0
        self.unknown = bytearray()
        self._near_end_sensor = near_end_sensor
        self._answer = answer
        self._on_cut = on_cut
        self._pending_dle = bytearray()
        self._push_status = False

    def set_sensor(self, what: str, *, on: bool) -> None:
        """Let a sensor rise or fall, then go on with the work."""
        self.up[what] = on
        self._push_if_asked()
        self.work()

    @property
    def stopped(self) -> bool:
        """True while nothing can be printed."""
        return self.up["paper_out"] or self.up["cover_open"] or self.up["jam"]

    def work(self) -> None:
        """Obey the buffer as far as its bytes, the paper, the cover and the knife allow."""
        while self.buffer and not self.stopped:
            is_cut = self.buffer[:2] == b"\x1dV" and not self.paper.wants_dots
            used = self._step()
            if not used:
                return
            if not is_cut:
                self.paper.keep(bytes(self.buffer[:used]))
            del self.buffer[:used]
            self._use_up_paper(used)

    def _use_up_paper(self, used: int) -> None:
        if self.out_after is None:
            return
        self.out_after -= used
        if self.out_after <= 0:
            self.out_after = None
            self.set_sensor("paper_out", on=True)

    def _step(self) -> int:
        """Obey what stands first in the buffer; return its bytes, 0 when more must come."""
        if self.paper.wants_dots:
            # Never past the byte at which the roll is to end.
            most = len(self.buffer) if self.out_after is None else self.out_after
            return self.paper.dots(bytes(self.buffer[:most]))
        first = self.buffer[0]
        if first == _ESC:
            return self._escape()
        if first == _GS:
            return self._group_separator()
        if first not in (0x00, 0x0A):
            self.unknown.append(first)
        return 1

    def _escape(self) -> int:
        buffer = self.buffer
        if len(buffer) < 2:
            return 0
        if buffer[1] == 0x40:
            return 2
        if buffer[1] in (0x4A, 0x64):
            if len(buffer) < 3:
                return 0
            self.paper.feed(buffer[2] * (1 if buffer[1] == 0x4A else 30))
            return 3
        self.unknown += buffer[:2]
        return 2

    def _group_separator(self) -> int:
        buffer = self.buffer
        if len(buffer) < 3:
            return 0
        if buffer[1] == 0x76 and buffer[2] == 0x30:
            if len(buffer) < 8:
                return 0
            width_bytes, lines = buffer[4] + 256 * buffer[5], buffer[6] + 256 * buffer[7]
            self.paper.begin_picture(width_bytes, lines)
            return 8
        if buffer[1] == 0x56:
            return self._cut()
        if buffer[1] == 0x72:
            self._answer(bytes((0x03 if self._near_end() else 0x00,)))
            return 3
        if buffer[1] == 0x61:
            self._push_status = buffer[2] != 0
            self._push_if_asked()
            return 3
        self.unknown += buffer[:3]
        return 3

    def _cut(self) -> int:
        buffer = self.buffer
        with_feed = buffer[2] in (0x41, 0x42)
        length = 4 if with_feed else 3
        if len(buffer) < length:
            return 0
        if self.knife_sticks:
            self.set_sensor("jam", on=True)
            return 0
        if with_feed:
            self.paper.feed(buffer[3])
        slip = self.paper.cut(bytes(buffer[:length]))
        if slip is not None:
            self._on_cut(slip)
        return length

    def without_real_time_requests(self, data: bytes) -> bytes:
        """Obey DLE EOT, DLE ENQ and DLE DC4 at once; return the bytes that wait their turn."""
        waiting = bytearray()
        for byte in data:
            self._pending_dle.append(byte)
            if self._pending_dle[0] != _DLE:
                waiting += self._pending_dle
                self._pending_dle.clear()
            elif len(self._pending_dle) == 2 and byte not in (0x04, 0x05, 0x14):
                waiting.append(_DLE)
                self._pending_dle.clear()
                if byte == _DLE:
                    self._pending_dle.append(byte)
                else:
                    waiting.append(byte)
            elif len(self._pending_dle) == 3:
                self._obey_at_once(bytes(self._pending_dle), waiting)
                self._pending_dle.clear()
        return bytes(waiting)

    def _obey_at_once(self, request: bytes, waiting: bytearray) -> None:
        if self.paper.picture_open_after(bytes(self.buffer + waiting)):
            self.strays += 1
        if request[1] == 0x04 and 1 <= request[2] <= 4:
            self._answer(bytes((self._status_byte(request[2]),)))

    def _near_end(self) -> bool:
        return self._near_end_sensor and (self.up["paper_low"] or self.up["paper_out"])

    def _status_byte(self, request: int) -> int:
        up = self.up
        bits = {
            1: 0x08 * self.stopped,
            2: 0x04 * up["cover_open"] | 0x20 * up["paper_out"] | 0x40 * up["jam"],
            3: 0x08 * up["jam"],
            4: 0x0C * self._near_end() | 0x60 * up["paper_out"],
        }
        return 0x12 | bits[request]

    def _push_if_asked(self) -> None:
        """Automatic status back (GS a): four bytes whenever something changed."""
        if self._push_status:
            near_end, paper_end = 0x03 * self._near_end(), 0x0C * self.up["paper_out"]
            first = 0x10 | 0x08 * self.stopped | 0x20 * self.up["cover_open"]
            self._answer(bytes((first, 0x08 * self.up["jam"], near_end | paper_end, 0x00)))
