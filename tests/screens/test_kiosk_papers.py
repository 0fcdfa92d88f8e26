"""The kiosk papers in A4: made beside the window, printed; what is not printed is brought."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import msgspec

from devices.paper_desk import PaperDesk
from devices.papers import Paper
from devices.ports import Offline
from hall.client.local import LocalGateway
from id_reader.memory import MemoryCardReader
from kiosk.app import KioskApp, KioskClocks, KioskDevices
from printer_drivers.fonts import FontBook
from printer_drivers.memory import MemoryPaperPrinter, MemorySlipPrinter
from printer_drivers.paper_pdf import PaperRenderer
from tests.helpers.facts import FACTS
from tests.helpers.halls import Story, open_local_hall
from tests.kiosk.people import MONDAY, QuietVoice, setup
from tests.screens.test_writing import ASSETS, PORTRAIT, Seconds, WritingKiosk
from ui_kit.garbage import Garbage
from ui_kit.theme import build_theme

PICTURED = msgspec.structs.replace(
    FACTS,
    groups=tuple(msgspec.structs.replace(one, icon="coins") for one in FACTS.groups),
)
"""Groups whose icons are drawn."""


class WatchedRenderer:
    """The shipped renderer; it remembers in which threads it was at work."""

    def __init__(self) -> None:
        self.threads: set[threading.Thread] = set()
        self._render = PaperRenderer(FontBook(ASSETS / "fonts"))

    def __call__(self, paper: Paper) -> bytes:
        self.threads.add(threading.current_thread())
        return self._render(paper)

    def warm_up(self) -> None:
        self._render.warm_up()


@contextmanager
def kiosk_with(
    qtbot: Any, gateway: LocalGateway, render: WatchedRenderer, printer: MemoryPaperPrinter
) -> Iterator[WritingKiosk]:
    seconds, voice = Seconds(), QuietVoice()
    desk = PaperDesk(render, printer)
    app = KioskApp(
        gateway,
        setup(prints_a4=True),
        KioskDevices(MemoryCardReader(), MemorySlipPrinter(), voice, desk),
        KioskClocks(seconds, lambda: MONDAY),
        build_theme(ASSETS, PORTRAIT, clock_ms=seconds.ms),
    )
    window = app.windows()["kiosk"]
    qtbot.addWidget(window)
    garbage = Garbage()
    garbage.start()  # as in every station: a paper is made in a thread that allocates a lot
    app.start()
    window.show()
    qtbot.waitUntil(lambda: app.presenter.heard_hall, timeout=6000)
    try:
        yield WritingKiosk(app, voice, seconds, qtbot)
    finally:
        app.stop()
        garbage.stop()


def asks_what_to_bring(kiosk: WritingKiosk) -> None:
    kiosk.touch("key.what_to_bring", "key.group.pension", "key.matter.m-pension")


def test_both_papers_are_pdf_and_no_touch_waits_for_them(qtbot, tmp_path):
    printer, render = MemoryPaperPrinter(), WatchedRenderer()
    with (
        open_local_hall(tmp_path, PICTURED) as (hall, _),
        kiosk_with(qtbot, LocalGateway(hall, "kiosk-1"), render, printer) as kiosk,
    ):
        asks_what_to_bring(kiosk)
        kiosk.touch("key.print_list")
        kiosk.shows("请拿好单子")
        kiosk.touch("key.print_guide")
        qtbot.waitUntil(lambda: len(printer.papers) == 2, timeout=6000)
        assert [one.name for one in printer.papers] == ["bring_list", "guide"]
        assert all(one.pdf.startswith(b"%PDF") for one in printer.papers)
        assert threading.main_thread() not in render.threads


def test_a_guide_from_a_printer_that_is_away_is_an_errand_of_the_guides(qtbot, tmp_path):
    printer = MemoryPaperPrinter()
    with (
        open_local_hall(tmp_path, PICTURED) as (hall, _),
        kiosk_with(qtbot, LocalGateway(hall, "kiosk-1"), WatchedRenderer(), printer) as kiosk,
    ):
        printer.set_status(Offline("unplugged"))
        asks_what_to_bring(kiosk)
        kiosk.touch("key.print_list")
        kiosk.shows("请拿好单子")
        kiosk.touch("key.print_guide")
        kiosk.shows("给您送来")
        guides = Story(LocalGateway(hall, "guide-1"))
        qtbot.waitUntil(lambda: bool(guides.look("guide", "guide-1").helps), timeout=6000)
        (asked,) = guides.look("guide", "guide-1").helps.values()
        assert (asked.kind, asked.matter_id) == ("paper", "m-pension")
        assert printer.papers == []
