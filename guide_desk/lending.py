"""The things of the hall as cards: in their place, or with whom and since when. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from hall.boards.guide import GuideBoard
from hall.help.messages import LoanView
from hall.kernel.facts import HallFacts, LoanItemFact
from hall.tickets.messages import TicketView
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

CARDS = 6
LATE = timedelta(minutes=30)
"""So long before the hall closes, what is still out comes first."""
KIND_ICONS = {
    "wheelchair": "wheelchair-bold",
    "glasses": "eyeglasses",
    "magnifier": "magnifying-glass",
    "umbrella": "umbrella",
}


@dataclass(frozen=True)
class LoanCard:
    """One thing, as a key that stays down while somebody has it: a touch lends, another returns."""

    key: KeyView
    state: str
    second: str


@dataclass(frozen=True)
class LendPage:
    """All things, leaf by leaf. `beside` says on which number a loan is written, and turns."""

    head: Head
    cards: tuple[LoanCard, ...]
    beside: tuple[KeyView, ...]
    none: str


def loan_of(board: GuideBoard, item_id: str) -> LoanView | None:
    """Return the loan of a thing that is out."""
    return next((loan for loan in board.loans.values() if loan.item_id == item_id), None)


def still_out(board: GuideBoard) -> int:
    """Return how many things are out."""
    return sum(loan_of(board, item.id) is not None for item in board.facts.loan_items)


def closes_soon(facts: HallFacts, utc: datetime) -> bool:
    """Tell whether what is out should come back now."""
    local = utc.astimezone(ZoneInfo(facts.timezone))
    closes = datetime.combine(local.date(), time.fromisoformat(facts.closes), local.tzinfo)
    return local >= closes - LATE or local.strftime("%H:%M") < facts.opens


def lend_page(
    words: Strings, board: GuideBoard, utc: datetime, number: TicketView | None,
    *, on_number: bool, busy: frozenset[str], leaf_number: int,
) -> LendPage:  # fmt: skip
    """Return one leaf of things; `busy` are those whose command is on its way.

    `number` is the one in the guide's hand, `on_number` whether a loan is written on it. Near the
    end of the day what is still out comes first; else everything keeps its place.
    """
    items, late = board.facts.loan_items, closes_soon(board.facts, utc)
    if late:
        items = tuple(sorted(items, key=lambda item: loan_of(board, item.id) is None))
    leaf = leaf_of(items, leaf_number, CARDS)
    count = still_out(board)
    key = "lend_title_late" if late and count else "lend_title"
    hint = ""
    if number is not None:
        whose = "lend_to_number" if on_number else "lend_to_nobody"
        hint = words.get(whose, number=number.number)
    beside = turn_keys(words, "lend", leaf)
    if number is not None:
        beside = (_number_key(words, number, chosen=on_number), *beside)
    return LendPage(
        head=Head(words.get(key, count=count), hint, leaf_words(words, leaf)),
        cards=tuple(_card(words, board, item, utc, busy) for item in leaf.items),
        beside=beside,
        none="" if items else words.get("lend_none"),
    )


def _card(
    words: Strings, board: GuideBoard, item: LoanItemFact, utc: datetime, busy: frozenset[str]
) -> LoanCard:
    loan = loan_of(board, item.id)
    mode: KeyFaceMode = "can" if loan is None else "chosen"
    if item.id in busy:
        mode = "under_way"
    icon = KIND_ICONS.get(item.kind, "hand-heart")
    key = KeyView(f"lend_{item.id}", "lend_item", item.name, item.id, icon=icon, mode=mode)
    if loan is None:
        return LoanCard(key, words.get("lend_here"), "")
    ticket = board.floor.tickets.get(loan.ticket_id or "")
    state = words.get("lend_out", number=ticket.number) if ticket else words.get("lend_out_nobody")
    since = words.get("lend_since", time=_since(board.facts, loan, utc))
    return LoanCard(key, state, since)


def _since(facts: HallFacts, loan: LoanView, utc: datetime) -> str:
    """Return the time of day it was lent; of another day its date."""
    zone = ZoneInfo(facts.timezone)
    lent = datetime.fromisoformat(loan.lent_at).astimezone(zone)
    same_day = lent.date() == utc.astimezone(zone).date()
    return lent.strftime("%H:%M") if same_day else f"{lent.month}-{lent.day}"


def _number_key(words: Strings, number: TicketView, *, chosen: bool) -> KeyView:
    label = words.get("key_lend_number", number=number.number)
    mode: KeyFaceMode = "chosen" if chosen else "can"
    return KeyView("lend_number", "lend_number", label, icon="ticket", mode=mode)
