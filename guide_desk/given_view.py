"""The number in the guide's hand as the page shows it. Pure."""

from __future__ import annotations

from forms.slip_ticket import where_to_wait
from guide_desk.in_hand import InHand, State
from guide_desk.marks import mark_words
from guide_desk.shell_views import Head
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
    words: Strings, facts: HallFacts, held: InHand, now_s: float, *, printer: bool, linked: bool,
    goes_back: bool = False,
) -> GivenView:  # fmt: skip
    """Return the page of a number that is being given.

    `printer` tells whether the desk has one, `goes_back` that another area asked for it.
    """
    slow = held.state == "asking" and (not linked or held.waits_long(now_s))
    again = held.ticket is not None and held.state == "asking"
    state = words.get("given_asking_again" if again else f"given_{held.state}")
    ticket = held.ticket
    return GivenView(
        head=Head(state, icon=_ICONS[held.state] if ticket else ""),
        icon=_ICONS[held.state],
        number=number_of(facts, ticket) if ticket else None,
        matter=_matter(facts, ticket.matter_id if ticket else held.matter_id),
        facts=(*(_facts(words, facts, ticket) if ticket else _band(words, held)),
               *_marked(words, held)),
        note=_note(words, facts, held, slow=slow),
        keys=(*_keys(words, held, printer=printer, slow=slow, goes_back=goes_back),
              *_undo(words, held)),
    )  # fmt: skip


def _keys(
    words: Strings, held: InHand, *, printer: bool, slow: bool, goes_back: bool
) -> tuple[KeyView, ...]:
    if held.state == "asking":
        leave = KeyView("given_leave", "given_leave", words.get("key_given_leave"), icon="x")
        return (leave,) if slow else ()
    name, icon = _NEXT[held.state]
    mode: KeyFaceMode = "can" if held.state == "printing" else "next"
    label = f"key_{name}_back" if goes_back and name == "given_done" else f"key_{name}"
    keys = [KeyView(name, name, words.get(label), icon=icon, mode=mode)]
    if held.state == "unsure":
        label = words.get("key_given_written")
        keys.append(KeyView("given_written", "given_written", label, icon="note-pencil"))
    if printer and held.state != "printing":
        label = words.get("key_given_again")
        keys.append(KeyView("given_again", "given_again", label, icon="printer"))
    return tuple(keys)


def _undo(words: Strings, held: InHand) -> tuple[KeyView, ...]:
    if not held.fresh or held.ticket is None or held.state == "asking":
        return ()
    mode: KeyFaceMode = "under_way" if held.undo_id else "can"
    label = words.get("key_given_undo")
    return (KeyView("given_undo", "given_undo", label, icon="arrow-u-up-left", mode=mode),)


def _note(words: Strings, facts: HallFacts, held: InHand, *, slow: bool) -> str:
    if slow:
        return words.get("given_slow")
    if held.state == "by_hand":
        return words.get("given_by_hand_note")
    matter = facts.matter(held.ticket.matter_id) if held.ticket else None
    if matter is not None and matter.bereavement:
        return words.get("bereavement")
    return ""


def _facts(words: Strings, facts: HallFacts, ticket: TicketView) -> tuple[str, ...]:
    where = words.get("given_where", where=where_to_wait(ticket, facts, words))
    if ticket.state != "waiting":
        return (where,)
    if ticket.ahead is None:
        ahead = words.get("ahead_many")
    else:
        ahead = words.get("ahead", count=ticket.ahead) if ticket.ahead else words.get("ahead_none")
    return (ahead, where)


def _band(words: Strings, held: InHand) -> tuple[str, ...]:
    return (words.get(f"band_{held.band}"),) if held.band else ()


def _marked(words: Strings, held: InHand) -> tuple[str, ...]:
    marked = mark_words(words, held.marks)
    return (marked,) if marked else ()


def _matter(facts: HallFacts, matter_id: str) -> str:
    """Return the name of a matter, in its lines where it has any."""
    matter = facts.matter(matter_id)
    return "\n".join(matter.plain_lines) or matter.plain_name if matter else matter_id
