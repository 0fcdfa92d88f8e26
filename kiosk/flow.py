"""The pages of the kiosk as one table: (page, action) -> page.

Actions are what a finger asks for and what the world reports. `RETURN` leads back to the page a
side page was opened from; the question whether anybody is there leads back to where it was
asked. A pair that is not in the table changes nothing.
"""

from __future__ import annotations

from typing import Final, Literal

Page = Literal[
    "home", "card", "card_retry", "card_problem", "no_card", "greeting", "elder_age", "groups",
    "matters", "confirm", "printing", "slip", "already", "no_paper", "ask_groups", "ask_matters",
    "bring", "help", "write", "sending", "still_there", "hall_gone", "closed", "unprinted",
]  # fmt: skip

Touch = Literal[
    "start", "what_to_bring", "collect", "not_done", "unprinted", "no_card", "again", "age",
    "continue", "for_family", "group", "matter", "previous_page", "next_page", "yes", "no",
    "take", "reprint", "print_mine", "for_other", "remembered", "done", "still_here", "back",
    "help", "unwell", "unclear", "language", "write", "wipe", "written",
]  # fmt: skip

World = Literal[
    "card_seen", "card_unreadable", "card_unusable", "reader_gone", "spoken", "taken",
    "already_waiting", "day_over", "refused", "reprinted", "printed", "not_printed",
    "hall_lost", "hall_back", "idle", "nobody", "left_over", "handed_in", "not_handed_in",
]  # fmt: skip

Action = Touch | World

RETURN: Final = "return"
Target = Page | Literal["return"]

PAGES: Final[tuple[Page, ...]] = (
    "home", "card", "card_retry", "card_problem", "no_card", "greeting", "elder_age", "groups",
    "matters", "confirm", "printing", "slip", "already", "no_paper", "ask_groups", "ask_matters",
    "bring", "help", "write", "sending", "still_there", "hall_gone", "closed", "unprinted",
)  # fmt: skip
TOUCHES: Final[tuple[Touch, ...]] = (
    "start", "what_to_bring", "collect", "not_done", "unprinted", "no_card", "again", "age",
    "continue", "for_family", "group", "matter", "previous_page", "next_page", "yes", "no",
    "take", "reprint", "print_mine", "for_other", "remembered", "done", "still_here", "back",
    "help", "unwell", "unclear", "language", "write", "wipe", "written",
)  # fmt: skip
WORLD: Final[tuple[World, ...]] = (
    "card_seen", "card_unreadable", "card_unusable", "reader_gone", "spoken", "taken",
    "already_waiting", "day_over", "refused", "reprinted", "printed", "not_printed",
    "hall_lost", "hall_back", "idle", "nobody", "left_over", "handed_in", "not_handed_in",
)  # fmt: skip

SIDE_PAGES: Final[frozenset[Page]] = frozenset(
    {"help", "write", "sending", "still_there", "hall_gone"}
)
"""Pages that lie over another page and lead back to it."""

RESTING: Final[frozenset[Page]] = frozenset({"home", "closed", "hall_gone"})
"""Pages a kiosk stands at when nobody is there."""

PERSONAL: Final[frozenset[Page]] = frozenset(
    {"greeting", "elder_age", "groups", "matters", "confirm", "printing", "already", "write",
     "sending"}
)  # fmt: skip
"""Pages that show or hold something personal; they wait less long."""

CARD_STARTS: Final[frozenset[Page]] = frozenset(
    {"home", "card", "card_retry", "card_problem", "no_card", "ask_groups", "ask_matters",
     "bring", "unprinted", "slip", "help", "still_there"}
)  # fmt: skip
"""Where a card begins a visit."""

NUMBER_STAYS: Final[frozenset[Page]] = frozenset({"printing", "slip", "no_paper"})
"""Pages that a call for help must not cover: a number is on them or about to be."""

NEEDS_HALL: Final[frozenset[Page]] = frozenset(
    {"home", "card", "card_retry", "card_problem", "no_card", "greeting", "elder_age", "groups",
     "matters", "confirm", "printing", "already", "closed", "unprinted"}
)  # fmt: skip
"""Pages that lead nowhere while the hall does not answer."""


def _table() -> dict[tuple[Page, Action], Target]:
    cells: dict[tuple[Page, Action], Target] = {
        ("home", "start"): "card",
        ("home", "what_to_bring"): "ask_groups",
        ("home", "collect"): "help",
        ("home", "not_done"): "help",
        ("home", "unprinted"): "unprinted",
        ("home", "left_over"): "unprinted",
        ("home", "language"): "home",
        ("card", "no_card"): "no_card",
        ("card", "back"): "home",
        ("card", "reader_gone"): "card_problem",
        ("card_retry", "no_card"): "no_card",
        ("card_retry", "back"): "home",
        ("card_retry", "reader_gone"): "card_problem",
        ("card_problem", "no_card"): "no_card",
        ("card_problem", "again"): "card",
        ("card_problem", "back"): "home",
        ("no_card", "age"): "groups",
        ("no_card", "back"): "card",
        ("greeting", "spoken"): "groups",
        ("greeting", "continue"): "groups",
        ("greeting", "for_family"): "elder_age",
        ("greeting", "unclear"): "help",
        ("greeting", "back"): "card",
        ("elder_age", "age"): "groups",
        ("elder_age", "back"): "greeting",
        ("groups", "group"): "matters",
        ("groups", "unclear"): "help",
        ("groups", "back"): "greeting",
        ("matters", "matter"): "confirm",
        ("matters", "previous_page"): "matters",
        ("matters", "next_page"): "matters",
        ("matters", "back"): "groups",
        ("confirm", "yes"): "printing",
        ("confirm", "for_family"): "elder_age",
        ("confirm", "no"): "matters",
        ("confirm", "back"): "matters",
        ("printing", "taken"): "printing",
        ("printing", "already_waiting"): "already",
        ("printing", "day_over"): "closed",
        ("printing", "refused"): "help",
        ("printing", "reprinted"): "printing",
        ("printing", "printed"): "slip",
        ("printing", "not_printed"): "no_paper",
        ("slip", "done"): "home",
        ("slip", "nobody"): "home",
        ("already", "reprint"): "printing",
        ("already", "for_other"): "printing",
        ("already", "done"): "home",
        ("already", "back"): "confirm",
        ("no_paper", "remembered"): "home",
        ("ask_groups", "group"): "ask_matters",
        ("ask_groups", "back"): "home",
        ("ask_matters", "matter"): "bring",
        ("ask_matters", "previous_page"): "ask_matters",
        ("ask_matters", "next_page"): "ask_matters",
        ("ask_matters", "back"): "ask_groups",
        ("bring", "take"): "card",
        ("bring", "done"): "home",
        ("bring", "back"): "ask_matters",
        ("help", "back"): RETURN,
        ("help", "write"): "write",
        ("write", "wipe"): "write",
        ("write", "written"): "sending",
        ("write", "back"): "help",
        ("sending", "handed_in"): "help",
        ("sending", "not_handed_in"): "help",
        ("still_there", "still_here"): RETURN,
        ("still_there", "nobody"): "home",
        ("hall_gone", "hall_back"): RETURN,
        ("closed", "back"): "home",
        ("unprinted", "print_mine"): "printing",
        ("unprinted", "previous_page"): "unprinted",
        ("unprinted", "next_page"): "unprinted",
        ("unprinted", "done"): "home",
        ("unprinted", "back"): "home",
    }
    for page in PAGES:
        for touch in ("help", "unwell"):
            cells[page, touch] = page if page in NUMBER_STAYS else "help"
        if page in CARD_STARTS:
            cells[page, "card_seen"] = "greeting"
        if page in NEEDS_HALL:
            cells[page, "hall_lost"] = "hall_gone"
        if page not in RESTING and page not in ("still_there", "printing", "slip", "sending"):
            cells[page, "idle"] = "still_there"
    for page in ("home", "card", "card_retry", "card_problem", "no_card"):
        cells[page, "card_unreadable"] = "card_retry"
        cells[page, "card_unusable"] = "card_problem"
    return cells


TABLE: Final[dict[tuple[Page, Action], Target]] = _table()


def next_page(page: Page, action: Action, behind: Page) -> Page | None:
    """Return the page that follows; None when the action means nothing here.

    `behind` is the page that `RETURN` leads to.
    """
    target = TABLE.get((page, action))
    return behind if target == RETURN else target
