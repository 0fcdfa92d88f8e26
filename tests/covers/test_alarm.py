"""Somebody is taken ill: what a staff station shows, and what it asks of the hall."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from hall.help.messages import (
    AcknowledgeHelp,
    FinishHelp,
    HelpMoment,
    HelpRequested,
    HelpView,
    NoteHelp,
    RequestHelp,
    TakeBackHelp,
)
from hall.kernel.errors import HallUnreachable, NotAllowed
from hall.kernel.messages import Answer
from launch.words import words_of
from tests.helpers.facts import FACTS
from ui_kit.covers.alarm import STEPS, AlarmDesk

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def ill(help_id="h1", station_id="kiosk-1", state="open", **more):
    return HelpView(
        id=help_id,
        station_id=station_id,
        kind="unwell",
        ticket_id=more.pop("ticket_id", None),
        state=state,
        requested_at=NOON.isoformat(),
        **more,
    )


@pytest.fixture
def desk():
    ids = count(1)
    return AlarmDesk(words_of("staff"), "guide-1", lambda: f"id-{next(ids)}")


def told(desk, *alarms, numbers=None):
    by_id = {one.id: one for one in alarms}
    desk.board_changed(FACTS, by_id, lambda ticket_id: (numbers or {}).get(ticket_id, ""))


def at(seconds):
    return NOON + timedelta(seconds=seconds)


def test_the_place_and_the_time_are_on_the_screen_at_once(desk):
    told(desk, ill())
    view = desk.view(at(65))
    assert view.place == "1号取号机旁边"
    assert view.title == "有人身体不舒服"
    assert view.clock == "过了 1:05"
    assert view.answer == "还没有人说去"
    assert [step.label for step in view.steps][:2] == ["别随便动他", "打120"]
    assert desk.sounding


def test_who_has_a_number_is_named_by_it(desk):
    told(desk, ill(ticket_id="t1"), numbers={"t1": "老012"})
    assert desk.view(at(1)).title == "老012身体不舒服"


def test_a_guide_says_that_she_goes_and_notes_each_step(desk):
    told(desk, ill())
    desk.press("alarm_going", "h1")
    desk.press("alarm_step", "h1 called_120")
    desk.press("alarm_finish", "h1")
    going, step, finish = desk.drain()
    assert isinstance(going, AcknowledgeHelp)
    assert isinstance(step, NoteHelp)
    assert (step.help_id, step.note, step.station_id) == ("h1", "called_120", "guide-1")
    assert isinstance(finish, FinishHelp)


def test_a_step_that_was_done_shows_when_and_is_not_pressed_again(desk):
    done = HelpMoment(at=at(20).isoformat(), note="called_120", by="guide-1")
    told(desk, ill(state="acknowledged", timeline=(done,)))
    view = desk.view(at(30))
    step = next(one for one in view.steps if one.name == "alarm_called_120")
    assert (step.second, step.mode) == ("12:00:20 做了", "under_way")
    assert view.answer == "已经有人去了"
    assert not desk.sounding


def test_a_clerk_folds_it_away_and_a_red_line_stays(desk):
    told(desk, ill())
    desk.press("alarm_fold", "")
    assert desk.view(at(1)) is None
    assert desk.strip().words == "1号取号机旁边：有人身体不舒服"
    desk.press("alarm_open", "")
    assert desk.view(at(2)) is not None


def test_a_folded_alarm_that_nobody_answers_comes_back(desk):
    told(desk, ill())
    desk.press("alarm_fold", "")
    told(desk, ill(state="escalated"))
    assert desk.view(at(61)) is not None


def test_a_second_one_is_not_hidden_behind_the_first(desk):
    told(desk, ill("h1"), ill("h2", station_id="c2"))
    assert desk.view(at(1)).more == "别处还有1个人不舒服"
    desk.press("alarm_fold", "")
    told(desk, ill("h1"), ill("h2", station_id="c2"), ill("h3", station_id="kiosk-2"))
    assert desk.view(at(2)).name == "h3"


def test_an_exercise_says_so(desk):
    told(desk, ill(drill=True))
    assert desk.view(at(1)).drill == "演练，不是真的"


def test_the_red_key_shows_the_alarm_before_the_hall_has_said_a_word(desk):
    told(desk)
    desk.tick(10.0)
    desk.press("unwell", "")
    (asked,) = desk.drain()
    assert isinstance(asked, RequestHelp)
    assert (asked.help_kind, asked.station_id) == ("unwell", "guide-1")
    view = desk.view(at(0))
    assert (view.place, view.answer, view.lost) == ("就在这里", "正在告诉大家", "")
    desk.press("unwell", "")
    assert desk.drain() == []


def test_without_the_hall_it_says_whom_to_fetch_and_goes_on_asking(desk):
    told(desk)
    desk.link_changed(linked=False)
    desk.tick(10.0)
    desk.press("unwell", "")
    (asked,) = desk.drain()
    assert desk.view(at(0)).lost == "连不上大厅。请大声喊同事，再打120。"
    assert desk.not_answered(asked, HallUnreachable("gone"))
    desk.tick(11.5)
    assert desk.drain() == [asked]
    assert desk.sounding


def test_what_the_hall_does_not_want_still_says_whom_to_fetch_until_it_is_put_away(desk):
    told(desk)
    desk.press("unwell", "")
    (asked,) = desk.drain()
    assert desk.not_answered(asked, NotAllowed(""))
    assert desk.view(at(1)).lost == "连不上大厅。请大声喊同事，再打120。"
    assert not desk.asked_here
    desk.press("alarm_fold", "")
    assert desk.view(at(2)) is None
    assert not desk.sounding


def test_a_press_by_mistake_is_taken_back_where_it_was_made(desk):
    told(desk)
    desk.tick(10.0)
    desk.press("unwell", "")
    (asked,) = desk.drain()
    seen = ill(station_id="guide-1")
    desk.answered(asked, Answer(5, HelpRequested(help=seen)))
    told(desk, seen)
    keys = [key.name for key in desk.view(at(1)).keys]
    assert "alarm_take_back" in keys
    desk.press("alarm_take_back", "")
    (back,) = desk.drain()
    assert isinstance(back, TakeBackHelp)
    assert (back.help_id, back.station_id) == ("h1", "guide-1")
    desk.tick(30.0)
    assert "alarm_fold" in [key.name for key in desk.view(at(20)).keys]
    told(desk)
    assert desk.view(at(21)) is None
    assert not desk.asked_here


def test_elsewhere_nobody_takes_it_back(desk):
    told(desk, ill())
    assert "alarm_take_back" not in [key.name for key in desk.view(at(1)).keys]


def test_every_step_has_its_words_and_its_picture(desk):
    told(desk, ill())
    view = desk.view(at(1))
    assert len(view.steps) == len(STEPS) == 6
    assert all(step.label and step.icon for step in view.steps)
