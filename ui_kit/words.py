"""Words that stand on a page: blocks of text, a sentence with a large number in it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ui_kit.fonts import BOLD, MEDIUM
from ui_kit.line_break import has_han, in_one_line
from ui_kit.text import DISPLAY_SPACING, Align, Fitted, TextStyle, draw_fitted, draw_line, fit
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget

LONGEST_LINE_EM = 14.0
"""A longer line is lost on the way back to the left edge (tokens: `max_han_per_line`)."""

LONGEST_LATIN_LINE_EM = 21.0
"""The same for Latin words: letters are half as wide as Han, and are read by the word."""


@dataclass(frozen=True)
class TextLook:
    """How a block of words is set; ems in millimetres, `middle` 0 top, 0.5 middle, 1 foot."""

    em_mm: float = 13.4
    weight: int = BOLD
    colour: str = "ink"
    align: Align = Align.LEFT
    middle: float = 0.5
    max_lines: int = 2
    floor_mm: float = 9.9
    spacing: float = DISPLAY_SPACING
    scales: bool = True


class TextBlock(KitWidget):
    """Words in a rectangle, broken by sense, never below the floor.

    The tails of Latin letters hang below the em that Han fill; the widget reaches that far.
    """

    margins_mm = (0.0, 0.0, 0.0, 6.0)

    def __init__(
        self, theme: Theme, text: str, look: TextLook, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._text = ""
        self._look = look
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Change the words; line feeds are kept where they fit."""
        self._text = text
        self.setAccessibleName(in_one_line(text))
        self.update()

    @property
    def text(self) -> str:
        """The words as handed in."""
        return self._text

    def set_look(self, look: TextLook) -> None:
        """Change how the words are set."""
        self._look = look
        self.update()

    def fitted(self) -> Fitted:
        """Return the lines as they are drawn."""
        theme, look = self.theme, self._look
        style = TextStyle(
            theme.em_px(look.em_mm, scales=look.scales), theme.px(look.floor_mm), look.weight,
            look.spacing, look.max_lines,
            LONGEST_LINE_EM if has_han(self._text) else LONGEST_LATIN_LINE_EM,
        )  # fmt: skip
        area = self.face_rect()
        return fit(theme.fonts, self._text, style, area.width(), area.height())

    def texts(self) -> tuple[str, ...]:
        """Return the words."""
        return (in_one_line(self._text),) if self._text else ()

    def paint(self, painter: QPainter) -> None:
        """Draw the lines."""
        if not self._text:
            return
        look = self._look
        draw_fitted(
            painter, self.theme.fonts, self.fitted(), self.face_rect(),
            self.theme.colour(look.colour), look.align, look.middle,
        )  # fmt: skip


def title(theme: Theme, text: str, name: str = "title", *, short: bool = False) -> TextBlock:
    """Make the page's title; `short` sets up to five characters larger."""
    em_mm = theme.em_mm("title_short" if short else "title")
    return TextBlock(theme, text, TextLook(em_mm, weight=900, floor_mm=13.4), name)


def note(theme: Theme, text: str, name: str = "note", align: Align = Align.LEFT) -> TextBlock:
    """Make a line in the second voice."""
    look = TextLook(theme.em_mm("note"), MEDIUM, "ink2", align, spacing=1.5)
    return TextBlock(theme, text, look, name)


class MatterLine(TextBlock):
    """The chosen matter; it stays on the page until the slip is taken."""

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        look = TextLook(theme.em_mm("note"), BOLD, "ink2", scales=False)
        super().__init__(theme, text, look, "matter", parent)


@dataclass(frozen=True)
class CountLook:
    """How a sentence with a number is set; ems in millimetres."""

    em_mm: float = 14.9
    number_em_mm: float = 24.8
    weight: int = BOLD
    colour: str = "ink"
    number_colour: str = "ink"
    align: Align = Align.CENTRE


class CountLine(KitWidget):
    """A sentence whose number stands out: words, number, words."""

    margins_mm = TextBlock.margins_mm

    def __init__(
        self, theme: Theme, before: str, number: str, after: str, look: CountLook | None = None,
        name: str = "count", parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setObjectName(name)
        self._parts = ("", "", "")
        self._look = look or CountLook()
        self.set_parts(before, number, after)

    def set_parts(self, before: str, number: str, after: str) -> None:
        """Change the sentence."""
        self._parts = (before, number, after)
        self.setAccessibleName(before + number + after)
        self.update()

    def texts(self) -> tuple[str, ...]:
        """Return the sentence as one text."""
        whole = "".join(self._parts)
        return (whole,) if whole else ()

    def paint(self, painter: QPainter) -> None:
        """Draw the three parts on one baseline."""
        draw_count(painter, self.theme, self.face_rect(), self._parts, self._look)


def draw_count(
    painter: QPainter, theme: Theme, area: QRectF, parts: tuple[str, str, str], look: CountLook
) -> None:
    """Draw words, a large number and words in the middle of an area, smaller if they must be."""
    fonts = theme.fonts
    factor = 1.0
    while True:
        em, big = theme.px(look.em_mm) * factor, theme.px(look.number_em_mm) * factor
        gap = em * 0.28
        sizes = (em, big, em)
        widths = [fonts.width(t, look.weight, s) for t, s in zip(parts, sizes, strict=True)]
        total = sum(widths) + gap * (bool(parts[0]) + bool(parts[2]))
        if total <= area.width() or factor < 0.5:
            break
        factor *= 0.95
    x = area.left() + (area.width() - total) * look.align.value
    base = area.center().y() + (0.364 * big if parts[1] else 0.38 * em)
    colours = (look.colour, look.number_colour, look.colour)
    for text, size, width, colour in zip(parts, sizes, widths, colours, strict=True):
        if text:
            at = QPointF(x, base)
            draw_line(painter, fonts, text, look.weight, size, at, theme.colour(colour))
            x += width + gap
