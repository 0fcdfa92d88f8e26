"""Where a person must go now: help requests, calls nobody heard, people who hear none. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from guide_desk.company import helpers_of
from guide_desk.company_view import along_since, along_title, helper_words
from guide_desk.drill import drill_key
from guide_desk.emergency import record_key
from guide_desk.leaves import leaf_of, leaf_words, turn_keys
from guide_desk.notes import note_key
from guide_desk.shell_views import Head
from guide_desk.views import FaultsView, TasksView, TaskTone, TaskView
from hall.boards.guide import GuideBoard, silent_calls, unheard_calls
from hall.calls.messages import CounterView
from hall.help.messages import HelpView
from ui_kit.moment import since_s, waited
from ui_kit.places import place_words
from ui_kit.staff_views import KeyFaceMode, KeyView
from ui_kit.strings import Strings

PLACES = 4

KIND_ICONS = {
    "help": "hand-waving",
    "unwell": "heartbeat",
    "accompany": "users",
    "collect": "certificate",
    "not_done": "clipboard-text",
    "glasses": "eyeglasses",
    "paper": "file-text",
}

_RANKS: dict[TaskTone, int] = {
    "unwell": 0, "fetch": 1, "late": 2, "plain": 3, "along": 4, "going": 5, "done": 6,
}  # fmt: skip
"""Who comes first: a person who feels ill, one who is called and does not know, one who waits."""
LOOKED_AFTER: tuple[TaskTone, ...] = ("along", "going", "done")


@dataclass(frozen=True)
class Errands:
    """What this desk has to do with requests.

    `asked` are ids whose answer is on its way to the hall; `going` are those the guide went to.
    `prints`: the papers somebody is brought come out here.
    """

    asked: Collection[str] = ()
    going: tuple[HelpView, ...] = ()
    prints: bool = False


def tasks_view(
    words: Strings, found: Sequence[TaskView], faults: FaultsView, leaf_number: int
) -> TasksView:
    """Return one leaf of what `tasks_on` found."""
    leaf = leaf_of(found, leaf_number, PLACES)
    return TasksView(
        head=Head(words.get("tasks_title", count=len(to_do(found))), leaf_words(words, leaf)),
        tasks=tuple(_numbered(task, place) for place, task in enumerate(leaf.items, start=1)),
        turn=turn_keys(words, "tasks", leaf),
        nobody="" if found else words.get("tasks_none"),
        faults=faults,
        drill=None if found else drill_key(words),
    )


def to_do(found: Sequence[TaskView]) -> tuple[TaskView, ...]:
    """Return the tasks nobody looks after yet."""
    return tuple(task for task in found if task.tone not in LOOKED_AFTER)


def tasks_on(
    words: Strings, board: GuideBoard, utc: datetime, own_id: str, errands: Errands
) -> list[TaskView]:
    """Return every task, the most urgent first, those the guide went to last."""
    ranked: list[tuple[int, str, TaskView]] = []
    for seen in board.helps.values():
        task = _help(words, board, seen, utc, own_id, errands)
        ranked.append((_RANKS[task.tone], seen.requested_at, task))
    unheard = unheard_calls(board)
    silent = tuple(one for one in silent_calls(board) if one not in unheard)
    for seen in board.under_way.values():
        task = (_alarm if seen.kind == "unwell" else _along)(
            words, board, seen, utc, own_id, errands
        )
        ranked.append((_RANKS[task.tone], seen.requested_at, task))
    for key, counters in (("fetch_unheard", unheard), ("fetch", silent)):
        for counter in counters:
            task = _fetch(words, board, counter, utc, key)
            ranked.append((_RANKS["fetch"], counter.called_at or "", task))
    ranked.sort(key=lambda one: one[:2])
    gone = [_going(words, board, seen, own_id) for seen in errands.going]
    return [task for *_, task in ranked] + gone


def _help(
    words: Strings, board: GuideBoard, seen: HelpView, utc: datetime, own_id: str, errands: Errands
) -> TaskView:
    late = seen.state == "escalated"
    sends = seen.kind == "accompany" and bool(helpers_of(board.facts))
    tone: TaskTone = "unwell" if seen.kind == "unwell" else "late" if late else "plain"
    if sends:
        action, label, icon = "along_choose", "key_along_send", "arrow-right"
    elif seen.kind == "paper" and errands.prints:
        action, label, icon = "go", "key_go_print", "printer"
    else:
        action, label, icon = "go", "key_go", "arrow-right"
    mode: KeyFaceMode = "under_way" if seen.id in errands.asked else "can"
    return TaskView(
        name="",
        tone=tone,
        icon=KIND_ICONS[seen.kind],
        title=words.get(_kind_key(seen)),
        place=_where(words, board, seen, own_id),
        waited=words.get(
            "waited_late" if late and not seen.note_blob_id else "waited",
            time=waited(since_s(utc, seen.requested_at)),
        ),
        key=KeyView("", action, words.get(label), seen.id, icon=icon, mode=mode),
        note=note_key(words, seen),
    )


def _kind_key(seen: HelpView) -> str:
    """Return the key of the words for what is asked; of refused cash at once that it is that."""
    cash = any(one.note == "cash_refused" for one in seen.timeline)
    return "kind_cash_refused" if cash else f"kind_{seen.kind}"


def _alarm(
    words: Strings, board: GuideBoard, seen: HelpView, utc: datetime, own_id: str, errands: Errands
) -> TaskView:
    """Return an alarm that somebody answered: its steps are still to be done."""
    return TaskView(
        name="",
        tone="unwell",
        icon=KIND_ICONS["unwell"],
        title=words.get("kind_unwell"),
        place=_where(words, board, seen, own_id),
        waited=words.get("waited", time=waited(since_s(utc, seen.requested_at))),
        key=KeyView("", "alarm_open", words.get("key_alarm_open"), icon="arrow-right"),
        note=record_key(words, seen) if errands.prints else None,
    )


def _along(
    words: Strings, board: GuideBoard, seen: HelpView, utc: datetime, _own_id: str, _: Errands
) -> TaskView:
    """Return somebody who is accompanied: with whom, for how long, what was done last."""
    return TaskView(
        name="",
        tone="along",
        icon=KIND_ICONS["accompany"],
        title=along_title(words, board, seen),
        place=helper_words(words, board, seen),
        waited=along_since(words, seen, utc),
        key=KeyView("", "along", words.get("key_along_open"), seen.id, icon="arrow-right"),
    )


def _fetch(
    words: Strings, board: GuideBoard, counter: CounterView, utc: datetime, key: str
) -> TaskView:
    """Return whom to fetch; `key` names the words, and `<key>_place` why and to which window."""
    ticket = board.floor.tickets.get(counter.ticket_id or "")
    fact = board.facts.counter(counter.id)
    window = fact.window_number if fact else counter.id
    return TaskView(
        name="",
        tone="fetch",
        icon="armchair",
        title=words.get(key, number=ticket.number if ticket else ""),
        place=words.get(f"{key}_place", window=window),
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
    matter = board.facts.matter(seen.matter_id or "")
    if matter is not None:  # the first line has room beside the key, the paper says the rest
        first, *_ = matter.plain_lines or (matter.plain_name,)
        return words.get("place_matter", place=place, matter=first)
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
