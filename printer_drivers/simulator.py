"""A slip printer that exists only here: obeys ESC/POS bytes, keeps them, draws the paper.

Written from the command tables alone; it imports nothing of the driver, so both cannot be wrong
together. Real-time requests are obeyed wherever they stand, as firmware does; inside a picture they
are also counted in `strays`, because there they spoil the dots of many printers.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from devices.transport import LinkLost, Transport, WriteTimedOut
from printer_drivers.simulated_paper import CutSlip, Paper

Wait = Callable[[float], None]

BUFFER_BYTES = 4096
DOTS_PER_MM = 8
_DLE, _ESC, _GS = 0x10, 0x1B, 0x1D
_WORDS = (
    "paper_out",
    "paper_in",
    "paper_low",
    "cover_open",
    "cover_closed",
    "cutter_jam",
    "cutter_free",
    "silent",
    "speak",
    "garbage",
    "nonsense",
    "late",
    "unplug",
    "plug",
    "out_after",
)


def wait_really(seconds: float) -> None:
    """Let real time pass."""
    threading.Event().wait(seconds)


class PrinterSimulator:
    """One printer on the desk, reached through `connect`.

    `wait` lets time pass while paper moves or nothing is said; `clock` tells it in seconds. `slips`
    are the cut papers, oldest first; with `folder` each is also saved there when it is cut.
    """

    def __init__(
        self,
        *,
        width_dots: int = 576,
        speed_mm_s: float = 150.0,
        near_end_sensor: bool = True,
        folder: Path | None = None,
        wait: Wait = wait_really,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._paper = Paper(width_dots)
        self._speed_mm_s = speed_mm_s
        self._near_end_sensor = near_end_sensor
        self._folder = folder
        self._wait = wait
        self._clock = clock
        self._lock = threading.RLock()
        self._session = 0
        self._buffer = bytearray()
        self._pending_dle = bytearray()
        self._replies: list[tuple[float, bytes]] = []
        self._up = {"paper_out": False, "paper_low": False, "cover_open": False, "jam": False}
        self._plugged = True
        self._knife_sticks = False
        self._silent = False
        self._nonsense = False
        self._late_s = 0.0
        self._out_after: int | None = None
        self._push_status = False
        self.strays = 0
        self.unknown = bytearray()

    @property
    def slips(self) -> tuple[CutSlip, ...]:
        """Return the cut slips."""
        with self._lock:
            return tuple(self._paper.slips)

    @property
    def uncut_lines(self) -> int:
        """Return how many lines stand on the paper since the last cut."""
        with self._lock:
            return self._paper.lines

    def save_to(self, folder: Path) -> tuple[Path, ...]:
        """Write slip-001.bin, slip-001.png, … and return their paths."""
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(
            path
            for number, slip in enumerate(self.slips, start=1)
            for path in slip.save(folder, number)
        )

    def connect(self) -> Transport:
        """Open the link. Raises LinkLost while it is unplugged."""
        with self._lock:
            if not self._plugged:
                raise LinkLost("the printer is not plugged in")
            return _Link(self, self._session)

    def words(self) -> tuple[str, ...]:
        """Return the words it obeys."""
        return _WORDS

    def control(self, word: str, **arguments: object) -> None:
        """Obey one word. Raises ValueError with a sentence if it cannot be meant."""
        obey: Mapping[str, Callable[..., None]] = {
            "paper_out": lambda: self._set("paper_out", on=True),
            "paper_in": self._new_roll,
            "paper_low": lambda: self._set("paper_low", on=True),
            "cover_open": lambda: self._set("cover_open", on=True),
            "cover_closed": lambda: self._set("cover_open", on=False),
            "cutter_jam": self._block_knife,
            "cutter_free": self._free_knife,
            "silent": self._fall_silent,
            "speak": self._speak,
            "garbage": self._garbage,
            "nonsense": self._talk_nonsense,
            "late": self._answer_late,
            "unplug": self._unplug,
            "plug": self._plug,
            "out_after": self._run_out_after,
        }
        if word not in obey:
            raise ValueError(f"the slip printer does not know '{word}'")
        with self._lock:
            obey[word](**arguments)

    # What the link hands in and takes out.

    def accept(self, session: int, data: bytes, timeout_s: float) -> None:
        """Take bytes from the wire; blocks while paper moves, times out while it cannot."""
        with self._lock:
            self._check(session)
            lines_before = self._paper.lines_printed
            self._buffer += self._without_real_time_requests(data)
            self._work()
            lines = self._paper.lines_printed - lines_before
            full = len(self._buffer) > BUFFER_BYTES and self._stopped()
            if full:
                del self._buffer[BUFFER_BYTES:]
        if full:
            self._wait(timeout_s)
            with self._lock:
                self._check(session)
            raise WriteTimedOut("the printer takes no more bytes")
        if lines:
            self._wait(lines / DOTS_PER_MM / self._speed_mm_s)

    def give(self, session: int, max_bytes: int, timeout_s: float) -> bytes:
        """Hand out what has been answered by now, or by the end of the time."""
        for last in (False, True):
            with self._lock:
                self._check(session)
                due = [reply for reply in self._replies if reply[0] <= self._clock()]
                if due:
                    at, reply = due[0]
                    self._replies.remove(due[0])
                    if len(reply) > max_bytes:
                        self._replies.insert(0, (at, reply[max_bytes:]))
                    return reply[:max_bytes]
                first_due_s = min((at for at, _ in self._replies), default=float("inf"))
                pause_s = min(timeout_s, max(0.0, first_due_s - self._clock()))
            if not last:
                self._wait(pause_s)
        return b""

    def forget_answers(self, session: int) -> None:
        """Throw away the answers that have arrived."""
        with self._lock:
            self._check(session)
            self._replies = [reply for reply in self._replies if reply[0] > self._clock()]

    def _check(self, session: int) -> None:
        if not self._plugged or session != self._session:
            raise LinkLost("the cable is out")

    # Words.

    def _set(self, what: str, *, on: bool) -> None:
        self._up[what] = on
        self._push_if_asked()
        self._work()

    def _new_roll(self) -> None:
        self._up["paper_low"] = False
        self._set("paper_out", on=False)

    def _fall_silent(self) -> None:
        self._silent = True

    def _speak(self) -> None:
        self._silent = self._nonsense = False
        self._late_s = 0.0

    def _garbage(self, count: int = 16) -> None:
        self._replies.append((self._clock(), bytes((37 * i + 0xFF) % 256 for i in range(count))))

    def _talk_nonsense(self) -> None:
        self._nonsense = True

    def _answer_late(self, seconds: float) -> None:
        self._late_s = float(seconds)

    def _unplug(self) -> None:
        self._plugged = False
        self._session += 1
        self._replies.clear()

    def _plug(self) -> None:
        self._plugged = True

    def _run_out_after(self, count: int) -> None:
        if count < 1:
            raise ValueError("out_after needs a count of 1 byte or more")
        self._out_after = int(count)

    def _free_knife(self) -> None:
        self._knife_sticks = False
        self._set("jam", on=False)

    def _block_knife(self) -> None:
        # A printer learns of it when it cuts the next time.
        self._knife_sticks = True

    # The firmware.

    def _stopped(self) -> bool:
        return self._up["paper_out"] or self._up["cover_open"] or self._up["jam"]

    def _work(self) -> None:
        while self._buffer and not self._stopped():
            is_cut = self._buffer[:2] == b"\x1dV" and not self._paper.wants_dots
            used = self._step()
            if not used:
                return
            if not is_cut:
                self._paper.keep(bytes(self._buffer[:used]))
            del self._buffer[:used]
            self._use_up_paper(used)

    def _use_up_paper(self, used: int) -> None:
        if self._out_after is None:
            return
        self._out_after -= used
        if self._out_after <= 0:
            self._out_after = None
            self._set("paper_out", on=True)

    def _step(self) -> int:
        """Obey what stands first in the buffer; return its bytes, 0 when more must come."""
        if self._paper.wants_dots:
            # Never past the byte at which the roll is to end.
            most = len(self._buffer) if self._out_after is None else self._out_after
            return self._paper.dots(bytes(self._buffer[:most]))
        first = self._buffer[0]
        if first == _ESC:
            return self._escape()
        if first == _GS:
            return self._group_separator()
        if first not in (0x00, 0x0A):
            self.unknown.append(first)
        return 1

    def _escape(self) -> int:
        buffer = self._buffer
        if len(buffer) < 2:
            return 0
        if buffer[1] == 0x40:
            return 2
        if buffer[1] in (0x4A, 0x64):
            if len(buffer) < 3:
                return 0
            self._paper.feed(buffer[2] * (1 if buffer[1] == 0x4A else 30))
            return 3
        self.unknown += buffer[:2]
        return 2

    def _group_separator(self) -> int:
        buffer = self._buffer
        if len(buffer) < 3:
            return 0
        if buffer[1] == 0x76 and buffer[2] == 0x30:
            if len(buffer) < 8:
                return 0
            width_bytes, lines = buffer[4] + 256 * buffer[5], buffer[6] + 256 * buffer[7]
            self._paper.begin_picture(width_bytes, lines)
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
        buffer = self._buffer
        with_feed = buffer[2] in (0x41, 0x42)
        length = 4 if with_feed else 3
        if len(buffer) < length:
            return 0
        if self._knife_sticks:
            self._set("jam", on=True)
            return 0
        if with_feed:
            self._paper.feed(buffer[3])
        slip = self._paper.cut(bytes(buffer[:length]))
        if slip is not None and self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            slip.save(self._folder, len(self._paper.slips))
        return length

    def _without_real_time_requests(self, data: bytes) -> bytes:
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
        if self._paper.picture_open_after(bytes(self._buffer + waiting)):
            self.strays += 1
        if request[1] == 0x04 and 1 <= request[2] <= 4:
            self._answer(bytes((self._status_byte(request[2]),)))

    def _answer(self, reply: bytes) -> None:
        if self._silent:
            return
        self._replies.append((self._clock() + self._late_s, b"\xff" if self._nonsense else reply))
        self._late_s = 0.0

    def _near_end(self) -> bool:
        return self._near_end_sensor and (self._up["paper_low"] or self._up["paper_out"])

    def _status_byte(self, request: int) -> int:
        up = self._up
        bits = {
            1: 0x08 * self._stopped(),
            2: 0x04 * up["cover_open"] | 0x20 * up["paper_out"] | 0x40 * up["jam"],
            3: 0x08 * up["jam"],
            4: 0x0C * self._near_end() | 0x60 * up["paper_out"],
        }
        return 0x12 | bits[request]

    def _push_if_asked(self) -> None:
        if self._push_status and not self._silent:
            up = self._up
            self._replies.append(
                (
                    self._clock(),
                    bytes(
                        (
                            0x10 | 0x08 * self._stopped() | 0x20 * up["cover_open"],
                            0x08 * up["jam"],
                            0x03 * self._near_end() | 0x0C * up["paper_out"],
                            0x00,
                        )
                    ),
                )
            )


class _Link:
    """The cable to a PrinterSimulator, dead once it was pulled."""

    def __init__(self, printer: PrinterSimulator, session: int) -> None:
        self._printer = printer
        self._session = session
        self._closed = False

    def read(self, max_bytes: int, timeout_s: float) -> bytes:
        self._check()
        return self._printer.give(self._session, max_bytes, timeout_s)

    def write(self, data: bytes, timeout_s: float) -> None:
        self._check()
        self._printer.accept(self._session, data, timeout_s)

    def drain(self) -> None:
        self._check()
        self._printer.forget_answers(self._session)

    def close(self) -> None:
        self._closed = True

    def _check(self) -> None:
        if self._closed:
            raise LinkLost("the link is closed")


def build_simulator(options: Mapping[str, object]) -> PrinterSimulator:
    """Build the simulator. Options: width_dots, speed_mm_s, near_end_sensor, folder (for slips),
    and real_time = false when paper needs no time.
    """
    folder = options.get("folder")
    return PrinterSimulator(
        width_dots=int(str(options.get("width_dots", 576))),
        speed_mm_s=float(str(options.get("speed_mm_s", 150.0))),
        near_end_sensor=bool(options.get("near_end_sensor", True)),
        folder=Path(str(folder)) if folder else None,
        wait=wait_really if options.get("real_time", True) else _no_wait,
    )


def _no_wait(_seconds: float) -> None:
    """Let no time pass."""
