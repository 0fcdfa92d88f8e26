"""Somebody is taken ill: everybody on duty sees it, and the hall writes down when what was done."""

from datetime import timedelta

import pytest

from hall.help.messages import (
    AcknowledgeHelp,
    FinishHelp,
    HelpFinished,
    HelpNoted,
    HelpRequested,
    HelpTakenBack,
    NoSuchHelp,
    NoteHelp,
    NotForThisHelp,
    NothingNew,
    RequestHelp,
    TakeBackHelp,
    TooLateToTakeBack,
)
from hall.kernel.errors import KnownError
from hall.tickets.messages import CloseDay
from tests.helpers.halls import MONDAY_0940


def falls_ill(hall, station_id="kiosk-1", **more):
    asked = hall.says(RequestHelp, station_id=station_id, help_kind="unwell", **more)
    assert isinstance(asked, HelpRequested)
    return asked.help


def alarms(hall):
    return hall.look("console", "c1").alarms


def test_every_staff_station_sees_the_alarm_and_where_it_is(hall):
    seen = falls_ill(hall)
    for counter in ("c1", "c2", "c3"):
        (alarm,) = hall.look("console", counter).alarms.values()
        assert (alarm.id, alarm.station_id, alarm.state) == (seen.id, "kiosk-1", "open")
    assert hall.look("guide", "").helps[seen.id].kind == "unwell"


def test_the_alarm_stands_until_a_person_ends_it(hall):
    seen = falls_ill(hall)
    hall.says(AcknowledgeHelp, help_id=seen.id, station_id="guide-1")
    assert alarms(hall)[seen.id].state == "acknowledged"
    guide = hall.look("guide", "")
    assert seen.id not in guide.helps
    assert guide.under_way[seen.id].state == "acknowledged"
    hall.says(CloseDay, station_id="manager")
    assert seen.id in alarms(hall)
    assert isinstance(hall.says(FinishHelp, help_id=seen.id), HelpFinished)
    assert not alarms(hall)
    assert not hall.look("guide", "").under_way


def test_the_times_of_the_record_are_written_by_the_hall(hall):
    seen = falls_ill(hall)
    hall.advance(5)
    hall.says(AcknowledgeHelp, help_id=seen.id)
    hall.advance(20)
    assert isinstance(hall.says(NoteHelp, help_id=seen.id, note="called_120"), HelpNoted)
    assert hall.says(NoteHelp, help_id=seen.id, note="called_120") == NothingNew()
    hall.advance(300)
    done = hall.says(FinishHelp, help_id=seen.id).help
    at = [MONDAY_0940 + timedelta(seconds=passed) for passed in (5, 25, 325)]
    assert [(one.note, one.at[:19]) for one in done.timeline] == [
        ("acknowledged", at[0].isoformat()[:19]),
        ("called_120", at[1].isoformat()[:19]),
        ("finished", at[2].isoformat()[:19]),
    ]


@pytest.mark.rules(help_take_back_s=10)
def test_a_press_by_mistake_is_taken_back_by_who_pressed_and_at_once_only(hall):
    seen = falls_ill(hall)
    elsewhere = hall.says(TakeBackHelp, help_id=seen.id, station_id="kiosk-2")
    assert elsewhere == NoSuchHelp()
    hall.advance(2)
    assert isinstance(hall.says(TakeBackHelp, help_id=seen.id, station_id="kiosk-1"), HelpTakenBack)
    assert not alarms(hall)
    late = falls_ill(hall)
    hall.advance(11)
    said = hall.says(TakeBackHelp, help_id=late.id, station_id="kiosk-1")
    assert said == TooLateToTakeBack()
    assert late.id in alarms(hall)


def test_an_exercise_says_so_everywhere(hall):
    seen = falls_ill(hall, drill=True)
    assert alarms(hall)[seen.id].drill
    assert hall.look("guide", "").helps[seen.id].drill


def test_only_an_alarm_can_be_an_exercise(hall):
    with pytest.raises(KnownError):
        hall.says(RequestHelp, station_id="kiosk-1", help_kind="help", drill=True)


def test_a_step_of_an_errand_is_no_step_of_an_alarm(hall):
    seen = falls_ill(hall)
    assert hall.says(NoteHelp, help_id=seen.id, note="copied") == NotForThisHelp()


def test_a_request_for_help_is_not_everybodys(hall):
    hall.says(RequestHelp, station_id="kiosk-1", help_kind="help")
    assert not alarms(hall)
