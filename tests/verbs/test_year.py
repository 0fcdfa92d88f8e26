"""The year of the benchmark is what a hall would have written: a copied day against a lived one."""

from __future__ import annotations

import re
import shutil
from datetime import date

import pytest

from hall.store.checking import faults_of
from hall.store.engine import open_engine, sqlite_url
from hall.store.snapshots import take_snapshot
from launch.bench.year import caring
from launch.bench.year.build import add_copy, connected, lived, make_year, template_of
from launch.bench.year.copies import STANDING, added, rows_of
from launch.bench.year.standing import begin_what_lies_open, is_to_be_rung_up

MONDAY, WEDNESDAY = date(2026, 3, 2), date(2026, 3, 4)
VISITS = 20
RANDOM = {("blob", "sealed"), ("case_holder", "person_key"), ("event", "link")}
"""Random bytes; whose card it was; and what follows from an event that differs by its dates."""

EMPTIED = {"visitor", "mandate_principal"}
"""Who came goes when the day closes; whose card finds a mandate goes when that is closed."""

WORKING_DAYS = re.compile(r'("promised_on":)"[^"]*"')


@pytest.fixture(scope="module")
def days(tmp_path_factory):
    """Three days lived through, and a copy of the second in place of the third."""
    folder = tmp_path_factory.mktemp("year")
    state, copied = folder / "lived", folder / "copied"
    state.mkdir()
    seen, places = [], []
    with lived(state, MONDAY) as day:
        for number in (1, 2, 3):
            with connected(state) as connection:
                seen.append(rows_of(connection))
            if number == 3:
                shutil.copytree(state, copied)
            began = day.hall.seq()
            day.play(number, VISITS)
            places.append(day.hall.seq() - began)
    with connected(state) as connection:
        third = added(seen[2], rows_of(connection))
    with connected(copied) as connection:
        template = template_of(connection, seen[1], 2, date(2026, 3, 3), places[1])
        connection.execute("DELETE FROM due WHERE due_id LIKE 'open-%'")
        add_copy(connection, template, 3, WEDNESDAY)
        connection.commit()
        copy = added(seen[2], rows_of(connection))
    assert len(set(places)) == 1
    return template, third, copy


def told(template, name, row):
    """A row as text, without what cannot be the same."""
    cells = []
    for column, value in zip(template.columns[name], row, strict=True):
        reminder = column == "due_s" and str(row[1]).startswith("remind-")
        if reminder or (name, column) in RANDOM or column == "promised_on":
            cells.append("…")
        elif isinstance(value, float):
            cells.append(f"{value:.3f}")
        else:
            cells.append(WORKING_DAYS.sub(r"\1…", str(value)))
    return " | ".join(cells)


def test_a_copied_day_is_what_the_same_deeds_have_written(days):
    template, third, copy = days
    third["due"] = [row for row in third["due"] if not str(row[1]).startswith("open-")]
    for name in third:
        if name in STANDING:
            continue
        lived_rows = sorted(told(template, name, row) for row in third[name])
        copied_rows = sorted(told(template, name, row) for row in copy[name])
        assert copied_rows == lived_rows, name


def test_the_day_that_is_copied_has_something_of_everything(days):
    template, _, _ = days
    empty = {name for name, rows in template.rows.items() if not rows}
    assert empty == EMPTIED


def test_on_a_morning_something_lies_open_in_every_room(tmp_path):
    with lived(tmp_path, MONDAY) as day:
        day.clock.advance(3600.0)
        day.hall.run_due()
        begin_what_lies_open(day)
        caring.takes_pictures(day, day.greets(caring.BROUGHT, 1))
        is_to_be_rung_up(day, day.greets(caring.BROUGHT, 2)["visit_id"])
        parts = day.hall.parts
        board = take_snapshot(parts.engine, parts.facts, "guide", "guide-1").board
    rooms = ("box", "pictures", "home_visits", "mailings", "follow_ups", "not_done", "mandates")
    assert [name for name in rooms if not getattr(board, name)] == []


def test_a_short_year_is_whole(tmp_path):
    made = make_year(tmp_path, date(2026, 3, 20), days=8, visits_a_day=VISITS)
    assert made.days == 8
    engine = open_engine(sqlite_url(tmp_path))
    assert faults_of(engine) == []
    engine.dispose()
