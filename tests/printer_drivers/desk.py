"""A printer on the desk for tests: simulated time, and slips to print."""

from __future__ import annotations

import queue
import socket
import threading
import tomllib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from devices.ports import DeviceStatus, PrintOutcome, Slip, SlipPrinter
from devices.transport import LinkLost
from forms.slip import compose
from forms.slip_sample import sample_ticket
from printer_drivers.simulator import PrinterSimulator

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "assets" / "fonts"
WORDS = tomllib.loads((ROOT / "assets/strings/zh-CN/slip.toml").read_text(encoding="utf-8"))


class SimulatedTime:
    """A clock that moves only when somebody waits."""

    def __init__(self) -> None:
        self.now_s = 0.0

    def clock(self) -> float:
        return self.now_s

    def wait(self, seconds: float) -> None:
        self.now_s += seconds


def simulator(**options: Any) -> PrinterSimulator:
    time = SimulatedTime()
    return PrinterSimulator(wait=time.wait, clock=time.clock, **options)


def slip(digits: str = "012", width_mm: float = 80.0, **changes: Any) -> Slip:
    return compose(replace(sample_ticket(WORDS), digits=digits, **changes), WORDS, width_mm)


def print_and_wait(printer: SlipPrinter, paper: Slip, within_s: float = 20.0) -> PrintOutcome:
    outcomes: queue.SimpleQueue[PrintOutcome] = queue.SimpleQueue()
    printer.print(paper, outcomes.put)
    return outcomes.get(timeout=within_s)


class Statuses:
    """Collects statuses and lets a test wait for one."""

    def __init__(self) -> None:
        self.seen: list[DeviceStatus] = []
        self._changed = threading.Condition()

    def __call__(self, status: DeviceStatus) -> None:
        with self._changed:
            self.seen.append(status)
            self._changed.notify_all()

    def wait_for(self, status: DeviceStatus, within_s: float = 10.0) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: status in self.seen, within_s), self.seen

    def wait_for_last(self, status: DeviceStatus, within_s: float = 10.0) -> None:
        with self._changed:
            seen = self._changed.wait_for(lambda: self.seen[-1:] == [status], within_s)
            assert seen, self.seen


class PrinterOnTheNetwork:
    """A real TCP socket with a simulated printer behind it."""

    def __init__(self, printer: PrinterSimulator) -> None:
        self._printer = printer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        # shutdown wakes a thread that waits in accept; close alone does not
        for one in (self._listener, *self._open):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def _serve(self) -> None:
        while True:
            try:
                cable, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(cable)
            threading.Thread(target=self._carry, args=(cable,), daemon=True).start()

    def _carry(self, cable: socket.socket) -> None:
        link = self._printer.connect()
        with suppress(OSError, LinkLost):
            while data := cable.recv(8192):
                link.write(data, 1.0)
                while answer := link.read(64, 0.0):
                    cable.sendall(answer)
