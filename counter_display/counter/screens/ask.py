"""The question how it was, over the whole screen of one counter. objectName: `counter_ask`.

Its keys are `feeling_5` to `feeling_1`, `why_<reason>`, and `ask_last`, the way on without a word.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from counter_display.counter.asking import AskKey, AskView
from counter_display.screens.area import Area
from counter_display.screens.marks import HAN_CENTRE, Icon, Mark, Words
from ui_kit.face_key import FaceKey
from ui_kit.fonts import BLACK, BOLD
from ui_kit.keys import BigKey, KeyFace
from ui_kit.panel import RectMm
from ui_kit.press import KeyBase
from ui_kit.theme import Theme

Touched = Callable[[str, str], None]
"""Told the action and the argument of a key that was touched."""

_LEFT, _TITLE_EM, _NOTE_EM = 56.0, 124.0, 66.0
_TITLE_MIDDLE, _NOTE_MIDDLE = 116.0, 228.0
_GAP = 38.0
_FACES_TOP, _FACES_TALL, _SHOWN_TALL, _FACE_WORD_EM = 300.0, 462.0, 600.0, 58.0
_WHY_TOP, _WHY_TALL, _WHY_STEP, _WHY_COLUMNS, _WHY_EM = 300.0, 204.0, 257.0, 3, 76.0
_LAST_TOP, _LAST_WIDE, _LAST_TALL, _LAST_EM = 818.0, 440.0, 118.0, 62.0
_THANKS_WIDE, _THANKS_EM, _THANKS_NOTE_EM = 620.0, 220.0, 110.0


class Ask(Area[AskView]):
    """One page of the question; its keys are made for it and go with it."""

    def __init__(self, theme: Theme, touched: Touched, parent: QWidget) -> None:
        super().__init__(theme, "counter_ask", parent)
        self._touched = touched
        self._keys: list[tuple[KeyBase, QRectF]] = []

    def show_view(self, view: AskView) -> None:
        """Show a page; a finger that was meant for the page before does nothing on it."""
        before = self.view
        if view == before:
            return
        super().show_view(view)
        if before is not None and _shape(before) == _shape(view):
            self._refresh(view)
            return
        self._make_anew()
        self.theme.guard.page_shown()

    def keys_shown(self) -> list[KeyBase]:
        """Return the keys of the page, in reading order."""
        return [key for key, _ in self._keys]

    def compose(self, view: AskView) -> list[Mark]:
        """Return title and note, or the thanks with a drawing."""
        if view.page == "thanks":
            return self._thanks(view)
        room = self.width_units - 2 * _LEFT
        return [
            self._line(view.title, _LEFT, _TITLE_MIDDLE, _TITLE_EM, BLACK, "ink", room),
            self._line(view.note, _LEFT, _NOTE_MIDDLE, _NOTE_EM, BOLD, "ink2", room),
        ]

    def lay(self, rect: QRectF, scale: float) -> None:
        """Lay the page and its keys."""
        super().lay(rect, scale)
        self._make_anew()

    def _thanks(self, view: AskView) -> list[Mark]:
        width, height = self.width_units, self.height_units
        tall = _THANKS_WIDE / self.theme.icons.proportion(view.drawing)
        left = _LEFT + _THANKS_WIDE + 70
        room = width - left - _LEFT
        lines = view.note.split("\n")
        step = _THANKS_NOTE_EM * 1.4
        whole = _THANKS_EM * 1.3 + len(lines) * step
        y = (height - whole) / 2 + _THANKS_EM * 0.65
        marks: list[Mark] = [
            Icon(view.drawing, QRectF(_LEFT, (height - tall) / 2, _THANKS_WIDE, tall)),
            self._line(view.title, left, y, _THANKS_EM, BLACK, "ink", room),
        ]
        y += _THANKS_EM * 0.65 + step / 2
        for line in lines:
            marks.append(self._line(line, left, y, _THANKS_NOTE_EM, BOLD, "ink2", room))
            y += step
        return marks

    def _line(
        self, text: str, x: float, middle: float, em: float, weight: int, colour: str, room: float
    ) -> Words:
        width = self.theme.fonts.width(text, weight, em)
        em = em if width <= room else em * room / width
        return Words(text, x, middle + em * HAN_CENTRE, em, colour, weight)

    def _make_anew(self) -> None:
        """Make the keys of the page for the present size."""
        for key, _ in self._keys:
            key.hide()
            key.deleteLater()
        self._keys = self._make(self.view) if self.view is not None else []
        for key, _ in self._keys:
            key.show()
        self._lay_keys()

    def _make(self, view: AskView) -> list[tuple[KeyBase, QRectF]]:
        make = self._faces if view.page == "faces" else self._reasons
        made = make(view.keys, touched=view.touched)
        if view.last is not None:
            key = self._key(view.last, "ask_last", _LAST_EM)
            x = self.width_units - _LEFT - _LAST_WIDE
            made.append((key, QRectF(x, _LAST_TOP, _LAST_WIDE, _LAST_TALL)))
        return made

    def _faces(self, keys: tuple[AskKey, ...], *, touched: bool) -> list[tuple[KeyBase, QRectF]]:
        made: list[tuple[KeyBase, QRectF]] = []
        wide = (self.width_units - 2 * _LEFT - (len(keys) - 1) * _GAP) / max(len(keys), 1)
        em_mm = self._mm(_FACE_WORD_EM)
        for index, one in enumerate(keys):
            face = FaceKey(
                self.theme, int(one.argument), one.label, em_mm, self, read_only=not touched
            )
            self._wire(face, one)
            x = _LEFT + index * (wide + _GAP)
            tall = _FACES_TALL if touched else _SHOWN_TALL
            made.append((face, QRectF(x, _FACES_TOP, wide, tall)))
        return made

    def _reasons(self, keys: tuple[AskKey, ...], *, touched: bool) -> list[tuple[KeyBase, QRectF]]:
        del touched
        wide = (self.width_units - 2 * _LEFT - (_WHY_COLUMNS - 1) * _GAP) / _WHY_COLUMNS
        made: list[tuple[KeyBase, QRectF]] = []
        for index, one in enumerate(keys):
            row, column = divmod(index, _WHY_COLUMNS)
            key = self._key(one, f"why_{one.argument}", _WHY_EM)
            x, y = _LEFT + column * (wide + _GAP), _WHY_TOP + row * _WHY_STEP
            made.append((key, QRectF(x, y, wide, _WHY_TALL)))
        return made

    def _key(self, one: AskKey, name: str, em: float) -> BigKey:
        em_mm = self._mm(em)
        face = KeyFace(one.label, em_mm=em_mm, floor_mm=em_mm * 0.7, scales=False, max_lines=1)
        key = BigKey(self.theme, face, name, parent=self)
        self._wire(key, one)
        key.set_switched_on(one.chosen)
        return key

    def _wire(self, key: KeyBase, one: AskKey) -> None:
        key.pressed_once.connect(lambda: self._touched(one.action, one.argument))

    def _refresh(self, view: AskView) -> None:
        """Change what keys say that stay where they are."""
        told = [*view.keys, *((view.last,) if view.last else ())]
        for (key, _), one in zip(self._keys, told, strict=True):
            key.set_switched_on(one.chosen)
            if isinstance(key, BigKey):
                content = key.content
                face = KeyFace(
                    one.label, em_mm=content.em_mm, floor_mm=content.floor_mm, scales=False,
                    max_lines=1,
                )  # fmt: skip
                key.set_content(face)

    def _lay_keys(self) -> None:
        for key, rect in self._keys:
            key.set_face_mm(
                RectMm(
                    self._mm(rect.x()), self._mm(rect.y()),
                    self._mm(rect.width()), self._mm(rect.height()),
                )
            )  # fmt: skip

    def _mm(self, units: float) -> float:
        return self.theme.panel.mm(units * self.scale)


def _shape(view: AskView) -> tuple[object, ...]:
    """Return what decides which keys a page has and where they lie."""
    keys = tuple((one.action, one.argument) for one in view.keys)
    return view.page, keys, view.touched, view.last is not None
