"""Where the reader is in the script and what is recorded. Pure.

What is recorded is the pack itself, so nothing else must be remembered to go on another day.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from voice.script import CHAPTERS, Chapter, Line


@dataclass(frozen=True)
class ChapterCount:
    """How many lines of a chapter are recorded."""

    chapter: Chapter
    recorded: int
    lines: int


class Progress:
    """The lines of the script, which of them are recorded, and the one that is read now."""

    def __init__(self, lines: Sequence[Line], recorded: Collection[str]) -> None:
        """`recorded` are the keys of lines that have a clip. The script has at least one line."""
        self._lines = tuple(lines)
        self._recorded = {line.key for line in self._lines if line.key in recorded}
        self._at = self._where_to_go_on()

    @property
    def current(self) -> Line:
        """The line that is read now."""
        return self._lines[self._at]

    @property
    def number(self) -> int:
        """The place of the current line in the whole script, from 1."""
        return self._at + 1

    @property
    def total(self) -> int:
        """How many lines the script has."""
        return len(self._lines)

    @property
    def recorded(self) -> int:
        """How many lines are recorded."""
        return len(self._recorded)

    def is_recorded(self, line: Line) -> bool:
        """Tell whether a line has a clip."""
        return line.key in self._recorded

    def open_lines(self) -> tuple[Line, ...]:
        """Return the lines without a clip, in order."""
        return tuple(line for line in self._lines if not self.is_recorded(line))

    def place_in_chapter(self) -> tuple[int, int]:
        """Return the place of the current line in its chapter, from 1, and how many it has."""
        chapter = [line for line in self._lines if line.chapter == self.current.chapter]
        return chapter.index(self.current) + 1, len(chapter)

    def chapters(self) -> tuple[ChapterCount, ...]:
        """Return how far each chapter is; a chapter without lines is left out."""
        counts = []
        for chapter in CHAPTERS:
            lines = [line for line in self._lines if line.chapter == chapter]
            if lines:
                done = sum(1 for line in lines if self.is_recorded(line))
                counts.append(ChapterCount(chapter, done, len(lines)))
        return tuple(counts)

    def keep(self) -> None:
        """Note that the current line has a clip."""
        self._recorded.add(self.current.key)

    def to_next_open(self) -> bool:
        """Go to the next line without a clip behind this one; False when there is none."""
        return self._go_to_open(self._at + 1)

    def to_first_open(self) -> bool:
        """Go to the first line without a clip; False when there is none."""
        return self._go_to_open(0)

    def to_start(self) -> None:
        """Go to the first line."""
        self._at = 0

    def forward(self) -> bool:
        """Go on: past lines that have clips when this one is left open, else one line."""
        if not self.is_recorded(self.current):
            return self.to_next_open()
        if self._at + 1 == len(self._lines):
            return False
        self._at += 1
        return True

    def back(self) -> None:
        """Go one line back; the first line stays."""
        self._at = max(self._at - 1, 0)

    def _go_to_open(self, start: int) -> bool:
        for place in range(start, len(self._lines)):
            if not self.is_recorded(self._lines[place]):
                self._at = place
                return True
        return False

    def _where_to_go_on(self) -> int:
        """Behind the last clip; what was skipped before it comes at the end."""
        places = range(len(self._lines))
        last = max((n for n in places if self.is_recorded(self._lines[n])), default=-1)
        still_open = [n for n in places if not self.is_recorded(self._lines[n])]
        behind = [n for n in still_open if n > last]
        return next(iter([*behind, *still_open]), 0)
