"""What is still to follow: the two registers, and how an entry is settled. Pure."""

from __future__ import annotations

from guide_desk.cases.checklist import facts_title
from guide_desk.cases.choosing import back_key
from guide_desk.cases.phone_pages import called_words
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import GridView, StepsView
from hall.boards.guide import GuideBoard
from hall.boards.visits import due_first
from hall.kernel.facts import HallFacts
from hall.visits.entries import EntryKind
from hall.visits.views import EntryView, NearView
from ui_kit.paper_signs import day_words
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

ENTRIES_A_LEAF = 6

OUTCOMES: dict[EntryKind, tuple[tuple[str, str], ...]] = {
    "deferral": (("brought", "check"), ("waived", "minus"), ("not_brought", "x")),
    "promise": (("true", "check"), ("untrue", "x")),
}
"""How an entry of each register may end, with the icon of its key."""


def due_view(words: Strings, board: GuideBoard, today: str, leaf_number: int) -> StepsView:
    """Return what is to follow, the next last day first; `today` is an ISO date."""
    waiting: list[EntryView | NearView] = [*due_first(board.visits), *board.visits.near.values()]
    found = sorted(waiting, key=lambda one: one.due_on)
    leaf = leaf_of(found, leaf_number, ENTRIES_A_LEAF)
    cells = tuple(_cell(words, board, one, today) for one in leaf.items)
    hint = leaf_words(words, leaf) if found else words.get("due_none")
    head = Head(words.get("due_title", count=len(found)), hint)
    return StepsView(head, cells, (back_key(words), *turn_keys(words, "case", leaf)))


def _cell(words: Strings, board: GuideBoard, one: EntryView | NearView, today: str) -> KeyView:
    if isinstance(one, NearView):
        name = facts_title(board.facts, one.matter_id)
        return KeyView(
            f"near_{one.case_id}", "case_near", name, one.case_id, icon="hourglass-medium",
            second=near_words(words, one, today),
        )  # fmt: skip
    how = words.get(f"ring_{one.call_outcome}") if one.call_outcome else ""
    said = (due_words(words, one, today), how)
    return KeyView(
        f"entry_{one.id}", "case_entry", item_name(board.facts, one), one.id,
        icon="calendar-check" if one.kind == "deferral" else "signature",
        second=words.get("dot").join(part for part in said if part),
    )  # fmt: skip


def near_view(
    words: Strings, board: GuideBoard, near: NearView | None, today: str
) -> GridView | None:
    """Return what to do with a case whose day comes near, None when it is done with."""
    if near is None:
        return None
    cells = (
        KeyView("case_close", "case_close", words.get("key_case_close"), icon="archive"),
        KeyView("case_keep_open", "case_keep_open", words.get("key_case_keep_open"),
                icon="files", mode="next"),
    )  # fmt: skip
    head = Head(facts_title(board.facts, near.matter_id), near_words(words, near, today))
    return GridView(head, cells, (back_key(words),), columns=1)


def near_words(words: Strings, near: NearView, today: str) -> str:
    """Return until when a case is to be answered or done, or that the day is over."""
    day = day_words(words, near.due_on)
    if near.due_on < today:
        return words.get("due_over", day=day)
    kind = "answer" if near.stage == "received" else "done"
    return words.get(f"near_today_{kind}" if near.due_on == today else f"near_{kind}", day=day)


def entry_view(
    words: Strings, board: GuideBoard, entry: EntryView, today: str, *, phone: bool, under_way: bool
) -> StepsView:
    """Return how one entry may end; `under_way`: that was said already. `phone`: one is kept."""
    cells = tuple(
        KeyView(f"entry_{outcome}", "entry_outcome", words.get(f"entry_{outcome}"), outcome,
                icon=icon, mode="under_way" if under_way else "can")
        for outcome, icon in OUTCOMES[entry.kind]
    )  # fmt: skip
    parts = (
        facts_title(board.facts, entry.matter_id), due_words(words, entry, today),
        called_words(words, entry),
    )  # fmt: skip
    hint = words.get("dot").join(part for part in parts if part)
    reading = KeyView(
        "entry_phone", "entry_phone", words.get("key_entry_phone"), icon="phone",
        second="" if phone else words.get("no_phone"), mode="can" if phone else "cannot",
    )  # fmt: skip
    called = KeyView("entry_called", "entry_called", words.get("key_entry_called"), icon="check")
    beside = (back_key(words), reading, called)
    return StepsView(Head(item_name(board.facts, entry), hint), cells, beside, columns=1)


def close_view(words: Strings) -> GridView:
    """Ask whether a case that nothing is to follow for is done with."""
    cells = (
        KeyView("case_close", "case_close", words.get("key_case_close"), icon="archive",
                mode="next"),
        KeyView("case_keep_open", "case_keep_open", words.get("key_case_keep_open"),
                icon="files"),
    )  # fmt: skip
    head = Head(words.get("close_title"), words.get("close_hint"))
    return GridView(head, cells, (back_key(words),), columns=1)


def item_name(facts: HallFacts, entry: EntryView) -> str:
    """Return the paper of an entry as the list calls it now; else its matter."""
    matter = facts.matter(entry.matter_id)
    place = int(entry.item_id) - 1 if entry.item_id.isdigit() else -1
    if matter is None or not 0 <= place < len(matter.materials):
        return facts_title(facts, entry.matter_id)
    return matter.materials[place].plain


def due_words(words: Strings, entry: EntryView, today: str) -> str:
    """Return until when, or that the day is over."""
    day = day_words(words, entry.due_on)
    if entry.due_on < today:
        return words.get("due_over", day=day)
    if entry.due_on == today:
        return words.get("due_today")
    return words.get(f"due_{entry.kind}", day=day)
