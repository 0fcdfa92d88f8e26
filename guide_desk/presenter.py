"""What the guide's desk knows, what a press means, and what to show. Pure: time is handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from devices.ports import DeviceStatus, PrintOutcome, status_word
from guide_desk.arrivals import UNPRINTED_PLACES, arrivals_view, without_paper
from guide_desk.choice import Choice, band_of, matters_view, take_view, usual_matter
from guide_desk.errands import ErrandBook
from guide_desk.faults import faults_view
from guide_desk.given_view import given_view
from guide_desk.giving import Giving
from guide_desk.in_hand import SLOW_S
from guide_desk.notes import NoteDesk, note_view
from guide_desk.refusals import refusal_line
from guide_desk.setup import GuideSetup
from guide_desk.tasks import PLACES, tasks_view
from guide_desk.views import GuideView, HeaderView, MiddleView, WordsView
from guide_desk.wishes import PrintSlip, ReadNote, Send, Wish
from hall.boards.guide import GuideBoard, silent_calls
from hall.help.messages import ReportDevice
from hall.kernel.errors import HallUnreachable, KnownError, NotAllowed
from hall.kernel.handwriting import read_handwriting
from hall.kernel.messages import Answer, Command, Happened, Refusal
from hall.tickets.messages import PrintReported, TicketCancelled, TicketView
from ui_kit.outbox import Outbox

NOTICE_S = 12.0
"""How long a line that must be read stands, unless something is pressed."""
CHOICE_S = 60.0
"""A touch that nothing followed belongs to somebody who has gone."""
LEAF_S = 20.0
"""Lists that were turned on go back to their beginning after that."""


class GuidePresenter:
    """One guide desk. `now_s` is a steady clock in seconds, `utc` the wall time."""

    def __init__(self, setup: GuideSetup) -> None:
        self._setup = setup
        self._words = setup.words
        self._board: GuideBoard | None = None
        self._linked = self._lost = False
        self._outbox = Outbox()
        self._wishes: list[Wish] = []
        self._giving = Giving(setup, self._send, self._print)
        self._errands = ErrandBook(setup, self._send)
        self._notes = NoteDesk(lambda blob_id: self._wishes.append(ReadNote(blob_id)))
        self._now_s = 0.0
        self._begun_s: float | None = None
        self._notice, self._notice_until_s = "", 0.0
        self._choice, self._chosen_s = Choice(), 0.0
        self._reported: set[str] = set()
        self._tasks_from = self._papers_from = 0
        self._turned_s = 0.0
        self._status = ""
        self._status_id = ""
        giving = self._giving
        self._deeds: dict[str, Callable[[str], None]] = {
            "band": self._band, "group": self._group, "matter": self._matter,
            "exact": self._exact, "back": self._back,
            "go": self._go, "unwell": lambda _: self._errands.unwell(), "reprint": self._reprint,
            "more_tasks": self._more_tasks, "more_unprinted": self._more_unprinted,
            "read_note": self._read_note, "note_done": lambda _: self._notes.close(),
            "given_done": lambda _: giving.put_away(),
            "given_leave": lambda _: giving.put_away(),
            "given_written": lambda _: giving.on_paper("by_hand"),
            "given_seen": lambda _: giving.on_paper("seen"),
            "given_again": lambda _: giving.again(self._now_s),
            "given_undo": lambda _: giving.undo(),
        }  # fmt: skip

    def drain(self) -> list[Wish]:
        """Return what to do now, once."""
        wishes, self._wishes = self._wishes, []
        return wishes

    def tick(self, now_s: float) -> None:
        """Let time pass; `now_s` never runs backward."""
        self._now_s = now_s
        if self._begun_s is None:
            self._begun_s = now_s
        if now_s >= self._notice_until_s:
            self._notice = ""
        if not self._choice.empty and now_s - self._chosen_s >= CHOICE_S:
            self._choice = Choice()
        if now_s - self._turned_s >= LEAF_S:
            self._tasks_from = self._papers_from = 0
        self._giving.tick(now_s)
        self._errands.tick(now_s)
        self._notes.tick(now_s)
        self._wishes += [Send(command) for command in self._outbox.due(now_s)]

    def board_changed(self, board: GuideBoard) -> None:
        """Take the hall's present state."""
        before, self._board = self._board, board
        self._errands.board_changed(board)
        self._giving.board_changed(board.floor.tickets)
        self._reported &= board.floor.tickets.keys()
        if before is None or _calls_of(board) - _calls_of(before):
            self._tasks_from = 0

    def happened(self, happened: Happened) -> None:
        """Take one event; its board follows."""
        event = happened.event
        if isinstance(event, PrintReported):
            failed = event.ticket.print_state != "printed"
            (self._reported.add if failed else self._reported.discard)(event.ticket.id)

    def link_changed(self, linked: bool) -> None:
        """The hall answers, or does not."""
        self._linked, self._lost = linked, not linked

    def answered(self, command: Command, answer: Answer) -> None:
        """Take the hall's answer; one nobody waits for any more is dropped."""
        if self._outbox.answered(command.command_id) is None:
            return
        message = answer.message
        self._errands.answered(command, message, self._now_s)
        if isinstance(message, TicketCancelled):
            self._taken_back(message)
        elif isinstance(message, Refusal):
            self._errands.refused(command)
            self._notice = refusal_line(self._words, message)
            self._notice_until_s = self._now_s + NOTICE_S
        if self._board is not None:
            self._giving.answered(command, message, self._board.facts, self._now_s)

    def not_answered(self, command: Command, error: KnownError) -> None:
        """No answer came; the same command goes again unless the hall does not want it."""
        if isinstance(error, HallUnreachable):
            self._outbox.failed(command.command_id, self._now_s)
            return
        self._outbox.answered(command.command_id)
        self._errands.refused(command)
        self._giving.refused(command)
        self._say("not_allowed" if isinstance(error, NotAllowed) else "refused_other")

    def device_status(self, device_id: str, status: DeviceStatus) -> None:
        """Take the desk's own printer's status; the hall is told when it changed."""
        word = status_word(status)
        if word == self._status:
            return
        self._status = word
        self._outbox.answered(self._status_id)  # an older report that was not answered is no news
        self._status_id = self._setup.new_id()
        self._send(
            ReportDevice(
                command_id=self._status_id,
                station_id=self._setup.station_id,
                device_id=device_id,
                status=word,  # type: ignore[arg-type]  # status_word gives the words of the wire
            )
        )

    def printed(self, ticket_id: str, outcome: PrintOutcome) -> None:
        """Take how a slip came out."""
        self._giving.printed(ticket_id, outcome, self._now_s)

    def note_came(self, blob_id: str, data: bytes) -> None:
        """Take what is in a note."""
        try:
            self._notes.came(blob_id, read_handwriting(data), self._now_s)
        except KnownError as error:
            self.note_failed(blob_id, error)

    def note_failed(self, blob_id: str, error: KnownError) -> None:
        """Take that a note cannot be read."""
        said = self._notes.failed(blob_id, error)
        if said:
            self._say(said)

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key means."""
        self._notice = ""
        deed = self._deeds.get(action)
        if deed is not None:
            deed(argument)

    def view(self, utc: datetime) -> GuideView:
        """Return what the page shows."""
        words, board, own_id = self._words, self._board, self._setup.station_id
        held = self._giving.held
        papers: tuple[TicketView, ...] = ()
        if board is not None:
            papers = without_paper(board, utc, self._reported, self._giving.cared_for)
        can_print = held is None or held.state != "asking"
        return GuideView(
            header=self._header(utc),
            arrivals=arrivals_view(
                words, board, utc, papers, start=self._papers_from, can_print=can_print
            ),
            middle=self._middle(),
            faults=faults_view(words, self._setup.status_words, board, own_id),
            tasks=tasks_view(words, board, utc, own_id, self._errands.shown(), self._tasks_from),
            notice=self._notice,
        )

    def _header(self, utc: datetime) -> HeaderView:
        if self._board is None:
            return HeaderView(self._words.get("title"), "", linked=True, clock="")
        held = self._giving.held
        linked = self._linked and not (held is not None and held.waits_long(self._now_s))
        link = self._words.get("linked" if linked else "lost")
        facts = self._board.facts
        clock = utc.astimezone(ZoneInfo(facts.timezone)).strftime("%H:%M")
        return HeaderView(facts.guide_desk, link, linked, clock)

    def _middle(self) -> MiddleView:
        words, board = self._words, self._board
        if board is None:
            slow = self._lost or self._now_s - (self._begun_s or 0.0) >= SLOW_S
            return WordsView(
                "plugs",
                words.get("lost_title" if self._lost else "starting_title"),
                words.get("lost_note" if slow else "starting_note"),
            )
        if self._notes.open is not None:
            return note_view(words, board, self._setup.station_id, self._notes.open)
        facts, held = board.facts, self._giving.held
        if held is not None:
            printer = bool(self._setup.printer_id)
            return given_view(words, facts, held, self._now_s, printer=printer, linked=self._linked)
        if self._choice.listed:
            return matters_view(words, facts, self._choice)
        return take_view(words, facts, self._choice, linked=self._linked)

    def _choose(self, choice: Choice) -> None:
        self._choice, self._chosen_s = choice, self._now_s
        if choice.band and choice.matter_id and self._giving.held is None:
            self._giving.take(choice.matter_id, choice.band, self._now_s)
            self._choice = Choice()

    def _band(self, argument: str) -> None:
        self._choose(replace(self._choice, band=band_of(argument)))

    def _group(self, group_id: str) -> None:
        if self._choice.exact:
            self._choose(replace(self._choice, listed=group_id))
            return
        usual = usual_matter(self._board.facts, group_id) if self._board else None
        if usual is not None:
            self._choose(replace(self._choice, matter_id=usual.id))

    def _exact(self, _argument: str) -> None:
        self._choose(replace(self._choice, exact=not self._choice.exact, matter_id=""))

    def _matter(self, matter_id: str) -> None:
        self._choose(replace(self._choice, matter_id=matter_id, exact=False, listed=""))

    def _back(self, _argument: str) -> None:
        self._choose(replace(self._choice, listed=""))

    def _go(self, help_id: str) -> None:
        if self._board is not None:
            self._errands.go(help_id, self._board)

    def _read_note(self, help_id: str) -> None:
        helps = self._board.helps if self._board else {}
        gone = {seen.id: seen for seen in self._errands.shown().going}
        seen = helps.get(help_id) or gone.get(help_id)
        if seen is not None:
            self._notes.ask(seen, self._now_s)

    def _reprint(self, ticket_id: str) -> None:
        ticket = self._board.floor.tickets.get(ticket_id) if self._board else None
        held = self._giving.held
        if ticket is not None and (held is None or held.state != "asking"):
            self._giving.print_again(ticket, self._now_s)

    def _more_tasks(self, _argument: str) -> None:
        self._tasks_from, self._turned_s = self._tasks_from + PLACES, self._now_s

    def _more_unprinted(self, _argument: str) -> None:
        self._papers_from += UNPRINTED_PLACES
        self._turned_s = self._now_s

    def _taken_back(self, message: TicketCancelled) -> None:
        held = self._giving.held
        if held is not None and held.ticket_id == message.ticket.id:
            self._choose(Choice(band=held.band))
        self._say("taken_back", number=message.ticket.number)

    def _send(self, command: Command) -> None:
        self._outbox.add(command, self._now_s)
        self._wishes.append(Send(command))

    def _print(self, wish: PrintSlip) -> None:
        self._wishes.append(wish)

    def _say(self, key: str, **placeholders: object) -> None:
        self._notice = self._words.get(key, **placeholders)
        self._notice_until_s = self._now_s + NOTICE_S


def _calls_of(board: GuideBoard) -> set[str]:
    """Return what calls for a person, by id."""
    return {*board.helps, *(counter.ticket_id or "" for counter in silent_calls(board))}
