"""The header, the ticket at the counter, the eight keys and the strip, out of the board. Pure."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from counter_console.key_table import KEY_TABLE, KEYS, Key, Situation, next_key, situation_of
from counter_console.papers import papers_key
from counter_console.views import HeaderView, StageView, StripView
from hall.boards.console import ConsoleBoard, waiting_here
from hall.kernel.facts import HallFacts
from hall.kernel.messages import Person
from ui_kit.moment import elapsed, since_s
from ui_kit.people import age_words, chips_of, form_of_address
from ui_kit.staff_views import KeyFaceMode, KeyView, number_of
from ui_kit.strings import Strings

KEY_ICONS: dict[Key, str] = {
    "call": "megaphone-simple-bold",
    "recall": "repeat",
    "miss": "skip-forward-bold",
    "hold": "hourglass-bold",
    "transfer": "swap",
    "start": "play-bold",
    "finish": "checks-bold",
    "pause": "pause-bold",
}


def clerk_name(facts: HallFacts, clerk_id: str | None) -> str:
    """Return a clerk's name; the id itself when nobody is known by it."""
    member = facts.member(clerk_id or "")
    named = member.name if member else clerk_id or ""
    return next((one.name for one in facts.clerks if one.id == clerk_id), named)


def header_view(
    words: Strings, board: ConsoleBoard | None, utc: datetime, *, linked: bool
) -> HeaderView:
    """Return the line at the top."""
    link = words.get("linked" if linked else "lost")
    if board is None:
        return HeaderView(words.get("window_unknown"), "", "" if linked else link, linked, "")
    facts, counter = board.facts, board.counter
    fact = facts.counter(board.counter_id)
    window = words.get("window", number=fact.window_number if fact else board.counter_id)
    clock = utc.astimezone(ZoneInfo(facts.timezone)).strftime("%H:%M")
    place, zone = fact.name if fact else "", facts.zone_name
    if counter.state == "closed":
        return HeaderView(window, place, link, linked, clock, zone=zone)
    clerk = words.get("clerk_line", clerk=clerk_name(facts, counter.clerk_id), counter=place)
    change = KeyView("key_clerk", "change_clerk", words.get("key_clerk"))
    return HeaderView(window, clerk, link, linked, clock, change, zone)


def stage_view(
    words: Strings, case_words: Strings, board: ConsoleBoard | None, utc: datetime
) -> StageView:
    """Return what stands large at the left."""
    if board is None:
        return _sentence(words, "starting", "plugs")
    ticket, counter = board.ticket, board.counter
    situation = situation_of(counter, ticket)
    if ticket is None:
        if situation == "free":
            nobody = not waiting_here(board)
            return _sentence(words, "free_nobody" if nobody else "free", "armchair")
        return _sentence(words, situation, "coffee" if situation == "paused" else "armchair")
    person = board.people.get(ticket.visitor_id, Person())
    matter = board.facts.matter(ticket.matter_id)
    calling = situation.startswith("called")
    address, age = form_of_address(words, person), age_words(words, person)
    return StageView(
        state=_state_words(words, board, situation),
        icon="megaphone-simple" if calling else "user-sound",
        number=number_of(board.facts, ticket),
        elapsed_word=words.get("elapsed_called" if calling else "elapsed_serving"),
        elapsed=elapsed(since_s(utc, counter.called_at if calling else counter.started_at)),
        address=address or age,
        age=age if address else "",
        matter=matter.plain_name if matter else ticket.matter_id,
        chips=chips_of(words, person, ticket, matter),
        warning=words.get("silent") if counter.silent and calling else "",
        papers=papers_key(words, case_words, board),
    )


def key_views(words: Strings, situation: Situation, under_way: str) -> tuple[KeyView, ...]:
    """Return the eight keys; while a command is under way its key waits for the event."""
    return tuple(
        _key(words, situation, key, position, under_way)
        for position, key in enumerate(KEYS, start=1)
    )


def strip_view(words: Strings, board: ConsoleBoard | None, under_way: str) -> StripView:
    """Return the small strip over other programs."""
    if board is None:
        return StripView(None, words.get("starting"), "", None)
    situation = situation_of(board.counter, board.ticket)
    count = len(waiting_here(board))
    waiting = words.get("strip_waiting", count=count) if count else words.get("strip_nobody")
    following = next_key(situation)
    key = None
    if following is not None:
        shown = key_views(words, situation, under_way)[KEYS.index(following)]
        key = KeyView(
            "strip_next", shown.action, shown.label, icon=shown.icon, tag=shown.tag, mode=shown.mode
        )
    if board.ticket is None:
        idle = {"free": "strip_idle", "paused": "state_paused", "closed": "closed"}[situation]
        return StripView(None, words.get(idle), waiting, key)
    number = number_of(board.facts, board.ticket)
    return StripView(number, _state_words(words, board, situation), waiting, key)


def _sentence(words: Strings, name: str, icon: str) -> StageView:
    note = words.get(f"{name}_note") if f"{name}_note" in words else ""
    return StageView(state="", icon=icon, title=words.get(name), note=note)


def _state_words(words: Strings, board: ConsoleBoard, situation: Situation) -> str:
    if situation.startswith("serving"):
        return words.get("state_serving")
    if board.counter.call_no > 1:
        return words.get("state_called_again", count=board.counter.call_no)
    return words.get("state_called")


def _key(words: Strings, situation: Situation, key: Key, position: int, under_way: str) -> KeyView:
    mode: KeyFaceMode = KEY_TABLE[situation][key]
    if under_way == key:
        mode = "under_way"
    elif under_way and mode == "next":
        mode = "can"
    label, icon = f"key_{key}", KEY_ICONS[key]
    if key == "pause" and situation.endswith("paused"):
        label, icon = "key_resume", "play-bold"
    return KeyView(f"key_{key}", key, words.get(label), icon=icon, tag=f"F{position}", mode=mode)
