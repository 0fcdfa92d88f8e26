"""Where else somebody who waits is sent: to a window that is open, or to another matter. Pure."""

from __future__ import annotations

from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.boards.guide import GuideBoard
from hall.kernel.facts import CounterFact
from hall.tickets.messages import TicketView
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

WINDOWS_A_LEAF, MATTERS_A_LEAF = 8, 6


def open_windows(board: GuideBoard) -> tuple[CounterFact, ...]:
    """Return the counters where a clerk is."""
    return tuple(
        fact
        for fact in board.facts.counters
        if (seen := board.floor.counters.get(fact.id)) is not None and seen.state != "closed"
    )


def windows_view(
    words: Strings, board: GuideBoard, ticket: TicketView, leaf_number: int
) -> StepsView:
    """Return the windows that are open, and before them the way to another matter."""
    leaf = leaf_of(open_windows(board), leaf_number, WINDOWS_A_LEAF)
    other = KeyView(
        "find_move_groups", "find_move_groups", words.get("key_find_other_matter"), icon="swap"
    )
    windows = tuple(
        KeyView(
            f"find_window_{one.id}", "find_window",
            words.get("place_window", number=one.window_number), one.id,
            icon="storefront", second=one.name,
        )
        for one in leaf.items
    )  # fmt: skip
    head = Head(words.get("find_move_title", number=ticket.number), leaf_words(words, leaf))
    beside = (_back(words), *turn_keys(words, "find", leaf))
    return StepsView(head, (other, *windows), beside, columns=3)


def other_matters_view(
    words: Strings, board: GuideBoard, group_id: str, leaf_number: int
) -> GridView:
    """Return the matters of a group; a touch sends the number there."""
    group = next((one.name for one in board.facts.groups if one.id == group_id), "")
    leaf = leaf_of(board.facts.offered(group_id), leaf_number, MATTERS_A_LEAF)
    cells = tuple(
        KeyView(
            f"find_matter_{one.id}", "find_matter", "\n".join(one.plain_lines) or one.plain_name,
            one.id,
        )
        for one in leaf.items
    )  # fmt: skip
    head = Head(words.get("matters_title", group=group), leaf_words(words, leaf))
    return GridView(head, cells, (_back(words), *turn_keys(words, "find", leaf)))


def _back(words: Strings) -> KeyView:
    return KeyView("back", "back", words.get("key_back"), icon="arrow-left")
