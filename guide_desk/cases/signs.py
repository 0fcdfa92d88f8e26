"""How a paper stands for the elder, and what is still to be done with a case. Pure."""

from __future__ import annotations

from datetime import date

from hall.visits.views import CaseView, ItemView
from ui_kit.paper_signs import day_words
from ui_kit.strings import Strings

FAULTS = ("expired", "unreadable", "unsigned", "not_matching", "incomplete", "other")
"""What may be wrong with a paper that is there, in the order of the keys."""


def mirror_word(words: Strings, item: ItemView) -> str:
    """Return how a paper stands, for the elder."""
    if item.colour == "incorrect":
        return words.get(f"fault_{item.fault or 'other'}")
    return words.get(f"mirror_{item.colour}", day=day_words(words, item.due_on))


def whole_day_words(words: Strings, iso: str) -> str:
    """Return an ISO date with its year, as it stands on a paper."""
    day = date.fromisoformat(iso)
    return words.get("whole_day", year=day.year, month=day.month, day=day.day)


def to_do(case: CaseView, *, again: bool = False) -> tuple[str, ...]:
    """Return the papers that were not looked at, or for which a way is still offered.

    What is left for the notice needs nothing more: it is written with all others. Of somebody who
    came back `again` with a notice, its papers are looked at anew.
    """
    return tuple(
        one.id
        for one in case.items
        if one.colour == "open"
        or one.offer not in ("", "notice")
        or (again and one.colour == "noticed")
    )


def not_looked_at(case: CaseView) -> tuple[str, ...]:
    """Return the papers that nobody has looked at."""
    return tuple(one.id for one in case.items if one.colour == "open")


def still_missing(case: CaseView) -> tuple[ItemView, ...]:
    """Return the papers in the way of the matter."""
    return tuple(one for one in case.items if one.colour in ("missing", "incorrect", "noticed"))


def is_noticed(case: CaseView, item: ItemView) -> bool:
    """Tell whether a paper stands on a notice that was given out: that has a code."""
    return item.colour == "noticed" and case.code is not None


def next_to_do(case: CaseView, after: str, *, again: bool = False) -> str:
    """Return the next paper with something to do, from the one after round to itself."""
    ids = [one.id for one in case.items]
    begin = ids.index(after) + 1 if after in ids else 0
    waiting = set(to_do(case, again=again))
    return next((one for one in (*ids[begin:], *ids[:begin]) if one in waiting), "")
