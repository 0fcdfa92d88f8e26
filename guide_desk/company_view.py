"""The pages of going along: who is sent, and what was done on the way. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from guide_desk.company import MYSELF, NOTES, Along, helpers_of
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.shell_views import Head
from guide_desk.views import StepsView
from hall.boards.guide import GuideBoard
from hall.help.messages import HelpView
from ui_kit.moment import since_s, waited
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

HELPERS_A_LEAF = 8
"""With the guide's own key nine, in three rows of three."""
NOTE_ICONS = {
    "set_out": "person-simple-walk",
    "form_filled": "note-pencil",
    "copied": "files",
    "at_window": "storefront",
    "problem_policy": "warning-circle",
    "problem_materials": "warning-circle",
    "problem_system": "warning-circle",
    "problem_other": "warning-circle",
}


def choosing_view(words: Strings, board: GuideBoard, here: Along, leaf_number: int) -> StepsView:
    """Return the page that asks who goes along."""
    leaf = leaf_of(helpers_of(board.facts), leaf_number, HELPERS_A_LEAF)
    myself = KeyView(
        "along_myself", "along_helper", words.get("key_along_self"), MYSELF, icon="hand-waving"
    )
    cells = tuple(
        KeyView(
            f"along_{one.number}", "along_helper", one.name, one.number, icon="user",
            second=words.get("along_badge", badge=one.badge),
        )
        for one in leaf.items
    )  # fmt: skip
    number = _number(board, here.ticket_id or _ticket_of(board, here.help_id))
    title = words.get("along_ask_number", number=number) if number else words.get("along_ask_title")
    head = Head(title, leaf_words(words, leaf))
    beside = (_back(words), *turn_keys(words, "along", leaf))
    return StepsView(head, (*cells, myself), beside, columns=3)


def along_view(
    words: Strings, board: GuideBoard, seen: HelpView, busy: Collection[str]
) -> StepsView:
    """Return one that is under way: what was done and when, each a key; and its end."""
    zone = ZoneInfo(board.facts.timezone)
    times = {
        one.note: datetime.fromisoformat(one.at).astimezone(zone).strftime("%H:%M")
        for one in seen.timeline
    }

    def mode(note: str) -> KeyFaceMode:
        if f"note {seen.id} {note}" in busy:
            return "under_way"
        return "chosen" if note in times else "can"

    cells = tuple(
        KeyView(
            f"along_{note}", "along_note", words.get(f"along_{note}"), note,
            icon=NOTE_ICONS[note], second=times.get(note, ""), mode=mode(note),
        )
        for note in NOTES
    )  # fmt: skip
    beside = [_back(words)]
    if helpers_of(board.facts):
        other = words.get("key_along_other")
        beside.append(KeyView("along_other", "along_choose", other, seen.id, icon="swap"))
    beside.append(
        KeyView(
            "along_finish", "along_finish", words.get("key_along_finish"), icon="check",
            mode="under_way" if f"finish {seen.id}" in busy else "next",
        )
    )  # fmt: skip
    return StepsView(
        Head(along_title(words, board, seen), helper_words(words, board, seen)),
        cells,
        tuple(beside),
        columns=3,
    )


def along_title(words: Strings, board: GuideBoard, seen: HelpView) -> str:
    """Return who is accompanied."""
    number = _number(board, seen.ticket_id or "")
    return words.get("along_title_number", number=number) if number else words.get("along_title")


def helper_words(words: Strings, board: GuideBoard, seen: HelpView) -> str:
    """Return who goes along, by name and badge."""
    member = board.facts.member(seen.helper or "")
    if member is None:
        return seen.helper or words.get("along_desk")
    return words.get("along_helper", name=member.name, badge=member.badge)


def along_since(words: Strings, seen: HelpView, utc: datetime) -> str:
    """Return how long it goes on, and what was noted last."""
    begun = next(
        (one.at for one in seen.timeline if one.note in ("assigned", "acknowledged")),
        seen.requested_at,
    )
    said = words.get("along_for", time=waited(since_s(utc, begun)))
    last = next((one.note for one in reversed(seen.timeline) if one.note in NOTES), "")
    return words.get("dot").join((said, words.get(f"along_{last}"))) if last else said


def _ticket_of(board: GuideBoard, help_id: str) -> str:
    seen = board.helps.get(help_id) or board.under_way.get(help_id)
    return seen.ticket_id or "" if seen else ""


def _number(board: GuideBoard, ticket_id: str) -> str:
    ticket = board.floor.tickets.get(ticket_id)
    return ticket.number if ticket else ""


def _back(words: Strings) -> KeyView:
    return KeyView("back", "back", words.get("key_back"), icon="arrow-left")
