"""Who just took a number, and whose paper did not come out. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import ArrivalsView, ArrivedRow, UnprintedView
from hall.boards.floor import not_printed, waiting
from hall.boards.guide import GuideBoard
from hall.kernel.messages import Person
from hall.tickets.messages import TicketState, TicketView
from ui_kit.moment import since_s
from ui_kit.people import NEED_ICONS, age_words, form_of_address
from ui_kit.staff_views import KeyFaceMode, KeyView, number_of
from ui_kit.strings import Strings

ROWS, ROWS_BESIDE_PAPERS = 6, 3
PAPERS_ALONE, PAPERS_A_LEAF = 3, 2
"""So many numbers without paper fit alone, and so many above the keys that turn them."""
PRINT_GRACE_S = 20.0
"""A fresh number whose station has not reported yet is most likely just being printed."""

_NEED_PAPER: tuple[TicketState, ...] = ("waiting", "held", "missed", "parked")
"""Somebody who was called or is being served has been found without paper."""


def arrivals_view(
    words: Strings, board: GuideBoard, utc: datetime, unprinted: tuple[TicketView, ...],
    *, leaf_number: int, papers_number: int, can_print: bool,
) -> ArrivalsView:  # fmt: skip
    """Return one leaf of those who wait, and one of the numbers without paper."""
    arrived = arrived_on(board)
    rows = leaf_of(arrived, leaf_number, ROWS_BESIDE_PAPERS if unprinted else ROWS)
    alone = len(unprinted) <= PAPERS_ALONE
    papers = leaf_of(unprinted, papers_number, PAPERS_ALONE if alone else PAPERS_A_LEAF)
    note = leaf_words(words, rows) or words.get("arrived_note")
    all_printed = words.get("all_printed") if arrived else ""
    aside = words.get("unprinted_title", count=len(unprinted)) if unprinted else all_printed
    return ArrivalsView(
        head=Head(words.get("waiting_title", count=len(arrived)), note if arrived else "", aside),
        rows=tuple(_row(words, board, ticket, utc) for ticket in rows.items),
        turn=turn_keys(words, "arrivals", rows),
        nobody="" if arrived else words.get("nobody"),
        unprinted=tuple(_paper(words, board, one, can_print) for one in papers.items),
        unprinted_turn=turn_keys(words, "unprinted", papers),
    )


def without_paper(
    board: GuideBoard, utc: datetime, reported: Collection[str], cared_for: Collection[str]
) -> tuple[TicketView, ...]:
    """Return the numbers somebody needs on paper, the longest without first.

    `reported` are tickets whose station said that the paper failed; `cared_for` need none here.
    """
    return tuple(
        ticket
        for ticket in not_printed(board.floor)
        if ticket.state in _NEED_PAPER
        and ticket.id not in cared_for
        and (ticket.id in reported or since_s(utc, ticket.taken_at) >= PRINT_GRACE_S)
    )


def arrived_on(board: GuideBoard) -> tuple[TicketView, ...]:
    """Return who waits, the latest first."""
    found = waiting(board.floor)
    return tuple(sorted(found, key=lambda ticket: ticket.taken_at, reverse=True))


def _row(words: Strings, board: GuideBoard, ticket: TicketView, utc: datetime) -> ArrivedRow:
    person = board.people.get(ticket.visitor_id, Person())
    minutes = int(since_s(utc, ticket.taken_at) // 60)
    return ArrivedRow(
        key=KeyView(
            f"arrived_{ticket.number}", "case_ticket", words.get("key_find_papers"), ticket.id,
            icon="clipboard-text",
        ),
        number=number_of(board.facts, ticket),
        matter=_matter_name(board, ticket),
        second=_who(words, person, ticket),
        icons=tuple(NEED_ICONS[need] for need in person.needs if need in NEED_ICONS),
        minutes=words.get("minutes", count=minutes) if minutes else words.get("just_now"),
    )  # fmt: skip


def _paper(words: Strings, board: GuideBoard, ticket: TicketView, can_print: bool) -> UnprintedView:
    mode: KeyFaceMode = "can" if can_print else "cannot"
    person = board.people.get(ticket.visitor_id, Person())
    sought = (form_of_address(words, person), age_words(words, person))
    named = words.get("dot").join(part for part in sought if part) if person.surname else ""
    return UnprintedView(
        number=number_of(board.facts, ticket),
        second=named or _matter_name(board, ticket),
        key=KeyView(
            f"reprint_{ticket.number}", "reprint", words.get("key_reprint"), ticket.id,
            icon="printer", mode=mode,
        ),
    )  # fmt: skip


def _who(words: Strings, person: Person, ticket: TicketView) -> str:
    claim = f"claim_{ticket.reason}"
    parts = (
        form_of_address(words, person),
        words.get(claim) if ticket.priority == "claim" and claim in words else "",
        age_words(words, person),
        words.get(f"behalf_{ticket.behalf_of}") if ticket.behalf_of else "",
    )
    return words.get("dot").join(part for part in parts if part)


def _matter_name(board: GuideBoard, ticket: TicketView) -> str:
    matter = board.facts.matter(ticket.matter_id)
    return matter.plain_name if matter else ticket.matter_id
