"""Builds and runs one station: window, devices, voice, and its way to the hall."""

from __future__ import annotations

import signal
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from launch.joining import DeferredGateway, Joining, join_hall
from launch.paths import ASSETS, CONFIG
from launch.settings.station_schema import Panel as PanelSettings
from launch.settings.station_schema import StationSettings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from launch.devices import StationDevices
    from ui_kit.panel import Panel
    from ui_kit.theme import Theme

ROLE_OF = {
    "kiosk": "kiosk",
    "display": "display",
    "board": "display",
    "console": "console",
    "guide": "guide",
}


UNDER_PX = 4
"""Between a placed window and a further one of its station."""

MIRROR = "guide_mirror"
"""The window of a guide's desk that faces the elder."""


class StationApp(Protocol):
    """What every station offers to whoever runs it."""

    def start(self) -> None:
        """Show the first picture and begin to work."""
        ...

    def stop(self) -> None:
        """End all threads and timers."""
        ...

    def windows(self) -> dict[str, QWidget]:
        """Return the windows by name."""
        ...


@runtime_checkable
class TakesKeys(Protocol):
    """A station whose deeds can be laid on the keys of a small keypad."""

    def do(self, deed: str) -> None:
        """Do what a key is set to."""
        ...


@dataclass(frozen=True)
class StationRun:
    """How a station is to be run. `control` opens the private control socket of demo and tests."""

    settings: StationSettings
    config: Path
    state: Path
    control: Path | None = None
    shift_s: float = 0.0
    scale: float = 1.0
    at_px: tuple[int, int] | None = None
    until_painted: bool = False


@dataclass(frozen=True)
class StationParts:
    """What a station's app is made of."""

    run: StationRun
    gateway: DeferredGateway
    theme: Theme
    devices: StationDevices

    def mirror_theme(self) -> Theme | None:
        """Return the theme of the panel that faces the elder; None where there is none."""
        from ui_kit.theme import build_theme

        mirror = self.run.settings.mirror
        return build_theme(ASSETS, _panel(mirror, self.run)) if mirror else None

    def utc(self) -> datetime:
        """Return the station's wall time; a demo's is shifted."""
        return datetime.now(UTC) + timedelta(seconds=self.run.shift_s)

    def local(self) -> datetime:
        """Return the time in the hall's zone; this machine's own zone until the hall is known."""
        facts = self.gateway.facts
        return self.utc().astimezone(ZoneInfo(facts.timezone) if facts else None)


def new_id() -> str:
    """Make a command id where the finger pressed."""
    return str(uuid.uuid4())


def run_station(run: StationRun) -> int:
    """Run a station until its window is closed or a signal comes; returns the exit code."""
    from PySide6.QtCore import QTimer

    from launch.qt import own_application
    from launch.station_apps import STATION_APPS
    from ui_kit.garbage import Garbage

    application = own_application()
    application.setApplicationName("silverhall")
    parts = _parts(run)
    app = STATION_APPS[run.settings.kind](parts)
    garbage = Garbage()
    garbage.start()
    app.start()
    show(app.windows(), run)
    stop_control = _open_control(app, run, parts.devices)
    stop_keys = _listen_to_keys(application, app, run.settings)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: application.quit())
    # Python sees a signal only between two steps of its own; the timer gives it one.
    breath = QTimer()
    breath.timeout.connect(lambda: None)
    breath.start(200)
    if run.until_painted:
        _quit_when_painted(application, app.windows())
    code = application.exec()
    stop_keys()
    stop_control()
    app.stop()
    garbage.stop()
    return code


def show(windows: Mapping[str, QWidget], run: StationRun) -> None:
    """Show the windows at the panel's size, or full screen where the settings say so."""
    panel = run.settings.panel
    main = next(iter(windows.values()))
    if run.settings.fullscreen and run.control is None:
        main.showFullScreen()
    else:
        main.resize(round(panel.width_px * run.scale), round(panel.height_px * run.scale))
        if run.at_px is not None:
            main.move(*run.at_px)
        main.show()
    for name, extra in list(windows.items())[1:]:
        if name == MIRROR:
            _show_mirror(extra, main, run)
            continue
        if run.at_px is not None:
            extra.move(run.at_px[0], run.at_px[1] + main.height() + UNDER_PX)
        extra.show()


def _show_mirror(mirror: QWidget, main: QWidget, run: StationRun) -> None:
    """Show the elder's screen on the second output; where there is none, beside the first."""
    from PySide6.QtGui import QGuiApplication

    screens = QGuiApplication.screens()
    if run.settings.fullscreen and run.control is None and len(screens) > 1:
        mirror.setGeometry(screens[1].geometry())
        mirror.showFullScreen()
        return
    if run.at_px is not None:
        mirror.move(run.at_px[0] + main.width() + UNDER_PX, run.at_px[1])
    mirror.show()


def _parts(run: StationRun) -> StationParts:
    from launch.devices import build_devices
    from ui_kit.theme import build_theme

    settings = run.settings
    theme = build_theme(ASSETS, _panel(settings.panel, run))
    bound_to = settings.counter_id if settings.kind == "console" else settings.id
    joining = Joining(
        hall=settings.hall,
        role=ROLE_OF[settings.kind],
        bound_to=bound_to,
        state=run.state,
        config=run.config,
        token_file=Path(settings.token_file) if settings.token_file else None,
        shift_s=run.shift_s,
    )
    return StationParts(
        run=run,
        gateway=DeferredGateway(lambda: join_hall(joining)),
        theme=theme,
        devices=build_devices(settings, run.state / "prints" / settings.id),
    )


def _panel(panel: PanelSettings, run: StationRun) -> Panel:
    """Return a configured panel as screens measure it, in the size it is run at."""
    from ui_kit.panel import Panel

    return Panel(
        panel.width_mm,
        panel.height_mm,
        round(panel.width_px * run.scale),
        round(panel.height_px * run.scale),
        panel.mount_mm,
        panel.view_mm,
    )


def _listen_to_keys(
    application: QApplication, app: StationApp, settings: StationSettings
) -> Callable[[], None]:
    """Lay the keys of the settings on the station's deeds; returns how to end that."""
    if not settings.keys or not isinstance(app, TakesKeys):
        return lambda: None
    from ui_kit.hot_keys import HotKeys

    table = {one.key: one.does for one in settings.keys}
    keys = HotKeys(table, app.do, lambda: steady_s() * 1000)
    keys.install(application)
    return lambda: keys.remove(application)


def _open_control(app: StationApp, run: StationRun, devices: StationDevices) -> Callable[[], None]:
    if run.control is None:
        return lambda: None
    from devices.sim_control import apply
    from ui_kit.control import ControlServer
    from ui_kit.reading_order import texts_of

    def say(device: str, word: str, arguments: Mapping[str, object]) -> None:
        if device not in devices.simulators:
            known = ", ".join(sorted(devices.simulators)) or "none"
            raise LookupError(f"there is no simulator '{device}'; there are: {known}")
        apply(devices.simulators[device], word, arguments)

    return ControlServer(str(run.control), app.windows, texts_of, say).close


def _quit_when_painted(application: QApplication, windows: Mapping[str, QWidget]) -> None:
    from PySide6.QtCore import QTimer

    main = next(iter(windows.values()))
    main.repaint()
    QTimer.singleShot(0, application.quit)


def station_config(station_file: Path) -> Path:
    """Return the folder of hall settings an embedded hall of this station uses."""
    folder = station_file.resolve().parent
    return folder if (folder / "hall.toml").exists() else CONFIG


def steady_s() -> float:
    """Return steady seconds for durations on a screen."""
    return time.monotonic()
