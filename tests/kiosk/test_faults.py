"""What goes wrong at the kiosk, and the way forward it leaves."""

from __future__ import annotations

import pytest

from devices.ports import (
    CardUnreadable,
    CoverOpen,
    Offline,
    PaperOut,
    PrintOutcome,
    Ready,
    Unknown,
)
from hall.help.messages import ReportDevice, RequestHelp
from hall.tickets.messages import ReportPrint, TakeTicket
from kiosk.presenter import Presenter
from kiosk.views import HomeView
from tests.kiosk.people import MONDAY, card, setup
from tests.kiosk.visit import Visit, shown, to_confirm


@pytest.mark.parametrize(
    ("status", "words"),
    [(PaperOut(), "打印纸没了"), (CoverOpen(), "打印机歇一下"), (Offline("cable"), "打印机歇一下")],
)
def test_without_paper_the_number_is_shown_giant_and_spoken(visit, status, words):
    visit.device("printer", status)
    visit.paper = PrintOutcome("not_printed", status)
    to_confirm(visit)
    assert visit.touch("yes") == "no_paper"
    assert words in shown(visit)
    assert visit.said[-1].count("老001") == 2
    assert visit.of(ReportPrint)[0].outcome == "not_printed"
    assert visit.waits(40) == "no_paper"
    assert visit.touch("remembered") == "home"


def test_paper_that_ends_while_it_prints_leaves_the_number_and_prints_nothing_twice(visit):
    visit.paper = PrintOutcome("unknown", Unknown())
    to_confirm(visit)
    assert visit.touch("yes") == "no_paper"
    visit.waits(60)
    assert len(visit.slips) == 1
    assert visit.of(ReportPrint)[0].outcome == "unknown"


def test_a_printer_that_never_answers_does_not_keep_the_number(visit):
    visit.paper = None
    to_confirm(visit)
    assert visit.touch("yes") == "printing"
    assert visit.waits(20) == "no_paper"
    assert "001" in shown(visit)


def test_after_a_restart_the_unprinted_number_is_asked_about_and_never_printed_by_itself(visit):
    visit.paper = None
    to_confirm(visit)
    visit.touch("yes")
    later = Visit(visit.gateway)
    assert later.page == "unprinted"
    assert "老001" in shown(later)
    later.waits(30)
    assert later.slips == []
    ticket_id = next(iter(later.on.board.floor.tickets))
    assert later.touch("print_mine", ticket_id) == "slip"
    assert later.slips[0].reprint


def test_unprinted_numbers_stand_on_the_home_page(visit):
    visit.paper = PrintOutcome("not_printed", PaperOut())
    to_confirm(visit)
    visit.touch("yes")
    visit.touch("remembered")
    visit.look()
    body = visit.on.view().body
    assert isinstance(body, HomeView)
    assert body.unprinted is not None
    assert visit.touch("unprinted") == "unprinted"
    assert visit.touch("done") == "home"


def test_a_card_of_an_earlier_visitor_is_ignored(visit):
    visit.touch("start")
    assert visit.put(card(), epoch=visit.epoch - 1) == "card"
    assert "王" not in shown(visit)


def test_a_reader_that_goes_silent_offers_the_ways_without_it(visit):
    visit.touch("start")
    assert visit.device("reader", Offline("cable")) == "card_problem"
    assert visit.touch("no_card") == "no_card"
    assert visit.of(ReportDevice)[-1].status == "offline"


def test_the_home_page_asks_for_a_finger_while_the_reader_is_away(visit):
    visit.device("reader", Offline("cable"))
    assert "点一下这里" in shown(visit)
    assert visit.touch("start") == "card_problem"
    visit.device("reader", Ready())
    assert visit.touch("put_again") == "card"


def test_hearing_the_page_again_leads_nowhere_else(visit):
    visit.touch("start")
    for _ in range(2):
        visit.tells(CardUnreadable("bad_data", visit.epoch))
    assert visit.touch("again") == "card_problem"
    assert "不是您的问题" in visit.said[-1]
    assert visit.touch("put_again") == "card"


def test_a_status_is_reported_once_until_it_changes(visit):
    for status in (Ready(), Ready(), PaperOut(), PaperOut(), Ready()):
        visit.device("printer", status)
    assert [one.status for one in visit.of(ReportDevice)] == ["ready", "paper_out", "ready"]


def test_two_failed_reads_offer_other_ways_at_once(visit):
    visit.touch("start")
    assert visit.tells(CardUnreadable("bad_data", visit.epoch)) == "card_retry"
    assert visit.tells(CardUnreadable("bad_data", visit.epoch)) == "card_problem"
    assert visit.put(card()) == "greeting"


def test_two_cards_are_answered_with_what_to_do(visit):
    visit.touch("start")
    visit.tells(CardUnreadable("several_cards", visit.epoch))
    assert "请只放" in shown(visit)


def test_a_hall_that_is_gone_shows_the_way_to_the_guide_desk_and_returns(visit):
    visit.cut()
    assert visit.page == "hall_gone"
    assert "请到咨询辅导台取纸号" in shown(visit)
    visit.mend()
    assert visit.page == "home"


def test_a_kiosk_whose_machine_ran_for_days_waits_for_the_hall_on_its_home_page():
    kiosk, days_s, shown = Presenter(setup()), 400_000.0, []
    for waited_s in (0.0, 2.6):
        kiosk.tick(days_s + waited_s, MONDAY)
        shown.append(kiosk.page)
    assert shown == ["home", "hall_gone"]


def test_a_silent_hall_is_said_within_three_seconds_and_the_number_comes_later(visit):
    to_confirm(visit)
    visit.link = False
    assert visit.touch("yes") == "printing"
    assert visit.waits(3) == "hall_gone"
    visit.link = True
    assert visit.waits(2) == "slip"
    assert len({command.command_id for command in visit.of(TakeTicket)}) == 1


def test_help_without_the_hall_says_whom_to_ask_and_is_sent_when_it_is_back(visit):
    visit.cut()
    assert visit.touch("help") == "help"
    assert "请找" in shown(visit)
    visit.mend()
    visit.waits(2)
    visit.look()
    assert visit.on.view().help_called
    assert len({one.command_id for one in visit.of(RequestHelp)}) == 1
