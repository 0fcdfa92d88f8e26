"""The demo on a display: every station in a window of its own, and the developer's dock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from launch.control_client import ControlRefused
from launch.demo.site import STATIONS, demo_site
from launch.paths import ASSETS
from launch.words import words_of

DOCK_MM = (270.0, 92.0)
DOCK_PX_PER_MM = 4.0


def show(scale: float) -> int:
    """Run the demo until the dock is closed; every station ends with it."""
    from PySide6.QtWidgets import QApplication

    from dev_dock.app import DockApp
    from ui_kit.panel import Panel
    from ui_kit.theme import build_theme

    with demo_site(offscreen=False, scale=scale) as site:
        for station in STATIONS:
            site.start(station)

        def say(station: str, device: str, word: str, arguments: Mapping[str, Any]) -> str:
            try:
                site.controls[station].ask("sim", device=device, word=word, arguments=arguments)
            except ControlRefused as fault:
                return str(fault)
            return ""

        application = QApplication([])
        width, height = DOCK_MM
        panel = Panel(width, height, round(width * DOCK_PX_PER_MM), round(height * DOCK_PX_PER_MM))
        dock = DockApp(build_theme(ASSETS, panel), words_of("dev_dock"), say)
        for window in dock.windows().values():
            window.show()
        return application.exec()
