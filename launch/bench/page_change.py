"""From a touch that turns the page to the page painted, in software; and what 10,000 turns leave.

Every page of the kiosk is shown in turn, as the proof of the look shows them. A busy machine makes
the time longer and leaves the processor's time and the ratio to a bare fill nearly as they are.
"""

from __future__ import annotations

import gc
import itertools
import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from launch.bench.figure import Figure, of_size, of_times
from launch.bench.site import resident_mb
from launch.paths import ASSETS

if TYPE_CHECKING:
    from launch.ux_report.conditions import Glass
    from ui_kit.panel import Panel

TURNS, TURNS_QUICKLY = 1_000, 150
TURNS_FOR_MEMORY, TURNS_FOR_MEMORY_QUICKLY = 10_000, 1_000
WARM_TURNS = 300
TURNS_AT_ONCE = 100
MOST_P99_MS = {"1080": 16.7, "2160": 50.0}
MOST_GROWTH_MB = 2.0
WORST_PAGES = 5
INCLUDES = (
    "from handing the window another page until all of it is painted and flushed, {} x {}; {} "
    "pages in turn, the first round left out; worst pages by their median: {}"
)
CPU_INCLUDES = (
    "the processor's time of the painting thread in the same page changes, which does not count "
    "waiting for a busy machine; worst pages by their median: {}"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Turn pages on a panel of 1080 x 1920 and on one of 3840 x 2160, then count memory."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from launch.qt import own_application
    from launch.ux_report.conditions import KIOSK_GLASS, PORTRAIT

    application = own_application()
    fine = next(glass for glass in KIOSK_GLASS if glass.panel.width_px == 3840)
    turns = TURNS_QUICKLY if quick else TURNS
    for lines, glass in (("1080", PORTRAIT), ("2160", fine)):
        yield from _times(f"page_change_{lines}p", glass, turns, MOST_P99_MS[lines])
    yield _growth(TURNS_FOR_MEMORY_QUICKLY if quick else TURNS_FOR_MEMORY)
    application.processEvents()


def _times(bench: str, glass: Glass, turns: int, most_p99_ms: float) -> Iterator[Figure]:
    """Turn pages; between every two, fill a picture of that size for a yardstick."""
    book, fill = _Book(glass), _filler(glass.panel)
    book.turn(len(book.pages))
    changes: list[_Turn] = []
    fills_s = []
    for _ in range(turns):
        changes += book.turn(1)
        began_s = time.perf_counter()
        fill()
        fills_s.append(time.perf_counter() - began_s)
    book.close()
    panel, pages = glass.panel, len(book.pages)
    wall = [(one.page, one.wall_s) for one in changes]
    cpu = [(one.page, one.cpu_s) for one in changes]
    yield of_times(
        bench,
        [time_s for _, time_s in wall],
        includes=INCLUDES.format(panel.width_px, panel.height_px, pages, _worst(wall)),
        most_p99_ms=most_p99_ms,
        ratio_to=("a picture of the same size filled with one colour", fills_s),
    )
    yield of_times(
        f"{bench}_cpu",
        [time_s for _, time_s in cpu],
        includes=CPU_INCLUDES.format(_worst(cpu)),
    )


def _worst(times: Sequence[tuple[str, float]]) -> str:
    """Name the slowest pages with their medians in milliseconds."""
    by_page: dict[str, list[float]] = {}
    for page, time_s in times:
        by_page.setdefault(page, []).append(time_s)
    medians_ms = {page: statistics.median(found) * 1000 for page, found in by_page.items()}
    worst = sorted(medians_ms, key=lambda page: -medians_ms[page])[:WORST_PAGES]
    return ", ".join(f"{page} {medians_ms[page]:.1f} ms" for page in worst)


def _filler(panel: Panel) -> Callable[[], None]:
    """Return what fills a picture as large as the panel, as a page does with its paper."""
    from PySide6.QtGui import QColor, QImage, QPainter

    picture = QImage(panel.width_px, panel.height_px, QImage.Format.Format_RGB32)
    paper = QColor("white")

    def fill() -> None:
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), paper)
        painter.end()

    return fill


def _growth(turns: int) -> Figure:
    from launch.ux_report.conditions import PORTRAIT

    book = _Book(PORTRAIT)
    book.turn(WARM_TURNS)
    gc.collect()
    before_mb = resident_mb(os.getpid())
    for _ in range(turns // TURNS_AT_ONCE):
        book.turn(TURNS_AT_ONCE)  # the list of so many times would be memory too
    gc.collect()
    grown_mb = resident_mb(os.getpid()) - before_mb
    book.close()
    return of_size(
        "page_change_memory",
        max(0.0, grown_mb),
        most_mb=MOST_GROWTH_MB,
        includes=f"resident memory after {turns} page changes less that after {WARM_TURNS}",
    )


@dataclass(frozen=True)
class _Turn:
    page: str
    wall_s: float
    cpu_s: float


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

    def turn(self, times: int) -> list[_Turn]:
        """Turn to the next page so many times; return how long each took."""
        from PySide6.QtCore import QEvent
        from PySide6.QtWidgets import QApplication

        found = []
        for _ in range(times):
            name = next(self._names)
            view = self._shower.view(name, self._condition)
            QApplication.processEvents()
            began_s, cpu_began_s = time.perf_counter(), time.thread_time()
            self._shower.window.show_view(view)
            QApplication.processEvents()
            wall_s, cpu_s = time.perf_counter() - began_s, time.thread_time() - cpu_began_s
            found.append(_Turn(name, wall_s, cpu_s))
            # A running event loop does this by itself.
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return found

    def close(self) -> None:
        """Close the window."""
        self._shower.close()
