"""Ids that say which day they were made on, so that a day can be copied under other ids."""

from __future__ import annotations


def mark_of(day: int) -> str:
    """Return what all ids of a day end with."""
    return f"-0000-4000-8000-{day:012x}"


class DayIds:
    """Makes ids in order; the same deeds on another day get the same ids but for their mark."""

    def __init__(self) -> None:
        self._day, self._made = 0, 0

    def begin(self, day: int) -> None:
        """Begin a day."""
        self._day, self._made = day, 0

    def __call__(self) -> str:
        """Return the next id."""
        self._made += 1
        return f"{self._made:08x}{mark_of(self._day)}"
