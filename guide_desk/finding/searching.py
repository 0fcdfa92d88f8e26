"""Which numbers a search finds: by what was typed, by when they were taken, by matter. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from hall.boards.guide import GuideBoard
from hall.tickets.messages import TicketView
from ui_kit.moment import since_s

RECENT_S, HALF_HOUR_S = 300.0, 1800.0
MOST_DIGITS = 4


@dataclass(frozen=True)
class Typed:
    """A number as far as it was typed: the id of its series, empty for any, and its digits."""

    series: str = ""
    digits: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return self == Typed()

    def with_series(self, series: str) -> Typed:
        """Return it with a seal, or without the one it had."""
        return replace(self, series="" if series == self.series else series)

    def with_digit(self, digit: str) -> Typed:
        """Return it with one more digit; more than a number can have change nothing."""
        full = len(self.digits) >= MOST_DIGITS
        return self if full else replace(self, digits=self.digits + digit)

    def erased(self) -> Typed:
        """Return it without what was typed last."""
        return replace(self, digits=self.digits[:-1]) if self.digits else Typed()


@dataclass(frozen=True)
class Search:
    """What is looked for. `ids` are the tickets a card found, `group` is one of matters."""

    kind: Literal["number", "recent", "half_hour", "group", "card"]
    typed: Typed = field(default_factory=Typed)
    group: str = ""
    ids: tuple[str, ...] = ()


def found_by(board: GuideBoard, search: Search, utc: datetime) -> tuple[TicketView, ...]:
    """Return the numbers a search finds, the latest first."""
    if search.kind == "number":
        return numbers_typed(board, search.typed)
    tickets = board.floor.tickets.values()
    if search.kind == "card":
        return _latest_first(one for one in tickets if one.id in search.ids)
    if search.kind == "group":
        return _latest_first(one for one in tickets if _group_of(board, one) == search.group)
    most_s = RECENT_S if search.kind == "recent" else HALF_HOUR_S
    return _latest_first(one for one in tickets if since_s(utc, one.taken_at) <= most_s)


def numbers_typed(board: GuideBoard, typed: Typed) -> tuple[TicketView, ...]:
    """Return the numbers that are what was typed; where there are none, those that begin so.

    Nobody types the noughts before a number: 12 is 012.
    """
    if typed.empty:
        return ()
    digits = typed.digits.lstrip("0")
    begun: list[TicketView] = []
    whole: list[TicketView] = []
    for one in board.floor.tickets.values():
        own = board.facts.label_parts(one.series, one.number)[1]
        plain = own.lstrip("0")
        if typed.series not in ("", one.series):
            continue
        if own.startswith(typed.digits) or (digits and plain.startswith(digits)):
            begun.append(one)
        if digits and plain == digits:
            whole.append(one)
    return _latest_first(whole or begun)


def _latest_first(found: Iterable[TicketView]) -> tuple[TicketView, ...]:
    return tuple(sorted(found, key=lambda one: (one.taken_at, one.order), reverse=True))


def _group_of(board: GuideBoard, ticket: TicketView) -> str:
    matter = board.facts.matter(ticket.matter_id)
    return matter.group if matter is not None else ""
