"""A whole kiosk for stories of faults: window, presenter, device hosts, drivers, links, a hall.

Only the devices themselves are simulated, at the wire, and only their control words make them
misbehave. Unless a story is told in real time, the simulated reader is quick and the driver a
little less so, the printer's time passes when somebody waits for it, and the kiosk's own time when
the story says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from devices.host import Backoff
from devices.ports import CardEvent, CardReader, CardTaken, DeviceStatus, SlipPrinter
from devices.pty_server import PtyServer
from devices.sim_control import apply
from devices.simulated_wire import real_pace
from devices.transport import Simulator, Transport, open_transport
from hall.boards.guide import GuideBoard
from hall.client.local import LocalGateway
from id_reader.sdt.driver import build as build_reader
from id_reader.sdt.sam_link import Timings
from id_reader.simulator import SdtSimulator
from kiosk.app import KioskApp, KioskClocks, KioskDevices
from kiosk.screens.window import KioskWindow
from printer_drivers.escpos.driver import EscposPrinter
from printer_drivers.escpos.profile import profile_named
from printer_drivers.fonts import FontBook
from printer_drivers.simulator import PrinterSimulator, wait_really
from tests.helpers.facts import FACTS
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import MONDAY, ROOT, setup
from tests.printer_drivers import desk
from tests.printer_drivers.eyes import read_number
from ui_kit.panel import Panel
from ui_kit.theme import build_theme

WAY_FORWARD_S = 3.0
"""A fault may leave nobody without a way forward for longer."""

BACK_S = 5.0
"""A device that is plugged in again works after this time."""

PATIENCE_S = 15.0
"""How long a story that promises no time waits for what must come."""

QUICK = 0.04
"""The simulated reader runs this much faster than a real one."""

QUICK_TIMINGS = replace(
    Timings().scaled(0.1), between_bytes_s=0.1, short_reply_s=0.3, poll_s=Timings.poll_s * QUICK
)
"""A driver that gives up soon, but not because a busy machine let it wait."""

PANEL = Panel(width_mm=268.0, height_mm=476.4, width_px=540, height_px=960)
FACTS_WITH_ICONS = msgspec.structs.replace(
    FACTS,
    groups=tuple(
        msgspec.structs.replace(group, icon=icon)
        for group, icon in zip(FACTS.groups, ("coins", "first-aid-kit", "house"), strict=True)
    ),
)
BOOK = FontBook(desk.FONTS)


class StandingTime:
    """The kiosk's seconds: they pass when the story says so."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def ms(self) -> float:
        return self.seconds * 1000


@dataclass
class Witness:
    """The kiosk's voice, and somebody who remembers every page that was shown when it spoke.

    A sentence lasts until `listened` unless `hasty`.
    """

    texts: Callable[[], list[str]] = list
    hasty: bool = True
    said: list[str] = field(default_factory=list)
    seen: list[str] = field(default_factory=list)
    ends: Callable[[bool], None] | None = None
    clicks: int = 0

    def start(self, on_status: Callable[..., None]) -> None:
        """There is no loudspeaker to open."""

    def stop(self) -> None:
        """Nothing is kept open."""

    def say(
        self,
        text: str,
        *,
        slow: bool,
        quiet: bool,
        on_ended: Callable[[bool], None],
        language: str = "",
        in_pieces: bool = False,
    ) -> None:
        self.said.append(text)
        self.seen.append("\n".join(self.texts()))
        self.ends = on_ended
        if self.hasty:
            self.listened()

    def listened(self) -> None:
        """The sentence is over."""
        ends, self.ends = self.ends, None
        if ends is not None:
            ends(True)

    def hush(self) -> None:
        self.ends = None
        self.seen.append("\n".join(self.texts()))

    def click(self) -> None:
        self.clicks += 1

    def set_volume(self, step: int) -> None:
        """Volume is not what faults are about."""

    def use_headphones(self, wanted: bool) -> None:
        """Headphones are not what faults are about."""


class Overheard:
    """The card reader, with somebody who remembers what it reported."""

    def __init__(self, reader: CardReader) -> None:
        self._reader = reader
        self.events: list[CardEvent] = []
        self.new_session, self.stop = reader.new_session, reader.stop

    def start(
        self, on_card: Callable[[CardEvent], None], on_status: Callable[[DeviceStatus], None]
    ) -> None:
        def heard(event: CardEvent) -> None:
            self.events.append(event)
            on_card(event)

        self._reader.start(heard, on_status)


@dataclass
class KioskAtWork:
    """One kiosk, its visitor's eyes and fingers, and the hands at its devices."""

    app: KioskApp
    reader: SdtSimulator
    reports: list[CardEvent]
    printer: PrinterSimulator
    voice: Witness
    time: StandingTime
    gateway: LocalGateway
    qtbot: Any

    # What goes wrong, in control words only.

    def reader_does(self, word: str, **arguments: object) -> None:
        apply(self.reader, word, arguments)

    def printer_does(self, word: str, **arguments: object) -> None:
        apply(self.printer, word, arguments)

    def takes_the_card_away(self) -> None:
        """The plate is empty, and the driver has noticed."""
        self.reader_does("take_card")
        self.until(lambda: self.reports and isinstance(self.reports[-1], CardTaken))

    # What the visitor sees and does.

    @property
    def window(self) -> KioskWindow:
        window = self.app.windows()["kiosk"]
        assert isinstance(window, KioskWindow)
        return window

    def shown(self) -> str:
        return "\n".join(self.app.texts())

    def shows(self, *texts: str, within_s: float = PATIENCE_S) -> None:
        self.until(lambda: all(text in self.shown() for text in texts), within_s)

    def offers(self, *keys: str, within_s: float = PATIENCE_S) -> None:
        """There is a way forward: these keys can be pressed."""
        self.until(lambda: set(keys) <= set(self.keys()), within_s)

    def keys(self) -> list[str]:
        page = self.window.current()
        return [key.objectName() for key in page.keys()]  # noqa: SIM118 - a page is no dict

    def touch(self, *names: str) -> None:
        for name in names:
            self.time.seconds += 1.0
            self.offers(name)
            key = self.window.current().key(name)
            QTest.mouseClick(key, Qt.MouseButton.LeftButton, pos=key.rect().center())

    def until(self, true: Callable[[], object], within_s: float = PATIENCE_S) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=int(within_s * 1000))

    def chooses_pension(self) -> None:
        """From the question what to do up to the press that takes the number."""
        self.touch("key.group.pension", "key.matter.m-pension", "key.yes")

    def takes_a_number_without_a_card(self) -> None:
        self.touch("key.start", "key.no_card", "key.age.60_79")
        self.chooses_pension()

    # What the hall knows.

    def guide(self) -> GuideBoard:
        board = self.gateway.snapshot("guide").board
        assert isinstance(board, GuideBoard)
        return board

    def guide_hears(self, device: str, status: str, within_s: float = PATIENCE_S) -> None:
        """The guide board shows this status of one of this kiosk's devices."""

        def told() -> bool:
            seen = self.guide().devices.get(f"kiosk-1/{device}")
            return seen is not None and seen.status == status

        self.until(told, within_s)

    def hall_knows_paper_of(self, number: str, print_state: str) -> None:
        self.until(lambda: self.tickets().get(number) == print_state)

    def tickets(self) -> dict[str, str]:
        """Numbers that stand in the hall, and how their paper came out."""
        return {one.number: one.print_state for one in self.guide().floor.tickets.values()}

    def last_paper(self) -> str:
        """The digits on the paper that fell out last, read from its picture."""
        return read_number(self.printer.slips[-1].picture())

    def papers(self) -> list[str]:
        """The digits on every paper that fell out, read from its picture."""
        return [read_number(slip.picture()) for slip in self.printer.slips]


@contextmanager
def kiosk_at_work(
    qtbot: Any,
    folder: Path,
    *,
    real_time: bool = False,
    on_serial_port: bool = False,
    printer_pace: float = 0.0,
    gateway: LocalGateway | None = None,
) -> Iterator[KioskAtWork]:
    """Open one. In `real_time` reader and driver take as long as real ones.

    Above 0 `printer_pace` lets that share of the printer's time pass really; `gateway` is a hall
    that runs already.
    """
    with ExitStack() as ending:
        if gateway is None:
            hall, _ = ending.enter_context(open_local_hall(folder, FACTS_WITH_ICONS))
            gateway = LocalGateway(hall, "kiosk-1")
        reader = SdtSimulator(real_pace if real_time else quick_pace)
        url = "sim://reader"
        if on_serial_port:
            server = PtyServer(reader, folder / "reader-port")
            server.start()
            ending.callback(server.stop)
            url = server.url
        printer = _printer(printer_pace)
        time, voice = StandingTime(), Witness()
        card_reader, slip_printer = _drivers(
            {"reader": reader, "printer": printer}, url, real_time=real_time
        )
        overheard = Overheard(card_reader)
        app = KioskApp(
            gateway,
            setup(),
            KioskDevices(overheard, slip_printer, voice),
            KioskClocks(time, lambda: MONDAY),
            build_theme(ROOT / "assets", PANEL, clock_ms=time.ms),
        )
        voice.texts = app.texts
        kiosk = KioskAtWork(app, reader, overheard.events, printer, voice, time, gateway, qtbot)
        qtbot.addWidget(kiosk.window)
        app.start()
        ending.callback(app.stop)
        kiosk.window.show()
        for device in ("reader", "printer"):
            kiosk.guide_hears(device, "ready")
        kiosk.shows("取号")
        yield kiosk


def quick_pace(seconds: float) -> float:
    """Let the reader's module and its line be quick."""
    return seconds * QUICK


def _printer(pace: float) -> PrinterSimulator:
    if not pace:
        return desk.simulator()
    return PrinterSimulator(wait=lambda seconds: wait_really(seconds * pace))


def _drivers(
    simulators: dict[str, Simulator], reader_url: str, *, real_time: bool
) -> tuple[CardReader, SlipPrinter]:
    """The shipped drivers; the printer's typefaces are opened once for all stories."""

    def link(url: str) -> Callable[[], Transport]:
        return partial(open_transport, url, simulators)

    reader = build_reader(
        link(reader_url),
        {} if real_time else {"timings": QUICK_TIMINGS, "backoff": Backoff(0.05, 0.5)},
    )
    printer = EscposPrinter(link("sim://printer"), profile_named("80mm"), BOOK)
    return reader, printer
