"""Lines written one after the other at the desk, and forgotten when they are left. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from guide_desk.care.views import WriteView
from guide_desk.care.writing import Line, cleaned, is_enough, write_view
from guide_desk.desk import Desk

Texts = Mapping[str, str]
"""Id of a line -> what was written in it; a line that was left out is not there."""


class Writer:
    """What is written on the pages of one area, whose name all its deeds begin with.

    It holds what was written only until it was handed on with `taken`, or let go.
    """

    def __init__(self, desk: Desk, prefix: str) -> None:
        self._desk, self._prefix = desk, prefix
        self._lines: tuple[Line, ...] = ()
        self._here = 0
        self._written: Callable[[], None] = lambda: None
        self.texts: dict[str, str] = {}

    def begin(self, lines: tuple[Line, ...], written: Callable[[], None]) -> None:
        """Ask for these lines, then do what follows; what was written of them before stays."""
        self._lines, self._here, self._written = lines, 0, written

    def deeds(self) -> dict[str, Callable[[str], None]]:
        """Return what the keys of the pages do."""
        prefix = self._prefix
        return {
            f"{prefix}_edited": self._put,
            f"{prefix}_digit": lambda digit: self._put(self._text + digit),
            f"{prefix}_erase": lambda _: self._put(self._text[:-1]),
            f"{prefix}_written": lambda _: self._go_on(),
            f"{prefix}_unwritten": lambda _: self._leave_out(),
        }

    def page(self) -> WriteView | None:
        """Return the page of the line, None while none is asked for."""
        if not self._lines:
            return None
        return write_view(self._desk.words, self._prefix, self._line, self._text)

    def back(self) -> bool:
        """Go back to the line before; False where this is the first."""
        if self._here == 0:
            return False
        self._here -= 1
        return True

    def taken(self) -> Texts:
        """Hand on what was written, and forget it."""
        texts, self.texts = self.texts, {}
        return {key: text.strip() for key, text in texts.items() if text.strip()}

    @property
    def _line(self) -> Line:
        return self._lines[self._here]

    @property
    def _text(self) -> str:
        return self.texts.get(self._line.id, "")

    def _put(self, text: str) -> None:
        if self._lines:
            self.texts[self._line.id] = cleaned(self._line, text)

    def _go_on(self) -> None:
        if not self._lines or not is_enough(self._line, self._text):
            return
        self._next()

    def _leave_out(self) -> None:
        if self._lines and self._line.optional:
            self.texts.pop(self._line.id, None)
            self._next()

    def _next(self) -> None:
        if self._here + 1 < len(self._lines):
            self._here += 1
        else:
            self._written()
