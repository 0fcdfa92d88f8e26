"""A station paints in one thread: waiting for a second one costs more than it paints."""

from __future__ import annotations

import multiprocessing
from pathlib import Path

ASSETS = Path(__file__).resolve().parents[2] / "assets"


def threads_of_a_painted_page() -> tuple[int, int]:
    """Paint a page with large keys; return the threads of this process before and after."""
    from launch.qt import own_application
    from ui_kit.keys import BigKey
    from ui_kit.page import PageBase, PageParts
    from ui_kit.panel import Panel
    from ui_kit.theme import build_theme

    application = own_application()
    page = PageBase(build_theme(ASSETS, Panel(268.0, 476.4, 1080, 1920)), "page", PageParts())
    for row in range(4):
        page.add(
            BigKey(page.theme, "取号办事", f"key-{row}"), 10.0, 10.0 + 110.0 * row, 240.0, 100.0
        )
    page.show()
    before = _threads()
    for _ in range(3):
        page.repaint()
    application.processEvents()
    return before, _threads()


def _threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def test_painting_a_page_starts_no_thread():
    with multiprocessing.get_context("spawn").Pool(1) as fresh:
        before, after = fresh.apply(threads_of_a_painted_page)
    assert after == before
