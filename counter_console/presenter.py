"""What the console knows, what a press means, and what to show. Pure: time is handed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from counter_console import deeds
from counter_console.case_at_counter import OF_A_VISIT, CaseAtCounter
from counter_console.desk_view import (
    clerk_name,
    header_view,
    key_views,
    stage_view,
    strip_view,
)
from counter_console.key_table import KEY_TABLE, KEYS, Situation, situation_of
from counter_console.panel_view import (
    matters_panel,
    reasons_panel,
    sign_in_panel,
    transfer_panel,
)
from counter_console.pending import Pending
from counter_console.queue_view import ASIDE_PLACES, queue_view
from counter_console.refusals import refusal_line
from counter_console.views import ConsoleView, PageName, PanelView
from hall.boards.console import ConsoleBoard
from hall.calls.messages import CallTicket, CounterOpened, TransferTicket
from hall.kernel.errors import HallUnreachable, KnownError, NotAllowed
from hall.kernel.facts import ClerkFact
from hall.kernel.messages import Answer, Command, Happened, Refusal
from hall.tickets.messages import TicketReturned
from ui_kit.covers.desk import CoverDesk
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

NOTICE_S = 12.0
"""How long a line that must be read stands, unless something is pressed."""

_PANELS_NEED: dict[PageName, tuple[Situation, ...]] = {
    "transfer": ("called", "called_paused", "serving", "serving_paused"),
    "transfer_matters": ("called", "called_paused", "serving", "serving_paused"),
    "reasons": ("free",),
    "papers": ("called", "called_paused", "serving", "serving_paused"),
    "ask": ("called", "called_paused", "serving", "serving_paused"),
}
"""A panel closes when the counter no longer stands so."""


class ConsolePresenter:
    """One counter's console. `now_s` is a steady clock in seconds, `utc` the wall time.

    `case_words` are those of the guides' desk: papers are called the same everywhere.
    """

    def __init__(
        self, words: Strings, staff_words: Strings, case_words: Strings, counter_id: str,
        new_id: Callable[[], str],
    ) -> None:  # fmt: skip
        self._words = words
        self._case = CaseAtCounter(words, case_words)
        self._covers = CoverDesk(staff_words, counter_id, new_id)
        self._counter_id = counter_id
        self._new_id = new_id
        self._board: ConsoleBoard | None = None
        self._lost = False
        self._pending = Pending()
        self._seen_seq = 0
        self._wishes: list[Command] = []
        self._notice = ""
        self._notice_until_s = 0.0
        self._page: PageName = "desk"
        self._argument = ""
        self._aside_from = 0

    @property
    def situation(self) -> Situation:
        """How the counter stands; closed until the hall has said otherwise."""
        if self._board is None:
            return "closed"
        return situation_of(self._board.counter, self._board.ticket)

    def drain(self) -> list[Command]:
        """Return the commands to send now, once."""
        wishes, self._wishes = self._wishes, []
        return [*wishes, *self._covers.drain()]

    def board_changed(self, board: ConsoleBoard) -> None:
        """Take the hall's present state of this counter."""
        self._board = board
        self._covers.board_changed(board.facts, board.alarms, board.sessions, self._number)
        self._pending.seen(self._seen_seq)
        if self._page in OF_A_VISIT and not self._case.still_here(board):
            self._page = "desk"
        if self._page in _PANELS_NEED and self.situation not in _PANELS_NEED[self._page]:
            self._page = "desk"

    def happened(self, happened: Happened, now_s: float) -> None:
        """Take one event; its board follows."""
        self._seen_seq = happened.seq
        event = happened.event
        if isinstance(event, CounterOpened) and event.counter.id == self._counter_id:
            self._page = "desk"
            if event.taken_over_from and event.ticket and self._board is not None:
                name = clerk_name(self._board.facts, event.taken_over_from)
                self._say(now_s, "taken_over", clerk=name, number=event.ticket.number)
        if isinstance(event, TicketReturned) and self._pending.name == f"return_{event.ticket.id}":
            self._say(now_s, "came_back", number=event.ticket.number)

    def link_changed(self, linked: bool) -> None:
        """The hall answers, or does not."""
        self._lost = not linked
        self._covers.link_changed(linked=linked)

    def answered(self, command: Command, answer: Answer, now_s: float) -> None:
        """Take the hall's answer to a command of ours."""
        if self._covers.answered(command, answer) or not self._pending.waits_for(command):
            return
        if isinstance(answer.message, Refusal):
            self._notice = refusal_line(self._words, answer.message)
            self._notice_until_s = now_s + NOTICE_S
        elif isinstance(command, CallTicket | TransferTicket):
            self._page = "desk"
        leads_to, told = self._case.answered(command, answer.message, self._board)
        self._page = leads_to or self._page
        if told:
            self._say(now_s, told)
        self._pending.answered(answer.message, answer.seq, self._seen_seq, now_s)

    def not_answered(self, command: Command, error: KnownError, now_s: float) -> None:
        """No answer came; the same command goes again unless the hall does not want it."""
        if self._covers.not_answered(command, error) or not self._pending.waits_for(command):
            return
        if isinstance(error, HallUnreachable):
            self._say(now_s, "no_answer")
            self._pending.failed(now_s)
            return
        self._say(now_s, "not_allowed" if isinstance(error, NotAllowed) else "refused_other")
        self._pending.end()

    def tick(self, now_s: float) -> None:
        """Let time pass."""
        self._covers.tick(now_s)
        if self._notice and now_s >= self._notice_until_s:
            self._notice = ""
        again = self._pending.retry(now_s)
        if again is not None:
            self._wishes.append(again)

    def press(self, action: str, argument: str = "") -> None:
        """Do what a key means; nothing while a command is under way or the key is not lit."""
        if self._covers.press(action, argument):
            return
        if self._board is None or self._pending.name:
            return
        if action in KEYS and (self._panel_open or not self._lit(action)):
            return
        self._notice = ""
        if self._turn(action, argument):
            return
        desk = deeds.Desk(
            self._board, self._counter_id, self._argument, self._words, self._case.answers
        )
        command = deeds.command_for(desk, action, argument, self._new_id)
        if command is None:
            return
        self._pending.begin(deeds.name_of(action, argument), command)
        self._wishes.append(command)

    def view(self, utc: datetime) -> ConsoleView:
        """Return what both windows show."""
        words, board, situation = self._words, self._board, self.situation
        under_way = self._pending.name
        panel = self._panel()
        page = self._shown_page()
        can_call = situation == "free" and not under_way and page == "desk"
        hint = words.get("hint")
        if can_call and board is not None and board.floor.tickets:
            hint += words.get("hint_free")
        return ConsoleView(
            page=page,
            header=header_view(words, board, utc, linked=not self._lost),
            stage=stage_view(words, self._case.case_words, board, utc),
            keys=key_views(words, situation, under_way),
            queue=queue_view(words, board, utc, can_call=can_call, aside_from=self._aside_from),
            panel=panel,
            hint=hint,
            notice=self._notice,
            strip=strip_view(words, board, under_way),
            unwell=self._unwell_key(),
            covers=self._covers.view(utc),
            papers=self._case.papers(board, under_way) if board and page == "papers" else None,
        )

    @property
    def _panel_open(self) -> bool:
        return self._shown_page() not in ("desk", "starting")

    def _lit(self, action: str) -> bool:
        return any(
            key == action and mode != "cannot" for key, mode in KEY_TABLE[self.situation].items()
        )

    def _shown_page(self) -> PageName:
        if self._board is None:
            return "starting"
        return "sign_in" if self.situation == "closed" else self._page

    def _panel(self) -> PanelView | None:
        board, page = self._board, self._shown_page()
        if board is None:
            return None
        if page == "sign_in":
            here = self._covers.sign_in
            signed_in = (
                ClerkFact(id=here.staff_number, name=here.staff_name) if here.staff_number else None
            )
            return sign_in_panel(self._words, board, self._pending.name, signed_in)
        if page == "reasons":
            return reasons_panel(self._words, self._number(self._argument))
        if page == "transfer":
            number = board.ticket.number if board.ticket else ""
            return transfer_panel(self._words, board, number)
        if page == "transfer_matters":
            return matters_panel(self._words, board, self._argument)
        return self._case.question(self._pending.name) if page == "ask" else None

    def _unwell_key(self) -> KeyView:
        asked = self._covers.alarms.asked_here
        label = self._words.get("key_unwell_called" if asked else "key_unwell")
        icon = "check-circle" if asked else "heartbeat"
        return KeyView("key_unwell", "unwell", label, icon=icon, tag="F12")

    def _number(self, ticket_id: str) -> str:
        ticket = self._board.floor.tickets.get(ticket_id) if self._board else None
        return ticket.number if ticket else ""

    def _turn(self, action: str, argument: str) -> bool:
        """Go to another page where that is all a press means; tell whether it was."""
        if action == "row" and self.situation != "free":
            return True
        page = self._case.turned(action, argument, self._page, self._board)
        if page is not None:
            self._page = page
            return True
        pages: dict[str, PageName] = {
            "transfer": "transfer",
            "to_group": "transfer_matters",
            "back_groups": "transfer",
            "row": "reasons",
            "change_clerk": "sign_in",
            "back": "desk",
        }
        if action == "aside_more":
            self._aside_from += ASIDE_PLACES - 1
            return True
        if action not in pages:
            return False
        self._page, self._argument = pages[action], argument
        return True

    def _say(self, now_s: float, key: str, **placeholders: object) -> None:
        self._notice = self._words.get(key, **placeholders)
        self._notice_until_s = now_s + NOTICE_S
