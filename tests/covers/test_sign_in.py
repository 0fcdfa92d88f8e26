"""A guide signs in on the glass, digit by digit."""

from itertools import count

import msgspec
import pytest

from hall.kernel.messages import Answer
from hall.staff.messages import (
    KeepSignedIn,
    NotYourStation,
    SessionView,
    SignedIn,
    SignIn,
    SignInFailed,
    SignInLocked,
    SignOut,
)
from launch.words import words_of
from tests.helpers.facts import FACTS
from ui_kit.covers.sign_in import KEEP_EVERY_S, SignInDesk
from ui_kit.staff_views import KeyView

ASKING = msgspec.structs.replace(FACTS, sign_in_required=True)
UNWELL = KeyView("unwell", "unwell", "身体不舒服")
HERE = SessionView(station_id="guide-1", staff_number="1002", since="", until="")


@pytest.fixture
def desk():
    ids = count(1)
    made = SignInDesk(words_of("staff"), "guide-1", lambda: f"id-{next(ids)}")
    made.board_changed(ASKING, {})
    return made


def types(desk, digits):
    for digit in digits:
        desk.press("sign_in_digit", digit)


def signs_in(desk, number="1002", pin="480263"):
    types(desk, number)
    desk.press("sign_in_enter", "")
    types(desk, pin)
    desk.press("sign_in_enter", "")
    (command,) = desk.drain()
    return command


def test_number_then_pin_then_the_desk_is_free(desk):
    command = signs_in(desk)
    assert isinstance(command, SignIn)
    assert (command.staff_number, command.pin.reveal()) == ("1002", "480263")
    assert desk.view(UNWELL).title == "正在核对"
    desk.answered(command, Answer(4, SignedIn(session=HERE)))
    assert desk.view(UNWELL) is None
    assert desk.staff_name == "周洁"


def test_the_pin_is_shown_as_dots_and_never_as_digits(desk):
    types(desk, "1002")
    desk.press("sign_in_enter", "")
    types(desk, "480")
    view = desk.view(UNWELL)
    assert (view.number, view.pin_dots) == ("1002", 3)
    assert "480" not in repr(view)


def test_a_wrong_pin_is_typed_again_and_the_number_stays(desk):
    command = signs_in(desk, pin="000000")
    desk.answered(command, Answer(4, SignInFailed(station_id="guide-1", staff_number="1002")))
    view = desk.view(UNWELL)
    assert (view.notice, view.number, view.pin_dots) == ("工号或密码不对，请再输一次", "1002", 0)


def test_a_locked_number_says_until_when(desk):
    command = signs_in(desk)
    until = "2026-11-23T01:50:00+00:00"
    locked = SignInLocked(station_id="guide-1", staff_number="1002", until=until)
    desk.answered(command, Answer(4, locked))
    assert desk.view(UNWELL).notice == "输错太多次。\n09:50以后再试，或者找主管"


def test_who_belongs_elsewhere_is_told(desk):
    command = signs_in(desk)
    desk.answered(command, Answer(4, NotYourStation()))
    assert desk.view(UNWELL).notice == "这个工号不在这里登录，请找主管"


def test_no_answer_is_no_wrong_pin(desk):
    command = signs_in(desk)
    desk.not_answered(command)
    assert desk.view(UNWELL).notice == "连不上大厅，请稍等"


def test_a_wrong_digit_is_wiped(desk):
    types(desk, "1003")
    desk.press("sign_in_wipe", "")
    types(desk, "2")
    assert desk.view(UNWELL).number == "1002"


def test_the_red_key_is_there_before_anybody_signed_in(desk):
    assert desk.view(UNWELL).unwell == UNWELL


def test_a_desk_in_use_tells_the_hall_once_a_minute(desk):
    desk.board_changed(ASKING, {"guide-1": HERE})
    desk.touched(100.0)
    desk.touched(110.0)
    desk.touched(100.0 + KEEP_EVERY_S)
    assert [type(one) for one in desk.drain()] == [KeepSignedIn, KeepSignedIn]


def test_who_leaves_signs_out_and_the_next_one_begins_anew(desk):
    desk.board_changed(ASKING, {"guide-1": HERE})
    desk.press("sign_out", "")
    assert isinstance(desk.drain()[0], SignOut)
    desk.board_changed(ASKING, {})
    assert desk.view(UNWELL).number == ""


def test_a_hall_that_does_not_ask_shows_nothing(desk):
    desk.board_changed(FACTS, {})
    assert desk.view(UNWELL) is None
