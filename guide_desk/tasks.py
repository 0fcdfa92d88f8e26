"""Where a person must go now: help requests of every kind, and calls nobody heard. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from guide_desk.notes import note_key
from guide_desk.places import place_words
from guide_desk.views import TasksView, TaskTone, TaskView
from hall.boards.guide import GuideBoard, silent_calls
from hall.calls.messages import CounterView
from hall.help.messages import HelpView
from ui_kit.moment import since_s, waited
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings

PLACES = 4

KIND_ICONS = {
    "help": "hand-waving",
    "unwell": "heartbeat",
    "accompany": "users",
    "collect": "certificate",
    "not_done": "clipboard-text",
}

_RANKS: dict[TaskTone, int] = {"unwell": 0, "fetch": 1, "late": 2, "plain": 3, "going": 4}
"""Who comes first: a person who feels ill, one who is called and does not know, one who waits."""


@dataclass(frozen=True)
class Errands:
    """What this desk has to do with requests.

    `asked` are ids whose 我去 is on its way to the hall; `going` are those the guide went to;
    `unwell_asked` says that the desk's own red key is on its way.
    """

    asked: Collection[str] = ()
    going: tuple[HelpView, ...] = ()
    unwell_asked: bool = False


def tasks_view(
    words: Strings, board: GuideBoard | None, utc: datetime, own_id: str, errands: Errands,
    start: int,
) -> TasksView:  # fmt: skip
    """Return the right column; `start` counts where the cards begin when there are many."""
    found = _tasks(words, board, utc, own_id, errands) if board else []
    to_do = sum(1 for task in found if task.tone != "going")
    start = start % len(found) if len(found) > PLACES else 0
    shown = (found[start:] + found[:start])[:PLACES]
    hidden = len(found) - len(shown)
    more = None
    if hidden:
        more = KeyView("more_tasks", "more_tasks", words.get("tasks_more", count=hidden))
    return TasksView(
        heading=_heading(words, to_do) if board else ("", "", ""),
        tasks=tuple(_numbered(task, place) for place, task in enumerate(shown, start=1)),
        more=more,
        nobody="" if shown or board is None else words.get("tasks_none"),
        unwell=_unwell_key(words, board, own_id, errands),
    )


def _heading(words: Strings, count: int) -> tuple[str, str, str]:
    return (words.get("tasks_before"), str(count), words.get("tasks_after"))


def _tasks(
    words: Strings, board: GuideBoard, utc: datetime, own_id: str, errands: Errands
) -> list[TaskView]:
    ranked: list[tuple[int, str, TaskView]] = []
    for seen in board.helps.values():
        task = _help(words, board, seen, utc, own_id, asked=seen.id in errands.asked)
        ranked.append((_RANKS[task.tone], seen.requested_at, task))
    for counter in silent_calls(board):
        task = _fetch(words, board, counter, utc)
        ranked.append((_RANKS["fetch"], counter.called_at or "", task))
    ranked.sort(key=lambda one: one[:2])
    gone = [_going(words, board, seen, own_id) for seen in errands.going]
    return [task for *_, task in ranked] + gone


def _help(
    words: Strings, board: GuideBoard, seen: HelpView, utc: datetime, own_id: str, *, asked: bool
) -> TaskView:
    late = seen.state == "escalated"
    tone: TaskTone = "unwell" if seen.kind == "unwell" else "late" if late else "plain"
    return TaskView(
        name="",
        tone=tone,
        icon=KIND_ICONS[seen.kind],
        title=words.get(f"kind_{seen.kind}"),
        place=_where(words, board, seen, own_id),
        waited=words.get(
            "waited_late" if late and not seen.note_blob_id else "waited",
            time=waited(since_s(utc, seen.requested_at)),
        ),
        key=KeyView(
            "", "go", words.get("key_go"), seen.id, icon="arrow-right",
            mode="under_way" if asked else "can",
        ),
        note=note_key(words, seen),
    )  # fmt: skip


def _fetch(words: Strings, board: GuideBoard, counter: CounterView, utc: datetime) -> TaskView:
    ticket = board.floor.tickets.get(counter.ticket_id or "")
    fact = board.facts.counter(counter.id)
    window = fact.window_number if fact else counter.id
    return TaskView(
        name="",
        tone="fetch",
        icon="armchair",
        title=words.get("fetch", number=ticket.number if ticket else ""),
        place=words.get("fetch_place", window=window),
        waited=words.get("waited_call", time=waited(since_s(utc, counter.called_at))),
        key=None,
    )


def _going(words: Strings, board: GuideBoard, seen: HelpView, own_id: str) -> TaskView:
    return TaskView(
        name="",
        tone="going",
        icon="check-circle",
        title=words.get(f"kind_{seen.kind}"),
        place=_where(words, board, seen, own_id),
        waited=words.get("going"),
        key=None,
        note=note_key(words, seen),
    )


def _where(words: Strings, board: GuideBoard, seen: HelpView, own_id: str) -> str:
    place = place_words(words, board.facts, seen.station_id, own_id)
    ticket = board.floor.tickets.get(seen.ticket_id or "")
    if ticket is None:
        return words.get("place_beside", place=place)
    return words.get("place_number", place=place, number=ticket.number)


def _numbered(task: TaskView, place: int) -> TaskView:
    """Name a card by where it stands; one that can be pressed is `help_1_go`."""
    if task.note is not None:
        task = replace(task, note=replace(task.note, name=f"help_{place}_note"))
    if task.key is None:
        return replace(task, name=f"help_{place}")
    name = f"help_{place}_go"
    return replace(task, name=name, key=replace(task.key, name=name))


def _unwell_key(words: Strings, board: GuideBoard | None, own_id: str, errands: Errands) -> KeyView:
    helps = board.helps.values() if board else ()
    asked = errands.unwell_asked or any(
        seen.kind == "unwell" and seen.station_id == own_id for seen in helps
    )
    label = words.get("key_unwell_called" if asked else "key_unwell")
    icon = "check-circle" if asked else "heartbeat"
    return KeyView("unwell", "unwell", label, icon=icon, mode="under_way" if asked else "can")
