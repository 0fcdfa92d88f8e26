"""Copies of a day: the rows its commands wrote, under other ids, dates, places and codes.

A copy is what the same deeds would have written on the later day, to the letter, but for what is
random (sealed bytes) and what depends on weekends (days counted in working days keep their
distance). A test holds it to a day that was lived through.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256

from sqlalchemy import insert, select
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from hall.care.agency.model import number_of as number_of_mandate
from hall.care.not_done.model import number_of
from hall.kernel.audit import audit_link
from hall.visits.codes import code_from
from launch.bench.year.ids import mark_of

Value = str | int | float | bytes | None
Rows = dict[str, list[tuple[Value, ...]]]

STANDING = ("place", "counter", "device_report", "staff_pin", "staff_session", "credential")
"""Tables with one row a thing, whatever the day."""

PLACES = frozenset({"seq", "began_seq", "taken_seq", "planned_seq", "opened_seq", "queued_seq"})
STEADY = frozenset({"arrived_s", "place_s", "due_s", "given_s"})
_TOKEN = re.compile(
    r"(-0000-4000-8000-[0-9a-f]{12}"
    r"|\d{4}-\d\d-\d\d(?!\d)"
    r'|"call_seq":[1-9]\d*'
    r'|"order":\[[^\]]*\]'
    r'|"code":"[0-9A-Z]{6}"'
    r'|"number":"[BD]?\d{4}-\d{3,}"'
    r"|^B\d{4}-\d{3,}$)"
)


def rows_of(connection: sqlite3.Connection) -> Rows:
    """Read every row that belongs to a day."""
    return {
        name: connection.execute(str(select(table))).fetchall()
        for name, table in SQLModel.metadata.tables.items()
        if name not in STANDING
    }


def columns_of(name: str) -> list[str]:
    """Return the columns of a table, in the order of its rows."""
    return [column.name for column in SQLModel.metadata.tables[name].columns]


def put_in(connection: sqlite3.Connection, rows: Rows) -> None:
    """Insert rows."""
    for name, some in rows.items():
        storing = insert(SQLModel.metadata.tables[name]).compile(dialect=sqlite.dialect())
        connection.executemany(str(storing), some)


def added(before: Rows, after: Rows) -> Rows:
    """Return the rows that a day has added."""
    return {
        name: [row for row in rows if row not in known]
        for name, rows in after.items()
        for known in (set(before[name]),)
    }


@dataclass(frozen=True)
class Numbered:
    """How many things with numbers of their year there were."""

    notices: int = 0
    not_done: int = 0
    mandates: int = 0


@dataclass
class Template:
    """A day to copy: its rows, its number and date, and how many places it took."""

    rows: Rows
    columns: dict[str, list[str]]
    day: int
    on: date
    places: int
    numbered: Numbered = Numbered()
    _codes: dict[str, str] = field(default_factory=dict)
    _pieces: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        counted = (len(self.rows[name]) for name in ("case_notice", "not_done", "mandate"))
        self.numbered = Numbered(*counted)
        codes = {row[self.columns["visit_case"].index("code")] for row in self.rows["visit_case"]}
        made = (f"{count:08x}" for count in range(1, self.places * 20))
        for start in made:
            code = code_from(start + mark_of(self.day))
            if code in codes:
                self._codes[code] = start
        for rows in self.rows.values():
            for row in rows:
                for value in row:
                    if isinstance(value, str) and value not in self._pieces:
                        self._pieces[value] = _TOKEN.split(value)

    def copy(self, day: int, on: date, before_this_year: Numbered) -> Rows:
        """Return the rows of another day; `before_this_year` is what had numbers by then."""
        new = _Renaming(self, day, on, before_this_year)
        tokens = {piece for pieces in self._pieces.values() for piece in pieces[1::2]}
        renamed = {token: new.token(token) for token in tokens}
        texts = {
            text: "".join([renamed.get(piece, piece) for piece in pieces])
            for text, pieces in self._pieces.items()
        }
        return {
            name: _moved(rows, [new.column(name, column, texts) for column in self.columns[name]])
            for name, rows in self.rows.items()
        }

    def code(self, code: str, day: int) -> str:
        """Return the code that stands for one of this day on another."""
        return code_from(self._codes[code] + mark_of(day))


@dataclass(frozen=True)
class _Renaming:
    template: Template
    day: int
    on: date
    before_this_year: Numbered

    def token(self, token: str) -> str:
        """Return a piece of text as the other day has it."""
        if token.startswith("-0000"):
            mine = token == mark_of(self.template.day)
            return mark_of(self.day) if mine else mark_of(self.day - 1)
        if token.startswith('"call_seq"'):
            return f'"call_seq":{int(token[11:]) + self._places}'
        if token.startswith('"order"'):
            front, tier, place_s, seq = token[9:-1].split(",")
            moved_s = _whole_if(float(place_s) + self._seconds, place_s)
            return f'"order":[{front},{tier},{moved_s},{int(seq) + self._places}]'
        if token.startswith('"code"'):
            return f'"code":"{self.template.code(token[8:-1], self.day)}"'
        if token.startswith('"number"'):
            return f'"number":"{self._number(token[10:-1])}"'
        if token.startswith("B"):
            return self._number(token)
        return self._date(token)

    def column(self, table: str, column: str, texts: dict[str, str]) -> Callable[[Value], Value]:
        """Return how the values of a column are moved."""
        special: dict[tuple[str, str], Callable[[Value], Value]] = {
            ("case_notice", "year"): lambda _: self.on.year,
            ("case_notice", "ordinal"): lambda value: self._notice(int(value or 0)),
            ("not_done", "year"): lambda _: self.on.year,
            ("not_done", "ordinal"): lambda value: self._entry(int(value or 0)),
            ("mandate", "year"): lambda _: self.on.year,
            ("mandate", "ordinal"): lambda value: self._mandate(int(value or 0)),
            ("case_holder", "person_key"): lambda value: self._somebody_else(str(value)),
            ("visit_case", "code"): lambda value: (
                self.template.code(value, self.day) if isinstance(value, str) else None
            ),
        }
        if (table, column) in special:
            return special[(table, column)]
        if column in PLACES:
            return lambda value: int(value or 0) + self._places
        if column in STEADY:
            return lambda value: float(value or 0) + self._seconds
        return lambda value: texts[value] if isinstance(value, str) else value

    @property
    def _days(self) -> timedelta:
        return self.on - self.template.on

    @property
    def _seconds(self) -> float:
        return self._days.total_seconds()

    @property
    def _places(self) -> int:
        return (self.day - self.template.day) * self.template.places

    def _date(self, text: str) -> str:
        return (date.fromisoformat(text) + self._days).isoformat()

    def _notice(self, ordinal: int) -> int:
        nth = (ordinal - 1) % self.template.numbered.notices
        return self.before_this_year.notices + nth + 1

    def _entry(self, ordinal: int) -> int:
        nth = (ordinal - 1) % self.template.numbered.not_done
        return self.before_this_year.not_done + nth + 1

    def _mandate(self, ordinal: int) -> int:
        nth = (ordinal - 1) % self.template.numbered.mandates
        return self.before_this_year.mandates + nth + 1

    def _number(self, number: str) -> str:
        ordinal = int(number.split("-")[1])
        if number.startswith("D"):
            return number_of_mandate(self.on.year, self._mandate(ordinal))
        if number.startswith("B"):
            return number_of(self.on.year, self._entry(ordinal))
        return f"{self.on.year}-{self._notice(ordinal):04d}"

    def _somebody_else(self, person_key: str) -> str:
        return sha256(f"{person_key} {self.day}".encode()).hexdigest()[: len(person_key)]


def chained(
    events: list[tuple[Value, ...]], columns: list[str], link: str
) -> list[tuple[Value, ...]]:
    """Return events with the links of a chain that goes on after `link`."""
    seq, at, actor, body = (columns.index(name) for name in ("seq", "at", "actor", "body"))
    last = columns.index("link")
    found = []
    for row in sorted(events, key=lambda row: int(row[seq] or 0)):
        link = audit_link(link, int(row[seq] or 0), str(row[at]), str(row[actor]), str(row[body]))
        found.append((*row[:last], link, *row[last + 1 :]))
    return found


def _moved(
    rows: Iterable[tuple[Value, ...]], moves: list[Callable[[Value], Value]]
) -> list[tuple[Value, ...]]:
    return [tuple(move(value) for move, value in zip(moves, row, strict=True)) for row in rows]


def _whole_if(seconds: float, before: str) -> str:
    """Write a number the way the one before was written."""
    return str(seconds) if "." in before else str(int(seconds))
