"""The clerk's console and the guide's desk, from boards made by hand and real presses."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from devices.ports import PaperOut, PrintOutcome, Ready, Unknown
from guide_desk.marks import CLAIMS, NEEDS
from guide_desk.presenter import GuidePresenter
from guide_desk.screens.window import GuideWindow
from guide_desk.setup import GuideSetup
from guide_desk.wishes import Send
from hall.boards.guide import GuideBoard
from hall.help.messages import DeviceView, HelpKind, HelpView, StatusWord
from hall.kernel.handwriting import Handwriting, handwriting_bytes
from hall.kernel.messages import Answer, Person
from hall.tickets.messages import TakeTicket, TicketTaken, TicketView
from launch.ux_report.agency_gallery import AGENCY_PICTURES, agency_pages
from launch.ux_report.box_gallery import box_pages
from launch.ux_report.camera_gallery import CAMERA_PICTURES, camera_pages
from launch.ux_report.care_gallery import CARE_PICTURES, care_pages
from launch.ux_report.case_gallery import CASE_PICTURES, case_pages
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.cover_gallery import cover_pages
from launch.ux_report.display_gallery import at_counter
from launch.ux_report.feelings_desk_gallery import FEELINGS_PICTURES, feelings_pages
from launch.ux_report.floor_gallery import floor_pages
from launch.ux_report.not_done_gallery import NOT_DONE_PICTURES, not_done_pages
from launch.ux_report.promised_gallery import PROMISED_PICTURES, promised_pages
from launch.ux_report.showing import shown_off_screen
from launch.ux_report.site import AT, STATION, Site
from launch.ux_report.specimens import PageName
from ui_kit.covers.over import Covers
from ui_kit.staff_window import StaffWindow
from ui_kit.theme import Theme

GUIDE_STATION = "guide-1"
_NEEDS = ("hearing", "wheelchair", "sight")


def press_nothing(_action: str, _argument: str) -> None:
    """Nobody presses in a picture."""


@dataclass
class StaffShower:
    """Shows one window at a time, made anew for every page."""

    site: Site
    theme: Theme
    language: str
    windows: Mapping[str, Callable[[Site, Theme, str], QWidget]]
    _window: QWidget | None = None

    def show(self, name: str, _condition: Condition) -> QWidget:
        """Return the window that shows a page."""
        self.close()
        window = self.windows[name](self.site, self.theme, self.language)
        self._window = shown_off_screen(window)
        return window

    def close(self) -> None:
        """Close the window."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None


def people(site: Site) -> dict[str, Person]:
    """Return who the visitors are; the longest names come first."""
    longest = sorted(site.people.values(), key=lambda one: -len(one["name"]))
    shown = [one for one in longest if one["name"].isprintable()]
    digits = [*site.numbers["waiting"], site.numbers["usual"], site.numbers["longest"]]
    return {
        f"v-{number}": Person(
            surname=shown[index % len(shown)]["name"].split("\u00b7")[0],
            sex=shown[index % len(shown)]["sex"],
            age_band="80_plus" if index % 2 else "60_79",
            needs=_NEEDS if index == 0 else (),
        )
        for index, number in enumerate(digits)
    }


def waiting(site: Site, count: int) -> tuple[TicketView, ...]:
    """Return tickets that wait, for the longest matters."""
    matters = site.matters_by_length()
    return tuple(
        site.ticket(number, matters[index % len(matters)])
        for index, number in enumerate(site.numbers["waiting"][:count])
    )


@dataclass
class GuideGallery:
    """All pages of the guide's desk."""

    site: Site
    surface: Surface = Surface.GUIDE
    room: str = "guide"

    def pages(self) -> Sequence[PageName]:
        """Return every page."""
        return [PageName(self.surface, name, name in _GUIDE_PICTURES) for name in GUIDE_PAGES]

    def is_there(self, _name: str, _condition: Condition) -> bool:
        """Tell that every page is there."""
        return True

    def shower(self, theme: Theme, language: str) -> StaffShower:
        """Return what shows them on a theme."""
        return StaffShower(self.site, theme, language, GUIDE_PAGES)


def _guide(
    *presses: tuple[str, str], busy: bool = True, lost: bool = False, given: bool = False,
    paper: PrintOutcome | None = None, note: bool = False, started: bool = True,
) -> Callable[[Site, Theme, str], QWidget]:  # fmt: skip
    def make(site: Site, theme: Theme, language: str) -> QWidget:
        setup = GuideSetup(
            GUIDE_STATION, site.words("guide", language), site.words("devices", language),
            site.words("staff", language), lambda: "id", "printer",
        )  # fmt: skip
        presenter = GuidePresenter(setup)
        presenter.tick(0.0)
        if started:
            presenter.board_changed(_guide_board(site, language, busy=busy))
            presenter.link_changed(linked=not lost)
        for action, argument in presses:
            presenter.press(action, argument or _largest_group(site))
        presenter.press("alarm_fold")  # an alarm has pages of its own
        if given:
            _answer(site, presenter, paper)
        if note:
            presenter.note_came(NOTE_ID, handwriting_bytes(_SHEET))
        if lost:
            presenter.tick(5.0)
        window = GuideWindow(theme, "", press_nothing)
        window.show_view(presenter.view(AT))
        return window

    return make


def _answer(site: Site, presenter: GuidePresenter, paper: PrintOutcome | None) -> None:
    """Let the hall give what was asked for, and the printer say how its paper came out."""
    matter = site.matters_by_length()[0]
    ticket = site.ticket(site.numbers["longest"], matter, ahead=None, print_state="not_printed")
    for wish in presenter.drain():
        if isinstance(wish, Send) and isinstance(wish.command, TakeTicket):
            presenter.answered(wish.command, Answer(1, TicketTaken(ticket=ticket)))
    if paper is not None:
        presenter.printed(ticket.id, paper)


def _largest_group(site: Site) -> str:
    groups = [matter.group for matter in site.facts.matters]
    return max(site.facts.groups, key=lambda one: groups.count(one.id)).id


def _guide_board(site: Site, language: str, *, busy: bool) -> GuideBoard:
    facts = site.facts_in(language)
    if not busy:
        return GuideBoard(facts=facts, floor=site.floor())
    unprinted = tuple(
        site.ticket(
            number,
            matter,
            print_state="unknown",
            priority="claim",
            reason="martyr_family",
            behalf_of="family",
            taken_at=(AT - timedelta(minutes=minutes)).isoformat(),
        )
        for minutes, (number, matter) in enumerate(
            zip(("061", "1061", "062", "063"), site.matters_by_length(), strict=False), start=125
        )
    )
    kinds: tuple[HelpKind, ...] = (
        "unwell", "help", "collect", "not_done", "accompany", "glasses", "paper",
    )  # fmt: skip
    longest = site.matters_by_length()[0]
    helps: dict[str, HelpView] = {
        kind: HelpView(
            id=kind, station_id=STATION, kind=kind, ticket_id=None,
            state="escalated" if kind == "help" else "open", requested_at=AT.isoformat(),
            note_blob_id=NOTE_ID if kind in ("help", "accompany") else None,
            matter_id=longest.id if kind == "paper" else None,
        )
        for kind in kinds
    }  # fmt: skip
    statuses: dict[str, StatusWord] = {
        "reader": "offline",
        "printer": "paper_out",
        "speaker": "fault",
        "camera": "offline",
    }
    devices = {
        f"{STATION}/{device}": DeviceView(
            station_id=STATION, device_id=device, status=status, since=AT.isoformat()
        )
        for device, status in statuses.items()
    }
    called = site.ticket("071", site.facts.matters[0], state="called")
    counters = (at_counter(site, 0, called, silent=True),)
    floor = site.floor((*waiting(site, 12), *unprinted, called), counters)
    known = people(site)
    known["v-061"] = known[f"v-{site.numbers['waiting'][0]}"]
    return GuideBoard(facts=facts, floor=floor, helps=helps, devices=devices, people=known)


NOTE_ID = "note"
_SHEET = Handwriting(
    width_mm=248.0, height_mm=200.0, pen_mm=3.4,
    strokes=((200, 300, 2300, 300), (1200, 100, 1200, 1900), (400, 1400, 2000, 900)),
)  # fmt: skip
_PRINTED = PrintOutcome("printed", Ready())
_NO_PAPER = PrintOutcome("not_printed", PaperOut())
_UNSURE = PrintOutcome("unknown", Unknown())
_TAKEN = (("band", "80_plus"), ("group", ""))
_ALL_MARKS = tuple(("mark", mark) for mark in (*NEEDS, *CLAIMS))
_MARKED = (("marks", "-"), *_ALL_MARKS, ("back", "-"))


def _guide_window(theme: Theme) -> tuple[StaffWindow, Covers]:
    window = GuideWindow(theme, "", press_nothing)
    return window, window.covers


_GUIDE_PICTURES = (
    "busy", "matters", "given", "by-hand", "arrivals", "tasks", "note",
    "alarm-under-way", "who-locked", "found", "found-number", "books", "lend", "along",
    *CASE_PICTURES, *CAMERA_PICTURES, *NOT_DONE_PICTURES, *CARE_PICTURES, *FEELINGS_PICTURES,
    *AGENCY_PICTURES, *PROMISED_PICTURES,
)  # fmt: skip
GUIDE_PAGES: Mapping[str, Callable[[Site, Theme, str], QWidget]] = {
    "starting": _guide(started=False),
    "quiet": _guide(busy=False),
    "busy": _guide(),
    "band": _guide(("band", "80_plus")),
    "marks": _guide(("marks", "-"), ("mark", "hearing"), ("mark", "veteran")),
    "marked": _guide(*_MARKED),
    "marked-two": _guide(("marks", "-"), *_ALL_MARKS[:2], ("back", "-")),
    "matters": _guide(("band", "80_plus"), ("exact", "-"), ("group", "")),
    "matters-last": _guide(("exact", "-"), ("group", ""), ("matters_turn", "9")),
    "asked": _guide(*_TAKEN),
    "asked-lost": _guide(*_TAKEN, lost=True),
    "printing": _guide(*_TAKEN, given=True),
    "given": _guide(*_TAKEN, given=True, paper=_PRINTED),
    "given-marked": _guide(*_MARKED, *_TAKEN, given=True, paper=_PRINTED),
    "by-hand": _guide(*_TAKEN, given=True, paper=_NO_PAPER),
    "unsure": _guide(*_TAKEN, given=True, paper=_UNSURE),
    "left-in-hand": _guide(*_TAKEN, ("area", "tasks"), given=True, paper=_NO_PAPER),
    "arrivals-quiet": _guide(("area", "arrivals"), busy=False),
    "arrivals": _guide(("area", "arrivals")),
    "arrivals-next": _guide(("area", "arrivals"), ("arrivals_turn", "1"), ("unprinted_turn", "1")),
    "tasks-quiet": _guide(("area", "tasks"), busy=False),
    "tasks": _guide(("area", "tasks")),
    "tasks-next": _guide(("area", "tasks"), ("tasks_turn", "1")),
    "tasks-asked": _guide(("area", "tasks"), ("go", "unwell"), ("go", "help"), ("unwell", "-")),
    "note-opening": _guide(("area", "tasks"), ("read_note", "help")),
    "note": _guide(("area", "tasks"), ("read_note", "help"), note=True),
    "link-lost": _guide(lost=True),
    "link-lost-arrivals": _guide(("area", "arrivals"), lost=True, busy=False),
    "link-lost-tasks": _guide(("area", "tasks"), lost=True),
    **cover_pages(_guide_window),
    **case_pages(),
    **camera_pages(),
    **promised_pages(),
    **box_pages(lambda site, language: _guide_board(site, language, busy=True)),
    **not_done_pages(lambda site, language: _guide_board(site, language, busy=True)),
    **floor_pages(lambda site, language: _guide_board(site, language, busy=True)),
    **agency_pages(lambda site, language: _guide_board(site, language, busy=True)),
    **feelings_pages(lambda site, language: _guide_board(site, language, busy=True)),
    **care_pages(lambda site, language: _guide_board(site, language, busy=True)),
}
