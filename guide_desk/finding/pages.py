"""The pages of the area, from the board and what was pressed. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from guide_desk.finding.describing import (
    lines_of,
    matter_name,
    named,
    need_icons,
    state_line,
    state_words,
)
from guide_desk.finding.searching import MOST_DIGITS, Search, Typed, found_by, numbers_typed
from guide_desk.finding.views import FoundCard, FoundView, PadView, TicketPage
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView
from hall.boards.guide import GuideBoard
from hall.tickets.messages import TicketState, TicketView
from hall.tickets.model import ASIDE
from ui_kit.staff_views import KeyFaceMode, KeyView, NumberView, number_of
from ui_kit.strings import Strings

CARDS = 6
MOST_SEALS = 6
WHY_CHANGE = (
    "why_said_wrong", "why_card", "why_paper", "why_seen", "why_family", "why_other_person",
)  # fmt: skip
WHY_CANCEL = (
    "why_another_day", "why_done", "why_tired", "why_wrong", "why_papers", "why_not_here",
)  # fmt: skip
_DIGITS = (("1", "2", "3"), ("4", "5", "6"), ("7", "8", "9"))


def pad_view(words: Strings, board: GuideBoard, typed: Typed, *, reader: bool) -> PadView:
    """Return where the area begins; the green key says what it will show."""
    facts = board.facts
    found = numbers_typed(board, typed)
    hint = words.get("find_hint_reader" if reader else "find_hint")
    if not found and not typed.empty:
        hint = words.get("find_none")
    full: KeyFaceMode = "cannot" if len(typed.digits) >= MOST_DIGITS else "can"
    last = (
        KeyView(
            "find_erase", "find_erase", words.get("key_find_erase"), icon="backspace",
            mode="cannot" if typed.empty else "can",
        ),
        KeyView("find_0", "find_digit", "0", "0", mode=full),
        _go_key(words, found),
    )  # fmt: skip
    keys: list[KeyView] = []
    for row, end in zip(_DIGITS, last, strict=True):
        keys += [KeyView(f"find_{one}", "find_digit", one, one, mode=full) for one in row]
        keys.append(end)
    seals = tuple(
        KeyView(
            f"find_seal_{one.id}", "find_series", one.prefix, one.id,
            mode="chosen" if one.id == typed.series else "can",
        )
        for one in facts.series[:MOST_SEALS]
    )  # fmt: skip
    beside = (
        KeyView("find_recent", "find_recent", words.get("key_find_recent"), icon="clock"),
        KeyView(
            "find_half_hour", "find_half_hour", words.get("key_find_half_hour"),
            icon="hourglass-medium",
        ),
        KeyView("find_groups", "find_groups", words.get("key_find_groups"), icon="list-numbers"),
    )  # fmt: skip
    seal = next((one.prefix for one in facts.series if one.id == typed.series), "")
    return PadView(
        Head(words.get("find_title"), hint), NumberView(seal, typed.digits), seals, tuple(keys),
        beside,
    )  # fmt: skip


def groups_view(words: Strings, board: GuideBoard, action: str = "find_group") -> GridView:
    """Return the groups of matters to choose from."""
    cells = tuple(
        KeyView(f"find_group_{one.id}", action, one.name, one.id, icon=one.icon)
        for one in board.facts.groups
    )
    columns = 2 if len(cells) <= CARDS else 3
    return GridView(Head(words.get("find_groups_title")), cells, (_back(words),), columns=columns)


def found_view(
    words: Strings, board: GuideBoard, search: Search, utc: datetime, leaf_number: int
) -> FoundView:
    """Return one leaf of what a search finds."""
    found = found_by(board, search, utc)
    leaf = leaf_of(found, leaf_number, CARDS)
    group = next((one.name for one in board.facts.groups if one.id == search.group), "")
    return FoundView(
        head=Head(
            words.get(f"find_list_{search.kind}", group=group, count=len(found)),
            leaf_words(words, leaf),
        ),
        cards=tuple(_card(words, board, one) for one in leaf.items),
        beside=(_back(words), *turn_keys(words, "find", leaf)),
        nobody="" if found else words.get("find_nobody"),
    )


def ticket_page(
    words: Strings, board: GuideBoard, ticket: TicketView, own_id: str, busy: Collection[str]
) -> TicketPage:
    """Return the page of one number; `busy` are deeds whose command is on its way."""
    return TicketPage(
        head=Head(matter_name(board, ticket), state_line(words, board, ticket)),
        number=number_of(board.facts, ticket),
        facts=lines_of(words, board, ticket, own_id),
        deeds=tuple(_deed(words, ticket, *one, busy=busy) for one in _DEEDS),
        back=_back(words),
    )


def reasons_view(words: Strings, title: str, action: str, reasons: Collection[str]) -> GridView:
    """Return the question why; a touch of an answer is the deed."""
    cells = tuple(KeyView(f"find_{one}", action, words.get(one), one) for one in reasons)
    return GridView(Head(title), cells, (_back(words),))


_STANDING: frozenset[TicketState] = frozenset(
    {"waiting", "called", "serving", "held", "missed", "parked"}
)
_DEEDS: tuple[tuple[str, str, str, frozenset[TicketState]], ...] = (
    ("reprint", "key_given_again", "printer", _STANDING),
    ("case_ticket", "key_find_papers", "clipboard-text", _STANDING),
    ("find_change", "key_find_change", "pencil-simple", _STANDING),
    ("find_return", "key_find_return", "arrow-counter-clockwise", frozenset(ASIDE)),
    ("along_ticket", "key_find_along", "users", _STANDING),
    ("find_move", "key_find_move", "swap", frozenset({"waiting"})),
    ("find_cancel", "key_find_cancel", "x", _STANDING - {"serving"}),
)
"""Each deed: its action, the words of its key, its icon, in which states it can be done."""


def _deed(
    words: Strings, ticket: TicketView, action: str, word: str, icon: str,
    states: frozenset[TicketState], *, busy: Collection[str],
) -> KeyView:  # fmt: skip
    can = ticket.state in states
    mode: KeyFaceMode = "under_way" if action in busy else "can" if can else "cannot"
    why = "" if can else words.get(f"find_cannot_{ticket.state}")
    return KeyView(
        f"found_{action}", action, words.get(word), ticket.id, icon=icon, second=why, mode=mode
    )


def _card(words: Strings, board: GuideBoard, ticket: TicketView) -> FoundCard:
    return FoundCard(
        key=KeyView(f"found_{ticket.number}", "find_open", "", ticket.id),
        number=number_of(board.facts, ticket),
        state=state_words(words, board, ticket),
        matter=matter_name(board, ticket),
        second=named(words, board, ticket),
        icons=need_icons(board, ticket),
    )


def _go_key(words: Strings, found: tuple[TicketView, ...]) -> KeyView:
    label = words.get("key_find_go")
    if len(found) == 1:
        label = words.get("key_find_show", number=found[0].number)
    elif found:
        label = words.get("key_find_several", count=len(found))
    mode: KeyFaceMode = "next" if found else "cannot"
    return KeyView("find_go", "find_go", label, mode=mode)


def _back(words: Strings) -> KeyView:
    return KeyView("back", "back", words.get("key_back"), icon="arrow-left")
