"""A visit at a kiosk, for words that are chosen there."""

from __future__ import annotations

from tests.kiosk.conftest import visit

__all__ = ["visit"]
