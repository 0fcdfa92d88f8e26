"""The demo on a display: every station in a window of its own, and the developer's dock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from launch.control_client import ControlRefused
from launch.demo.placing import places_on
from launch.demo.site import STATIONS, demo_site
from launch.paths import ASSETS
from launch.words import words_of

DOCK_MM = (532.0, 88.0)


def show() -> int:
    """Run the demo until the dock is closed; every station ends with it."""
    from dev_dock.app import DockApp
    from launch.qt import own_application
    from ui_kit.panel import Panel
    from ui_kit.theme import build_theme

    application = own_application()
    screen = application.primaryScreen().availableGeometry()
    places = places_on(screen.width(), screen.height())
    with demo_site(offscreen=False) as site:
        for station in STATIONS:
            site.start(station, places.stations[station.name])

        def say(station: str, device: str, word: str, arguments: Mapping[str, Any]) -> str:
            try:
                site.controls[station].ask("sim", device=device, word=word, arguments=arguments)
            except ControlRefused as fault:
                return str(fault)
            return ""

        x, y, room_w, room_h = places.dock_px
        width, height = DOCK_MM
        px_per_mm = min(room_w / width, room_h / height)
        panel = Panel(width, height, round(width * px_per_mm), round(height * px_per_mm))
        dock = DockApp(build_theme(ASSETS, panel), words_of("dev_dock"), say)
        for window in dock.windows().values():
            window.move(screen.x() + x, screen.y() + y)
            window.show()
        return application.exec()
