"""Who would rather not go alone, or cannot walk far."""

from __future__ import annotations

import pytest

from hall.calls.messages import CallNext, OpenCounter
from hall.help.messages import RequestHelp
from hall.tickets.messages import AddNeeds, TakeTicket
from tests.helpers.halls import Story
from tests.kiosk.people import card
from tests.kiosk.visit import Visit, shown, to_confirm


def with_a_number(visit: Visit) -> str:
    to_confirm(visit)
    visit.touch("yes")
    visit.look()
    ticket = visit.on.session.ticket
    assert ticket is not None
    return ticket.id


def test_who_wants_company_is_asked_how_and_somebody_comes(visit):
    ticket_id = with_a_number(visit)
    assert "要人陪" in visit.said[-1]
    assert visit.touch("accompany") == "accompany"
    assert "怎么陪您" in visit.said[-1]
    assert "老001" in shown(visit)
    assert visit.touch("walks") == "accompanied"
    assert "来陪您" in shown(visit)
    (asked,) = visit.of(RequestHelp)
    assert (asked.help_kind, asked.ticket_id) == ("accompany", ticket_id)
    assert visit.of(AddNeeds) == []
    assert visit.touch("done") == "home"


def test_who_cannot_walk_far_gets_a_wheelchair_and_staff_see_it(visit):
    with_a_number(visit)
    visit.touch("accompany")
    assert visit.touch("wheelchair") == "accompanied"
    assert "推轮椅" in shown(visit)
    assert [one.help_kind for one in visit.of(RequestHelp)] == ["accompany"]
    board = visit.gateway.snapshot("guide").board
    assert [person.needs for person in board.people.values()] == [("wheelchair",)]


def test_who_hears_badly_is_fetched_when_the_number_is_called(visit):
    ticket_id = with_a_number(visit)
    assert "听不清" in shown(visit), "the slip page, which promises to call, says where to tell it"
    visit.touch("accompany")
    assert visit.touch("hearing") == "accompanied"
    assert "屏幕会闪" in shown(visit)
    assert "到座位叫您" in shown(visit)
    assert "到座位叫您" in visit.said[-1]
    assert visit.of(RequestHelp) == [], "nobody has to come before the call"
    board = visit.gateway.snapshot("guide").board
    assert [person.needs for person in board.people.values()] == [("hearing",)]
    clerk = Story(visit.gateway)
    clerk.says(OpenCounter, counter_id="c1", clerk_id="k1")
    assert clerk.says(CallNext, counter_id="c1").ticket.id == ticket_id
    hall = visit.gateway.snapshot("hall", "board-1").board
    assert "flash" in hall.attention.values()


def test_whoever_has_the_slip_printed_again_gets_the_wheelchair_too(visit):
    with_a_number(visit)
    visit.touch("done")
    other = Visit(visit.gateway)
    to_confirm(other)
    assert other.touch("yes") == "already"
    assert other.touch("reprint") == "slip"
    other.touch("accompany")
    other.touch("wheelchair")
    board = visit.gateway.snapshot("guide").board
    assert [person.needs for person in board.people.values()] == [("wheelchair",)]


def test_company_costs_no_touch_on_the_way_to_a_number(visit):
    to_confirm(visit)
    assert visit.touch("yes") == "slip"
    assert len(visit.of(TakeTicket)) == 1


def test_the_number_comes_back_when_nobody_is_wanted_after_all(visit):
    with_a_number(visit)
    visit.touch("accompany")
    assert visit.touch("back") == "slip"
    assert visit.of(RequestHelp) == []


def test_two_visitors_who_ask_one_after_the_other_are_both_accompanied(visit):
    with_a_number(visit)
    visit.touch("accompany")
    visit.touch("walks")
    visit.look()
    assert visit.put(card("李大山", number="410199194905010018")) == "greeting"
    assert "李大爷" in shown(visit)
    visit.spoken()
    visit.touch("group", "pension")
    visit.touch("matter", "m-pension")
    visit.touch("yes")
    visit.touch("accompany")
    visit.touch("walks")
    asked = visit.of(RequestHelp)
    assert len({one.ticket_id for one in asked}) == 2


def test_the_same_visitor_is_asked_for_once(visit):
    with_a_number(visit)
    for _ in range(2):
        visit.touch("accompany")
        visit.touch("walks")
        visit.look()
    assert len(visit.of(RequestHelp)) == 1


def test_without_the_hall_the_page_says_whom_to_ask_and_the_wish_is_sent_later(visit):
    with_a_number(visit)
    visit.cut()
    visit.touch("accompany")
    assert visit.touch("wheelchair") == "accompanied"
    assert "请找" in shown(visit)
    assert "老001" in shown(visit)
    visit.mend()
    visit.waits(2)
    assert [one.kind for one in visit.gateway.snapshot("guide").board.helps.values()] == [
        "accompany"
    ]


def test_the_page_passes_by_itself_and_forgets(visit):
    with_a_number(visit)
    visit.touch("accompany")
    visit.touch("walks")
    visit.spoken()
    assert visit.waits(20) == "home"
    assert visit.on.session.guest is None


@pytest.mark.parametrize("touch", ["walks", "wheelchair", "hearing"])
def test_after_a_death_nobody_smiles(visit, touch):
    visit.put(card())
    visit.spoken()
    visit.touch("group", "other")
    visit.touch("matter", "m-death")
    visit.touch("yes")
    visit.touch("accompany")
    assert visit.on.view().body.drawing == ""
    visit.touch(touch)
    assert visit.on.view().body.drawing == ""
