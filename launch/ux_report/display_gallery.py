"""The hall board and the screens over the windows, from boards made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
from PySide6.QtWidgets import QWidget

from counter_display.counter.presenter import CounterPresenter
from counter_display.counter.screens.page import CounterScreen
from counter_display.hall_board.presenter import HallBoardPresenter
from counter_display.hall_board.screens.measures import rows_readable
from counter_display.hall_board.screens.page import HallBoardScreen
from hall.boards.counter import CounterBoard
from hall.boards.hall import HallBoard
from hall.calls.messages import CounterState, CounterView, TicketCalled
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Attention
from hall.tickets.messages import TicketView
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.showing import shown_off_screen
from launch.ux_report.site import AT, Site
from launch.ux_report.specimens import PageName
from ui_kit.theme import Theme

LOST_S, LATER_S = 0.0, 9.0
_BLINK_DARK_S = 0.7
_CARD_S = 35.0
"""A card of the hall stands in place of the welcome."""


def at_counter(site: Site, index: int, ticket: TicketView | None, **more: object) -> CounterView:
    """Return a counter of the hall that calls or serves a ticket."""
    fact = site.facts.counters[index % len(site.facts.counters)]
    serving = ticket is not None and ticket.state == "serving"
    state: CounterState = "open"
    known: dict[str, object] = {
        "id": fact.id, "state": state, "clerk_id": site.facts.clerks[0].id,
        "ticket_id": ticket.id if ticket else None, "call_no": 1 if ticket else 0,
        "called_at": AT.isoformat() if ticket else None,
        "started_at": AT.isoformat() if serving else None, "call_seq": index + 1,
    }  # fmt: skip
    return CounterView(**{**known, **more})  # type: ignore[arg-type]  # fields by name


@dataclass(frozen=True)
class BoardScene:
    """What the hall board is told: how many are called and wait, and what is wrong.

    `served` are numbers at a counter besides those that are called; `cards` None leaves those of
    the hall, 0 has none, 1 the longest there may be.
    """

    name: str
    called: int = 0
    served: int = 0
    waiting: int = 0
    cards: int | None = None
    new_call: bool = False
    attention: Attention = ""
    now_s: float = LATER_S
    lost: bool = False
    silent: bool = False
    no_sound: bool = False
    day: bool = True
    started: bool = True
    picture: bool = False


BOARD_SCENES = (
    BoardScene("starting", started=False),
    BoardScene("idle", picture=True),
    BoardScene("idle-waiting", waiting=8),
    BoardScene("closed", day=False),
    BoardScene("calls", called=4, waiting=8, picture=True),
    BoardScene("one-call", called=1, cards=0),
    BoardScene("card", called=1, served=3, waiting=8, picture=True),
    BoardScene("card-longest", called=1, served=3, waiting=8, cards=1),
    BoardScene("card-over-rows", called=2, waiting=1),
    BoardScene("card-idle", waiting=8, now_s=_CARD_S, picture=True),
    BoardScene("card-idle-longest", cards=1, now_s=_CARD_S),
    BoardScene("new-call", called=4, waiting=8, new_call=True, picture=True),
    BoardScene("new-call-dark", called=4, waiting=8, new_call=True, now_s=_BLINK_DARK_S),
    BoardScene(
        "flash", called=4, waiting=8, new_call=True, now_s=0.1, attention="flash", picture=True
    ),
    BoardScene(
        "flash-dark", called=4, waiting=8, new_call=True, now_s=_BLINK_DARK_S, attention="flash"
    ),
    BoardScene("not-heard", called=4, waiting=2, silent=True),
    BoardScene("not-heard-new", called=4, new_call=True, silent=True),
    BoardScene("stale", called=4, waiting=8, lost=True, now_s=60.0),
    BoardScene("no-sound", called=4, waiting=8, no_sound=True, picture=True),
    BoardScene("stale-no-sound", called=2, no_sound=True, lost=True, now_s=60.0),
)


@dataclass
class BoardGallery:
    """All pages of the hall board."""

    site: Site
    surface: Surface = Surface.BOARD
    room: str = "display"

    def pages(self) -> Sequence[PageName]:
        """Return every page."""
        return [PageName(self.surface, one.name, one.picture) for one in BOARD_SCENES]

    def is_there(self, _name: str, _condition: Condition) -> bool:
        """Tell that every page is there on every panel."""
        return True

    def shower(self, theme: Theme, language: str) -> BoardShower:
        """Return what shows them on a theme."""
        return BoardShower(self.site, theme, language)


@dataclass
class BoardShower:
    """One board."""

    site: Site
    theme: Theme
    language: str
    _window: QWidget | None = None

    def show(self, name: str, _condition: Condition) -> QWidget:
        """Return the window that shows a page."""
        self.close()
        scene = next(one for one in BOARD_SCENES if one.name == name)
        rows = rows_readable(self.theme.panel)
        presenter = HallBoardPresenter(self.site.words("display", self.language), rows)
        if scene.started:
            self._tell(presenter, scene)
        window = HallBoardScreen(self.theme, "", rows)
        window.resize(self.theme.panel.width_px, self.theme.panel.height_px)
        presenter.view(0.0, self.site.local)
        window.show_view(presenter.view(scene.now_s, self.site.local))
        self._window = shown_off_screen(window)
        return window

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _facts(self, scene: BoardScene) -> HallFacts:
        facts = self.site.facts_in(self.language)
        if scene.cards is None:
            return facts
        return msgspec.structs.replace(facts, cards=(self.site.longest_card,) * scene.cards)

    def _tell(self, presenter: HallBoardPresenter, scene: BoardScene) -> None:
        site = self.site
        matters, digits = site.facts.matters, site.numbers["waiting"]
        states = ("serving",) * scene.served + ("called",) * scene.called
        called = [
            site.ticket(digits[index], matters[index], state=state)
            for index, state in enumerate(states)
        ]
        counters = tuple(
            at_counter(site, index, ticket, silent=scene.silent and index == len(called) - 1)
            for index, ticket in enumerate(called)
        )
        waiting = tuple(
            site.ticket(digits[4 + index], matters[index]) for index in range(scene.waiting)
        )
        floor = site.floor((*called, *waiting), counters, day=scene.day)
        presenter.board_changed(HallBoard(facts=self._facts(scene), floor=floor))
        if scene.new_call:
            newest = counters[-1]
            presenter.called(
                TicketCalled(ticket=called[-1], counter_id=newest.id, counter=newest, call_no=1),
                0.0,
                scene.attention,
            )
        if scene.no_sound:
            presenter.sound_works(works=False)
        if scene.lost:
            presenter.link_lost(LOST_S)


@dataclass(frozen=True)
class CounterScene:
    """What one counter's screen is told."""

    name: str
    digits: str = ""
    state: CounterState = "open"
    serving: bool = False
    solemn: bool = False
    day: bool = True
    lost: bool = False
    started: bool = True
    attention: Attention = ""
    picture: bool = False


def counter_scenes(numbers: Mapping[str, str]) -> tuple[CounterScene, ...]:
    """Return every page of a counter's screen."""
    usual, longest = numbers["usual"], numbers["longest"]
    return (
        CounterScene("starting", started=False),
        CounterScene("idle", picture=True),
        CounterScene("calling", usual, picture=True),
        CounterScene("calling-longest", longest),
        CounterScene("calling-flash", usual, attention="flash", picture=True),
        CounterScene("calling-flash-longest", longest, attention="flash"),
        CounterScene("serving", usual, serving=True, picture=True),
        CounterScene("serving-longest", longest, serving=True),
        CounterScene("serving-solemn", usual, serving=True, solemn=True),
        CounterScene("paused", state="paused", picture=True),
        CounterScene("closed", state="closed"),
        CounterScene("day-closed", day=False),
        CounterScene("stale", usual, lost=True),
    )


@dataclass
class CounterGallery:
    """All pages of the screen over a window."""

    site: Site
    surface: Surface = Surface.COUNTER
    room: str = "display"

    def pages(self) -> Sequence[PageName]:
        """Return every page."""
        scenes = counter_scenes(self.site.numbers)
        return [PageName(self.surface, one.name, one.picture) for one in scenes]

    def is_there(self, _name: str, _condition: Condition) -> bool:
        """Tell that every page is there on every panel."""
        return True

    def shower(self, theme: Theme, language: str) -> CounterShower:
        """Return what shows them on a theme."""
        return CounterShower(self.site, theme, language)


@dataclass
class CounterShower:
    """One counter's screen."""

    site: Site
    theme: Theme
    language: str
    _window: QWidget | None = None

    def show(self, name: str, _condition: Condition) -> QWidget:
        """Return the window that shows a page."""
        self.close()
        scene = next(one for one in counter_scenes(self.site.numbers) if one.name == name)
        presenter = CounterPresenter(self.site.words("display", self.language))
        if scene.started:
            presenter.board_changed(self._board(scene))
        if scene.lost:
            presenter.link_lost(LOST_S)
        window = CounterScreen(self.theme, "")
        window.resize(self.theme.panel.width_px, self.theme.panel.height_px)
        window.show_view(presenter.view(60.0, self.site.local))
        self._window = shown_off_screen(window)
        return window

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _board(self, scene: CounterScene) -> CounterBoard:
        site = self.site
        matter = next(one for one in site.facts.matters if one.bereavement is scene.solemn)
        ticket = None
        if scene.digits:
            state = "serving" if scene.serving else "called"
            ticket = site.ticket(scene.digits, matter, state=state)
        here = at_counter(site, len(site.facts.counters) - 1, ticket, state=scene.state)
        floor = site.floor((ticket,) if ticket else (), (here,), day=scene.day)
        facts = site.facts_in(self.language)
        attention = {ticket.id: scene.attention} if ticket else {}
        return CounterBoard(counter_id=here.id, facts=facts, floor=floor, attention=attention)
