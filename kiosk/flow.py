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
    "undoing", "undone", "not_undone", "accompany", "accompanied", "privacy",
    "list_printing", "list_given", "list_failed", "lay", "page_seen",
    "say_card", "say_faces", "said", "say_none",
]  # fmt: skip

Touch = Literal[
    "start", "what_to_bring", "collect", "not_done", "unprinted", "no_card", "put_again", "age",
    "continue", "for_family", "group", "matter", "previous_page", "next_page", "yes", "no",
    "take", "reprint", "print_mine", "for_other", "remembered", "done", "still_here", "back",
    "help", "unwell", "unclear", "language", "write", "wipe", "written",
    "undo", "choose_again", "accompany", "walks", "wheelchair", "hearing", "privacy",
    "print_list", "show_list", "print_guide", "glasses", "cash", "mistaken",
    "photo", "shoot", "skip", "photo_done", "use_page", "more_pages", "shoot_again",
    "say_how", "face",
]  # fmt: skip

World = Literal[
    "card_seen", "card_unreadable", "card_unusable", "reader_gone", "spoken", "taken",
    "already_waiting", "day_over", "refused", "reprinted", "printed", "not_printed",
    "hall_lost", "hall_back", "idle", "nobody", "left_over", "handed_in", "not_handed_in",
    "undone", "not_undone", "brought", "page_came", "service_found", "no_service",
]  # fmt: skip

Action = Touch | World

RETURN: Final = "return"
Target = Page | Literal["return"]

PAGES: Final[tuple[Page, ...]] = (
    "home", "card", "card_retry", "card_problem", "no_card", "greeting", "elder_age", "groups",
    "matters", "confirm", "printing", "slip", "already", "no_paper", "ask_groups", "ask_matters",
    "bring", "help", "write", "sending", "still_there", "hall_gone", "closed", "unprinted",
    "undoing", "undone", "not_undone", "accompany", "accompanied", "privacy",
    "list_printing", "list_given", "list_failed", "lay", "page_seen",
    "say_card", "say_faces", "said", "say_none",
)  # fmt: skip
TOUCHES: Final[tuple[Touch, ...]] = (
    "start", "what_to_bring", "collect", "not_done", "unprinted", "no_card", "put_again", "age",
    "continue", "for_family", "group", "matter", "previous_page", "next_page", "yes", "no",
    "take", "reprint", "print_mine", "for_other", "remembered", "done", "still_here", "back",
    "help", "unwell", "unclear", "language", "write", "wipe", "written",
    "undo", "choose_again", "accompany", "walks", "wheelchair", "hearing", "privacy",
    "print_list", "show_list", "print_guide", "glasses", "cash", "mistaken",
    "photo", "shoot", "skip", "photo_done", "use_page", "more_pages", "shoot_again",
    "say_how", "face",
)  # fmt: skip
WORLD: Final[tuple[World, ...]] = (
    "card_seen", "card_unreadable", "card_unusable", "reader_gone", "spoken", "taken",
    "already_waiting", "day_over", "refused", "reprinted", "printed", "not_printed",
    "hall_lost", "hall_back", "idle", "nobody", "left_over", "handed_in", "not_handed_in",
    "undone", "not_undone", "brought", "page_came", "service_found", "no_service",
)  # fmt: skip

SIDE_PAGES: Final[frozenset[Page]] = frozenset(
    {"help", "write", "sending", "still_there", "hall_gone"}
)
"""Pages that lie over another page and lead back to it."""

RESTING: Final[frozenset[Page]] = frozenset({"home", "closed", "hall_gone"})
"""Pages a kiosk stands at when nobody is there."""

PERSONAL: Final[frozenset[Page]] = frozenset(
    {"greeting", "elder_age", "groups", "matters", "confirm", "printing", "already", "write",
     "sending", "undoing", "undone", "not_undone", "accompany", "accompanied", "lay",
     "page_seen", "say_card", "say_faces"}
)  # fmt: skip
"""Pages that show or hold something personal; they wait less long."""

CARD_STARTS: Final[frozenset[Page]] = frozenset(
    {"home", "card", "card_retry", "card_problem", "no_card", "ask_groups", "ask_matters",
     "bring", "unprinted", "slip", "help", "still_there", "accompanied", "privacy", "list_given",
     "list_failed"}
)  # fmt: skip
"""Where a card begins a visit."""

NUMBER_STAYS: Final[frozenset[Page]] = frozenset(
    {"printing", "slip", "no_paper", "undoing", "not_undone"}
)
"""Pages that a call for help must not cover: a number is on them or about to be."""

ENDS_BY_ITSELF: Final[frozenset[Page]] = frozenset(
    {"printing", "slip", "sending", "still_there", "undoing", "accompanied", "list_printing",
     "said"}
)  # fmt: skip
"""Pages on which nobody is asked whether they are still there: they pass without an answer."""

NEEDS_HALL: Final[frozenset[Page]] = frozenset(
    {"home", "card", "card_retry", "card_problem", "no_card", "greeting", "elder_age", "groups",
     "matters", "confirm", "printing", "already", "closed", "unprinted", "undone",
     "say_card", "say_faces"}
)  # fmt: skip
"""Pages that lead nowhere while the hall does not answer."""


def _table() -> dict[tuple[Page, Action], Target]:
    cells: dict[tuple[Page, Action], Target] = {
        ("home", "start"): "card",
        ("home", "what_to_bring"): "ask_groups",
        ("home", "collect"): "card",
        ("home", "not_done"): "help",
        ("home", "unprinted"): "unprinted",
        ("home", "left_over"): "unprinted",
        ("home", "language"): "home",
        ("home", "say_how"): "say_card",
        ("say_card", "service_found"): "say_faces",
        ("say_card", "no_service"): "say_none",
        ("say_card", "card_unreadable"): "say_card",
        ("say_card", "card_unusable"): "say_none",
        ("say_card", "reader_gone"): "say_none",
        ("say_card", "back"): "home",
        ("say_faces", "face"): "said",
        ("say_faces", "back"): "home",
        ("said", "done"): "home",
        ("said", "nobody"): "home",
        ("say_none", "done"): "home",
        ("say_none", "back"): "home",
        ("card", "no_card"): "no_card",
        ("card", "privacy"): "privacy",
        ("card", "back"): "home",
        ("card", "reader_gone"): "card_problem",
        ("card_retry", "no_card"): "no_card",
        ("card_retry", "back"): "home",
        ("card_retry", "reader_gone"): "card_problem",
        ("card_problem", "no_card"): "no_card",
        ("card_problem", "put_again"): "card",
        ("card_problem", "back"): "home",
        ("privacy", "done"): "card",
        ("privacy", "no_card"): "no_card",
        ("privacy", "back"): "card",
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
        ("confirm", "photo"): "lay",
        ("lay", "shoot"): "lay",
        ("lay", "page_came"): "page_seen",
        ("lay", "skip"): "lay",
        ("lay", "photo_done"): "printing",
        ("lay", "back"): "confirm",
        ("page_seen", "use_page"): "lay",
        ("page_seen", "more_pages"): "lay",
        ("page_seen", "shoot_again"): "lay",
        ("page_seen", "back"): "lay",
        ("printing", "taken"): "printing",
        ("printing", "already_waiting"): "already",
        ("printing", "day_over"): "closed",
        ("printing", "refused"): "help",
        ("printing", "reprinted"): "printing",
        ("printing", "printed"): "slip",
        ("printing", "not_printed"): "no_paper",
        ("slip", "done"): "home",
        ("slip", "nobody"): "home",
        ("slip", "accompany"): "accompany",
        ("accompany", "walks"): "accompanied",
        ("accompany", "wheelchair"): "accompanied",
        ("accompany", "hearing"): "accompanied",
        ("accompany", "back"): "slip",
        ("accompanied", "done"): "home",
        ("accompanied", "nobody"): "home",
        ("slip", "undo"): "undoing",
        ("undoing", "undone"): "undone",
        ("undoing", "not_undone"): "not_undone",
        ("undone", "choose_again"): "groups",
        ("undone", "done"): "home",
        ("not_undone", "undone"): "undone",
        ("not_undone", "not_undone"): "not_undone",
        ("not_undone", "done"): "home",
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
        ("bring", "print_list"): "list_printing",
        ("bring", "print_guide"): "list_printing",
        ("bring", "brought"): "help",
        ("list_printing", "printed"): "list_given",
        ("list_printing", "not_printed"): "list_failed",
        ("list_printing", "brought"): "help",
        ("list_given", "print_guide"): "list_printing",
        ("list_given", "brought"): "help",
        ("list_given", "take"): "card",
        ("list_given", "done"): "home",
        ("list_given", "back"): "bring",
        ("list_failed", "show_list"): "bring",
        ("list_failed", "back"): "bring",
        ("help", "back"): RETURN,
        ("help", "write"): "write",
        ("help", "glasses"): "help",
        ("help", "cash"): "help",
        ("help", "mistaken"): RETURN,
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
        if page not in RESTING and page not in ENDS_BY_ITSELF:
            cells[page, "idle"] = "still_there"
    for page in ("home", "card", "card_retry", "card_problem", "no_card"):
        cells[page, "card_unreadable"] = "card_retry"
        cells[page, "card_unusable"] = "card_problem"
    return cells


TABLE: Final[dict[tuple[Page, Action], Target]] = _table()


BEHIND: Final[dict[tuple[Page, Action], Page]] = {
    ("printing", "refused"): "confirm",
    ("list_printing", "brought"): "bring",
}
"""Where a side page leads back to when it takes the place of one that waited for something."""


def next_page(page: Page, action: Action, behind: Page) -> Page | None:
    """Return the page that follows; None when the action means nothing here.

    `behind` is the page that `RETURN` leads to.
    """
    target = TABLE.get((page, action))
    return behind if target == RETURN else target
