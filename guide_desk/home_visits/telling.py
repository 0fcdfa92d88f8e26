"""A visit at home in words: when, how it stands, who goes, why. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from guide_desk.cases.phone import spaced
from hall.boards.home_visits import short_of_staff
from hall.care.home_visits.messages import HomeVisitView
from hall.care.home_visits.model import STAFF_WANTED, Half
from hall.kernel.facts import HallFacts
from hall.records.messages import Detail
from ui_kit.paper_signs import day_words
from ui_kit.strings import Strings

_ICONS = {
    "booked": "phone",
    "confirmed": "check-circle",
    "under_way": "person-simple-walk",
    "not_met": "door-open",
}


def slot_words(words: Strings, day: str, half: Half) -> str:
    """Return a half day as people say it."""
    return words.get(f"home_{half}", day=day_words(words, day))


def weekday_words(words: Strings, day: str) -> str:
    """Return the day of the week of an ISO date."""
    return words.get(f"weekday_name_{date.fromisoformat(day).weekday()}")


def matter_words(facts: HallFacts, visit: HomeVisitView) -> str:
    """Return what it is about; the id where the list has it no more."""
    matter = facts.matter(visit.matter_id)
    return matter.plain_name if matter is not None else visit.matter_id


def state_words(words: Strings, visit: HomeVisitView) -> str:
    """Return how a visit stands: what is to be done about it comes first."""
    if short_of_staff(visit):
        return words.get("home_short", count=STAFF_WANTED - len(visit.staff))
    if visit.state == "booked" and visit.reminded:
        return words.get("home_ring_up")
    return words.get(f"home_state_{visit.state}")


def icon_of(visit: HomeVisitView) -> str:
    """Return the sign of how it stands."""
    return "warning-circle" if short_of_staff(visit) else _ICONS.get(visit.state, "house-line")


def staff_words(words: Strings, facts: HallFacts, visit: HomeVisitView) -> str:
    """Return who goes, each with the badge an elder can compare; empty for nobody."""
    found = (facts.member(number) for number in visit.staff)
    named = [
        words.get("home_member", name=one.name, badge=one.badge) for one in found if one is not None
    ]
    return words.get("list_mark").join(named)


def grounds_words(words: Strings, facts: HallFacts, visit: HomeVisitView) -> str:
    """Return why somebody is come to."""
    named = (words.get(f"ground_{one}", age=facts.home_visits.from_age) for one in visit.grounds)
    return words.get("list_mark").join(named)


def lines_of(
    words: Strings, facts: HallFacts, visit: HomeVisitView, known: Mapping[Detail, str]
) -> tuple[str, ...]:
    """Return what is known of a visit, line for line; `known` was read from the hall."""
    staff = staff_words(words, facts, visit)
    lines = [
        grounds_words(words, facts, visit),
        words.get("home_staff", names=staff) if staff else words.get("home_nobody_goes"),
        words.get(f"home_by_{visit.channel}"),
    ]
    for detail in ("name", "phone", "address", "note"):
        if detail in known:
            text = spaced(known[detail]) if detail == "phone" else known[detail]
            lines.append(words.get(f"detail_{detail}", text=text))
    return tuple(lines)
