"""The large area beside the plate. objectName: `counter_stage`.

One thing fills it: the number, or a sentence with a drawing when nobody is called.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from counter_display.counter.presenter import State
from counter_display.screens.area import Area
from counter_display.screens.marks import (
    HAN_CENTRE,
    Block,
    Icon,
    Mark,
    Words,
    number_marks,
    number_width,
)
from counter_display.values import NumberView
from ui_kit.fonts import BLACK, BOLD

LEFT, RIGHT = 56.0, 56.0
CALLING_CAP, SERVING_CAP = 376.0, 276.0
_NUMBER_COLOURS = ("green", "sheet", "ink")
_FLOODED_COLOURS = ("sheet", "green", "sheet")
_DRAWINGS = {"paused": "tea", "idle": "chair", "closed": "chair"}


@dataclass(frozen=True)
class StageView:
    """The words around a number, or a title, each line by line; `flooded` as the plate is."""

    state: State
    number: NumberView | None
    above: str
    below: str
    title: str
    note: str
    flooded: bool = False


class Stage(Area[StageView]):
    """The number and where to go, or the sentence that stands for it."""

    def compose(self, view: StageView) -> list[Mark]:
        """Return the stage."""
        if view.number is None:
            return self._sentence(view)
        calling = view.state == "calling"
        return self._calling(view, view.number) if calling else self._serving(view, view.number)

    def _calling(self, view: StageView, number: NumberView) -> list[Mark]:
        top = (self.height_units - 962) / 2
        ink, colours = ("sheet", _FLOODED_COLOURS) if view.flooded else ("ink", _NUMBER_COLOURS)
        marks: list[Mark] = []
        if view.flooded:
            whole = QRectF(0, 0, self.width_units, self.height_units)
            marks.append(Block(whole, ("green_top", "green_bottom")))
        marks.append(Words(view.above, LEFT, top + 210, 166, ink, BLACK))
        marks += self._number(number, CALLING_CAP, top + 457, colours)
        em = self._fit(view.below, 180, BLACK)
        marks.append(Words(view.below, LEFT, top + 904, em, ink, BLACK))
        return marks

    def _serving(self, view: StageView, number: NumberView) -> list[Mark]:
        top = (self.height_units - 962) / 2
        marks: list[Mark] = [Words(view.above, LEFT, top + 212, 110, "ink2", BOLD)]
        marks += self._number(number, SERVING_CAP, top + 427)
        marks.append(Words(view.below, LEFT, top + 732, 110, "ink2", BOLD))
        em = self._fit(view.note, 93, BLACK)
        marks.append(Words(view.note, LEFT, top + 886, em, "ink", BLACK))
        return marks

    def _number(
        self, number: NumberView, cap: float, middle: float,
        colours: tuple[str, str, str] = _NUMBER_COLOURS,
    ) -> list[Mark]:  # fmt: skip
        room = self.width_units - LEFT - RIGHT
        cap *= min(1.0, room / number_width(self.theme, number.digits, cap))
        baseline = middle + cap / 2
        return number_marks(self.theme, number.seal, number.digits, LEFT, baseline, cap, colours)

    def _sentence(self, view: StageView) -> list[Mark]:
        drawing = _DRAWINGS.get(view.state)
        titles, notes = view.title.split("\n"), view.note.split("\n")
        left = LEFT
        marks: list[Mark] = []
        if drawing is not None:
            width = min(self.width_units * 0.42, 640.0)
            height = width / self.theme.icons.proportion(drawing)
            top = (self.height_units - height) / 2
            marks.append(Icon(drawing, QRectF(LEFT, top, width, height)))
            left += width + 60
        room = self.width_units - left - RIGHT
        title_em = min(self._fit(line, 200, BLACK, room) for line in titles)
        note_em = min(self._fit(line, 96, BOLD, room) for line in notes)
        title_step, note_step, between = title_em * 1.3, note_em * 1.4, note_em * 0.8
        whole = len(titles) * title_step + between + len(notes) * note_step
        y = (self.height_units - whole) / 2
        for line in titles:
            baseline = y + title_step / 2 + title_em * HAN_CENTRE
            marks.append(Words(line, left, baseline, title_em, "ink", BLACK))
            y += title_step
        y += between
        for line in notes:
            baseline = y + note_step / 2 + note_em * HAN_CENTRE
            marks.append(Words(line, left, baseline, note_em, "ink2", BOLD))
            y += note_step
        return marks

    def _fit(self, text: str, em: float, weight: int, room: float | None = None) -> float:
        room = self.width_units - LEFT - RIGHT if room is None else room
        width = self.theme.fonts.width(text, weight, em)
        return em if width <= room else em * room / width
