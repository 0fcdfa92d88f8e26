"""The texts of a window as somebody reads them: from the top down, from the left."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from ui_kit.widget import KitWidget

ROW_PX = 24
"""Widgets whose tops differ by less stand in one row."""


def texts_of(window: QWidget) -> list[str]:
    """Return every shown text of a window; a window that orders its own words is asked."""
    own = getattr(window, "texts", None)
    if own is not None:
        return [text for text in own() if text]
    shown = [widget for widget in window.findChildren(KitWidget) if widget.isVisibleTo(window)]

    def place(widget: KitWidget) -> tuple[int, int]:
        corner = widget.mapTo(window, QPoint(0, 0))
        return (corner.y() // ROW_PX, corner.x())

    return [text for widget in sorted(shown, key=place) for text in widget.texts() if text]


def texts_in(part: KitWidget) -> list[str]:
    """Return the words of a part of a window, then those of what lies on it, as they were laid."""
    children = [one for one in part.findChildren(KitWidget) if one.isVisibleTo(part)]
    return [text for widget in (part, *children) for text in widget.texts() if text]
