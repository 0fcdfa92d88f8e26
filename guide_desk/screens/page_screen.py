"""What every page of the desk has: its first line, its keys, a body of so many rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from guide_desk.screens.measure import (
    APART,
    BESIDE,
    GAP,
    HEAD,
    LIP,
    PAD,
    PRIMARY_LIP,
    TEXT,
    TITLE,
    down,
)
from guide_desk.shell_views import Page
from ui_kit.fonts import BLACK
from ui_kit.ink import Ink
from ui_kit.staff_views import KeyView
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget, place
from ui_kit.wired_key import Pressed, WiredKey

PageT = TypeVar("PageT", bound=Page)
_TITLE_MIDDLE, _ICON = 9.0, 10.0
_UNDER_BODY = 8.4
"""From the last face of a page to its foot: a lip and the shadow. The rail's keys lie 6 mm away."""


class PageScreen(KitWidget, Generic[PageT]):
    """One page. A subclass says which keys it has, where they lie and what else is drawn.

    objectName: `page`. Lengths are units of the design, from the page's upper left corner.
    """

    def __init__(self, theme: Theme, pressed: Pressed, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.setObjectName("page")
        self.pressed = pressed
        self.shown: PageT | None = None
        self._notice = ""
        self._keys: dict[str, WiredKey] = {}

    def keys_of(self, page: PageT) -> Sequence[KeyView]:
        """Return the keys of the page."""
        del page
        return ()

    def make_key(self, view: KeyView) -> WiredKey:
        """Make the widget of a key; the same name keeps its widget."""
        return WiredKey(self.theme, view, self.pressed, self, em=TITLE, inside=3.5)

    def fill(self, page: PageT) -> None:
        """Show what is neither a key nor drawn."""

    def lay(self, page: PageT) -> None:
        """Lay the keys for the present size."""

    def words(self, page: PageT) -> tuple[str, ...]:
        """Return the words that are drawn under the first line; keys have their own."""
        del page
        return ()

    def draw(self, ink: Ink, page: PageT) -> None:
        """Draw what is no widget."""

    def show_page(self, page: PageT, notice: str) -> None:
        """Show a page; a line that must be read stands in place of its first line."""
        if (page, notice) == (self.shown, self._notice):
            return
        self.shown, self._notice = page, notice
        self._show_keys(self.keys_of(page))
        self.fill(page)
        self.setAccessibleName(" ".join(self.texts()))
        self.lay_out()
        self.update()

    def leave(self) -> None:
        """Go, and let nobody find a key of this page any more; what a finger holds ends first."""
        for widget in (self, *self.findChildren(KitWidget)):
            widget.setObjectName("")
        self.hide()
        self.deleteLater()

    def key(self, name: str) -> WiredKey:
        """Return the widget of a key."""
        return self._keys[name]

    def texts(self) -> tuple[str, ...]:
        """Return the words of the page itself."""
        page = self.shown
        if page is None:
            return ()
        first = (self._notice,) if self._notice else (page.head.title, page.head.hint)
        return tuple(text for text in (*first, page.head.aside, *self.words(page)) if text)

    def lay_out(self) -> None:
        """Lay everything for the present size."""
        if self.shown is not None:
            self.lay(self.shown)

    def paint(self, painter: QPainter) -> None:
        """Draw the ground, the first line and the page."""
        ink, page = Ink(painter, self.theme), self.shown
        painter.fillRect(self.rect(), self.theme.colour("paper"))
        if page is None:
            return
        right = self.wide - PAD
        if page.head.aside:
            aside = page.head.aside
            right -= ink.line(aside, right, _TITLE_MIDDLE + 0.4, TEXT, align=Align.RIGHT) + GAP
        if self._notice:
            ink.notice(self._notice, "info", ink.rect(PAD, 1.6, right - PAD, 13.4), TEXT)
        elif page.head.title:
            x = PAD
            if page.head.icon:
                ink.icon(page.head.icon, x, _TITLE_MIDDLE, _ICON, "green")
                x += _ICON + 3
            x += ink.line(page.head.title, x, _TITLE_MIDDLE, TITLE, weight=BLACK) + GAP
            ink.second(page.head.hint, x, _TITLE_MIDDLE + 0.6, TEXT)
        self.draw(ink, page)

    @property
    def wide(self) -> float:
        """Width of the page."""
        return self.theme.panel.mm(self.width())

    @property
    def room(self) -> float:
        """Width between the margins."""
        return self.wide - 2 * PAD

    @property
    def foot(self) -> float:
        """How far down anything may reach, the lip of a key included."""
        return self.theme.panel.mm(self.height()) - _UNDER_BODY + PRIMARY_LIP

    def rows(self, count: int = 3) -> list[tuple[float, float]]:
        """Return y and height of so many rows of keys, from the first line to the foot."""
        return down(HEAD, self.foot - HEAD - PRIMARY_LIP, count)

    def lay_beside(self, views: Sequence[KeyView]) -> None:
        """Lay up to three keys at the right of the page."""
        for view, (y, high) in zip(views, self.rows(), strict=False):
            self.lay_key(view, self.wide - PAD - BESIDE, y, BESIDE, high)

    def lay_key(self, view: KeyView, x: float, y: float, wide: float, high: float) -> None:
        """Lay a key into a row; the longer lip of the green one stays inside it."""
        lip = PRIMARY_LIP - LIP if view.mode == "next" else 0.0
        place(self.key(view.name), x, y, wide, high - lip)

    @property
    def main_room(self) -> float:
        """Width left of the keys beside a page."""
        return self.room - BESIDE - APART

    def _show_keys(self, views: Sequence[KeyView]) -> None:
        names = {view.name for view in views}
        for name in [name for name in self._keys if name not in names]:
            key = self._keys.pop(name)
            key.setObjectName("")
            key.hide()
            key.deleteLater()
        for view in views:
            if view.name not in self._keys:
                self._keys[view.name] = self.make_key(view)
                self._keys[view.name].show()
            self._keys[view.name].show_view(view)
