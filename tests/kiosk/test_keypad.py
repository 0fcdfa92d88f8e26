"""Who does not see the glass takes a number by keypad: digits, arrows, and what is said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hall.help.messages import RequestHelp
from hall.tickets.messages import TakeTicket
from kiosk.keypad import PRESSES, Activate, Change, Focus, Press, Tell, answers, deed, stops
from kiosk.presenter import Presenter
from kiosk.wishes import SetVolume, UseHeadphones
from tests.kiosk.people import card, setup, tongue
from tests.kiosk.visit import Visit


@pytest.fixture
def blind(visit: Visit) -> Visit:
    """A visitor who has found the keypad: the first press told how it works."""
    keys(visit, "again")
    return visit


def keys(visit: Visit, *presses: Press) -> str:
    """Press keys at the pace of somebody who listens."""
    for press in presses:
        visit.now_s += 1.0
        visit.on.tick(visit.now_s, visit.local)
        visit.on.keypad.press(press)
        visit._settle()
    return visit.page


def test_the_first_press_says_how_it_works_then_reads_the_page_and_its_answers(visit):
    assert keys(visit, "1") == "home"
    said = visit.said[-1]
    assert said.startswith("这里可以用键盘办。按数字选")
    assert "按一，取号办事。按二，问问要带什么。" in said


def test_from_card_to_slip_by_digits_only(blind):
    assert blind.put(card()) == "greeting"
    assert "按一，继续。按二，替家里老人办。按三，我说不清楚。" in blind.said[-1]
    assert keys(blind, "1") == "groups"
    assert blind.said[-1].startswith("您今天来办什么事？找不到，就点“叫人帮忙”。按一，")
    assert keys(blind, "1") == "matters"
    assert blind.said[-1].startswith("您办哪一件？按一，")
    assert keys(blind, "1") == "confirm"
    assert blind.said[-1].endswith("按一，对。按二，不对，重选。按三，替家里老人办。")
    assert keys(blind, "1") == "slip"
    assert blind.slips[0].digits == "001"
    assert "您的号是" in blind.said[-1]
    assert len(blind.of(TakeTicket)) == 1


def test_nobody_is_named_by_the_keypad(blind):
    blind.put(card())
    keys(blind, "next", "next", "previous", "enter")
    keys(blind, "1", "1", "1")
    assert not any("王" in said or "410199" in said for said in blind.said)


def test_from_card_to_slip_by_arrows_and_enter_only(blind):
    blind.put(card())
    for page in ("groups", "matters", "confirm", "slip"):
        keys(blind, "next")
        assert blind.said[-1].startswith("按一，")
        assert keys(blind, "enter") == page


def test_arrows_go_through_the_answers_then_the_dock_and_round(blind):
    found = stops(blind.on.view())
    heard = []
    for _ in range(len(found) + 1):
        keys(blind, "next")
        heard.append(blind.said[-1])
    assert heard[0] == heard[-1] == "按一，取号办事。"
    assert heard[len(found) - 2 :] == ["叫人帮忙。", "身体不舒服。", "按一，取号办事。"]
    keys(blind, "previous", "previous")
    assert blind.said[-1] == "叫人帮忙。"


def test_enter_without_a_focus_finds_the_first_answer_and_presses_nothing(blind):
    assert keys(blind, "enter") == "home"
    assert blind.said[-1] == "按一，取号办事。"
    assert keys(blind, "enter") == "card"


def test_a_new_page_begins_without_a_focus(blind):
    keys(blind, "next", "enter")
    assert blind.on.view().focus == ""


def test_a_key_that_is_switched_on_says_so(blind):
    while "说慢一点" not in blind.said[-1]:
        keys(blind, "next")
    assert blind.said[-1] == "说慢一点。"
    keys(blind, "enter", "next", "previous")
    assert blind.said[-1] == "说慢一点，开着。"


def test_a_group_is_told_with_its_examples_when_the_focus_comes_to_it(blind):
    blind.put(card())
    keys(blind, "1", "next")
    assert "比如" in blind.said[-1]


@pytest.mark.parametrize(("press", "page"), [("again", "groups"), ("back", "greeting")])
def test_again_and_back_are_everywhere(blind, press, page):
    blind.put(card())
    keys(blind, "1")
    assert keys(blind, press) == page
    assert "按一，" in blind.said[-1]


def test_a_digit_too_high_and_a_step_back_from_home_are_told(blind):
    keys(blind, "8")
    assert blind.said[-1] == "这一页没有这个数，按零再听一遍。"
    keys(blind, "back")
    assert blind.said[-1] == "这一页没有上一步。"


def test_help_is_called_at_once_even_by_the_first_press(visit):
    assert keys(visit, "help") == "help"
    assert len(visit.of(RequestHelp)) == 1
    assert "工作人员马上来" in visit.said[-1]
    assert "按一，我写给您看。" in visit.said[-1]


def test_who_cannot_write_is_told_that_somebody_comes_all_the_same(blind):
    keys(blind, "help")
    assert keys(blind, "1") == "write"
    assert "写字要用手指" in blind.said[-1]
    assert keys(blind, "back") == "help"


def test_the_greeting_waits_for_whoever_is_choosing(blind):
    blind.put(card())
    assert blind.spoken() == "greeting"
    assert blind.waits(30) == "greeting"


def test_any_key_says_i_am_still_here(blind):
    blind.put(card())
    keys(blind, "1", "1", "1")
    blind.waits(61)
    assert blind.page == "still_there"
    assert keys(blind, "5") == "confirm"
    assert "按一，对。" in blind.said[-1]


def test_a_number_said_once_more_stays(blind):
    blind.put(card())
    keys(blind, "1", "1", "1", "1")
    blind.spoken()
    assert blind.waits(15) == "slip"
    keys(blind, "again")
    assert blind.waits(15) == "slip"
    assert blind.waits(10) == "home"


def test_a_trembling_finger_answers_one_page_only(blind):
    blind.put(card())
    keys(blind, "1")
    for _ in range(3):
        blind.now_s += 0.2
        blind.on.tick(blind.now_s, blind.local)
        blind.on.keypad.press("1")
        blind._settle()
    assert blind.page == "groups"


def test_plus_and_minus_turn_the_volume_and_stop_at_the_ends(blind):
    keys(blind, "louder", "louder", "softer", "softer", "softer")
    steps = [wish.step for wish in blind.wishes if isinstance(wish, SetVolume)]
    assert steps[-3:] == [2, 1, 0]
    assert blind.said[-4:] == [
        "声音已经最大了。", "好的，声音小一点。", "好的，声音小一点。", "声音已经最小了。",
    ]  # fmt: skip


def test_without_headphones_the_key_says_that_there_are_none(blind):
    keys(blind, "headphones")
    assert blind.said[-1] == "这台机器不能插耳机。"
    assert not any(isinstance(wish, UseHeadphones) for wish in blind.wishes)


def test_headphones_are_for_one_visit(visit):
    visit.on = Presenter(replace(setup(), headphones=True))
    visit.on.reader_session(visit.epoch)
    visit.look()
    keys(visit, "again", "headphones")
    assert visit.said[-1] == "现在从耳机里说，别人听不见。"
    visit.waits(61)
    wanted = [wish.wanted for wish in visit.wishes if isinstance(wish, UseHeadphones)]
    assert wanted == [True, False]


def test_the_mode_ends_with_the_visit(blind):
    blind.put(card())
    keys(blind, "1", "1", "1", "1", "1")
    assert blind.page == "home"
    assert blind.on.comfort.default
    blind.touch("again")
    assert "按一" not in blind.said[-1]


def test_touch_goes_on_working_between_presses(blind):
    blind.put(card())
    keys(blind, "1")
    assert blind.touch("group", "pension") == "matters"
    assert "按一，" in blind.said[-1]


def test_in_english_the_keypad_speaks_english(visit):
    told = Visit(visit.gateway, tongues=(tongue("en"),))
    keys(told, "again")
    assert "Press a digit to choose" in told.said[-1]
    assert "Press 1 for: Take a ticket." in told.said[-1]


@pytest.mark.parametrize("press", PRESSES)
def test_every_press_means_something_on_the_home_page(visit, press):
    view = visit.on.view()
    found = deed(press, view)
    if press.isdigit():
        there = int(press) <= len(answers(view.body))
        assert isinstance(found, Activate if there else Tell)
    elif press == "back":
        assert found == Tell("no_back")
    else:
        assert isinstance(found, Focus | Change)
