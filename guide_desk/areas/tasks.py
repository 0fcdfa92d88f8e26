"""Tasks: where a person must go now, what they wrote, and which devices need a hand."""

from __future__ import annotations

from datetime import datetime

from devices.ports import PrintOutcome
from guide_desk.areas.base import Area, Told
from guide_desk.company import Company
from guide_desk.company_view import along_view, choosing_view
from guide_desk.desk import Desk
from guide_desk.drill import drill_command, drill_view
from guide_desk.emergency import EmergencyRecords
from guide_desk.errand_papers import ErrandPapers
from guide_desk.errands import ErrandBook
from guide_desk.faults import faults_view
from guide_desk.leaves import Turned
from guide_desk.notes import NoteDesk, note_view
from guide_desk.shell_views import Page, RailTone
from guide_desk.tasks import tasks_on, tasks_view, to_do
from guide_desk.views import TaskTone, TaskView
from guide_desk.wishes import ReadNote
from hall.boards.guide import GuideBoard, silent_calls, troubled_devices, unheard_calls
from hall.help.messages import HelpAcknowledged, HelpFinished, HelpView
from hall.kernel.errors import KnownError
from hall.kernel.handwriting import Handwriting
from hall.kernel.messages import Command, Event, Refusal

ID = "tasks"
_TONES: dict[TaskTone, tuple[RailTone, str]] = {
    "unwell": ("unwell", "rail_unwell"),
    "fetch": ("call", "rail_fetch"),
    "late": ("call", "rail_late"),
    "plain": ("call", "rail_waits"),
}
"""How the key of the area looks while the most urgent task is of a tone, and the words on it."""


class TasksArea(Area):
    """Who needs a person, the most urgent first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._errands = ErrandBook(desk.setup, desk.send)
        self._notes = NoteDesk(lambda blob_id: desk.wish(ReadNote(blob_id)))
        self._company = company = Company(desk.setup, desk.send)
        self._records = EmergencyRecords(desk)
        self._papers = ErrandPapers(desk)
        self._seen_at: datetime | None = None
        self._leaf, self._helpers = Turned(), Turned()
        self._asks_drill = False
        self.deeds = {
            "go": self._go,
            "along": company.look,
            "along_choose": company.choose,
            "along_ticket": self._along_ticket,
            "along_helper": company.send_helper,
            "along_note": company.note,
            "along_finish": lambda _: company.finish(),
            "along_turn": lambda number: self._helpers.to(number, desk.now_s),
            "record": self._records.open,
            "record_print": lambda _: self._records.print(),
            "record_seen": lambda _: self._records.seen(),
            "record_done": lambda _: self._records.done(),
            "drill": lambda _: self._ask_drill(),
            "drill_start": lambda _: self._drill(),
            "read_note": self._read_note,
            "note_done": lambda _: self._notes.close(),
            "tasks_turn": lambda number: self._leaf.to(number, desk.now_s),
        }

    def page(self, utc: datetime) -> Page:
        """Return what lies open: a note, somebody accompanied, a question; else the tasks."""
        desk, own_id = self.desk, self.desk.setup.station_id
        self._seen_at = utc
        if self._notes.open is not None:
            return note_view(desk.words, desk.hall, own_id, self._notes.open)
        lies_open = self._records.page() or self._along_page()
        if lies_open is not None:
            return lies_open
        if self._asks_drill:
            return drill_view(desk.words)
        faults = faults_view(desk.words, desk.setup.status_words, desk.hall, own_id)
        return tasks_view(desk.words, self._found(utc), faults, self._leaf.number)

    def told(self, utc: datetime) -> Told:
        """Tell how many wait, and who is the most urgent."""
        words, waiting = self.desk.words, to_do(self._found(utc))
        if not waiting:
            troubled = bool(troubled_devices(self.desk.hall))
            return Told(words=words.get("rail_devices") if troubled else "")
        first = waiting[0]
        tone, key = _TONES[first.tone]
        strip = words.get("strip", what=first.title, place=first.place)
        return Told(len(waiting), tone, words.get(key), strip, first.icon)

    def back(self) -> bool:
        """Close what lies open."""
        was_open = self._notes.open is not None
        self._notes.close()
        if was_open:
            return True
        asked, self._asks_drill = self._asks_drill, False
        return self._records.back() or self._company.back() or asked

    def tick(self, now_s: float) -> None:
        """Let errands, notes and leaves grow old."""
        self._errands.tick(now_s)
        self._notes.tick(now_s)
        self._leaf.tick(now_s)
        self._helpers.tick(now_s)
        self._company.tick(now_s)
        self._records.tick(now_s)

    def board_changed(self, before: GuideBoard | None) -> None:
        """Somebody new is never on a leaf that was turned away."""
        now = self.desk.hall
        self._errands.board_changed(now)
        self._company.board_changed(now)
        self._records.board_changed()
        if before is None or _calls_of(now) - _calls_of(before):
            self._leaf.back()

    def paper_made(self, job_id: str, pdf: bytes | None) -> None:
        """Take the PDF of a record."""
        self._records.made(job_id, pdf)

    def sealed(self, job_id: str, blob_id: str) -> None:
        """Take that the hall has a record."""
        self._records.sealed(job_id, blob_id)

    def not_sealed(self, job_id: str, error: KnownError) -> None:
        """Take that the hall has it not."""
        self._records.not_sealed(job_id, error)

    def paper_printed(self, job_id: str, outcome: PrintOutcome) -> None:
        """Take how a record came out, or what somebody is brought."""
        self._records.printed(job_id, outcome)
        self._papers.printed(job_id, outcome)

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """Take what the hall said to somebody who goes, and of somebody who is accompanied."""
        self._errands.answered(message, self.desk.now_s)
        self._company.answered(command, message)
        if isinstance(message, HelpAcknowledged) and message.help.kind == "paper":
            self._print(message.help)
        if isinstance(message, HelpFinished) and message.help.kind == "accompany":
            self.desk.say("along_finished")

    def refused(self, command: Command) -> None:
        """The key comes back."""
        self._errands.refused(command)
        self._company.refused(command)

    def note_came(self, blob_id: str, sheet: Handwriting) -> None:
        """Take what is in a note."""
        self._notes.came(blob_id, sheet, self.desk.now_s)

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """Take that a note cannot be read."""
        said = self._notes.failed(blob_id, error)
        if said:
            self.desk.say(said)

    def _found(self, utc: datetime) -> list[TaskView]:
        desk, own_id = self.desk, self.desk.setup.station_id
        found = tasks_on(desk.words, desk.hall, utc, own_id, self._errands.shown())
        return found + self._records.tasks()

    def _go(self, help_id: str) -> None:
        if self.desk.board is not None:
            self._errands.go(help_id, self.desk.board)

    def _print(self, seen: HelpView) -> None:
        """Print what the guide takes along; a colleague who goes prints it at her own desk."""
        if self._seen_at is not None:
            self._papers.print(seen, self._seen_at)

    def _along_page(self) -> Page | None:
        desk, here = self.desk, self._company.open
        if here is None:
            return None
        if here.choosing:
            return choosing_view(desk.words, desk.hall, here, self._helpers.number)
        seen = desk.hall.under_way.get(here.help_id)
        return along_view(desk.words, desk.hall, seen, self._company.busy) if seen else None

    def _along_ticket(self, ticket_id: str) -> None:
        board = self.desk.board
        if board is not None:
            self._company.choose_for_ticket(ticket_id, board)
            self.desk.turn_to(ID)

    def _ask_drill(self) -> None:
        self._asks_drill = True

    def _drill(self) -> None:
        """Begin an exercise, unless somebody is ill: two alarms at once would hide one."""
        desk, self._asks_drill = self.desk, False
        board = desk.board
        standing = (*board.helps.values(), *board.under_way.values()) if board else ()
        if any(seen.kind == "unwell" for seen in standing):
            desk.say("drill_alarm")
        else:
            desk.send(drill_command(desk.setup))

    def _read_note(self, help_id: str) -> None:
        helps = self.desk.board.helps if self.desk.board else {}
        gone = {seen.id: seen for seen in self._errands.shown().going}
        seen = helps.get(help_id) or gone.get(help_id)
        if seen is not None:
            self._notes.ask(seen, self.desk.now_s)


def _calls_of(board: GuideBoard) -> set[str]:
    """Return what calls for a person, by id."""
    counters = (*silent_calls(board), *unheard_calls(board))
    return {*board.helps, *(counter.ticket_id or "" for counter in counters)}
