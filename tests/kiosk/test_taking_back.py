"""A wrong number is given back; who cannot give it back is told why and by whom it is put right."""

from __future__ import annotations

import pytest

from hall.calls.messages import CallNext, OpenCounter
from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.tickets.messages import TakeTicket, UndoTicket
from kiosk.views import SlipView
from kiosk.wishes import Say
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import Story, open_local_hall
from tests.kiosk.people import card
from tests.kiosk.visit import Visit, shown, to_confirm, with_facts


def with_a_number(visit: Visit) -> Visit:
    to_confirm(visit)
    assert visit.touch("yes") == "slip"
    visit.look()
    return visit


def keys_of(visit: Visit) -> list[str]:
    body = visit.on.view().body
    assert isinstance(body, SlipView)
    return [key.action for key in body.keys]


def test_who_took_the_wrong_number_chooses_again_and_is_still_known(visit):
    with_a_number(visit)
    assert "undo" in keys_of(visit)
    assert visit.touch("undo") == "undone"
    assert "老001" in shown(visit)
    assert "小票扔掉，或交给工作人员" in shown(visit)
    assert "小票扔掉" in visit.said[-1]
    assert visit.touch("choose_again") == "groups"
    visit.touch("group", "medical")
    visit.touch("matter", "m-medical")
    assert visit.touch("yes") == "slip"
    first, second = visit.of(TakeTicket)
    assert first.visitor.id_number == second.visitor.id_number
    assert [slip.digits for slip in visit.slips] == ["001", "002"]
    board = visit.gateway.snapshot("queue").board
    assert [one.number for one in board.floor.tickets.values()] == ["老002"]


def test_two_touches_take_one_number_back(visit):
    with_a_number(visit)
    visit.touch("undo")
    visit.touch("undo")
    assert len(visit.of(UndoTicket)) == 1


def test_a_lost_reply_takes_the_number_back_once_and_says_so(visit):
    with_a_number(visit)
    visit.lose_next_reply = True
    assert visit.touch("undo") == "undoing"
    assert visit.waits(1.5) == "undone"
    first, second = visit.of(UndoTicket)
    assert first == second


def test_who_wants_no_number_after_all_goes_and_nothing_is_kept(visit):
    with_a_number(visit)
    visit.touch("undo")
    assert visit.touch("done") == "home"
    assert visit.on.session.void == ""
    assert visit.on.session.guest is None


def test_the_key_is_there_for_a_minute(visit):
    with_a_number(visit)
    visit.waits(20)
    visit.touch("accompany")
    visit.waits(25)
    assert visit.touch("back") == "slip"
    assert "undo" in keys_of(visit)
    visit.waits(14.5)
    assert "undo" in keys_of(visit)
    visit.waits(0.5)
    assert visit.page == "slip"
    assert "undo" not in keys_of(visit)
    assert visit.touch("undo") == "slip"
    assert visit.of(UndoTicket) == []


def test_a_copy_is_not_taken_back_the_number_has_long_been_given(visit):
    with_a_number(visit)
    visit.touch("done")
    to_confirm(visit)
    visit.touch("yes")
    assert visit.touch("reprint") == "slip"
    assert "undo" not in keys_of(visit)


def test_who_is_called_already_is_told_where_and_may_call_a_person(visit):
    with_a_number(visit)
    clerk = Story(visit.gateway)
    clerk.says(OpenCounter, counter_id="c2", clerk_id="k1")
    assert clerk.says(CallNext, counter_id="c2").ticket.number == "老001"
    assert visit.touch("undo") == "not_undone"
    visit.look()
    assert "已经叫到您了" in shown(visit)
    assert "figure='2'" in shown(visit)
    assert "已经叫到您了" in visit.said[-1]
    assert visit.touch("help") == "not_undone"
    assert "001" in shown(visit)
    assert len(visit.of(RequestHelp)) == 1
    assert visit.touch("done") == "home"


def test_a_silent_hall_leaves_the_number_on_the_page_and_sends_a_person(visit):
    with_a_number(visit)
    visit.link = False
    visit.touch("undo")
    assert visit.waits(3) == "not_undone"
    assert "请拿好小票" in shown(visit)
    assert "001" in shown(visit)
    assert [one.help_kind for one in visit.of(RequestHelp)] == ["help"]
    visit.link = True
    assert visit.waits(2) == "undone"


def test_an_answer_that_comes_while_the_question_stands_waits_behind_it(visit):
    with_a_number(visit)
    visit.lose_next_reply = True
    visit.touch("undo")
    visit.link = False
    assert visit.waits(63) == "still_there"
    visit.link = True
    visit.waits(2)
    assert visit.touch("still_here") == "undone"
    assert "老001" in shown(visit)


def test_the_key_is_not_offered_while_the_hall_cannot_be_reached(visit):
    with_a_number(visit)
    visit.cut()
    assert visit.page == "slip"
    assert "undo" not in keys_of(visit)


def test_in_a_hall_with_one_queue_no_new_number_is_taken_by_itself(tmp_path):
    facts = with_facts(FACTS, matters=(matter("only", "领养老金", "pension"),))
    with open_local_hall(tmp_path, facts) as (hall, _clock):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        visit.put(card())
        assert visit.spoken() == "slip"
        visit.touch("undo")
        visit.spoken()
        assert visit.touch("choose_again") == "groups"
        assert len(visit.of(TakeTicket)) == 1


def test_after_a_death_a_number_is_taken_back_quietly(visit):
    visit.put(card())
    visit.spoken()
    visit.touch("group", "other")
    visit.touch("matter", "m-death")
    visit.touch("yes")
    visit.touch("undo")
    assert [wish for wish in visit.wishes if isinstance(wish, Say)][-1].quiet


@pytest.mark.parametrize("page", ["undone", "not_undone"])
def test_who_walks_away_is_asked_and_forgotten(visit, page):
    with_a_number(visit)
    if page == "not_undone":
        visit.silent = True
        visit.link = False
    visit.touch("undo")
    visit.waits(3)
    assert visit.page == page
    assert visit.waits(60) == "still_there"
    assert visit.waits(30) in ("home", "hall_gone")
    assert visit.on.session.guest is None
