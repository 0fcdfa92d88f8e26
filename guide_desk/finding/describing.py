"""A number in words: how it stands, whose it is, what to mind. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from forms.slip_ticket import where_to_wait
from hall.boards.guide import GuideBoard
from hall.kernel.messages import Person
from hall.tickets.messages import TicketView
from ui_kit.people import NEED_ICONS, age_words, form_of_address
from ui_kit.places import place_words
from ui_kit.strings import Strings


def matter_name(board: GuideBoard, ticket: TicketView) -> str:
    """Return what a number is for."""
    matter = board.facts.matter(ticket.matter_id)
    return matter.plain_name if matter else ticket.matter_id


def state_words(words: Strings, board: GuideBoard, ticket: TicketView) -> str:
    """Return how a number stands."""
    counter = board.facts.counter(ticket.counter_id or "")
    window = counter.window_number if counter else ticket.counter_id or ""
    return words.get(f"state_{ticket.state}", window=window)


def state_line(words: Strings, board: GuideBoard, ticket: TicketView) -> str:
    """Return how a number stands, and where whoever waits sits."""
    state = state_words(words, board, ticket)
    if ticket.state != "waiting":
        return state
    where = words.get("given_where", where=where_to_wait(ticket, board.facts, words))
    return words.get("dot").join((state, where))


def person_of(board: GuideBoard, ticket: TicketView) -> Person:
    """Return whoever holds a number; nothing is known of them after the day."""
    return board.people.get(ticket.visitor_id, Person())


def named(words: Strings, board: GuideBoard, ticket: TicketView) -> str:
    """Return how to call whoever holds a number, and how old they are."""
    person = person_of(board, ticket)
    parts = (form_of_address(words, person), age_words(words, person))
    return words.get("dot").join(part for part in parts if part)


def who(words: Strings, board: GuideBoard, ticket: TicketView) -> str:
    """Return who it is: how to call them, why they go first, how old, for whom they come."""
    person, claim = person_of(board, ticket), f"claim_{ticket.reason}"
    parts = (
        form_of_address(words, person),
        words.get(claim) if ticket.priority == "claim" and claim in words else "",
        age_words(words, person),
        words.get(f"behalf_{ticket.behalf_of}") if ticket.behalf_of else "",
    )
    return words.get("dot").join(part for part in parts if part)


def need_icons(board: GuideBoard, ticket: TicketView) -> tuple[str, ...]:
    """Return the signs of what to mind."""
    needs = person_of(board, ticket).needs
    return tuple(NEED_ICONS[need] for need in needs if need in NEED_ICONS)


def need_words(words: Strings, board: GuideBoard, ticket: TicketView) -> str:
    """Return what to mind, in words; empty for nothing."""
    needs = person_of(board, ticket).needs
    named = [words.get(f"mark_{need}") for need in needs if f"mark_{need}" in words]
    return words.get("list_mark").join(named)


def lines_of(words: Strings, board: GuideBoard, ticket: TicketView, own_id: str) -> tuple[str, ...]:
    """Return whose a number is, what to mind, when and where it was taken, line for line."""
    zone = ZoneInfo(board.facts.timezone)
    taken = datetime.fromisoformat(ticket.taken_at).astimezone(zone).strftime("%H:%M")
    place = place_words(words, board.facts, ticket.station_id, own_id)
    lines = (
        who(words, board, ticket),
        need_words(words, board, ticket),
        words.get("find_taken", time=taken, place=place),
    )
    return tuple(line for line in lines if line)
