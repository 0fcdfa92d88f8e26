"""Whoever was served says how it was at the kiosk: a key, the card, one face."""

from __future__ import annotations

from datetime import date

import pytest

from devices.ports import CardUnreadable, Offline
from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.care.feelings.messages import FindService, GiveFeeling
from kiosk.views import ChoiceView, HomeView, MessageView
from tests.helpers.halls import Story
from tests.kiosk.people import card

NUMBER, BORN = "410199195103020014", date(1951, 3, 2)


def was_served(visit, matter_id="m-pension"):
    story = Story(visit.gateway)
    story.takes(matter_id, number=NUMBER, born=BORN.isoformat())
    story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    ticket = story.says(CallNext, counter_id="c1").ticket
    for deed in (StartService, FinishService):
        story.says(deed, counter_id="c1", ticket_id=ticket.id)
    return ticket


def test_two_touches_and_a_card(visit):
    ticket = was_served(visit)
    assert visit.touch("say_how") == "say_card"
    assert visit.put(card()) == "say_faces"
    body = visit.on.view().body
    assert isinstance(body, ChoiceView)
    assert [key.label for key in body.keys] == [
        "非常满意", "满意", "基本满意", "不满意", "非常不满意",
    ]  # fmt: skip
    assert visit.touch("face", "4") == "said"
    (given,) = visit.of(GiveFeeling)
    assert (given.ticket_id, given.score, given.channel) == (ticket.id, 4, "kiosk")
    assert visit.waits(6) == "home"


def test_the_card_is_used_to_find_the_number_and_kept_nowhere(visit):
    was_served(visit)
    visit.touch("say_how")
    visit.put(card())
    assert NUMBER not in repr(visit.on.session)
    assert NUMBER not in repr(visit.of(FindService))
    assert visit.on.session.guest is None


def test_whoever_would_rather_not_goes_back_and_nothing_is_said(visit):
    was_served(visit)
    visit.touch("say_how")
    visit.put(card())
    assert visit.touch("back") == "home"
    assert visit.of(GiveFeeling) == []


@pytest.mark.parametrize(
    ("matter_id", "again", "title"),
    [
        ("", False, "没找到\n今天办完的号"),
        ("m-pension", True, "您已经说过了"),
        ("m-death", False, "请您慢走"),
    ],
)
def test_where_nothing_is_to_be_said_the_page_says_why(visit, matter_id, again, title):
    if matter_id:
        was_served(visit, matter_id)
    if again:
        visit.touch("say_how")
        visit.put(card())
        visit.touch("face", "5")
        visit.touch("done")
    visit.touch("say_how")
    assert visit.put(card()) == "say_none"
    body = visit.on.view().body
    assert isinstance(body, MessageView)
    assert body.title == title
    assert (body.drawing == "") is (matter_id == "m-death"), "no cheer after a death"


def test_a_card_nobody_can_read_leads_to_the_desk(visit):
    visit.touch("say_how")
    assert visit.tells(CardUnreadable("lifted", visit.epoch)) == "say_card"
    assert visit.tells(CardUnreadable("lifted", visit.epoch)) == "say_none"


def test_a_kiosk_without_a_reader_does_not_offer_it(visit):
    body = visit.on.view().body
    assert isinstance(body, HomeView)
    assert "say_how" in [key.action for key in body.tiles]
    visit.device("reader", Offline("cable"))
    body = visit.on.view().body
    assert "say_how" not in [key.action for key in body.tiles]
