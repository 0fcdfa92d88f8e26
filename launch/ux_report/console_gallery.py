"""The clerk's console: its window, its strip, and the papers of whoever is at the counter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from counter_console.presenter import ConsolePresenter
from counter_console.screens.strip import ConsoleStrip
from counter_console.screens.window import ConsoleWindow
from hall.boards.console import ConsoleBoard
from hall.calls.messages import CounterView
from launch.ux_report.clerk_cases import ClerkCase, clerk_cases
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.cover_gallery import cover_pages
from launch.ux_report.display_gallery import at_counter
from launch.ux_report.site import AT, Site
from launch.ux_report.specimens import PageName
from launch.ux_report.staff_gallery import StaffShower, people, press_nothing, waiting
from ui_kit.covers.over import Covers
from ui_kit.staff_window import StaffWindow
from ui_kit.theme import Theme


@dataclass
class ConsoleGallery:
    """All pages of the clerk's window, and the strip."""

    site: Site
    surface: Surface = Surface.CONSOLE
    room: str = "console"

    def pages(self) -> Sequence[PageName]:
        """Return every page."""
        pictures = ("serving", "free", "strip", "alarm-under-way", "who-is-there", "papers")
        return [PageName(self.surface, name, name in pictures) for name in CONSOLE_PAGES]

    def is_there(self, _name: str, _condition: Condition) -> bool:
        """Tell that every page is there."""
        return True

    def shower(self, theme: Theme, language: str) -> StaffShower:
        """Return what shows them on a theme."""
        return StaffShower(self.site, theme, language, CONSOLE_PAGES)


def _console(
    state: str, presses: Sequence[tuple[str, str]] = (), *, count: int = 12, lost: bool = False,
    case: ClerkCase | None = None, **counter: object,
) -> Callable[[Site, Theme, str], QWidget]:  # fmt: skip
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        presenter = _clerk(site, language, state, count, counter, case)
        presenter.link_changed(linked=not lost)
        for action, argument in presses:
            presenter.press(action, argument or _first_waiting(site))
        window = ConsoleWindow(theme, "", press_nothing)
        view = presenter.view(AT)
        window.show_view(view)
        # The question lies over the ticket as one sheet; what is under it is not to be read.
        window.stage.setVisible(view.panel is None and view.papers is None)
        return window

    return make


def _strip(site: Site, theme: Theme, language: str) -> QWidget:
    window = ConsoleStrip(theme, "", press_nothing)
    window.show_view(_clerk(site, language, "serving", 12, {}).view(AT).strip)
    return window


def _clerk(
    site: Site, language: str, state: str, count: int, counter: Mapping[str, object],
    case: ClerkCase | None = None,
) -> ConsolePresenter:  # fmt: skip
    presenter = ConsolePresenter(
        site.words("console", language), site.words("staff", language),
        site.words("guide", language), _here(site), lambda: "id",
    )  # fmt: skip
    presenter.link_changed(linked=True)
    ticket = None
    if state in ("called", "serving"):
        matter = case.matter(site) if case else site.matters_by_length()[0]
        ticket = site.ticket(site.numbers["longest"], matter, state=state)
    standing = state if state in ("paused", "closed") else "open"
    here: CounterView = at_counter(
        site, len(site.facts.counters) - 1, ticket, **{"state": standing, **counter}
    )
    aside = tuple(
        site.ticket(number, site.facts.matters[0], state="held")
        for number in ("061", "062", "063")[: count // 4]
    )
    tickets = (*waiting(site, count), *aside, *((ticket,) if ticket else ()))
    board = ConsoleBoard(
        counter_id=here.id,
        facts=site.facts_in(language),
        floor=site.floor(tickets, (here,)),
        people=people(site),
    )
    presenter.board_changed(case.laid(board) if case else board)
    return presenter


def _here(site: Site) -> str:
    return site.facts.counters[-1].id


def _first_waiting(site: Site) -> str:
    return waiting(site, 1)[0].id


def _console_window(theme: Theme) -> tuple[StaffWindow, Covers]:
    window = ConsoleWindow(theme, "", press_nothing)
    return window, window.covers


CONSOLE_PAGES: Mapping[str, Callable[[Site, Theme, str], QWidget]] = {
    "sign-in": _console("closed"),
    "quiet": _console("free", count=0),
    "free": _console("free"),
    "called": _console("called"),
    "called-silent": _console("called", silent=True),
    "serving": _console("serving"),
    "paused": _console("paused"),
    "link-lost": _console("serving", lost=True),
    "transfer": _console("serving", (("transfer", "-"),)),
    "reasons": _console("free", (("row", ""),)),
    "strip": _strip,
    **{name: _console("serving", presses, case=case) for name, presses, case in clerk_cases()},
    **cover_pages(_console_window),
}
