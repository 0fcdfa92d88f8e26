"""From the register of what could not be done to its papers. Nothing on them names a person."""

from __future__ import annotations

from forms.papers.form import CommonWords, NotDoneWords
from forms.papers.not_done_values import (
    CountedReason,
    ListedNotDone,
    NotDoneMonth,
    NotDoneRecord,
    RepeatedItem,
)
from forms.papers.values import PaperHead
from hall.care.not_done.messages import NotDoneView
from hall.care.not_done.monthly import Monthly
from hall.kernel.facts import HallFacts


def month_of(
    monthly: Monthly, facts: HallFacts, words: CommonWords, head: PaperHead
) -> NotDoneMonth:
    """Return the list of a month."""
    said = words.not_done
    return NotDoneMonth(
        head=head,
        month=_month(said, monthly.month),
        opened=monthly.opened,
        settled=monthly.settled,
        referred=monthly.referred,
        overdue=monthly.overdue,
        reasons=tuple(
            CountedReason(said.reasons[reason], count) for reason, count in monthly.reasons
        ),
        repeated=tuple(
            RepeatedItem(
                matter=matter_name(facts, said, one.matter_id, one.group_id),
                reason=said.reasons[one.reason],
                count=one.total,
                numbers=said.list_mark.join(one.numbers),
            )
            for one in monthly.repeated
        ),
        entries=tuple(listed(one, facts, said) for one in monthly.entries),
        none="" if monthly.entries else said.none,
    )


def record_of(
    entry: NotDoneView, facts: HallFacts, words: CommonWords, head: PaperHead, owner: str
) -> NotDoneRecord:
    """Return the paper of one entry; `owner` is how the staff call whoever answers for it."""
    said, row = words.not_done, listed(entry, facts, words.not_done)
    return NotDoneRecord(
        head=head,
        opened=row.opened,
        heard=row.heard,
        matter=row.matter,
        department=row.department,
        window=row.window,
        came=row.came,
        reason=said.reasons[entry.reason] if entry.reason else "",
        owner=owner,
        due=row.due,
        result=row.result,
        replied=row.replied,
        satisfaction=row.satisfaction,
    )


def listed(entry: NotDoneView, facts: HallFacts, words: NotDoneWords) -> ListedNotDone:
    """Return an entry in words."""
    matter = facts.matter(entry.matter_id)
    counter = facts.counter(entry.counter_id)
    if entry.referred_to:
        reason = words.referred
    else:
        reason = words.reasons[entry.reason] if entry.reason else words.not_yet
    return ListedNotDone(
        number=entry.number,
        opened=_day(words, entry.opened_on),
        matter=matter_name(facts, words, entry.matter_id, entry.group_id),
        department=matter.sheet.department if matter else "",
        window=words.window.format(window=counter.window_number) if counter else "",
        came=words.came.format(times=entry.came_times),
        heard=words.channels[entry.channel],
        reason=reason,
        state=words.overdue if entry.overdue else words.states[entry.state],
        due=_day(words, entry.due_on),
        result=words.results[entry.result] if entry.result else "",
        replied=_replied(words, entry),
        satisfaction=words.satisfactions[entry.satisfaction] if entry.satisfaction else "",
    )


def matter_name(facts: HallFacts, words: NotDoneWords, matter_id: str, group_id: str) -> str:
    """Return what it was about, as precisely as it is known."""
    matter = facts.matter(matter_id)
    if matter is not None:
        return matter.plain_name
    group = next((one.name for one in facts.groups if one.id == group_id), "")
    return group or words.no_matter


def _replied(words: NotDoneWords, entry: NotDoneView) -> str:
    if not entry.reply:
        return ""
    return words.replied.format(day=_day(words, entry.replied_on), how=words.replies[entry.reply])


def _day(words: NotDoneWords, day: str) -> str:
    if not day:
        return ""
    _, month, number = day.split("-")
    return words.day.format(month=int(month), day=int(number))


def _month(words: NotDoneWords, month: str) -> str:
    year, number = month.split("-")
    return words.month.format(year=year, month=int(number))
