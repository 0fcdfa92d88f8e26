"""What the hall board shows, from its board, new calls, the link and the time. Pure."""

from __future__ import annotations

from datetime import datetime

from counter_display.hall_board.band import NewCall, NewCalls
from counter_display.hall_board.cards import CardTurns
from counter_display.hall_board.views import (
    BandView,
    CardView,
    CountView,
    HallBoardView,
    HeaderView,
    MessageView,
    RowView,
    TrayView,
)
from counter_display.link import LinkWatch
from counter_display.values import (
    NumberView,
    clock_view,
    number_view,
    seconds_to_next_minute,
    spoken_time,
)
from hall.boards.floor import waiting
from hall.boards.hall import CallRow, HallBoard, call_rows, next_up
from hall.calls.messages import TicketCalled
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Attention
from ui_kit.strings import Strings

ROWS_UNDER_BAND = 2
NO_TRAY = TrayView("", (), "", ())


class HallBoardPresenter:
    """Keeps the last board and the calls that are new, and says what to show of them.

    `row_count` is how many rows are read from the farthest seat (see screens.measures). Times:
    `now_s` is a steady clock in seconds, `local` the hall's wall time.
    """

    def __init__(self, strings: Strings, row_count: int = 4) -> None:
        self._strings = strings
        self._row_count = row_count
        self._board: HallBoard | None = None
        self._calls = NewCalls()
        self._turns = CardTurns()
        self._link = LinkWatch()
        self._sound_lost = False

    def board_changed(self, board: HallBoard) -> None:
        """The hall's present state; calls it holds without an event stand in rows, unshouted."""
        self._board = board
        self._link.back()

    def called(self, event: TicketCalled, now_s: float, attention: Attention = "") -> None:
        """A call or recall came in just now."""
        flash = attention == "flash"
        self._calls.called(event.ticket.id, event.counter_id, now_s, flash=flash)

    def link_lost(self, now_s: float) -> None:
        """The hall does not answer."""
        self._link.lost(now_s)

    def link_back(self) -> None:
        """The hall answers again and nothing was missed."""
        self._link.back()

    def sound_works(self, works: bool) -> None:
        """Whether this board's loudspeaker can speak."""
        self._sound_lost = not works
        self._calls.sound = works

    def next_change_s(self, now_s: float, local: datetime) -> float:
        """Return in how many seconds the board changes by itself at the latest."""
        waits = (
            self._link.changes_in_s(now_s),
            self._calls.next_change_s(now_s),
            self._turns.next_change_s(now_s, self._card_s),
            seconds_to_next_minute(local),
        )
        return min(wait for wait in waits if wait is not None)

    def view(self, now_s: float, local: datetime) -> HallBoardView:
        """Return what to show now."""
        board, words = self._board, self._strings
        if board is None:
            message = MessageView(words.get("starting"), words.get("starting_note"))
            header = self._header("", now_s, local)
            return HallBoardView("starting", header, None, (), NO_TRAY, message)
        header = self._header(board.facts.zone_name, now_s, local)
        shown = call_rows(board, limit=len(board.floor.counters))
        fresh = self._still_called(shown, now_s)
        band_row = next((row for row in shown if fresh and row.ticket.id == fresh[0]), None)
        band = self._band(board, band_row, now_s) if band_row else None
        others = [row for row in shown if row is not band_row]
        others = others[:ROWS_UNDER_BAND] if band else self._standing(board.facts, others)
        rows = tuple(self._row(board, row, row.ticket.id in fresh) for row in others)
        tray = self._tray(board)
        if band or rows:
            room = band is None and len(rows) < self._row_count
            card = self._card(board.facts, now_s) if room else None
            return self._turned(HallBoardView("calls", header, band, rows, tray, card=card))
        if board.floor.day_id is None:
            opens, closes = spoken_time(board.facts.opens), spoken_time(board.facts.closes)
            hours = words.get("open_hours", opens=opens, closes=closes)
            closed = MessageView(words.get("board_closed"), hours)
            return self._turned(HallBoardView("closed", header, None, (), NO_TRAY, closed))
        card = self._card(board.facts, now_s, welcome=True)
        if card is not None:
            return HallBoardView("idle", header, None, (), tray, card=card)
        idle = MessageView(words.get("board_idle"), words.get("board_idle_note"))
        return HallBoardView("idle", header, None, (), tray, idle)

    @property
    def _card_s(self) -> float:
        return self._board.facts.card_s if self._board else 0.0

    def _standing(self, facts: HallFacts, rows: list[CallRow]) -> list[CallRow]:
        """Return the rows of a calm board: where there are cards, who is served makes room."""
        if not facts.cards:
            return rows[: self._row_count]
        called = [row for row in rows if row.counter.started_at is None]
        served = [row for row in rows if row.counter.started_at is not None]
        kept = called + served[: max(self._row_count - 1 - len(called), 0)]
        return [row for row in rows if row in kept][: self._row_count]

    def _card(self, facts: HallFacts, now_s: float, *, welcome: bool = False) -> CardView | None:
        """Return the card whose turn it is; with `welcome` the first turn is that of no card."""
        if not facts.cards:
            return None
        turn = self._turns.turn(now_s, facts.card_s)
        place = turn % (len(facts.cards) + welcome) - welcome
        card = None if place < 0 else facts.cards[place]
        return None if card is None else CardView(card.title, card.text)

    def _turned(self, view: HallBoardView) -> HallBoardView:
        """Return the view; where it has no card, the next turn begins when one has room again."""
        if view.card is None:
            self._turns.hidden()
        return view

    def _still_called(self, rows: tuple[CallRow, ...], now_s: float) -> tuple[str, ...]:
        """Return the tickets of new calls that still stand where they were called to."""
        places = {(row.ticket.id, row.counter.id) for row in rows}
        for call in self._calls.fresh(now_s):
            if (call.ticket_id, call.counter_id) not in places:
                self._calls.left(call.ticket_id)
        return tuple(call.ticket_id for call in self._calls.fresh(now_s))

    def _newest(self, now_s: float) -> NewCall:
        return self._calls.fresh(now_s)[0]

    def _header(self, zone_name: str, now_s: float, local: datetime) -> HeaderView:
        words = self._strings
        clock = clock_view(words, local)
        if self._link.stale(now_s):
            key = "stale_no_sound" if self._sound_lost else "stale"
            return HeaderView(zone_name, clock, "stale", words.get(key))
        if self._sound_lost:
            return HeaderView(zone_name, clock, "no_sound", words.get("no_sound"))
        return HeaderView(zone_name, clock)

    def _row(self, board: HallBoard, row: CallRow, fresh: bool) -> RowView:
        return RowView(
            number=number_view(board.facts, row.ticket),
            window=_window(board, row),
            window_word=self._strings.get("window"),
            fresh=fresh,
            not_heard=self._not_heard(row),
        )

    def _band(self, board: HallBoard, row: CallRow, now_s: float) -> BandView:
        return BandView(
            number=number_view(board.facts, row.ticket),
            please=self._strings.get("please_go_to"),
            window=_window(board, row),
            window_word=self._strings.get("window"),
            lit=self._calls.lit(self._newest(now_s), now_s),
            whole=self._calls.whole(self._newest(now_s), now_s),
            not_heard=self._not_heard(row),
        )

    def _not_heard(self, row: CallRow) -> str:
        unheard = row.counter.silent and row.counter.started_at is None
        return self._strings.get("not_heard") if unheard else ""

    def _tray(self, board: HallBoard) -> TrayView:
        words = self._strings
        counts = self._counts(board)
        return TrayView(
            get_ready=words.get("get_ready"),
            next_up=tuple(self._numbers(board)),
            waiting=words.get("waiting"),
            counts=counts,
            nobody="" if counts else words.get("waiting_nobody"),
        )

    def _numbers(self, board: HallBoard) -> list[NumberView]:
        return [number_view(board.facts, ticket) for ticket in next_up(board, limit=2)]

    def _counts(self, board: HallBoard) -> tuple[CountView, ...]:
        """Count by what people come for; a queue with words of its own stands apart."""
        words = self._strings
        counted: dict[str, int] = {}
        for ticket in waiting(board.floor):
            own = f"queue_{ticket.queue}"
            what = words.get(own if own in words else "waiting_matters")
            counted[what] = counted.get(what, 0) + 1
        people = words.get("waiting_people")
        order = sorted(counted, key=lambda what: what != words.get("waiting_matters"))
        return tuple(CountView(what, str(counted[what]), people) for what in order[:2])


def _window(board: HallBoard, row: CallRow) -> str:
    counter = board.facts.counter(row.counter.id)
    return str(counter.window_number) if counter else row.counter.id
