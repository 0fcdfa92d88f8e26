"""The keys at the foot of every page: the areas at the left, the red key at the right.

objectNames: `rail`, `area_<id>`, `unwell`.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from guide_desk.screens.measure import APART, GAP, LABEL, PAD, TEXT
from guide_desk.shell_views import RailKeyView, RailTone, RailView
from ui_kit.fonts import BOLD
from ui_kit.ink import Ink
from ui_kit.key_look import KeyLook, KeyState, KeyStyle
from ui_kit.text import Align, TextStyle, draw_fitted, fit
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

_TOP, _HIGH = 5.7, 33.4
_WIDEST = 66.0
_UNWELL = 76.0
_STYLES: dict[RailTone, KeyStyle] = {"call": KeyStyle.HELP, "unwell": KeyStyle.HELP}
_OUTLINE = 2.0
_ICON, _ICON_BESIDE_WORDS = 13.0, 10.2
_COUNT_EM, _COUNT_HEIGHT = 7.4, 10.2


class RailKey(WiredKey):
    """The key of an area: icon and count above, its word below, and under that why to go there."""

    def __init__(
        self, theme: Theme, rail: RailKeyView, pressed: Pressed, parent: QWidget, *,
        em: float = LABEL, icon: float = _ICON,
    ) -> None:  # fmt: skip
        self._rail, self._word, self._icon = rail, em, icon
        style = _STYLES.get(rail.tone, KeyStyle.KEY)
        super().__init__(theme, rail.key, pressed, parent, style=style)

    def show_rail(self, rail: RailKeyView) -> None:
        """Show another count, or why to go there."""
        if rail == self._rail:
            return
        self._rail = rail
        self.show_view(rail.key)
        self.set_rest_style(_STYLES.get(rail.tone, KeyStyle.KEY))
        self.setAccessibleName(" ".join(self.texts()))

    def texts(self) -> tuple[str, ...]:
        """Return word, count, and why to go there."""
        rail = self._rail
        return tuple(text for text in (rail.key.label, rail.count, rail.key.second) if text)

    def paint_content(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        """Draw icon, count and words about the middle of the key."""
        theme, px, rail = self.theme, self.theme.px, self._rail
        if rail.tone == "unwell" and self.state() is KeyState.REST:
            self._paint_outline(painter, face, look)
        why = rail.key.second
        icon = px(_ICON_BESIDE_WORDS if why else self._icon)
        word = fit(theme.fonts, rail.key.label, _style(px(self._word)), face.width(), face.height())
        tall = icon + px(1.6) + word.height_px + (px(1.4 + TEXT) if why else 0.0)
        top = face.center().y() - tall / 2
        self._paint_sign(painter, QRectF(face.left(), top, face.width(), icon), look)
        area = QRectF(face.left(), top + icon + px(1.6), face.width(), word.height_px)
        draw_fitted(painter, theme.fonts, word, area, look.text, Align.CENTRE, 0.0)
        if why:
            second = fit(theme.fonts, why, _style(px(TEXT)), face.width(), px(TEXT))
            area.moveTop(area.bottom() + px(1.4))
            draw_fitted(painter, theme.fonts, second, area, look.second, Align.CENTRE, 0.0)

    def _paint_sign(self, painter: QPainter, area: QRectF, look: KeyLook) -> None:
        theme, px, rail = self.theme, self.theme.px, self._rail
        side, pill = round(area.height()), 0.0
        if rail.count:
            pill = max(
                theme.fonts.width(rail.count, BOLD, px(_COUNT_EM)) + px(5), px(_COUNT_HEIGHT)
            )
        gap = px(2.4) if pill else 0.0
        left = area.center().x() - (side + gap + pill) / 2
        icon = theme.icons.icon(rail.key.icon, side, look.icon)
        painter.drawPixmap(QPointF(left, area.top()), icon)
        if not pill:
            return
        high = px(_COUNT_HEIGHT)
        frame = QRectF(left + side + gap, area.center().y() - high / 2, pill, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.text)
        painter.drawRoundedRect(frame, high / 2, high / 2)
        count = fit(theme.fonts, rail.count, _style(px(_COUNT_EM)), pill, high)
        draw_fitted(painter, theme.fonts, count, frame, look.bottom, Align.CENTRE)

    def _paint_outline(self, painter: QPainter, face: QRectF, look: KeyLook) -> None:
        half = self.theme.px(_OUTLINE) / 2
        radius = self.theme.px(look.radius_mm) - half
        painter.setPen(QPen(self.theme.colour("red_top"), half * 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(face.adjusted(half, half, -half, -half), radius, radius)


class Rail(KitWidget):
    """The same keys at the same places under every page."""

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("rail")
        self._pressed = pressed
        self._view: RailView | None = None
        self._keys: dict[str, RailKey] = {}
        self._unwell: WiredKey | None = None

    def show_view(self, view: RailView) -> None:
        """Show the rail."""
        if view == self._view:
            return
        before, self._view = self._view, view
        names = {rail.key.name for rail in view.areas}
        for name, key in self._keys.items():
            key.setVisible(name in names)
        for rail in view.areas:
            if rail.key.name not in self._keys:
                made = RailKey(self.theme, rail, self._pressed, self)
                self._keys[rail.key.name] = made
                made.show()
            self._keys[rail.key.name].show_rail(rail)
        if self._unwell is None:
            self._unwell = WiredKey(
                self.theme, view.unwell, self._pressed, self, em=LABEL, inside=3.0,
                style=KeyStyle.EMERGENCY,
            )  # fmt: skip
            self._unwell.show()
        self._unwell.raise_()  # the last that is read out
        self._unwell.show_view(view.unwell)
        if before is None or len(before.areas) != len(view.areas):
            self.lay_out()

    def lay_out(self) -> None:
        """Lay the areas from the left, the red key at the right end."""
        view, wide = self._view, self.theme.panel.mm(self.width())
        if view is None or self._unwell is None:
            return
        place(self._unwell, wide - PAD - _UNWELL, _TOP, _UNWELL, _HIGH)
        count = max(1, len(view.areas))
        room = wide - 2 * PAD - _UNWELL - APART
        each = min(_WIDEST, (room - (count - 1) * GAP) / count)
        for index, rail in enumerate(view.areas):
            place(self._keys[rail.key.name], PAD + index * (each + GAP), _TOP, each, _HIGH)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground on which the keys stand."""
        painter.fillRect(self.rect(), self.theme.colour("tray"))
        ink = Ink(painter, self.theme)
        ink.block(ink.rect(0, 0, self.theme.panel.mm(self.width()), 0.7), "rule")


def _style(em_px: float) -> TextStyle:
    return TextStyle(em_px, em_px, BOLD, max_lines=1)
