"""Working days: a kept library of holidays, and hall.toml, which wins over it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from hall.visits.workdays import WorkingDays
from launch.check_config import advise
from launch.demo.clock import demo_start
from launch.paths import DEMO_CONFIG
from launch.settings import load_hall
from launch.workdays import STATUTORY_DAYS, calendar_of, check_calendar, working_days_of
from tests.settings.folder import Folder


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path)


def settings(folder: Folder):
    return load_hall(folder.path).settings


def days_of(folder: Folder) -> WorkingDays:
    return working_days_of(settings(folder))


def without_days_of_its_own(folder: Folder) -> Folder:
    text = "\n".join(folder.lines("hall.toml"))
    tables = [one for one in text.split("\n[") if not one.startswith(("[holiday", "[working_day"))]
    folder.write("hall.toml", "\n[".join(tables).splitlines())
    return folder


def names(folder: Folder, table: str, day: str) -> Folder:
    lines = folder.lines("hall.toml")
    folder.write("hall.toml", [*lines, "", f"[[{table}]]", f"date = {day}", 'name = "样例"'])
    return folder


def test_the_national_day_is_free_and_the_weekend_before_it_is_worked(folder):
    days = days_of(folder)
    assert not days.is_working_day(date(2026, 10, 1))
    assert not days.is_working_day(date(2026, 10, 7))
    assert days.is_working_day(date(2026, 9, 20))
    assert days.is_working_day(date(2026, 10, 10))
    assert days.after(date(2026, 9, 30), 1) == date(2026, 10, 8)


def test_what_the_hall_says_of_a_day_wins(folder):
    names(names(folder, "working_day", "2026-10-02"), "holiday", "2026-10-10")
    days = days_of(folder)
    assert days.is_working_day(date(2026, 10, 2))
    assert not days.is_working_day(date(2026, 10, 10))


def test_a_year_nobody_knows_counts_monday_to_friday_and_that_is_said(folder):
    without_days_of_its_own(folder)
    assert days_of(folder).is_working_day(date(2027, 10, 1))
    assert calendar_of(settings(folder)).known_until == date(2026, 12, 31)
    path = str(folder.path / "hall.toml")
    assert advise([path], date(2026, 12, 1)) == []
    (line,) = advise([path], date(2026, 12, 2))
    assert "business_day.weekdays: warning: the holidays of 2027 are not known" in line
    assert "chinesecalendar" in line


def test_a_year_whose_holidays_the_hall_names_is_known(folder):
    without_days_of_its_own(folder)
    for day in range(1, STATUTORY_DAYS + 1):
        names(folder, "holiday", f"2027-10-{day:02d}")
    assert list(check_calendar(settings(folder), date(2027, 11, 30))) == []
    assert list(check_calendar(settings(folder), date(2027, 12, 2)))


def test_one_day_of_a_year_is_not_its_holidays(folder):
    names(without_days_of_its_own(folder), "holiday", "2027-01-01")
    assert not days_of(folder).is_working_day(date(2027, 1, 1))
    assert list(check_calendar(settings(folder), date(2026, 12, 2)))


@pytest.mark.parametrize(
    ("today", "plays"),
    [
        ("2026-11-23", "2026-11-23"),
        ("2026-11-21", "2026-11-23"),  # a Saturday
        ("2026-10-02", "2026-10-08"),  # the National Day's week
        ("2027-01-01", "2027-01-04"),
    ],
)
def test_the_demo_plays_on_a_day_on_which_its_hall_works(today, plays):
    noon = datetime.fromisoformat(f"{today}T12:00:00+08:00")
    start = demo_start(noon, load_hall(DEMO_CONFIG).settings)
    assert start.isoformat() == f"{plays}T09:40:00+08:00"
