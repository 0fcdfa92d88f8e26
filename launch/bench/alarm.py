"""From the red key of a kiosk to the alarm painted on the guide's desk and at a counter."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from hall.help.messages import FinishHelp, HelpRequested, RequestHelp
from hall.store.opening import random_id
from launch.bench.figure import Figure, of_times
from launch.bench.serving import BenchBroken
from launch.bench.site import HallProcess, hall_process, local_site, new_state
from launch.paths import ASSETS, DEMO_CONFIG

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui_kit.bridge import HallBridge
    from ui_kit.clocks import StaffClocks
    from ui_kit.covers.over import Covers
    from ui_kit.theme import Theme

ROUNDS, ROUNDS_QUICKLY = 60, 8
WARM_UP = 2
MOST_P99_MS = 1000.0
WITHIN_S = 10.0
KIOSK, GUIDE, COUNTER = "kiosk-1", "guide-1", "3"

INCLUDES = (
    "a kiosk's RequestHelp handed to its bridge, HTTP over the loopback, durable commit, the feed, "
    "and the alarm painted in software on the guide's window and the console's, which share one "
    "process and thread; the hall is a process of its own"
)


def measure(quick: bool) -> Iterator[Figure]:
    """Measure alarms, each ended before the next is given."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from launch.qt import own_application

    application = own_application()
    rounds = ROUNDS_QUICKLY if quick else ROUNDS
    with new_state() as state:
        with local_site(state) as site:
            site.open_counter(COUNTER)
        with hall_process(state) as process, ExitStack() as stations:
            kiosk = stations.enter_context(_kiosk(process))
            covers = [
                stations.enter_context(_guide(process)),
                stations.enter_context(_console(process)),
            ]
            times = [
                _alarm(process, kiosk, covers, application.processEvents)
                for _ in range(WARM_UP + rounds)
            ]
    yield of_times("alarm_to_screens", times[WARM_UP:], includes=INCLUDES, most_p99_ms=MOST_P99_MS)


def _alarm(
    process: HallProcess, kiosk: HallBridge, covers: list[Covers], breathe: Callable[[], None]
) -> float:
    """Give one alarm, wait until every window has painted it, and end it."""
    given: list[str] = []

    def heard(_command: object, answer: object) -> None:
        message = getattr(answer, "message", None)
        if isinstance(message, HelpRequested):
            given.append(message.help.id)

    kiosk.answered.connect(heard)
    painted = [_painted_watch(cover.alarm) for cover in covers]
    pressed_s = time.perf_counter()
    kiosk.send(RequestHelp(command_id=random_id(), station_id=KIOSK, help_kind="unwell"))
    _until(breathe, lambda: all(painted) and bool(given))
    kiosk.answered.disconnect(heard)
    process.gateway("guide", GUIDE).handle(
        FinishHelp(command_id=random_id(), help_id=given[0], station_id=GUIDE)
    )
    _until(breathe, lambda: all(cover.alarm.isHidden() for cover in covers))
    return max(times[0] for times in painted) - pressed_s


def _until(breathe: Callable[[], None], done: Callable[[], bool]) -> None:
    late_s = time.monotonic() + WITHIN_S
    while not done():
        if time.monotonic() > late_s:
            raise BenchBroken(f"an alarm was not on every screen, or not gone, within {WITHIN_S} s")
        breathe()


def _painted_watch(alarm: QWidget) -> list[float]:
    """Return a list that gets the time of the next painting of an alarm."""
    from PySide6.QtCore import QEvent, QObject

    painted: list[float] = []

    class Watch(QObject):
        def eventFilter(self, page: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() != QEvent.Type.Paint:
                return False
            page.removeEventFilter(self)
            page.event(event)
            painted.append(time.perf_counter())
            return True

    alarm.installEventFilter(Watch(alarm))
    return painted


@contextmanager
def _kiosk(process: HallProcess) -> Iterator[HallBridge]:
    from ui_kit.bridge import HallBridge

    bridge = HallBridge(process.gateway("kiosk", KIOSK), "kiosk", KIOSK)
    bridge.start()
    yield bridge
    bridge.stop()


@contextmanager
def _guide(process: HallProcess) -> Iterator[Covers]:
    from guide_desk.app import GuideApp
    from guide_desk.setup import GuideSetup
    from launch.words import table_of, words_of

    setup = GuideSetup(GUIDE, words_of("guide"), words_of("devices"), words_of("staff"), random_id)
    app = GuideApp(
        process.gateway("guide", GUIDE), _theme("guide.toml"), setup, _clocks(),
        table_of("slip"), None,
    )  # fmt: skip
    app.start()
    app.window.show()
    yield app.window.covers
    app.stop()
    app.window.close()


@contextmanager
def _console(process: HallProcess) -> Iterator[Covers]:
    from counter_console.app import ConsoleApp
    from launch.words import words_of

    app = ConsoleApp(
        process.gateway("console", COUNTER), _theme("console-3.toml"), words_of("console"),
        words_of("staff"), words_of("guide"), _clocks(), COUNTER, random_id,
    )  # fmt: skip
    app.start()
    app.window.show()
    yield app.window.covers
    app.stop()
    app.window.close()


def _clocks() -> StaffClocks:
    from ui_kit.clocks import StaffClocks

    return StaffClocks(lambda: datetime.now(UTC), time.monotonic)


def _theme(station: str) -> Theme:
    """Build the theme of a station of the demo, at the size of its panel."""
    from launch.settings import load_station
    from ui_kit.panel import Panel
    from ui_kit.theme import build_theme

    panel = load_station(DEMO_CONFIG / station).panel
    size = Panel(
        panel.width_mm, panel.height_mm, panel.width_px, panel.height_px, panel.mount_mm,
        panel.view_mm,
    )  # fmt: skip
    return build_theme(ASSETS, size)
