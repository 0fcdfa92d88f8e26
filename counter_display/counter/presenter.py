"""What the screen above one counter shows, from its board, the link and the time. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from counter_display.blinking import lit, turns_in_s
from counter_display.counter.asking import Asking, AskView
from counter_display.link import LinkWatch
from counter_display.values import (
    ClockView,
    NumberView,
    clock_view,
    number_view,
    seconds_to_next_minute,
    spoken_time,
)
from hall.boards.counter import CounterBoard
from hall.calls.messages import CounterState
from hall.tickets.messages import TicketView
from ui_kit.strings import Strings

State = Literal["starting", "idle", "calling", "serving", "paused", "closed", "day_closed"]

WITHOUT_TICKET: dict[tuple[bool, CounterState], State] = {
    (True, "open"): "idle",
    (True, "paused"): "paused",
    (True, "closed"): "closed",
    (False, "open"): "day_closed",
    (False, "paused"): "day_closed",
    (False, "closed"): "day_closed",
}
"""(the day is open, the counter) -> what is shown while nobody is called to it."""


@dataclass(frozen=True)
class CounterScreenView:
    """Everything on the screen; `above` and `below` frame the number, `title` stands without one.

    `stale` is the sentence that the picture may be old, empty while it is not. `flooded` is the
    lit half of a call that must be seen: the whole screen is the green of the plate. `asking` is
    the question how it was, in place of all but the foot.
    """

    state: State
    window: str
    window_word: str
    zone_name: str
    clock: ClockView
    stale: str = ""
    number: NumberView | None = None
    above: str = ""
    below: str = ""
    title: str = ""
    note: str = ""
    flooded: bool = False
    asking: AskView | None = None


class CounterPresenter:
    """Keeps the last board of a counter and says what to show of it.

    Times: `now_s` is a steady clock in seconds, `local` the hall's wall time.
    """

    def __init__(self, strings: Strings, asking: Asking | None = None) -> None:
        self._strings = strings
        self._asking = asking
        self._board: CounterBoard | None = None
        self._link = LinkWatch()
        self._call_seq = 0
        self._called_s = 0.0

    def board_changed(self, board: CounterBoard, now_s: float = 0.0) -> None:
        """The hall's present state of this counter; a call that is new on it is new since now."""
        if board.counter.call_seq != self._call_seq:
            self._call_seq, self._called_s = board.counter.call_seq, now_s
        self._board = board
        self._link.back()
        if self._asking is not None and board.ticket is not None:
            self._asking.ended()

    def link_lost(self, now_s: float) -> None:
        """The hall does not answer."""
        self._link.lost(now_s)

    def link_back(self) -> None:
        """The hall answers again and nothing was missed."""
        self._link.back()

    def next_change_s(self, now_s: float, local: datetime) -> float:
        """Return in how many seconds the screen changes by itself at the latest."""
        waits = (
            self._link.changes_in_s(now_s),
            turns_in_s(now_s - self._called_s) if self._must_be_seen else None,
            seconds_to_next_minute(local),
            self._asking.left_s(now_s) if self._asking is not None else None,
        )
        return min(wait for wait in waits if wait is not None)

    @property
    def _must_be_seen(self) -> bool:
        """Whether this counter calls somebody who will not hear it."""
        board = self._board
        if board is None or board.counter.started_at is not None:
            return False
        return board.attention.get(board.counter.ticket_id or "") == "flash"

    def view(self, now_s: float, local: datetime) -> CounterScreenView:
        """Return what to show now."""
        view = self._without_asking(now_s, local)
        asking = self._asking.view() if self._asking is not None else None
        return replace(view, asking=asking) if view.number is None else view

    def _without_asking(self, now_s: float, local: datetime) -> CounterScreenView:
        board, words = self._board, self._strings
        clock = clock_view(words, local)
        stale = words.get("stale") if self._link.stale(now_s) else ""
        if board is None:
            return CounterScreenView(
                "starting", "", "", "", clock, stale,
                title=words.get("starting"), note=words.get("starting_note"),
            )  # fmt: skip
        fact = board.facts.counter(board.counter_id)
        window = str(fact.window_number) if fact else board.counter_id
        place = (window, words.get("window"), board.facts.zone_name, clock, stale)
        if board.ticket is not None:
            view = self._with_ticket(board, board.ticket, place)
            flooded = self._must_be_seen and lit(now_s - self._called_s)
            return replace(view, flooded=flooded)
        state = WITHOUT_TICKET[board.floor.day_id is not None, board.counter.state]
        note_key = "open_hours" if state == "day_closed" else f"{state}_note"
        facts = board.facts
        hours = {"opens": spoken_time(facts.opens), "closes": spoken_time(facts.closes)}
        note = words.get(note_key, **hours)
        return CounterScreenView(state, *place, title=words.get(state), note=note)

    def _with_ticket(
        self, board: CounterBoard, ticket: TicketView, place: tuple[str, str, str, ClockView, str]
    ) -> CounterScreenView:
        words, number = self._strings, number_view(board.facts, ticket)
        if board.counter.started_at is None:
            above, below = words.get("calling_above"), words.get("calling_below")
            return CounterScreenView("calling", *place, number=number, above=above, below=below)
        matter = board.facts.matter(ticket.matter_id)
        solemn = matter is not None and matter.bereavement
        return CounterScreenView(
            "serving",
            *place,
            number=number,
            above=words.get("serving_above"),
            below=words.get("serving_below"),
            note=words.get("solemn_note" if solemn else "serving_note"),
        )
