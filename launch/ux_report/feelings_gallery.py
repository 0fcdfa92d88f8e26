"""How it was, asked on the touched screen of a counter: every page of the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgspec
from PySide6.QtWidgets import QWidget

from counter_display.counter.asking import Answers, Asking
from counter_display.counter.presenter import CounterPresenter
from counter_display.counter.screens.page import CounterScreen
from hall.boards.counter import CounterBoard
from hall.kernel.facts import FeelingReasonFact, HallFacts
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.display_gallery import at_counter
from launch.ux_report.showing import shown_off_screen
from launch.ux_report.site import Site
from launch.ux_report.specimens import PageName
from ui_kit.theme import Theme

_NOW_S = 60.0


@dataclass(frozen=True)
class AskScene:
    """What was touched before, and what the hall has; `longest` are reasons of seven characters."""

    name: str
    touches: tuple[tuple[str, str], ...] = ()
    connected: bool = False
    keypad_only: bool = False
    longest: bool = False
    picture: bool = False


SCENES = (
    AskScene("faces", picture=True),
    AskScene("faces-connected", connected=True),
    AskScene("faces-keypad", keypad_only=True),
    AskScene("why", (("face", "2"),), picture=True),
    AskScene("why-longest", (("face", "1"),), longest=True),
    AskScene("why-chosen", (("face", "1"), ("why", "0"))),
    AskScene("thanks", (("face", "5"),), picture=True),
    AskScene("thanks-low", (("face", "1"), ("done", ""))),
)


@dataclass
class FeelingsGallery:
    """All pages of the question."""

    site: Site
    surface: Surface = Surface.TOUCH
    room: str = "display"

    def pages(self) -> Sequence[PageName]:
        """Return every page."""
        return [PageName(self.surface, one.name, one.picture) for one in SCENES]

    def is_there(self, _name: str, _condition: Condition) -> bool:
        """Tell that every page is there on every panel."""
        return True

    def shower(self, theme: Theme, language: str) -> FeelingsShower:
        """Return what shows them on a theme."""
        return FeelingsShower(self.site, theme, language)


@dataclass
class FeelingsShower:
    """The touched screen of one counter."""

    site: Site
    theme: Theme
    language: str
    _window: QWidget | None = None

    def show(self, name: str, _condition: Condition) -> QWidget:
        """Return the window that shows a page."""
        self.close()
        scene = next(one for one in SCENES if one.name == name)
        words, facts = self.site.words("display", self.language), self._facts(scene)
        answers = Answers("display-1", lambda: "id", touched=not scene.keypad_only, keypad=True)
        asking = Asking(words, answers)
        asking.finished(self.site.ticket("012", facts.matters[0]), facts, _NOW_S)
        for action, argument in scene.touches:
            reason = facts.feelings.reasons[int(argument)].id if action == "why" else argument
            asking.press(action, reason, _NOW_S)
        presenter = CounterPresenter(words, asking)
        presenter.board_changed(self._board(facts))
        window = CounterScreen(self.theme, "")
        window.resize(self.theme.panel.width_px, self.theme.panel.height_px)
        window.show_view(presenter.view(_NOW_S, self.site.local))
        self._window = shown_off_screen(window)
        return window

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _facts(self, scene: AskScene) -> HallFacts:
        facts = self.site.facts_in(self.language)
        reasons = facts.feelings.reasons
        if scene.longest:
            longest = self.site.longest_reason
            reasons = tuple(FeelingReasonFact(id=str(n), name=longest) for n in range(6))
        feelings = msgspec.structs.replace(
            facts.feelings, connected=scene.connected, reasons=reasons
        )
        return msgspec.structs.replace(facts, feelings=feelings)

    def _board(self, facts: HallFacts) -> CounterBoard:
        here = at_counter(self.site, 0, None)
        return CounterBoard(counter_id=here.id, facts=facts, floor=self.site.floor((), (here,)))
