"""The left column: who just took a number, and whose paper did not come out. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from guide_desk.views import ArrivalsView, ArrivedRow, UnprintedView
from hall.boards.floor import not_printed, waiting
from hall.boards.guide import GuideBoard
from hall.kernel.messages import Person
from hall.tickets.messages import TicketState, TicketView
from ui_kit.moment import since_s
from ui_kit.people import NEED_ICONS, age_words, form_of_address
from ui_kit.staff_views import KeyFaceMode, KeyView, number_of
from ui_kit.strings import Strings

ROWS, UNPRINTED_PLACES = 6, 3
PRINT_GRACE_S = 20.0
"""A fresh number whose station has not reported yet is most likely just being printed."""

_NEED_PAPER: tuple[TicketState, ...] = ("waiting", "held", "missed", "parked")
"""Somebody who was called or is being served has been found without paper."""


def arrivals_view(
    words: Strings, board: GuideBoard | None, utc: datetime, unprinted: tuple[TicketView, ...],
    *, start: int, can_print: bool,
) -> ArrivalsView:  # fmt: skip
    """Return the column; `start` counts where the numbers without paper begin when many."""
    arrived = _arrived(board) if board else ()
    start = start % len(unprinted) if len(unprinted) > UNPRINTED_PLACES else 0
    papers = (unprinted[start:] + unprinted[:start])[:UNPRINTED_PLACES]
    shown = arrived[: ROWS - len(papers)]
    hidden = len(arrived) - len(shown)
    more = None
    if len(unprinted) > len(papers):
        more = KeyView("more_unprinted", "more_unprinted", words.get("unprinted_more"))
    return ArrivalsView(
        heading=_heading(words, len(arrived)) if board else ("", "", ""),
        note=words.get("arrived_note") if arrived else "",
        rows=tuple(_row(words, board, ticket, utc) for ticket in shown) if board else (),
        more=words.get("more_waiting", count=hidden) if hidden else "",
        nobody="" if arrived or board is None else words.get("nobody"),
        unprinted_title=words.get("unprinted_title", count=len(unprinted)) if papers else "",
        unprinted=tuple(_paper(words, board, one, can_print) for one in papers) if board else (),
        unprinted_more=more,
    )


def _heading(words: Strings, count: int) -> tuple[str, str, str]:
    return (words.get("waiting_before"), str(count), words.get("waiting_after"))


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


def _arrived(board: GuideBoard) -> tuple[TicketView, ...]:
    found = waiting(board.floor)
    return tuple(sorted(found, key=lambda ticket: ticket.taken_at, reverse=True))


def _row(words: Strings, board: GuideBoard, ticket: TicketView, utc: datetime) -> ArrivedRow:
    person = board.people.get(ticket.visitor_id, Person())
    minutes = int(since_s(utc, ticket.taken_at) // 60)
    return ArrivedRow(
        name=f"arrived_{ticket.number}",
        number=number_of(board.facts, ticket),
        matter=_matter_name(board, ticket),
        second=_who(words, person, ticket),
        icons=tuple(NEED_ICONS[need] for need in person.needs if need in NEED_ICONS),
        minutes=words.get("minutes", count=minutes) if minutes else words.get("just_now"),
    )


def _paper(words: Strings, board: GuideBoard, ticket: TicketView, can_print: bool) -> UnprintedView:
    mode: KeyFaceMode = "can" if can_print else "cannot"
    person = board.people.get(ticket.visitor_id, Person())
    named = _who(words, person, ticket) if person.surname else ""
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
