"""One page being filled: lays widgets on a PageBase and reports presses of its keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from kiosk.views import FactView, KeyView
from ui_kit.drawing import Drawing
from ui_kit.keys import BigKey, KeyFace, KeyStyle
from ui_kit.line_break import in_one_line
from ui_kit.page import PageBase
from ui_kit.panel import RectMm
from ui_kit.press import KeyBase
from ui_kit.sheets import FactCard, Sheet
from ui_kit.text import Align
from ui_kit.theme import Theme
from ui_kit.widget import KitWidget
from ui_kit.words import TextBlock, TextLook

_Kit = TypeVar("_Kit", bound=KitWidget)
Pressed = Callable[[str, str], None]
_NARROW_KEY = 70.0
"""On a narrower key an arrow would take the place of its word."""


@dataclass
class Canvas:
    """Where a body is drawn; `low` asks for all keys in the lowest 40 % of the glass.

    `pressed` is told the action and argument of a key, `clicks` that one went down.
    """

    theme: Theme
    page: PageBase
    content: RectMm
    low: bool
    large: bool
    pressed: Pressed
    clicks: Callable[[], None]

    @property
    def lying(self) -> bool:
        """Whether the panel lies."""
        return not self.theme.panel.portrait

    def lay(self, widget: _Kit, at: RectMm) -> _Kit:
        """Lay any widget."""
        return self.page.add(widget, at.x, at.y, at.w, at.h)

    def words(self, text: str, at: RectMm, look: TextLook, name: str) -> TextBlock | None:
        """Lay words, if there are any."""
        if not text:
            return None
        return self.lay(TextBlock(self.theme, text, look, name), at)

    def wired(self, key: KeyBase, view: KeyView, at: RectMm) -> KeyBase:
        """Lay a key and report its presses."""
        key.pressed_once.connect(lambda: self.pressed(view.action, view.argument))
        key.clicks.connect(self.clicks)
        return self.lay(key, at)

    def key(
        self, view: KeyView, at: RectMm, *, em_mm: float = 0.0, max_lines: int = 2,
        stacked: bool = False,
    ) -> KeyBase:  # fmt: skip
        """Lay a big key; a primary one is green. `stacked` puts its icon over its words."""
        em_mm = em_mm or (20.8 if view.primary else 14.9)
        if at.h < 30:
            em_mm = min(em_mm, 12.4)
        elif "\n" in view.label and at.h < 42:
            em_mm = min(em_mm, 13.4)
        one_line = in_one_line(view.label) if at.w > 150 else view.label
        narrow = at.w < _NARROW_KEY
        icon = "" if narrow and view.icon.startswith("arrow") else view.icon
        at_side = "right" if icon == "arrow-right" else "left"
        face = KeyFace(
            one_line, icon, view.second, icon_at="top" if stacked else at_side,
            em_mm=em_mm, inside_mm=2.5 if narrow else 5.0, max_lines=max_lines,
        )  # fmt: skip
        style = KeyStyle.PRIMARY if view.primary else KeyStyle.KEY
        return self.wired(BigKey(self.theme, face, view.name, style), view, at)

    def picture(self, drawing: str, at: RectMm) -> None:
        """Lay a drawing, as large as its place allows."""
        if drawing and at.h > 30:
            self.lay(Drawing(self.theme, drawing, ""), at)

    def fact(self, fact: FactView, at: RectMm, name: str) -> None:
        """Lay a fact card, or a plain sentence on a sheet."""
        if fact.figure:
            words = f"{fact.figure} {fact.unit}".strip()
            self.lay(FactCard(self.theme, fact.icon, fact.caption, words, name), at)
            return
        self.lay(Sheet(self.theme, name, flat=True), at)
        look = TextLook(self.theme.em_mm("key"), align=Align.CENTRE, max_lines=1)
        self.words(fact.caption, at, look, f"{name}.words")
