"""Until which day a paper may follow: the day the law gives, or another the guide sets. Pure."""

from __future__ import annotations

from datetime import date

from guide_desk.cases.choosing import back_key
from guide_desk.cases.views import AskView
from guide_desk.shell_views import Head
from hall.kernel.facts import HallFacts
from hall.visits.ladder import deferral_due, may_be_due
from hall.visits.workdays import WorkingDays
from ui_kit.paper_signs import day_words
from ui_kit.staff_views import KeyView
from ui_kit.strings import Strings


def first_day(facts: HallFacts, matter_id: str, today: date) -> date:
    """Return the day that is offered: as the hall itself would set it."""
    matter = facts.matter(matter_id)
    promised = matter.days_promised if matter else None
    return deferral_due(today, promised, matter.days_unit if matter else "working_days",
                        calendar_of(facts))  # fmt: skip


def moved(facts: HallFacts, today: date, iso: str, way: str) -> str:
    """Return a day one working day later or `earlier`; the same where that is not possible."""
    calendar, day = calendar_of(facts), date.fromisoformat(iso)
    other = calendar.before(day, 1) if way == "earlier" else calendar.after(day, 1)
    return other.isoformat() if may_be_due(today, other) else iso


def due_day_view(
    words: Strings, facts: HallFacts, plain: str, today: date, iso: str, *, under_way: bool
) -> AskView:
    """Return the day, large, with a key each way and the one that takes it."""

    def key(way: str, icon: str) -> KeyView:
        can = moved(facts, today, iso, way) != iso and not under_way
        return KeyView(
            f"day_{way}", "day_move", words.get(f"key_day_{way}"), way, icon=icon,
            mode="can" if can else "cannot",
        )  # fmt: skip

    take = KeyView(
        "day_take", "day_take", words.get("key_day_take"), iso, icon="check",
        mode="under_way" if under_way else "next",
    )  # fmt: skip
    return AskView(
        Head(words.get("due_day_title"), plain), whole_words(words, iso),
        words.get("due_day_note"), (key("earlier", "minus"), take, key("later", "plus")),
        (back_key(words),),
    )  # fmt: skip


def whole_words(words: Strings, iso: str) -> str:
    """Return a day with the day of the week."""
    weekday = words.get(f"weekday_name_{date.fromisoformat(iso).weekday()}")
    return words.get("day_of_week", day=day_words(words, iso), weekday=weekday)


def calendar_of(facts: HallFacts) -> WorkingDays:
    """Return the working days of the hall."""
    return WorkingDays(frozenset(facts.holidays), frozenset(facts.working_days))
