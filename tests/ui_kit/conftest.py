from __future__ import annotations

from pathlib import Path

import pytest

from ui_kit.page import PageBase, PageParts
from ui_kit.panel import Panel
from ui_kit.theme import Theme, build_theme

ASSETS = Path(__file__).resolve().parents[2] / "assets"
KIOSK = Panel(width_mm=268.0, height_mm=476.4, width_px=1080, height_px=1920)


class ManualClock:
    """Milliseconds that pass only when a test says so."""

    def __init__(self) -> None:
        self.now_ms = 10_000.0

    def __call__(self) -> float:
        return self.now_ms

    def advance(self, ms: float) -> None:
        self.now_ms += ms


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def theme(qapp, clock: ManualClock) -> Theme:
    return build_theme(ASSETS, KIOSK, clock_ms=clock)


@pytest.fixture
def page(qtbot, theme: Theme, clock: ManualClock) -> PageBase:
    page = PageBase(theme, "page", PageParts())
    qtbot.addWidget(page)
    page.show()
    clock.advance(1000)
    return page
