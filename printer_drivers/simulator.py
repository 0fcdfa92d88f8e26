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
from printer_drivers.simulated_firmware import Firmware
from printer_drivers.simulated_paper import CutSlip, Paper

Wait = Callable[[float], None]

BUFFER_BYTES = 4096
DOTS_PER_MM = 8
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
    "unplug_after",
    "plug",
    "out_after",
    "silent_after_cut",
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
        self._folder = folder
        self._wait = wait
        self._clock = clock
        self._lock = threading.RLock()
        self._session = 0
        self._replies: list[tuple[float, bytes]] = []
        self._plugged = True
        self._pulled_after: int | None = None
        self._silent = False
        self._silent_after_cut = False
        self._nonsense = False
        self._late_s = 0.0
        self._firmware = Firmware(
            self._paper,
            near_end_sensor=near_end_sensor,
            answer=self._answer,
            on_cut=self._keep_slip,
        )

    @property
    def strays(self) -> int:
        """Return how many real-time requests fell into a picture."""
        return self._firmware.strays

    @property
    def unknown(self) -> bytes:
        """Return the bytes that were no command it knows."""
        return bytes(self._firmware.unknown)

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
            "unplug_after": self._unplug_after,
            "plug": self._plug,
            "out_after": self._run_out_after,
            "silent_after_cut": self._fall_silent_after_cut,
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
            data = data[: self._pulled_after]
            lines_before = self._paper.lines_printed
            firmware = self._firmware
            firmware.buffer += firmware.without_real_time_requests(data)
            firmware.work()
            lines = self._paper.lines_printed - lines_before
            full = len(firmware.buffer) > BUFFER_BYTES and firmware.stopped
            if full:
                del firmware.buffer[BUFFER_BYTES:]
            if self._pulled_after is not None:
                self._pull_after(len(data))
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
        self._firmware.set_sensor(what, on=on)

    def _new_roll(self) -> None:
        self._firmware.up["paper_low"] = False
        self._set("paper_out", on=False)

    def _fall_silent(self) -> None:
        self._silent = True

    def _fall_silent_after_cut(self) -> None:
        self._silent_after_cut = True

    def _speak(self) -> None:
        self._silent = self._silent_after_cut = self._nonsense = False
        self._late_s = 0.0
        self._pulled_after = self._firmware.out_after = None

    def _garbage(self, count: int = 16) -> None:
        self._replies.append((self._clock(), bytes((37 * i + 0xFF) % 256 for i in range(count))))

    def _talk_nonsense(self) -> None:
        self._nonsense = True

    def _answer_late(self, seconds: float) -> None:
        self._late_s = float(seconds)

    def _unplug_after(self, count: int) -> None:
        if count < 1:
            raise ValueError("unplug_after needs a count of 1 byte or more")
        self._pulled_after = int(count)

    def _pull_after(self, taken: int) -> None:
        """Count what went through the cable; pull it when that was enough. Raises LinkLost."""
        left = (self._pulled_after or 0) - taken
        self._pulled_after = left if left > 0 else None
        if left <= 0:
            self._unplug()
            raise LinkLost("the cable is out")

    def _unplug(self) -> None:
        self._plugged = False
        self._session += 1
        self._replies.clear()

    def _plug(self) -> None:
        self._plugged = True

    def _run_out_after(self, count: int) -> None:
        if count < 1:
            raise ValueError("out_after needs a count of 1 byte or more")
        self._firmware.out_after = int(count)

    def _free_knife(self) -> None:
        self._firmware.knife_sticks = False
        self._set("jam", on=False)

    def _block_knife(self) -> None:
        # A printer learns of it when it cuts the next time.
        self._firmware.knife_sticks = True

    def _answer(self, reply: bytes) -> None:
        if self._silent:
            return
        self._replies.append((self._clock() + self._late_s, b"\xff" if self._nonsense else reply))
        self._late_s = 0.0

    def _keep_slip(self, slip: CutSlip) -> None:
        self._silent = self._silent or self._silent_after_cut
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            slip.save(self._folder, len(self._paper.slips))


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
    """Build the simulator from its options.

    width_dots, speed_mm_s, near_end_sensor, folder (each cut slip is saved there), and
    real_time = false when paper needs no time.
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
