"""From a press to its painted face: a page of big keys at 1080 x 1920, painted in software."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from launch.bench.figure import Figure, of_times
from launch.paths import ASSETS

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

    from ui_kit.keys import BigKey
    from ui_kit.page import PageBase

ROUNDS, ROUNDS_QUICKLY = 500, 80
KEYS = 9
MOST_P99_MS = 8.0
FIRST = (
    "a mouse press on one of nine big keys until it has painted its pressed face; the face is {}"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Measure first presses, whose face is drawn anew, and further ones."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from launch.qt import own_application

    rounds = ROUNDS_QUICKLY if quick else ROUNDS
    application = own_application()
    page, keys = _page()
    bare = _bare_keys(page)
    application.processEvents()
    middles = [key.face_rect().center().toPoint() for key in keys]
    plain = _presses(bare, [key.rect().center() for key in bare], rounds, lambda _: None)
    yield of_times(
        "press_to_painted",
        _presses(keys, middles, rounds, lambda which: keys[which].look_changed()),
        includes=FIRST.format("drawn anew, as at the first press of a page"),
        most_p99_ms=MOST_P99_MS,
        ratio_to=("a bare QPushButton on the same page", plain),
    )
    yield of_times(
        "press_to_painted_again",
        _presses(keys, middles, rounds, lambda _: None),
        includes=FIRST.format("copied, as at every later press"),
        most_p99_ms=MOST_P99_MS,
        ratio_to=("a bare QPushButton on the same page", plain),
    )
    page.close()


def _presses(
    keys: Sequence[QWidget],
    middles: Sequence[QPoint],
    rounds: int,
    before: Callable[[int], None],
) -> list[float]:
    """Press the keys in turn; the clock runs from the press to the painted face."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    painted = _painted_watch(keys)
    times = []
    for press in range(rounds):
        which = press % len(keys)
        before(which)
        QApplication.processEvents()
        painted.clear()
        began_s = time.perf_counter()
        QTest.mousePress(keys[which], left, none, middles[which])
        while not painted:
            QApplication.processEvents()
        times.append(painted[0] - began_s)
        QTest.mouseRelease(keys[which], left, none, middles[which])
    return times


def _painted_watch(keys: Sequence[QWidget]) -> list[float]:
    """Return a list that gets the time whenever one of the keys has painted itself."""
    from PySide6.QtCore import QEvent, QObject

    painted: list[float] = []

    class Watch(QObject):
        def eventFilter(self, key: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() != QEvent.Type.Paint:
                return False
            key.removeEventFilter(self)
            key.event(event)
            key.installEventFilter(self)
            painted.append(time.perf_counter())
            return True

    watch = Watch(keys[0].window())
    for key in keys:
        key.installEventFilter(watch)
    return painted


def _page() -> tuple[PageBase, list[BigKey]]:
    from launch.words import words_of
    from ui_kit.keys import BigKey
    from ui_kit.page import PageBase, PageParts
    from ui_kit.panel import Panel
    from ui_kit.theme import build_theme

    theme = build_theme(ASSETS, Panel(268.0, 476.4, 1080, 1920))
    zone_name = words_of("ui_kit").get("zone_name")
    page = PageBase(theme, "page", PageParts())
    keys = [
        page.add(BigKey(theme, zone_name, f"key-{row}"), 10.0, 10.0 + 50.0 * row, 150.0, 40.0)
        for row in range(KEYS)
    ]
    page.show()
    return page, keys


def _bare_keys(page: PageBase) -> list[QWidget]:
    from PySide6.QtWidgets import QPushButton

    keys: list[QWidget] = []
    for row in range(KEYS):
        key = QPushButton("OK", page)
        key.setGeometry(700, 60 + 200 * row, 300, 150)
        key.show()
        keys.append(key)
    return keys
