"""The database of a hall that has worked for a year: two days lived through, the rest copied."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import takewhile
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from forms.papers.compose import compose
from forms.papers.samples import sample_values
from hall.kernel.clock import ManualClock
from hall.staff import rows as staff_rows
from hall.staff.pins import hash_of
from hall.store.engine import migrate, open_engine, sqlite_url
from hall.store.keys import load_keyring
from hall.store.opening import open_hall
from launch.bench.year.caring import GUIDE_NUMBER
from launch.bench.year.copies import (
    Numbered,
    Rows,
    Template,
    added,
    chained,
    columns_of,
    put_in,
    rows_of,
)
from launch.bench.year.day import PIN, WAKES, Day, working_days
from launch.bench.year.ids import DayIds
from launch.facts import facts_of, rules_of
from launch.papers import form_book, paper_renderer
from launch.paths import DEMO_CONFIG
from launch.settings import load_hall

LIVED = 2
"""Days that are lived through; the last of them is the one that is copied."""

A_PAPER = "one_time_notice"
_NOTICES = "SELECT count(*) FROM case_notice WHERE year = ?"
_NOT_DONE = "SELECT count(*) FROM not_done WHERE year = ?"
_MANDATES = "SELECT count(*) FROM mandate WHERE year = ?"
_LAST_LINK = (
    "SELECT link FROM event WHERE hall_id = (SELECT hall_id FROM place) ORDER BY seq DESC LIMIT 1"
)


@dataclass(frozen=True)
class Made:
    """What was made: working days, events, and the template of every copy."""

    days: int
    events: int
    template: Template


@contextmanager
def lived(state: Path, first: date) -> Iterator[Day]:
    """Open a new hall of the demo's settings on the early morning of a day."""
    loaded = load_hall(DEMO_CONFIG)
    # A made year knows no holidays: every Monday to Friday of it is alike.
    facts = facts_of(loaded.settings, loaded.matters)
    facts = msgspec.structs.replace(facts, holidays=(), working_days=())
    rules = msgspec.structs.replace(rules_of(loaded.settings), holidays=(), working_days=())
    engine = open_engine(sqlite_url(state))
    migrate(engine)
    with engine.execution_options(writing=True).begin() as connection:
        staff_rows.set_pin(connection, facts.hall_id, GUIDE_NUMBER, hash_of(PIN))
    clock = ManualClock(datetime.combine(first, WAKES, ZoneInfo(facts.timezone)))
    ids = DayIds()
    hall = open_hall(engine, clock, facts, rules, load_keyring(state), ids)
    try:
        yield Day(hall, ids, clock, _a_paper())
    finally:
        hall.stop()
        engine.dispose()


def make_year(state: Path, until: date, days: int, visits_a_day: int) -> Made:
    """Fill a state directory with so many working days that end before a date.

    The first is a Monday, so that the day that is copied lies between two working days.
    """
    dates = _dates(until, days)
    before: Rows = {}
    with lived(state, dates[0]) as day:
        for number in range(1, LIVED + 1):
            with connected(state) as connection:
                before = rows_of(connection)
            began = day.hall.seq()
            day.play(number, visits_a_day)
            places = day.hall.seq() - began
    with connected(state) as connection:
        template = template_of(connection, before, LIVED, dates[LIVED - 1], places)
        connection.execute("PRAGMA synchronous=OFF")
        for number, on in enumerate(dates[LIVED:], start=LIVED + 1):
            add_copy(connection, template, number, on)
            connection.commit()
        move_place(connection, template, len(dates), dates[-1])
        connection.commit()
        events = int(connection.execute("SELECT count(*) FROM event").fetchone()[0])
    return Made(len(dates), events, template)


def template_of(
    connection: sqlite3.Connection, before: Rows, day: int, on: date, places: int
) -> Template:
    """Return what the last day has added, ready to be copied."""
    rows = added(before, rows_of(connection))
    columns = {name: columns_of(name) for name in rows}
    rows["due"] = [row for row in rows["due"] if not _opens(row, columns["due"])]
    return Template(rows, columns, day, on, places)


def add_copy(connection: sqlite3.Connection, template: Template, day: int, on: date) -> None:
    """Insert a copy of the template; the chain of events goes on."""
    counted = (
        connection.execute(query, (on.year,)).fetchone()[0]
        for query in (_NOTICES, _NOT_DONE, _MANDATES)
    )
    copied = template.copy(day, on, Numbered(*map(int, counted)))
    (last,) = connection.execute(_LAST_LINK).fetchone()
    copied["event"] = chained(copied["event"], template.columns["event"], str(last))
    put_in(connection, copied)


def move_place(connection: sqlite3.Connection, template: Template, day: int, on: date) -> None:
    """Let the hall stand where the last copied day ends."""
    days, places = (on - template.on).days, (day - template.day) * template.places
    (link,) = connection.execute(_LAST_LINK).fetchone()
    connection.execute(
        "UPDATE place SET seq = seq + ?, steady_s = steady_s + ?, link = ?",
        (places, days * 86400.0, link),
    )
    connection.execute("UPDATE counter SET call_seq = call_seq + ?", (places,))
    connection.execute("DELETE FROM due WHERE due_id LIKE 'open-%'")


@contextmanager
def connected(state: Path) -> Iterator[sqlite3.Connection]:
    """Read and write the file itself."""
    with closing(sqlite3.connect(state / "hall.db")) as connection:
        yield connection


def _dates(until: date, days: int) -> list[date]:
    span = timedelta(days=days * 7 // 5 + 14)
    found = list(takewhile(lambda day: day < until, working_days(until - span)))
    mondays = [place for place, day in enumerate(found) if day.weekday() == 0]
    start = max(place for place in mondays if len(found) - place >= days)
    return found[start : start + days]


def _opens(row: tuple[object, ...], columns: list[str]) -> bool:
    """Tell whether a plan is the next opening: that morning has come by the time of a copy."""
    return str(row[columns.index("due_id")]).startswith("open-")


def _a_paper() -> bytes:
    hall = load_hall(DEMO_CONFIG)
    facts = facts_of(hall.settings, hall.matters)
    book, render = form_book(), paper_renderer()
    return render(compose(book, A_PAPER, sample_values(book, A_PAPER, facts, facts.matters[0])))
