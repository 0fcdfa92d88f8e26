"""From a touch that turns the page to the page painted, in software; and what 10,000 turns leave.

Every page of the kiosk is shown in turn, as the proof of the look shows them.
"""

from __future__ import annotations

import gc
import itertools
import os
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from launch.bench.figure import Figure, of_size, of_times
from launch.bench.site import resident_mb
from launch.paths import ASSETS

if TYPE_CHECKING:
    from launch.ux_report.conditions import Glass

TURNS, TURNS_QUICKLY = 1_000, 150
TURNS_FOR_MEMORY, TURNS_FOR_MEMORY_QUICKLY = 10_000, 1_000
WARM_TURNS = 300
MOST_P99_MS = {"1080": 16.7, "2160": 50.0}
MOST_GROWTH_MB = 2.0
INCLUDES = (
    "from handing the window another page until all of it is painted and flushed, {} x {}; {} "
    "pages in turn, the first round left out"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Turn pages on a panel of 1080 x 1920 and on one of 3840 x 2160, then count memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from launch.ux_report.conditions import KIOSK_GLASS, PORTRAIT

    application = QApplication.instance() or QApplication([])
    fine = next(glass for glass in KIOSK_GLASS if glass.panel.width_px == 3840)
    turns = TURNS_QUICKLY if quick else TURNS
    for lines, glass in (("1080", PORTRAIT), ("2160", fine)):
        book = _Book(glass)
        book.turn(len(book.pages))
        times = book.turn(turns)
        panel = glass.panel
        yield of_times(
            f"page_change_{lines}p",
            times,
            includes=INCLUDES.format(panel.width_px, panel.height_px, len(book.pages)),
            most_p99_ms=MOST_P99_MS[lines],
        )
        book.close()
    yield _growth(TURNS_FOR_MEMORY_QUICKLY if quick else TURNS_FOR_MEMORY)
    application.processEvents()


def _growth(turns: int) -> Figure:
    from launch.ux_report.conditions import PORTRAIT

    book = _Book(PORTRAIT)
    book.turn(WARM_TURNS)
    gc.collect()
    before_mb = resident_mb(os.getpid())
    book.turn(turns)
    gc.collect()
    grown_mb = resident_mb(os.getpid()) - before_mb
    book.close()
    return of_size(
        "page_change_memory",
        max(0.0, grown_mb),
        most_mb=MOST_GROWTH_MB,
        includes=f"resident memory after {turns} page changes less that after {WARM_TURNS}",
    )


class _Book:
    """The kiosk's window on one panel, turned from page to page."""

    def __init__(self, glass: Glass) -> None:
        from launch.ux_report.conditions import Condition
        from launch.ux_report.kiosk_gallery import KioskGallery
        from launch.ux_report.site import load_site
        from ui_kit.theme import build_theme

        theme = build_theme(ASSETS, glass.panel)
        gallery = KioskGallery(load_site(), theme, thorough=False)
        self._condition = Condition(glass)
        self.pages = [one.name for one in gallery.pages() if one.picture]
        self._shower = gallery.shower(theme, Condition.language)
        self._shower.window.show()
        self._names = itertools.cycle(self.pages)

    def turn(self, times: int) -> list[float]:
        """Turn to the next page so many times; return how long each took, in seconds."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        found = []
        for _ in range(times):
            name = next(self._names)
            view = self._shower.view(name, self._condition)
            QApplication.processEvents()
            began_s = time.perf_counter()
            self._shower.window.show_view(view)
            QApplication.processEvents()
            found.append(time.perf_counter() - began_s)
            # A running event loop does this by itself.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return found

    def close(self) -> None:
        """Close the window."""
        self._shower.close()
