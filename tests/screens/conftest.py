"""Fixtures for tests of screens: the assets, a kiosk panel, a clock that stands still, a theme."""

from __future__ import annotations

from tests.ui_kit.conftest import ManualClock, clock, theme

__all__ = ["ManualClock", "clock", "theme"]
