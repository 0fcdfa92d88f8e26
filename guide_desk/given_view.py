"""The number in the guide's hand as the page shows it. Pure."""

from __future__ import annotations

from forms.slip_ticket import where_to_wait
from guide_desk.in_hand import InHand, State
from guide_desk.views import GivenView
from hall.kernel.facts import HallFacts
from hall.tickets.messages import TicketView
from ui_kit.staff_views import KeyFaceMode, KeyView, number_of
from ui_kit.strings import Strings

_ICONS: dict[State, str] = {
    "asking": "hourglass-bold",
    "printing": "printer",
    "printed": "check-circle",
    "unsure": "question",
    "by_hand": "note-pencil",
}

_NEXT: dict[State, tuple[str, str]] = {
    "printing": ("given_done", "arrow-right"),
    "printed": ("given_done", "arrow-right"),
    "unsure": ("given_seen", "check"),
    "by_hand": ("given_written", "check"),
}
"""The green key of each state and its icon."""


def given_view(
    words: Strings, facts: HallFacts, held: InHand, now_s: float, *, printer: bool, linked: bool
) -> GivenView:
    """Return the page of a number that is being given; `printer` tells whether the desk has one."""
    slow = held.state == "asking" and (not linked or held.waits_long(now_s))
    state = "given_asking_again" if held.ticket and held.state == "asking" else held.state
    key = f"given_{held.state}" if state == held.state else state
    ticket = held.ticket
    return GivenView(
        icon=_ICONS[held.state],
        state=words.get(key),
        number=number_of(facts, ticket) if ticket else None,
        matter=_matter(facts, ticket.matter_id if ticket else held.matter_id),
        facts=_facts(words, facts, ticket) if ticket else _band(words, held),
        note=_note(words, facts, held, slow=slow),
        keys=_keys(words, held, printer=printer, slow=slow),
        undo=_undo(words, held),
    )


def _keys(words: Strings, held: InHand, *, printer: bool, slow: bool) -> tuple[KeyView, ...]:
    if held.state == "asking":
        leave = KeyView("given_leave", "given_leave", words.get("key_given_leave"), icon="x")
        return (leave,) if slow else ()
    name, icon = _NEXT[held.state]
    mode: KeyFaceMode = "can" if held.state == "printing" else "next"
    keys = [KeyView(name, name, words.get(f"key_{name}"), icon=icon, mode=mode)]
    if held.state == "unsure":
        label = words.get("key_given_written")
        keys.append(KeyView("given_written", "given_written", label, icon="note-pencil"))
    if printer and held.state != "printing":
        label = words.get("key_given_again")
        keys.append(KeyView("given_again", "given_again", label, icon="printer"))
    return tuple(keys)


def _undo(words: Strings, held: InHand) -> KeyView | None:
    if not held.fresh or held.ticket is None or held.state == "asking":
        return None
    mode: KeyFaceMode = "under_way" if held.undo_id else "can"
    return KeyView(
        "given_undo", "given_undo", words.get("key_given_undo"), icon="arrow-u-up-left", mode=mode
    )


def _note(words: Strings, facts: HallFacts, held: InHand, *, slow: bool) -> str:
    if slow:
        return words.get("given_slow")
    if held.state == "by_hand":
        return words.get("given_by_hand_note")
    matter = facts.matter(held.ticket.matter_id) if held.ticket else None
    if matter is not None and matter.bereavement:
        return words.get("bereavement")
    return ""


def _facts(words: Strings, facts: HallFacts, ticket: TicketView) -> str:
    where = words.get("given_where", where=where_to_wait(ticket, facts, words))
    if ticket.state != "waiting":
        return where
    if ticket.ahead is None:
        ahead = words.get("ahead_many")
    else:
        ahead = words.get("ahead", count=ticket.ahead) if ticket.ahead else words.get("ahead_none")
    return words.get("dot").join((ahead, where))


def _band(words: Strings, held: InHand) -> str:
    return words.get(f"band_{held.band}") if held.band else ""


def _matter(facts: HallFacts, matter_id: str) -> str:
    matter = facts.matter(matter_id)
    return matter.plain_name if matter else matter_id
