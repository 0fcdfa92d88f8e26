"""Fixtures for tests of screens: the assets, a kiosk panel, a clock that stands still, a theme."""

from __future__ import annotations

import pytest

from hall.kernel.facts import HallFacts
from tests.helpers.facts import FACTS
from tests.ui_kit.conftest import ManualClock, clock, theme

__all__ = ["ManualClock", "clock", "theme"]


@pytest.fixture
def guide_facts() -> HallFacts:
    """The hall of a guide's desk; a module with another one says so."""
    return FACTS
