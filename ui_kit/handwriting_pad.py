"""A sheet to write on with the finger: thick ink, steadied, nothing recognised, nothing kept."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPixmap, QPolygonF, QTouchEvent
from PySide6.QtWidgets import QWidget

from hall.kernel.handwriting import Handwriting
from ui_kit.fonts import MEDIUM
from ui_kit.pen import draw_stroke, points_of, tenths_of
from ui_kit.stroke import REACH, Point, Stroke
from ui_kit.text import Align, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

LEAST_WIDTH_MM, LEAST_HEIGHT_MM = 120.0, 80.0
"""Nobody has to write on less (ux_rules T10)."""

PEN_MM = 3.4
PALM_MM = 22.0
"""A contact wider than this is a hand that rests, not a finger that writes."""

_EDGE_MM = 1.0
_MOUSE = -1
_HINT_EM_MM, _HINT_FLOOR_MM = 13.4, 9.9
_TOUCHES = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd)


class HandwritingPad(KitWidget):
    """Takes strokes of one or more fingers, or of a mouse.

    `written` carries the whole sheet after each stroke; `touched` says that a finger came down.
    `hint` stands on the sheet until then.
    """

    touched = Signal()
    written = Signal(object)

    def __init__(
        self, theme: Theme, hint: str, name: str = "pad", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setObjectName(name)
        self.setAccessibleName(hint)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._hint = hint
        self._strokes: list[tuple[int, ...]] = []
        self._live: dict[int, Stroke] = {}
        self._dry: QPixmap | None = None

    @property
    def blank(self) -> bool:
        """Whether nothing has been written, not even begun."""
        return not self._strokes and not self._live

    def sheet(self) -> Handwriting:
        """Return what is written; a stroke under way is not part of it."""
        return Handwriting(
            width_mm=round(self.face_mm.w, 1),
            height_mm=round(self.face_mm.h, 1),
            pen_mm=PEN_MM,
            strokes=tuple(self._strokes),
        )

    def set_sheet(self, sheet: Handwriting) -> None:
        """Go on with what was written, on this sheet or on one of another size."""
        factor = min(self.face_mm.w / sheet.width_mm, self.face_mm.h / sheet.height_mm)
        same = abs(factor - 1.0) < 0.002
        self._strokes = [
            stroke if same else tuple(round(value * factor) for value in stroke)
            for stroke in sheet.strokes
        ]
        self._live.clear()
        self.look_changed()

    def clear(self) -> None:
        """Wipe the sheet; nothing of it is kept."""
        self._strokes.clear()
        self._live.clear()
        self.look_changed()

    def texts(self) -> tuple[str, ...]:
        """Return the hint while it is shown."""
        return (self._hint,) if self.blank and self._hint else ()

    def look_changed(self) -> None:
        """Forget the picture of what is dry and draw anew."""
        self._dry = None
        super().look_changed()

    # What fingers do --------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take touches as they are, so that a resting hand does not stop the writing one."""
        if isinstance(event, QTouchEvent):
            if event.type() in _TOUCHES:
                self._take_touches(event)
            else:
                self._live.clear()
                self.update()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen down."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._down(_MOUSE, event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the second stroke of a fast pair like any stroke."""
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw on."""
        self._drawn(_MOUSE, event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        self._up(_MOUSE, event.position())

    def _take_touches(self, event: QTouchEvent) -> None:
        for point in event.points():
            across = point.ellipseDiameters()
            if max(across.width(), across.height()) > self.theme.px(PALM_MM):
                self._drop(point.id())
            elif point.state() is point.State.Pressed:
                self._down(point.id(), point.position())
            elif point.state() is point.State.Updated:
                self._drawn(point.id(), point.position())
            elif point.state() is point.State.Released:
                self._up(point.id(), point.position())

    def _down(self, finger: int, at: QPointF) -> None:
        if not self.theme.guard.settled():
            return  # the end of a tap on the page before
        first = self.blank
        self._live[finger] = Stroke(*self._on_sheet(at))
        self.touched.emit()
        self.update(self.rect() if first else self._around(self._live[finger].line()))

    def _drawn(self, finger: int, at: QPointF) -> None:
        stroke = self._live.get(finger)
        if stroke is None:
            return
        before = len(stroke)
        stroke.move(*self._on_sheet(at))
        if len(stroke) > before:
            self.update(self._around(stroke.line(before - REACH - 2)))

    def _up(self, finger: int, at: QPointF) -> None:
        stroke = self._live.pop(finger, None)
        if stroke is None:
            return
        stroke.end(*self._on_sheet(at))
        self._strokes.append(tenths_of(stroke.line()))
        if self._dry is not None:
            self._ink_dry(self._strokes[-1:])
        self.update()
        self.written.emit(self.sheet())

    def _drop(self, finger: int) -> None:
        if self._live.pop(finger, None) is not None:
            self.update()

    def _on_sheet(self, at: QPointF) -> Point:
        """Return where a finger is on the sheet, in millimetres; beyond the edge is at the edge."""
        unit, face, edge = self.theme.panel.mm, self.face_mm, PEN_MM / 2 + _EDGE_MM
        x, y = unit(at.x()), unit(at.y())
        return (min(max(x, edge), face.w - edge), min(max(y, edge), face.h - edge))

    # What is seen -----------------------------------------------------------------------------

    def paint(self, painter: QPainter) -> None:
        """Draw the sheet, what is dry and what is being written."""
        if self._dry is None:
            self._dry = self._fresh_sheet()
            self._ink_dry(self._strokes)
        painter.drawPixmap(0, 0, self._dry)
        if self.blank:
            self._paint_hint(painter)
        for stroke in self._live.values():
            draw_stroke(painter, self.theme, stroke.line(), PEN_MM)

    def _fresh_sheet(self) -> QPixmap:
        theme, face = self.theme, self.face_rect()
        picture = QPixmap(self.size())
        picture.fill(theme.colour("paper"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.px(_EDGE_MM)
        painter.setPen(QPen(theme.colour("edge"), width))
        painter.setBrush(theme.colour("sheet"))
        radius = theme.px(theme.tokens.radius["sheet"])
        half = width / 2
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius, radius)
        painter.end()
        return picture

    def _ink_dry(self, strokes: list[tuple[int, ...]]) -> None:
        if self._dry is None:
            return
        painter = QPainter(self._dry)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in strokes:
            draw_stroke(painter, self.theme, points_of(stroke), PEN_MM)
        painter.end()

    def _paint_hint(self, painter: QPainter) -> None:
        theme, face = self.theme, self.face_rect()
        style = TextStyle(theme.em_px(_HINT_EM_MM), theme.px(_HINT_FLOOR_MM), MEDIUM, max_lines=2)
        inside = theme.px(theme.tokens.space["inside"])
        area = face.adjusted(inside, inside, -inside, -inside)
        words = fit(theme.fonts, self._hint, style, area.width(), area.height())
        draw_fitted(painter, theme.fonts, words, area, theme.colour("ink2"), Align.CENTRE)

    def _around(self, line: list[Point]) -> QRect:
        """Return what has to be drawn anew where a line has changed."""
        px, pen = self.theme.px, self.theme.px(PEN_MM)
        box = QPolygonF([QPointF(px(x), px(y)) for x, y in line]).boundingRect()
        return box.adjusted(-pen, -pen, pen, pen).toAlignedRect()
