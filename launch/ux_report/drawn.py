"""What a window really draws: every line of words, every key, every part, in pixels of the glass.

Each widget paints itself once onto a device of one pixel; a watch on the typefaces is told of the
lines. No widget is asked how large it believes its words to be.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from launch.ux_report.boxes import Box
from ui_kit.dock import Dock
from ui_kit.fonts import DrawnLine, Fonts
from ui_kit.key_look import KeyState, key_look
from ui_kit.press import KeyBase
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

HAN_TOP, HAN_FOOT = 0.84, 0.08
"""Ink of a Han character over and under its baseline, for an em of one."""
CAP = 0.7275
"""Height of a digit, for an em of one."""
_NUMERIC = frozenset("0123456789:")


@dataclass(frozen=True)
class Line:
    """One line of words: on which part, on which key (empty: none), how large, where its ink is."""

    text: str
    part: str
    key: str
    em_px: float
    weight: int
    base_y: float
    box: Box
    ground: Box
    resting: bool

    @property
    def digits(self) -> bool:
        """Whether it is figures only."""
        return all(character in _NUMERIC for character in self.text)


@dataclass(frozen=True)
class Target:
    """A key: its face at rest, where a finger counts, its lip.

    `live` is False while it rests or lies flat because what it asks for is under way. `down_px` is
    how far the face lies under its place of rest now.
    """

    name: str
    face: Box
    hit: Box
    lip_px: float
    in_dock: bool
    live: bool
    down_px: float = 0.0

    @property
    def body(self) -> Box:
        """The face with its lip."""
        return Box(self.face.x, self.face.y, self.face.w, self.face.h + self.lip_px)


@dataclass(frozen=True)
class Part:
    """A widget that draws: where it is, what it tells, what was drawn on it and in it."""

    name: str
    box: Box
    told: tuple[str, ...]
    drawn: tuple[str, ...]
    leaf: bool


@dataclass(frozen=True)
class Drawn:
    """A page as it was drawn."""

    width_px: int
    height_px: int
    lines: tuple[Line, ...]
    targets: tuple[Target, ...]
    parts: tuple[Part, ...]

    @property
    def glass(self) -> Box:
        """The whole glass."""
        return Box(0, 0, self.width_px, self.height_px)


@dataclass
class Watch:
    """Hears every line before it is drawn; `hides` keeps the words off the picture."""

    hides: bool = False
    heard: list[DrawnLine] = field(default_factory=list)

    def __call__(self, line: DrawnLine) -> bool:
        """Take a line."""
        self.heard.append(line)
        return not self.hides


@contextmanager
def watching(fonts: Fonts, *, hides: bool = False) -> Iterator[Watch]:
    """Watch the typefaces for a while."""
    fonts.watch = watch = Watch(hides)
    try:
        yield watch
    finally:
        fonts.watch = None


class Eye:
    """Looks at the windows of one theme.

    The keys of a help bar that stand as they stood are not painted again on every page.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._device = QImage(1, 1, QImage.Format.Format_RGB32)
        self._kept: dict[tuple[object, ...], list[Line]] = {}

    def look_at(self, window: QWidget) -> Drawn:
        """Let every visible widget of a shown window paint, and return what it drew."""
        widgets = [one for one in window.findChildren(QWidget) if one.isVisibleTo(window)]
        lines: dict[QWidget, list[Line]] = {}
        with watching(self._theme.fonts, hides=True) as watch:
            for widget in (window, *widgets):
                lines[widget] = self._lines(window, widget, watch)
        return Drawn(
            window.width(),
            window.height(),
            tuple(line for found in lines.values() for line in found),
            tuple(_target(window, key) for key in widgets if isinstance(key, KeyBase)),
            tuple(_parts(window, lines)),
        )

    def _lines(self, window: QWidget, widget: QWidget, watch: Watch) -> list[Line]:
        kept = None
        if isinstance(widget, KeyBase) and isinstance(widget.parentWidget(), Dock):
            kept = (widget, widget.state(), widget.texts(), self._theme.large_text)
            if kept in self._kept:
                return self._kept[kept]
        watch.heard.clear()
        _paint(widget, self._device)
        found = [_line(window, widget, one) for one in watch.heard]
        if kept is not None:
            self._kept[kept] = found
        return found


def _paint(widget: QWidget, device: QImage) -> None:
    if isinstance(widget, KitWidget):
        painter = QPainter(device)
        try:
            widget.paint(painter)
        finally:
            painter.end()
    else:
        widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))


def _line(window: QWidget, widget: QWidget, line: DrawnLine) -> Line:
    corner = widget.mapTo(window, QPoint(0, 0))
    x, y, em = line.base.x() + corner.x(), line.base.y() + corner.y(), line.em_px
    digits = all(character in _NUMERIC for character in line.text)
    top, foot = (CAP, 0.0) if digits else (HAN_TOP, HAN_FOOT)
    key = widget if isinstance(widget, KeyBase) else None
    ground = key.face_rect() if key is not None else QRectF(widget.rect())
    return Line(
        text=line.text,
        part=widget.objectName(),
        key=key.objectName() if key is not None else "",
        em_px=em,
        weight=line.weight,
        base_y=y,
        box=Box(x, y - top * em, line.width_px, (top + foot) * em),
        ground=_box(ground).moved(corner.x(), corner.y()),
        resting=key is not None and key.state() is KeyState.DISABLED,
    )


def _target(window: QWidget, key: KeyBase) -> Target:
    corner = key.mapTo(window, QPoint(0, 0))
    rest = key_look(key.theme, key.style_of_key, KeyState.REST)
    now = key_look(key.theme, key.style_of_key, key.state())
    return Target(
        name=key.objectName(),
        face=_box(key.face_rect()).moved(corner.x(), corner.y()),
        hit=_box(key.hit_rect()).moved(corner.x(), corner.y()),
        lip_px=key.theme.px(rest.lip_mm),
        in_dock=isinstance(key.parentWidget(), Dock),
        live=key.state() not in (KeyState.DISABLED, KeyState.FLAT),
        down_px=key.theme.px(now.down_mm),
    )


def _parts(window: QWidget, lines: dict[QWidget, list[Line]]) -> Iterator[Part]:
    for widget in lines:
        if not isinstance(widget, KitWidget):
            continue
        inside = [one for one in lines if one is widget or widget.isAncestorOf(one)]
        drawn = tuple(line.text for one in inside for line in lines[one])
        corner = widget.mapTo(window, QPoint(0, 0))
        box = Box(corner.x(), corner.y(), widget.width(), widget.height())
        leaf = not any(isinstance(one, KitWidget) for one in inside if one is not widget)
        yield Part(widget.objectName(), box, tuple(widget.texts()), drawn, leaf)


def _box(rect: QRectF) -> Box:
    return Box(rect.x(), rect.y(), rect.width(), rect.height())
