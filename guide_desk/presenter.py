"""The shell of the guide's desk: its areas, the rail, what a press means. Pure: time is handed in.

What an area knows and shows is its own: areas/.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from devices.camera_port import PageOutcome, PageVerdict
from devices.ports import CardEvent, DeviceStatus, PrintOutcome, status_word
from guide_desk.areas import books
from guide_desk.areas.base import Area, AreaRow, Deed, Told
from guide_desk.areas.table import AREAS, HOME
from guide_desk.cases.mirror import quiet_mirror
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.desk import Desk
from guide_desk.rail import rail_view, strip_of
from guide_desk.refusals import refusal_line
from guide_desk.setup import GuideSetup
from guide_desk.shell_views import GuideView, HeaderView
from guide_desk.wishes import Send, Wish
from hall.boards.guide import GuideBoard
from hall.help.messages import ReportDevice
from hall.kernel.errors import BugError, HallUnreachable, KnownError, NotAllowed
from hall.kernel.handwriting import read_handwriting
from hall.kernel.messages import Answer, Command, Happened, Refusal
from ui_kit.covers.desk import CoverDesk
from ui_kit.staff_views import KeyView


class GuidePresenter:
    """One guide desk. `now_s` is a steady clock in seconds, `utc` the wall time."""

    def __init__(self, setup: GuideSetup, rows: Sequence[AreaRow] = AREAS) -> None:
        self._setup = setup
        self._words = setup.words
        self._rows = tuple(row for row in rows if row.word)
        self._desk = desk = Desk(setup, HOME)
        self._areas = {row.id: row.make(desk) for row in rows}
        self._shelf = {row.id for row in rows if row.shelf}
        self._covers = CoverDesk(setup.staff_words, setup.station_id, setup.new_id)
        self._deeds: dict[str, Deed] = {
            "area": self._turn_to,
            "back": lambda _: self._back(),
            "typed": self._typed,
        }
        made = {row: self._areas[row.id] for row in rows}
        for area in self._areas.values():
            area.joined(made)
            self._add_deeds(area)
        self._statuses: dict[str, str] = {}
        self._status_ids: dict[str, str] = {}

    def drain(self) -> list[Wish]:
        """Return what to do now, once."""
        return [*self._desk.drain(), *map(Send, self._covers.drain())]

    def tick(self, now_s: float) -> None:
        """Let time pass; `now_s` never runs backward."""
        self._desk.tick(now_s)
        self._covers.tick(now_s)
        for area in self._areas.values():
            area.tick(now_s)

    def board_changed(self, board: GuideBoard) -> None:
        """Take the hall's present state."""
        before, self._desk.board = self._desk.board, board
        standing = {**board.helps, **board.under_way}
        alarms = {key: seen for key, seen in standing.items() if seen.kind == "unwell"}
        self._covers.board_changed(board.facts, alarms, board.sessions, self._number)
        self._desk.giving.board_changed(board.floor.tickets)
        for area in self._areas.values():
            area.board_changed(before)

    def happened(self, happened: Happened) -> None:
        """Take one event; its board follows."""
        for area in self._areas.values():
            area.happened(happened.event)

    def link_changed(self, linked: bool) -> None:
        """The hall answers, or does not."""
        self._desk.linked, self._desk.lost = linked, not linked
        self._covers.link_changed(linked=linked)

    def answered(self, command: Command, answer: Answer) -> None:
        """Take the hall's answer; one nobody waits for any more is dropped."""
        desk, message = self._desk, answer.message
        if self._covers.answered(command, answer):
            return
        if desk.outbox.answered(command.command_id) is None:
            return
        for area in self._areas.values():
            area.answered(command, message)
        if isinstance(message, Refusal):
            self._refused(command)
            desk.say_line(refusal_line(self._words, message))
        if desk.board is not None:
            desk.giving.answered(command, message, desk.board.facts, desk.now_s)

    def not_answered(self, command: Command, error: KnownError) -> None:
        """No answer came; the same command goes again unless the hall does not want it."""
        desk = self._desk
        if self._covers.not_answered(command, error):
            return
        if isinstance(error, HallUnreachable):
            desk.outbox.failed(command.command_id, desk.now_s)
            return
        desk.outbox.answered(command.command_id)
        self._refused(command)
        desk.giving.refused(command)
        desk.say("not_allowed" if isinstance(error, NotAllowed) else "refused_other")

    def device_status(self, device_id: str, status: DeviceStatus) -> None:
        """Take the status of a device of the desk; the hall is told when it changed."""
        if device_id and device_id == self._setup.camera_id:
            for area in self._areas.values():
                area.camera_status(status)
        word = status_word(status)
        if word == self._statuses.get(device_id, ""):
            return
        self._statuses[device_id] = word
        # An older report that was not answered is no news.
        self._desk.outbox.answered(self._status_ids.get(device_id, ""))
        self._status_ids[device_id] = self._setup.new_id()
        self._desk.send(
            ReportDevice(
                command_id=self._status_ids[device_id],
                station_id=self._setup.station_id,
                device_id=device_id,
                status=word,  # type: ignore[arg-type]  # status_word gives the words of the wire
            )
        )

    def card(self, event: CardEvent) -> None:
        """Take what the desk's card reader says: to the area that is shown, else to another."""
        shown = self._areas[self._desk.shown]
        others = (area for area in self._areas.values() if area is not shown)
        if self._desk.board is not None and not self._covers.sign_in.needed:
            any(area.card(event) for area in (shown, *others))

    def looked(self, verdict: PageVerdict) -> bool:
        """Take what the camera says of the paper under it; tells whether a page is another."""
        return any(area.looked(verdict) for area in self._areas.values())

    def page_came(self, job_id: str, outcome: PageOutcome) -> None:
        """Take the page the camera took, or why there is none."""
        for area in self._areas.values():
            area.page_came(job_id, outcome)

    def page_guessed(self, job_id: str, item_id: str) -> None:
        """Take which paper of the checklist a page looks like, empty where nobody knows."""
        for area in self._areas.values():
            area.page_guessed(job_id, item_id)

    def printed(self, ticket_id: str, outcome: PrintOutcome) -> None:
        """Take how a slip came out."""
        self._desk.giving.printed(ticket_id, outcome, self._desk.now_s)

    def paper_made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the PDF of a paper, None when it cannot be made."""
        for area in self._areas.values():
            area.paper_made(job_id, pdf)

    def paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how a paper came out."""
        for area in self._areas.values():
            area.paper_printed(job_id, outcome)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall keeps a printed paper."""
        for area in self._areas.values():
            area.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall does not keep a printed paper, or did not say."""
        for area in self._areas.values():
            area.not_sealed(job_id, error)

    def note_came(self, blob_id: str, data: bytes) -> None:
        """Take what is in a sealed note, in a picture, or in a detail."""
        areas = self._areas.values()
        if any(one.picture_came(blob_id, data) or one.detail_came(blob_id, data) for one in areas):
            return
        try:
            sheet = read_handwriting(data)
        except KnownError as error:
            self.note_failed(blob_id, error)
            return
        for area in self._areas.values():
            area.note_came(blob_id, sheet)

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """Take that a sealed note cannot be read."""
        for area in self._areas.values():
            area.note_failed(blob_id, error)

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key means."""
        self._desk.notice = ""
        if self._covers.press(action, argument):
            return
        deed = self._deeds.get(action)
        if deed is not None:
            deed(argument)
        if action == "go" and self._is_alarm(argument):
            self._covers.press("alarm_open", "")

    def view(self, utc: datetime) -> GuideView:
        """Return what the window shows."""
        desk = self._desk
        cover = self._cover()
        shown = cover or desk.shown
        rows = () if cover else self._rows
        told = {row.id: self._areas[row.id].told(utc) for row in rows}
        inside = shown in self._shelf
        return GuideView(
            area=shown,
            header=self._header(utc, strip_of(told, desk.shown)),
            page=self._areas[shown].page(utc),
            rail=rail_view(
                self._words,
                [row for row in rows if not row.shelf],
                told,
                books.ID if inside else desk.shown,
                inside=inside,
                unwell=self._unwell_key(),
            ),
            notice=desk.notice,
            covers=self._covers.view(utc),
            mirror=self._mirror(utc),
            looks=self._areas[shown].looks() and not self._covers.sign_in.needed,
        )

    def _mirror(self, utc: datetime) -> MirrorView:
        """Return what the elder reads: of the area that is shown, else the papers that lie open."""
        shown = self._areas[self._desk.shown]
        told = (area.mirror(utc) for area in (shown, *self._areas.values()))
        facts = self._desk.board.facts if self._desk.board else None
        return next((one for one in told if one), None) or quiet_mirror(self._words, facts)

    def _unwell_key(self) -> KeyView:
        """Return the red key; while somebody here is looked after it lies flat and says so."""
        asked = self._covers.alarms.asked_here
        label = self._words.get("key_unwell_called" if asked else "key_unwell")
        icon = "check-circle" if asked else "heartbeat"
        return KeyView("unwell", "unwell", label, icon=icon, mode="under_way" if asked else "can")

    def _is_alarm(self, help_id: str) -> bool:
        seen = self._desk.board.helps.get(help_id) if self._desk.board else None
        return seen is not None and seen.kind == "unwell"

    def _number(self, ticket_id: str) -> str:
        ticket = self._desk.board.floor.tickets.get(ticket_id) if self._desk.board else None
        return ticket.number if ticket else ""

    def _header(self, utc: datetime, strip: Told) -> HeaderView:
        desk, words = self._desk, self._words
        if desk.board is None:
            return HeaderView(words.get("title"), "", linked=True, clock="")
        facts = desk.board.facts
        # Beside somebody who waits there is no room for a whole sentence.
        lost = "lost_short" if strip.strip else "lost"
        link = words.get("linked" if desk.answers else lost)
        clock = utc.astimezone(ZoneInfo(facts.timezone)).strftime("%H:%M")
        return HeaderView(
            facts.guide_desk, link, desk.answers, clock, strip.strip, strip.strip_icon,
            facts.zone_name,
        )  # fmt: skip

    def _add_deeds(self, area: Area) -> None:
        twice = area.deeds.keys() & self._deeds.keys()
        if twice:
            raise BugError(f"two areas of the guide's desk do {sorted(twice)}")
        self._deeds |= area.deeds

    def _refused(self, command: Command) -> None:
        for area in self._areas.values():
            area.refused(command)

    def _turn_to(self, area_id: str) -> None:
        """Show an area; the key of the one that is shown takes it back to its beginning."""
        if area_id != self._desk.shown:
            self._desk.turn_to(area_id)
            return
        while self._areas[area_id].back():
            pass

    def _typed(self, text: str) -> None:
        self._areas[self._desk.shown].typed(text)

    def _back(self) -> None:
        cover = self._cover()
        shown = self._desk.shown
        if not self._areas[cover or shown].back() and not cover:
            self._desk.turn_to(books.ID if shown in self._shelf else HOME)

    def _cover(self) -> str:
        """Return the area that must be shown before all others, empty when there is none."""
        return next((key for key, area in self._areas.items() if area.covers()), "")
