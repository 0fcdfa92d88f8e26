"""The ticket number on every surface: the seal with the series' character, then the digits."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BLACK, BOLD
from ui_kit.text import Align, draw_line
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

CAP_OF_EM = 0.7275
"""Cap height of Inter's digits over their em (OS/2 sCapHeight 1490 of 2048)."""
SEAL_NEAR = 0.44
"""Side of the seal over the digits' em where the number is read from near (kiosk, slip)."""
SEAL_FAR = 0.69
"""The same where it is read across a hall (boards, counter, console)."""
_GAP = 0.11
_SEAL_CHARACTER = 0.72


class TicketScheme(Enum):
    """Colours of seal ground, seal character and digits."""

    DARK_ON_LIGHT = ("green", "sheet", "ink")
    WHITE_ON_GREEN = ("sheet", "green", "sheet")
    SECOND = ("ink2", "paper", "ink2")


@dataclass(frozen=True)
class TicketLook:
    """How a number is set: cap height in millimetres, seal over em, colours."""

    cap_mm: float
    seal: float = SEAL_NEAR
    scheme: TicketScheme = TicketScheme.DARK_ON_LIGHT
    align: Align = Align.CENTRE


@dataclass(frozen=True)
class TicketLayout:
    """Where the parts of a number lie, in pixels; `digits` is the box of caps and advances."""

    seal: QRectF
    digits: QRectF
    em_px: float


def lay_out_ticket(
    theme: Theme, area: QRectF, series: str, digits: str, look: TicketLook
) -> TicketLayout:
    """Lay seal and digits side by side in an area, smaller where they would not fit."""
    em = theme.px(look.cap_mm) / CAP_OF_EM
    total = _width(theme, series, digits, em, look.seal)
    if total > area.width():
        em *= area.width() / total
    em = min(em, area.height() / CAP_OF_EM)
    total = _width(theme, series, digits, em, look.seal)
    x = area.left() + (area.width() - total) * look.align.value
    side = em * look.seal if series else 0.0
    middle = area.center().y()
    digits_left = x + side + (em * _GAP if series else 0.0)
    cap = em * CAP_OF_EM
    return TicketLayout(
        seal=QRectF(x, middle - side / 2, side, side),
        digits=QRectF(digits_left, middle - cap / 2, x + total - digits_left, cap),
        em_px=em,
    )


def draw_ticket(
    painter: QPainter, theme: Theme, area: QRectF, series: str, digits: str, look: TicketLook
) -> TicketLayout:
    """Draw a ticket number in an area; return where its parts lie."""
    layout = lay_out_ticket(theme, area, series, digits, look)
    ground, character, ink = (_colour(theme, name, look.scheme) for name in look.scheme.value)
    if series:
        draw_seal(painter, theme, layout.seal, series, ground, character)
    base = QPointF(layout.digits.left(), layout.digits.bottom())
    draw_line(painter, theme.fonts, digits, BOLD, layout.em_px, base, ink)
    return layout


def draw_seal(
    painter: QPainter, theme: Theme, seal: QRectF, series: str, ground: QColor, character: QColor
) -> None:
    """Draw the rounded square with the series' character in it."""
    radius = seal.width() * theme.tokens.radius["seal"]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(seal, radius, radius)
    size = seal.width() * _SEAL_CHARACTER
    wide = theme.fonts.width(series, BLACK, size)
    base = QPointF(seal.center().x() - wide / 2, seal.center().y() + size * 0.38)
    draw_line(painter, theme.fonts, series, BLACK, size, base, character)


def _colour(theme: Theme, name: str, scheme: TicketScheme) -> QColor:
    if theme.high_contrast and scheme is TicketScheme.WHITE_ON_GREEN:
        return QColor(theme.tokens.high_contrast["text" if name == "green" else "ground"])
    return theme.colour(name)


def _width(theme: Theme, series: str, digits: str, em: float, seal: float) -> float:
    width = theme.fonts.width(digits, BOLD, em)
    return width + (em * (seal + _GAP) if series else 0.0)


class TicketLabel(KitWidget):
    """A ticket number anywhere, at any size."""

    def __init__(
        self, theme: Theme, series: str, digits: str, look: TicketLook, name: str = "ticket",
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._series, self._digits, self._look = series, digits, look
        self.set_ticket(series, digits)

    def set_ticket(self, series: str, digits: str) -> None:
        """Show another number."""
        self._series, self._digits = series, digits
        self.setAccessibleName(series + digits)
        self.update()

    def set_look(self, look: TicketLook) -> None:
        """Change size or colours."""
        self._look = look
        self.update()

    def layout_px(self) -> TicketLayout:
        """Return where seal and digits lie in the widget."""
        area = self.face_rect()
        return lay_out_ticket(self.theme, area, self._series, self._digits, self._look)

    def texts(self) -> tuple[str, ...]:
        """Return the number as it is read."""
        whole = self._series + self._digits
        return (whole,) if whole else ()

    def paint(self, painter: QPainter) -> None:
        """Draw seal and digits."""
        if self._digits:
            area = self.face_rect()
            draw_ticket(painter, self.theme, area, self._series, self._digits, self._look)
