"""What people live through at the entrance kiosk."""

from __future__ import annotations

from datetime import date

import pytest

from hall.calls.messages import CallNext, MissTicket, OpenCounter
from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.tickets.messages import ReportPrint, TakeTicket
from kiosk.wishes import ForgetVisitor, Say, SetVolume
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import Story, open_local_hall
from tests.kiosk.people import MONDAY, UNKNOWN_CHARACTER, card
from tests.kiosk.visit import Visit, shown, to_confirm, with_facts

FAMILY_CARD = card("赵明", born=date(1980, 5, 6), number="410199198005060011")


def test_an_elder_takes_a_ticket_in_three_touches_after_the_card(visit):
    assert visit.put(card()) == "greeting"
    assert "王大爷" in shown(visit)
    assert visit.spoken() == "groups"
    assert visit.touch("group", "pension") == "matters"
    assert visit.touch("matter", "m-pension") == "confirm"
    assert visit.touch("yes") == "slip"
    assert visit.slips[0].seal == "老"
    assert visit.slips[0].digits == "001"
    assert visit.of(ReportPrint)[0].outcome == "printed"
    assert not any("王" in text for text in visit.said)


def test_a_touch_hastens_the_greeting(visit):
    visit.put(card())
    assert visit.touch("continue") == "groups"


def test_the_greeting_passes_even_when_no_voice_tells_its_end(visit):
    visit.put(card())
    assert visit.waits(8) == "groups"


def test_an_expired_card_still_gets_a_number_and_is_told_so(visit):
    visit.put(card(valid_to=date(2020, 1, 1)))
    assert "身份证到期了，能取号" in shown(visit)
    assert "先给您取号" in visit.said[-1]
    visit.touch("continue")
    visit.touch("group", "pension")
    visit.touch("matter", "m-pension")
    assert visit.touch("yes") == "slip"


def test_somebody_under_sixty_gets_an_ordinary_number(visit):
    visit.put(FAMILY_CARD)
    assert "您也可以在这里取号" in shown(visit)
    visit.touch("continue")
    visit.touch("group", "pension")
    visit.touch("matter", "m-pension")
    visit.touch("yes")
    assert visit.slips[0].seal == "普"


def test_a_name_with_a_character_nobody_can_draw_is_marked_and_said(visit):
    visit.put(card(f"{UNKNOWN_CHARACTER}大力"))
    assert "〓大爷" in shown(visit)
    assert "名字显示不全" in shown(visit)


def test_without_a_card_the_age_is_asked_and_believed(visit):
    visit.touch("start")
    visit.touch("no_card")
    visit.touch("age", "80_plus")
    visit.touch("group", "pension")
    visit.touch("matter", "m-pension")
    assert visit.touch("yes") == "slip"
    assert visit.slips[0].seal == "尊"


def test_two_fast_touches_give_one_ticket(visit):
    to_confirm(visit)
    visit.touch("yes")
    visit.touch("yes")
    assert len(visit.of(TakeTicket)) == 1
    assert len(visit.slips) == 1


def test_a_lost_reply_is_asked_again_with_the_same_command(visit):
    to_confirm(visit)
    visit.lose_next_reply = True
    assert visit.touch("yes") == "printing"
    visit.waits(1.5)
    assert visit.page == "slip"
    first, second = visit.of(TakeTicket)
    assert first == second
    assert len(visit.slips) == 1


def test_back_loses_nothing(visit):
    to_confirm(visit)
    assert visit.touch("back") == "matters"
    assert visit.touch("back") == "groups"
    assert visit.touch("back") == "greeting"
    assert "王大爷" in shown(visit)
    assert visit.touch("for_family") == "elder_age"
    assert visit.touch("age", "80_plus") == "groups"
    visit.touch("group", "pension")
    visit.touch("matter", "m-pension")
    visit.touch("yes")
    assert visit.of(TakeTicket)[0].visitor.behalf_of == "family"


def test_who_comes_for_an_elder_at_home_gets_a_number_of_the_elders_class(visit):
    visit.put(FAMILY_CARD)
    visit.touch("for_family")
    visit.touch("age", "80_plus")
    visit.touch("group", "pension")
    visit.touch("matter", "m-pension")
    assert visit.touch("yes") == "slip"
    assert visit.slips[0].seal == "尊"


def test_the_elders_age_may_be_told_or_taken_back_at_the_last_question(visit):
    to_confirm(visit, FAMILY_CARD)
    assert visit.touch("for_family") == "elder_age"
    assert visit.touch("back") == "confirm"
    visit.touch("for_family")
    assert visit.touch("age", "60_79") == "confirm"
    visit.touch("yes")
    assert visit.of(TakeTicket)[0].visitor.behalf_of == "family"
    assert visit.slips[0].seal == "老"


@pytest.mark.parametrize("misses", [1, 2])
def test_who_missed_a_call_and_puts_the_card_again_waits_again_with_that_number(visit, misses):
    to_confirm(visit)
    visit.touch("yes")
    visit.touch("done")
    clerk = Story(visit.gateway)
    clerk.says(OpenCounter, counter_id="c1", clerk_id="k1")
    for _ in range(misses):
        missed = clerk.says(CallNext, counter_id="c1").ticket
        clerk.says(MissTicket, counter_id="c1", ticket_id=missed.id)
    assert clerk.look().floor.tickets[missed.id].state == ("missed", "parked")[misses - 1]
    to_confirm(visit)
    assert visit.touch("yes") == "already"
    assert clerk.look().floor.tickets[missed.id].state == "waiting"
    assert clerk.says(CallNext, counter_id="c1").ticket.number == "老001"


def test_who_holds_a_number_may_have_it_printed_again_or_take_one_for_another(visit):
    to_confirm(visit)
    visit.touch("yes")
    visit.touch("done")
    to_confirm(visit)
    assert visit.touch("yes") == "already"
    assert "001" in shown(visit)
    assert visit.touch("reprint") == "slip"
    assert visit.slips[-1].reprint
    assert visit.slips[-1].digits == "001"
    visit.touch("done")
    to_confirm(visit)
    visit.touch("yes")
    assert visit.touch("for_other") == "slip"
    assert visit.slips[-1].digits == "002"
    assert not visit.slips[-1].reprint


@pytest.mark.parametrize(
    ("action", "kind"),
    [("help", "help"), ("unwell", "unwell"), ("collect", "collect"), ("not_done", "not_done")],
)
def test_each_call_for_a_person_is_of_its_kind(visit, action, kind):
    assert visit.touch(action) == "help"
    assert [one.help_kind for one in visit.of(RequestHelp)] == [kind]
    visit.look()
    visit.touch(action)
    assert len(visit.of(RequestHelp)) == 1
    assert visit.touch("back") == "home"


def test_help_never_covers_the_number(visit):
    to_confirm(visit)
    visit.touch("yes")
    assert visit.touch("help") == "slip"
    assert visit.of(RequestHelp)[0].ticket_id is not None


def test_nobody_there_forgets_everything(visit):
    to_confirm(visit)
    visit.touch("louder")
    visit.touch("larger")
    visit.touch("lower")
    assert visit.waits(60) == "still_there"
    assert visit.waits(30) == "home"
    everything = shown(visit) + str(vars(visit.on.session)) + str(visit.on.outbox.commands())
    assert "王" not in everything
    assert visit.on.session.guest is None
    assert visit.on.comfort.default
    assert any(isinstance(wish, ForgetVisitor) for wish in visit.wishes)
    volumes = [wish.step for wish in visit.wishes if isinstance(wish, SetVolume)]
    assert volumes[-1] == 1


def test_who_is_still_there_may_say_so_without_end(visit):
    to_confirm(visit)
    for _ in range(12):
        assert visit.waits(60) == "still_there"
        visit.waits(29)
        assert visit.touch("still_here") == "confirm"
    assert visit.touch("yes") == "slip"


def test_the_question_lets_one_tick_go_out_every_half_second(visit):
    to_confirm(visit)
    visit.waits(60)
    first = visit.on.view().body.ticks_left
    visit.waits(10)
    assert first - visit.on.view().body.ticks_left == 20


def test_the_slip_page_stays_twenty_seconds(visit):
    to_confirm(visit)
    visit.touch("yes")
    visit.on.spoken(visit.on.page_no)
    assert visit.waits(19.5) == "slip"
    assert visit.waits(1) == "home"


def test_what_to_bring_leads_on_to_a_number(visit):
    visit.touch("what_to_bring")
    visit.touch("group", "pension")
    assert visit.touch("matter", "m-pension") == "bring"
    assert "身份证" in shown(visit)
    assert visit.touch("take") == "card"
    visit.put(card())
    assert visit.spoken() == "confirm"
    assert visit.touch("yes") == "slip"


def test_in_a_hall_with_one_queue_the_card_alone_gives_the_ticket(tmp_path):
    facts = with_facts(FACTS, matters=(matter("only", "领养老金", "pension"),))
    with open_local_hall(tmp_path, facts) as (hall, _clock):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        visit.put(card())
        assert visit.spoken() == "slip"


def test_after_a_death_nothing_is_cheerful_and_no_people_are_drawn(visit):
    visit.touch("what_to_bring")
    visit.touch("group", "other")
    visit.touch("matter", "m-death")
    visit.touch("take")
    visit.put(card())
    assert visit.on.view().body.drawing == "card_take"
    visit.spoken()
    visit.touch("yes")
    says = [wish for wish in visit.wishes if isinstance(wish, Say)]
    assert says[-1].quiet
    assert "马上就到您" not in shown(visit) + says[-1].text
    assert visit.slips[0].bereavement


def test_outside_the_business_day_the_kiosk_says_when_to_come(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        clock.advance(12 * 3600)
        hall.run_due()
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        to_confirm(visit)
        assert visit.touch("yes") == "closed"
        assert "08:30" in shown(visit)


def test_when_the_hall_has_closed_no_key_promises_a_page_behind(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        clock.advance(12 * 3600)
        hall.run_due()
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        visit.on.tick(0.0, MONDAY.replace(hour=21))
        assert visit.page == "closed"
        assert not visit.on.view().back


def test_the_dock_keys_change_and_say_it(visit):
    visit.touch("slower")
    assert visit.on.view().slow
    assert "说慢" in visit.said[-1]
    visit.touch("larger")
    assert visit.on.view().large
    visit.touch("lower")
    assert visit.on.view().low
    visit.touch("again")
    assert "老年人服务专区" in visit.said[-1]


def test_a_key_that_means_nothing_here_does_nothing(visit):
    for action in ("yes", "matter", "reprint", "remembered", "print_mine", "nonsense"):
        assert visit.touch(action) == "home"
    assert visit.sent == []
