"""The developer's dock: says words to the simulators of the demo's stations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from dev_dock.buttons import DockButton, rows
from dev_dock.screens.panel import DockPanel
from ui_kit.strings import Strings
from ui_kit.theme import Theme

SayWord = Callable[[str, str, str, Mapping[str, Any]], str]
"""Station, device, word, arguments; returns what went wrong, empty when nothing did."""


class DockApp:
    """The dock's window over a way to say words to simulators."""

    def __init__(self, theme: Theme, strings: Strings, say_word: SayWord) -> None:
        self._strings = strings
        self._say_word = say_word
        self.panel = DockPanel(theme, strings, rows(), self._pressed)

    def windows(self) -> dict[str, QWidget]:
        """Return the window by its name."""
        return {"dev_dock": self.panel}

    def _pressed(self, button: DockButton) -> None:
        fault = self._say_word(button.station, button.device, button.word, dict(button.arguments))
        self.panel.say(fault or self._strings.get("done", word=self._strings.get(button.words)))
