"""A suggester in memory, for tests of screens: it guesses what and when it is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Asked = tuple[bytes, Mapping[str, tuple[str, ...]]]


class MemoryPageSuggester:
    """A page waits until `answer`; `asked` holds every page and its names, oldest first."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._waiting: list[Callable[[str], None]] = []

    def suggest(
        self, jpeg: bytes, names: Mapping[str, tuple[str, ...]], on_guess: Callable[[str], None]
    ) -> None:
        """Guess when it is told."""
        self.asked.append((jpeg, names))
        self._waiting.append(on_guess)

    def answer(self, key: str) -> None:
        """Answer the page that has waited longest."""
        self._waiting.pop(0)(key)

    def stop(self) -> None:
        """Answer what waits with nothing."""
        while self._waiting:
            self.answer("")
