"""身体不舒服 at the kiosk: taken back when it was a slip, and never left unheard."""

from __future__ import annotations

import pytest

from hall.boards.guide import GuideBoard
from hall.help.messages import RequestHelp, TakeBackHelp
from kiosk.mistaken import TAKE_BACK_SHOWN_S
from kiosk.views import MessageView
from tests.kiosk.visit import Visit, shown


def keys(visit: Visit) -> list[str]:
    body = visit.on.view().body
    assert isinstance(body, MessageView)
    return [key.action for key in body.keys]


def alarms(visit: Visit) -> list[str]:
    board = visit.gateway.snapshot("guide", "guide-1").board
    assert isinstance(board, GuideBoard)
    return [seen.kind for seen in board.helps.values()]


def test_a_slip_is_taken_back_and_the_page_before_is_there_again(visit):
    visit.touch("start")
    assert visit.touch("unwell") == "help"
    assert keys(visit) == ["write", "mistaken"]
    assert visit.touch("mistaken") == "card"
    assert len(visit.of(TakeBackHelp)) == 1
    assert alarms(visit) == []


def test_the_key_goes_after_a_while_and_the_other_one_does_not_move(visit):
    visit.touch("unwell")
    visit.waits(TAKE_BACK_SHOWN_S - 1)
    assert keys(visit) == ["write", "mistaken"]
    visit.waits(1.5)
    body = visit.on.view().body
    assert ([key.action for key in body.keys], body.arrangement) == (["write"], "pair")
    assert visit.touch("mistaken") == "help"
    assert visit.of(TakeBackHelp) == []
    assert alarms(visit) == ["unwell"]


def test_two_touches_take_it_back_once(visit):
    visit.touch("unwell")
    visit.touch("mistaken")
    visit.touch("mistaken")
    assert len(visit.of(TakeBackHelp)) == 1


def test_only_an_alarm_can_be_a_slip(visit):
    visit.touch("help")
    assert keys(visit) == ["write", "glasses"]


def test_pressing_again_while_somebody_comes_offers_nothing_to_take_back(visit):
    visit.touch("unwell")
    visit.waits(TAKE_BACK_SHOWN_S + 1)
    visit.look()
    visit.touch("back")
    visit.touch("unwell")
    assert keys(visit) == ["write"]
    assert len(visit.of(RequestHelp)) == 1


def test_a_slip_before_the_hall_has_answered_is_taken_back_when_it_does(visit):
    visit.lose_next_reply = True
    visit.touch("unwell")
    visit.touch("mistaken")
    assert visit.of(TakeBackHelp) == []
    visit.waits(2)
    assert len(visit.of(TakeBackHelp)) == 1
    assert alarms(visit) == []


@pytest.mark.parametrize("before", [(), ("start",)])
def test_without_the_hall_it_says_to_call_out_loud(visit, before):
    for action in before:
        visit.touch(action)
    visit.cut()
    visit.touch("unwell")
    assert "大声叫人" in "".join(shown(visit))
    assert "旁边的人，请打120" in shown(visit)
    assert "大声叫人" in visit.said[-1]
    assert "mistaken" not in keys(visit)
