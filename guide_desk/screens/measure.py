"""Where things lie on a page of the desk, in units of the window's design.

On the tablet of 217 by 136 mm the design is 352 units wide: one millimetre is 1.62 units. Every
length here keeps the rules of docs/proof.md there: keys of 20 mm and more, 6 mm from the lip of one
to the face of the next, words of 4 mm and more.
"""

from __future__ import annotations

DESIGN_WIDTH, DESIGN_HEIGHT = 352.0, 220.0

HEADER, HEAD, RAIL = 17.0, 16.5, 46.0
"""Heights of the line of the window, of the first line of a page, and of the rail."""
PAD = 7.0
"""From the edge of the glass to what stands on it."""
GAP, APART = 10.1, 15.0
"""Between keys of one kind, from lip to face; between groups of keys."""
LIP, PRIMARY_LIP = 3.0, 4.0
KEY = 33.0
"""The least side of a key."""
BESIDE = 66.0
"""Width of the keys beside a page."""
TURN = 34.0
"""Width of the keys that turn a list."""

TEXT, STRONG, LABEL, TITLE = 6.7, 7.2, 8.2, 8.6
"""Ems: 4.1 mm, 4.4 mm, 5.1 mm and 5.3 mm."""
SPACING = 1.22
"""Of lines, in ems."""


def across(left: float, room: float, count: int) -> list[tuple[float, float]]:
    """Return x and width of so many keys side by side."""
    width = (room - (count - 1) * GAP) / count
    return [(left + index * (width + GAP), width) for index in range(count)]


def down(top: float, room: float, count: int) -> list[tuple[float, float]]:
    """Return y and height of so many keys one under the other; `room` ends at the last face."""
    height = (room - (count - 1) * (LIP + GAP)) / count
    return [(top + index * (height + LIP + GAP), height) for index in range(count)]
