"""Take: a number in two touches, and the number in the guide's hand until its paper is out."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from guide_desk.areas.base import Area, Told
from guide_desk.choice import Choice, band_of, matters_view, take_view, usual_matter
from guide_desk.desk import Desk
from guide_desk.given_view import given_view
from guide_desk.leaves import Turned
from guide_desk.marks import marks_view
from guide_desk.shell_views import Page
from hall.kernel.messages import Command, Event, Refusal
from hall.tickets.messages import TicketCancelled

ID = "take"
CHOICE_S = 60.0
"""A touch that nothing followed belongs to somebody who has gone."""


class TakeArea(Area):
    """Where the desk begins."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._choice, self._chosen_s = Choice(), 0.0
        self._leaf = Turned()
        self._came_from = ""
        giving = desk.giving
        self.deeds = {
            "band": self._band, "group": self._group, "matter": self._matter,
            "exact": self._exact, "marks": self._marks, "mark": self._mark,
            "matters_turn": lambda number: self._leaf.to(number, desk.now_s),
            "reprint": self._reprint,
            "given_done": lambda _: self._put_away(),
            "given_leave": lambda _: self._put_away(),
            "given_written": lambda _: giving.on_paper("by_hand"),
            "given_seen": lambda _: giving.on_paper("seen"),
            "given_again": lambda _: giving.again(desk.now_s),
            "given_undo": lambda _: giving.undo(),
        }  # fmt: skip

    def page(self, utc: datetime) -> Page:
        """Return the number in the hand, or the way to one."""
        del utc
        desk, facts = self.desk, self.desk.hall.facts
        held, words = desk.giving.held, desk.words
        if held is not None:
            return given_view(
                words, facts, held, desk.now_s, printer=bool(desk.setup.printer_id),
                linked=desk.linked, goes_back=bool(self._came_from),
            )  # fmt: skip
        if self._choice.marking:
            return marks_view(words, self._choice.marks)
        if self._choice.listed:
            return matters_view(words, facts, self._choice, self._leaf.number)
        return take_view(words, facts, self._choice, linked=desk.linked)

    def told(self, utc: datetime) -> Told:
        """Tell of a number in the hand that was left for another area."""
        del utc
        held, words = self.desk.giving.held, self.desk.words
        if held is None:
            return Told()
        if held.state in ("by_hand", "unsure"):
            return Told(tone="call", words=words.get("rail_to_write"))
        return Told(words=words.get("rail_in_hand"))

    def back(self) -> bool:
        """Leave the list or the marks, then take back what was touched."""
        choice = self._choice
        if self.desk.giving.held is not None or choice.empty:
            return False
        if choice.marking:
            self._choose(replace(choice, marking=False))
        elif choice.listed:
            self._choose(replace(choice, listed=""))
        else:
            self._choose(Choice())
        return True

    def tick(self, now_s: float) -> None:
        """Forget a touch that nothing followed."""
        if not self._choice.empty and now_s - self._chosen_s >= CHOICE_S:
            self._choice = Choice()
        self._leaf.tick(now_s)
        if self.desk.giving.held is None:
            self._came_from = ""

    def answered(self, command: Command, message: Event | Refusal) -> None:
        """A number was given up: what was said of the person stays, to take another."""
        del command
        if isinstance(message, TicketCancelled):
            held = self.desk.giving.held
            if held is not None and held.ticket_id == message.ticket.id:
                self._choose(Choice(band=held.band, marks=held.marks))
            self.desk.say("taken_back", number=message.ticket.number)

    def _choose(self, choice: Choice) -> None:
        desk = self.desk
        self._choice, self._chosen_s = choice, desk.now_s
        if choice.band and choice.matter_id and desk.giving.held is None and not choice.marking:
            desk.giving.take(choice.matter_id, choice.band, choice.marks, desk.now_s)
            self._choice = Choice()

    def _band(self, argument: str) -> None:
        self._choose(replace(self._choice, band=band_of(argument)))

    def _group(self, group_id: str) -> None:
        if self._choice.exact:
            self._leaf.back()
            self._choose(replace(self._choice, listed=group_id))
            return
        board = self.desk.board
        usual = usual_matter(board.facts, group_id) if board else None
        if usual is not None:
            self._choose(replace(self._choice, matter_id=usual.id))

    def _exact(self, _argument: str) -> None:
        self._choose(replace(self._choice, exact=not self._choice.exact, matter_id=""))

    def _matter(self, matter_id: str) -> None:
        self._choose(replace(self._choice, matter_id=matter_id, exact=False, listed=""))

    def _marks(self, _argument: str) -> None:
        self._choose(replace(self._choice, marking=True))

    def _mark(self, mark: str) -> None:
        self._choose(replace(self._choice, marks=self._choice.marks.turned(mark)))

    def _reprint(self, ticket_id: str) -> None:
        desk = self.desk
        ticket = desk.board.floor.tickets.get(ticket_id) if desk.board else None
        held = desk.giving.held
        if ticket is not None and (held is None or held.state != "asking"):
            self._came_from = desk.shown if desk.shown != ID else ""
            desk.giving.print_again(ticket, desk.now_s)
            desk.turn_to(ID)

    def _put_away(self) -> None:
        self.desk.giving.put_away()
        if self._came_from:
            self.desk.turn_to(self._came_from)
        self._came_from = ""
