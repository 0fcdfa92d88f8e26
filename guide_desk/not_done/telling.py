"""An entry of the register in words: what to do, until when, what is known. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from guide_desk.cases.phone import spaced
from hall.care.not_done.messages import NotDoneView
from hall.kernel.facts import HallFacts
from hall.records.messages import Detail
from hall.visits.workdays import WorkingDays
from ui_kit.paper_signs import day_words
from ui_kit.strings import Strings


def matter_words(words: Strings, facts: HallFacts, entry: NotDoneView) -> str:
    """Return what it is about, as precisely as it is known."""
    matter = facts.matter(entry.matter_id)
    if matter is not None:
        return matter.plain_name
    group = next((one.name for one in facts.groups if one.id == entry.group_id), "")
    return group or words.get("not_done_no_matter")


def is_urgent(entry: NotDoneView, today: date) -> bool:
    """Tell whether somebody must do something about it today, or was reminded to."""
    return entry.overdue or entry.reminded or entry.due_on <= today.isoformat()


def due_words(words: Strings, facts: HallFacts, entry: NotDoneView, today: date) -> str:
    """Return how much time is left."""
    due_on = date.fromisoformat(entry.due_on)
    if entry.overdue or due_on < today:
        return words.get("not_done_overdue", day=day_words(words, entry.due_on))
    if due_on == today:
        return words.get("not_done_today")
    days = WorkingDays(frozenset(facts.holidays), frozenset(facts.working_days))
    left, day = 0, today
    while day < due_on:
        day = days.after(day, 1)
        left += 1
    return words.get("not_done_left", count=left)


def owner_words(words: Strings, facts: HallFacts, entry: NotDoneView) -> str:
    """Return who answers for it, by name and badge; empty for nobody."""
    member = facts.member(entry.owner)
    if member is None:
        return entry.owner
    return words.get("not_done_owner", name=member.name, badge=member.badge)


def lines_of(
    words: Strings, facts: HallFacts, entry: NotDoneView, known: Mapping[Detail, str]
) -> tuple[str, ...]:
    """Return what is known of an entry, a line each."""
    counter = facts.counter(entry.counter_id)
    dot = words.get("dot")
    came = words.get("not_done_came", times=entry.came_times)
    since = words.get("not_done_since", day=day_words(words, entry.opened_on))
    lines = [dot.join((since, came)), words.get(f"not_done_heard_{entry.channel}")]
    if counter is not None:
        lines.append(words.get("not_done_window", window=counter.window_number))
    if entry.reason:
        why = words.get("not_done_why", reason=words.get(f"not_done_reason_{entry.reason}"))
        again = words.get("not_done_again", count=entry.repeat_no) if entry.repeat_no > 1 else ""
        lines.append(dot.join(filter(None, (why, again))))
    if entry.owner:
        lines.append(owner_words(words, facts, entry))
    if entry.result:
        lines.append(words.get(f"not_done_result_{entry.result}"))
    if entry.reply:
        day = day_words(words, entry.replied_on)
        how = words.get(f"not_done_reply_{entry.reply}")
        lines.append(dot.join((how, day)))
    if entry.satisfaction == "not_content":
        lines.append(words.get("not_done_was_not_content"))
    if "phone" in known:
        lines.append(words.get("not_done_phone", phone=spaced(known["phone"])))
    return tuple(lines)
