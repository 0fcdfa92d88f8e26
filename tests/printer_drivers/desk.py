"""A printer on the desk for tests: simulated time, slips to print, and eyes that read the paper."""

from __future__ import annotations

import queue
import socket
import threading
import tomllib
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFont

from devices.ports import DeviceStatus, PrintOutcome, Slip, SlipPrinter
from devices.transport import LinkLost
from forms.slip import compose
from forms.slip_sample import sample_ticket
from printer_drivers.digits import frozen_digits
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


def dark_bands(picture: Image.Image, axis: str) -> list[tuple[int, int]]:
    """Return [start, end) of every stretch of rows ("y") or columns ("x") that holds ink."""
    ink = ImageChops.invert(picture.convert("L"))
    length = ink.height if axis == "y" else ink.width
    bands, start = [], None
    for at in range(length + 1):
        box = (0, at, ink.width, at + 1) if axis == "y" else (at, 0, at + 1, ink.height)
        dark = at < length and ink.crop(box).getbbox() is not None
        if dark and start is None:
            start = at
        if not dark and start is not None:
            bands.append((start, at))
            start = None
    return bands


def number_band(picture: Image.Image) -> tuple[int, int]:
    """The tallest band of ink is the number."""
    return max(dark_bands(picture, "y"), key=lambda band: band[1] - band[0])


def read_number(picture: Image.Image) -> str:
    """Read the digits back from the paper by laying each of the ten digits over each figure."""
    top, bottom = number_band(picture)
    row = picture.convert("L").crop((0, top, picture.width, bottom))
    height = bottom - top
    figures = [row.crop((left, 0, right, height)) for left, right in dark_bands(row, "x")]
    tall = [f for f in figures if f.height - _white_edges(f) > 0.9 * height]
    templates = {digit: _template(digit) for digit in "0123456789"}
    return "".join(_nearest(figure, templates) for figure in tall)


def ink_box(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of all ink; fails on white paper."""
    box = ImageChops.invert(picture.convert("L")).getbbox()
    assert box is not None, "the paper is white"
    return box


def _nearest(figure: Image.Image, templates: dict[str, Image.Image]) -> str:
    return min(templates, key=lambda digit: _difference(figure, templates[digit]))


def _white_edges(figure: Image.Image) -> int:
    box = ink_box(figure)
    return figure.height - (box[3] - box[1])


def _template(digit: str) -> Image.Image:
    from io import BytesIO

    font = ImageFont.truetype(BytesIO(frozen_digits(FONTS / "Inter-Bold.ttf")), 200)
    drawn = Image.new("L", (300, 300), 255)
    ImageDraw.Draw(drawn).text((50, 30), digit, font=font, fill=0)
    return drawn.crop(ImageChops.invert(drawn).getbbox())


def _difference(figure: Image.Image, template: Image.Image) -> float:
    size = (60, 90)
    tight = figure.crop(ImageChops.invert(figure).getbbox())
    shape = abs(tight.width / tight.height - template.width / template.height)
    apart = ImageChops.difference(tight.resize(size), template.resize(size))
    return sum(apart.tobytes()) / (255 * size[0] * size[1]) + shape


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
