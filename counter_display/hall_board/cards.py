"""Whose turn it is among the calm cards: each stands for a whole while. Pure: time is handed in."""

from __future__ import annotations


class CardTurns:
    """Counts turns. A call hides the card; afterwards the next one stands, for its whole while."""

    def __init__(self) -> None:
        self._turn = -1
        self._since_s: float | None = None

    def turn(self, now_s: float, each_s: float) -> int:
        """Return how many cards have stood before the present one, counted from the start."""
        if self._since_s is None:
            self._turn, self._since_s = self._turn + 1, now_s
        while now_s - self._since_s >= each_s:
            self._turn, self._since_s = self._turn + 1, self._since_s + each_s
        return self._turn

    def hidden(self) -> None:
        """No card stands now."""
        self._since_s = None

    def next_change_s(self, now_s: float, each_s: float) -> float | None:
        """Return in how many seconds the next card stands; None while none does."""
        return None if self._since_s is None else max(self._since_s + each_s - now_s, 0.0)
