"""The right column: who waits for this counter, and whose number was set aside. Pure."""

from __future__ import annotations

from datetime import datetime

from counter_console.views import QueueView, WaitingRow
from hall.boards.console import ConsoleBoard, aside, waiting_here
from hall.kernel.messages import Person
from hall.tickets.messages import TicketState, TicketView
from ui_kit.moment import since_s
from ui_kit.people import NEED_ICONS, age_words
from ui_kit.staff_views import KeyView, number_of
from ui_kit.strings import Strings

ROWS = 6
ASIDE_PLACES = 4
ASIDE_STATES: tuple[TicketState, ...] = ("held", "missed", "parked")
ASIDE_ICONS = {"held": "pause-circle", "missed": "skip-forward", "parked": "armchair"}


def queue_view(
    words: Strings, board: ConsoleBoard | None, utc: datetime, *, can_call: bool, aside_from: int
) -> QueueView:
    """Return the column; `aside_from` counts where the set-aside numbers begin."""
    waiting = waiting_here(board) if board else ()
    rows: tuple[WaitingRow, ...] = ()
    if board is not None:
        rows = tuple(
            _row(words, board, ticket, utc, first=index == 0, can_call=can_call)
            for index, ticket in enumerate(waiting[:ROWS])
        )
    hidden = len(waiting) - len(rows)
    keys = aside_keys(words, board, aside_from) if board else ()
    return QueueView(
        heading=(words.get("waiting_before"), str(len(waiting)), words.get("waiting_after")),
        minutes_word=words.get("minutes_word"),
        minutes_unit=words.get("minutes_unit"),
        rows=rows,
        more=words.get("more_waiting", count=hidden) if hidden else "",
        nobody="" if rows else words.get("nobody"),
        aside_title=words.get("aside_title") if keys else "",
        aside=keys,
    )


def aside_here(board: ConsoleBoard) -> tuple[TicketView, ...]:
    """Return held, missed and parked tickets this counter could serve."""
    fact = board.facts.counter(board.counter_id)
    queues = (*(fact.serves if fact else ()), f"counter:{board.counter_id}")
    return tuple(
        ticket for state in ASIDE_STATES for ticket in aside(board, state) if ticket.queue in queues
    )


def aside_keys(words: Strings, board: ConsoleBoard, start: int) -> tuple[KeyView, ...]:
    """Return the keys that bring somebody back; more than four turn like pages."""
    tickets = aside_here(board)
    if len(tickets) <= ASIDE_PLACES:
        return tuple(_aside_key(words, ticket) for ticket in tickets)
    places = ASIDE_PLACES - 1
    start = start % len(tickets)
    shown = (tickets[start:] + tickets[:start])[:places]
    more = KeyView("aside_more", "aside_more", words.get("aside_more", count=len(tickets) - places))
    return (*(_aside_key(words, ticket) for ticket in shown), more)


def _aside_key(words: Strings, ticket: TicketView) -> KeyView:
    return KeyView(
        f"aside_{ticket.number}",
        "return",
        ticket.number,
        ticket.id,
        icon=ASIDE_ICONS[ticket.state],
        second=words.get(f"aside_{ticket.state}"),
    )


def _row(
    words: Strings, board: ConsoleBoard, ticket: TicketView, utc: datetime, *, first: bool,
    can_call: bool,
) -> WaitingRow:  # fmt: skip
    person = board.people.get(ticket.visitor_id, Person())
    matter = board.facts.matter(ticket.matter_id)
    parts = [
        words.get("next_up") if first else "",
        age_words(words, person),
        words.get(f"behalf_{ticket.behalf_of}") if ticket.behalf_of else "",
    ]
    return WaitingRow(
        name=f"row_{ticket.number}",
        ticket_id=ticket.id,
        number=number_of(board.facts, ticket),
        matter="\n".join(matter.plain_lines) or matter.plain_name if matter else ticket.matter_id,
        second=words.get("dot").join(part for part in parts if part),
        icons=tuple(NEED_ICONS[need] for need in person.needs if need in NEED_ICONS),
        minutes=str(int(since_s(utc, ticket.taken_at) // 60)),
        can_call=can_call,
    )
