"""The Qt binding itself: docs/decisions/0005."""

import sys

from PySide6.QtCore import QRectF

CALLS = 1000
NOISE = 50


def test_a_call_that_returns_nothing_takes_no_reference_of_none():
    rectangle = QRectF(0, 0, 1, 1)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        rectangle.translate(1, 1)
    assert abs(sys.getrefcount(None) - before) < NOISE
