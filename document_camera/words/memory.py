"""A suggester in memory, for tests of screens: it guesses what it is told, when it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Asked = tuple[bytes, Mapping[str, tuple[str, ...]]]


class MemoryPageSuggester:
    """Answers in the caller's thread; `asked` holds every page and its names, oldest first.

    With `says` None a guess waits until `answer`.
    """

    def __init__(self, says: str | None = "") -> None:
        self.says = says
        self.asked: list[Asked] = []
        self._waiting: list[Callable[[str], None]] = []

    def suggest(
        self, jpeg: bytes, names: Mapping[str, tuple[str, ...]], on_guess: Callable[[str], None]
    ) -> None:
        """Guess at once, or when it is told."""
        self.asked.append((jpeg, names))
        self._waiting.append(on_guess)
        if self.says is not None:
            self.answer(self.says)

    def answer(self, key: str) -> None:
        """Answer the page that has waited longest."""
        self._waiting.pop(0)(key)

    def stop(self) -> None:
        """Answer what waits with nothing."""
        while self._waiting:
            self.answer("")
