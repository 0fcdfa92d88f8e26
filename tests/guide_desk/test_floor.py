"""Who arrived, whose paper did not come out, which device needs a hand."""

from __future__ import annotations

import pytest

from devices.ports import CoverOpen, PaperOut, Ready
from guide_desk.arrivals import PAPERS_ALONE, PRINT_GRACE_S, ROWS, ROWS_BESIDE_PAPERS
from guide_desk.leaves import LEAF_S
from guide_desk.places import device_icon, device_words
from guide_desk.presenter import GuidePresenter
from guide_desk.views import ArrivalsView, GivenView, WordsView
from hall.calls.messages import CallNext, OpenCounter
from hall.help.messages import ReportDevice
from hall.tickets.messages import ReportPrint, ReprintTicket
from tests.guide_desk.desk import NO_PAPER, WORDS, setup
from tests.helpers.facts import FACTS
from tests.helpers.halls import MONDAY_0940
from ui_kit.places import place_words


def comes(desk, outcome: str | None = "printed", **who: object) -> str:
    """Somebody takes a number at the kiosk; None is a print nobody has heard of yet."""
    ticket = desk.others.ticket(**who)
    if outcome:
        desk.others.says(
            ReportPrint, ticket_id=ticket.id, station_id="kiosk-1", outcome=outcome, status=""
        )
    desk.look()
    return str(ticket.id)


def test_the_latest_stands_first_with_matter_who_and_what_to_mind(desk):
    comes(desk, band="60_79")
    desk.waits(130)
    comes(desk, matter_id="m-card", born="1940-05-01", surname="王", sex=1,
          needs=("wheelchair",))  # fmt: skip
    late, early = desk.arrivals.rows
    assert (late.number.label, late.matter) == ("尊001", "换银行卡收养老金")
    assert (late.second, late.icons) == ("王大爷 · 80岁以上", ("wheelchair-bold",))
    assert (late.minutes, early.minutes) == ("刚到", "2分钟")
    assert early.second == "60到79岁"
    assert desk.arrivals.head.title == "在等 2 位"


def test_claims_and_errands_for_others_are_said(desk):
    comes(desk, band="under_60", claims=("veteran",))
    assert desk.arrivals.rows[0].second == "退役军人 · 60岁以下"
    desk.waits(1)
    comes(desk, born="1980-05-01", surname="赵", sex=1, behalf_of="family")
    assert desk.arrivals.rows[0].second.endswith("替家里人办")


def test_who_is_called_waits_no_more(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    comes(desk)
    desk.others.says(CallNext, counter_id="c1")
    desk.look()
    assert desk.arrivals.rows == ()
    assert desk.arrivals.nobody == "现在没人等"


def test_more_than_fit_are_turned_to_and_go_back_by_themselves(desk):
    for _ in range(ROWS + 2):
        comes(desk)
        desk.waits(1)
    assert desk.arrivals.head.hint == "第1页，共2页"
    first = [row.number.label for row in desk.arrivals.rows]
    previous, following = desk.arrivals.turn
    assert (previous.label, previous.mode, following.label) == ("上一页", "cannot", "下一页")
    desk.press(following.action, following.argument)
    assert [row.number.label for row in desk.arrivals.rows] == ["老002", "老001"]
    assert [key.mode for key in desk.arrivals.turn] == ["can", "cannot"]
    desk.waits(LEAF_S)
    assert [row.number.label for row in desk.arrivals.rows] == first


def test_a_list_on_one_page_has_no_keys_that_turn_it(desk):
    for _ in range(ROWS):
        comes(desk)
    assert desk.arrivals.turn == ()
    assert desk.arrivals.head.hint == "刚到的在上面"


def test_a_paper_that_failed_is_listed_at_once_with_whom_to_look_for(desk):
    comes(desk, "not_printed", born="1950-05-01", surname="李", sex=2)
    (paper,) = desk.arrivals.unprinted
    assert (paper.number.label, paper.second) == ("老001", "李大娘 · 60到79岁")
    assert paper.key.label == "打出来"
    assert desk.arrivals.head.aside == "没拿到小票 1 个"


def test_a_nameless_one_is_listed_with_the_matter(desk):
    comes(desk, "unknown", matter_id="m-medical")
    assert desk.arrivals.unprinted[0].second == "拿发票报医药费"


def test_a_paper_that_is_just_coming_out_alarms_nobody(desk):
    comes(desk, None)
    assert desk.unprinted == []
    desk.waits(PRINT_GRACE_S + 1)
    assert desk.unprinted == ["老001"]


def test_a_printer_that_made_up_for_it_clears_the_list(desk):
    ticket_id = comes(desk, "not_printed")
    desk.others.says(
        ReportPrint, ticket_id=ticket_id, station_id="kiosk-1", outcome="printed", status=""
    )
    desk.look()
    assert desk.unprinted == []


def test_who_was_called_has_been_found_without_paper(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    comes(desk, "not_printed")
    desk.others.says(CallNext, counter_id="c1")
    desk.look()
    assert desk.unprinted == []


def test_one_touch_prints_it_on_the_desks_own_printer(desk):
    ticket_id = comes(desk, "not_printed")
    desk.turns_to("arrivals")
    desk.press("reprint", ticket_id)
    (slip,) = desk.slips
    assert (slip.ticket_id, slip.slip.reprint) == (ticket_id, True)
    assert desk.of(ReprintTicket)[0].station_id == "guide-1"
    assert desk.given.head.title == "小票出来了，交给老人"
    assert "given_undo" not in [key.name for key in desk.given.keys]
    assert desk.in_hall("老001").print_state == "printed"
    done = desk.key("given_done")
    assert done.label == "好了，返回"
    desk.press("given_done")
    assert isinstance(desk.view.page, ArrivalsView)
    assert desk.unprinted == []


def test_where_the_desk_has_no_paper_either_it_stands_large(desk):
    ticket_id = comes(desk, "not_printed")
    desk.paper = NO_PAPER
    desk.press("reprint", ticket_id)
    assert desk.given.head.title == "没有小票，请把号写给老人"
    assert desk.unprinted == []
    desk.turns_to("take")
    desk.press("given_written")
    assert desk.in_hall("老001").print_state == "printed"


def test_without_a_printer_a_touch_shows_the_number_at_once(open_desk):
    desk = open_desk(printer_id="")
    ticket_id = comes(desk, "not_printed")
    desk.press("reprint", ticket_id)
    assert desk.given.number.label == "老001"
    assert desk.of(ReprintTicket) == []
    desk.press("given_written")
    assert desk.unprinted == []


def test_a_double_tap_prints_one_paper(desk):
    ticket_id = comes(desk, "not_printed")
    desk.on.press("reprint", ticket_id)
    desk.on.press("reprint", ticket_id)
    desk.look()
    assert len(desk.slips) == 1


def test_while_a_number_is_asked_for_no_other_is_printed(desk):
    ticket_id = comes(desk, "not_printed")
    desk.cut()
    desk.takes()
    assert desk.arrivals.unprinted[0].key.mode == "cannot"
    desk.press("reprint", ticket_id)
    assert desk.of(ReprintTicket) == []


def test_a_copy_that_was_given_up_does_not_come_out_later(desk):
    ticket_id = comes(desk, "not_printed")
    desk.cut()
    desk.press("reprint", ticket_id)
    assert desk.given.head.title == "正在打小票"
    desk.waits(4)
    desk.press("given_leave")
    desk.mend()
    desk.waits(2)
    assert len(desk.of(ReprintTicket)) > 1
    assert desk.slips == []
    assert desk.unprinted == ["老001"]


def test_many_without_paper_are_turned_to(desk):
    for _ in range(5):
        comes(desk, "not_printed")
    assert desk.unprinted == ["老001", "老002"]
    assert desk.arrivals.head.aside == "没拿到小票 5 个"
    following = desk.arrivals.unprinted_turn[1]
    desk.press(following.action, following.argument)
    assert desk.unprinted == ["老003", "老004"]
    desk.waits(LEAF_S)
    assert desk.unprinted == ["老001", "老002"]


def test_three_without_paper_need_no_turning(desk):
    for _ in range(PAPERS_ALONE):
        comes(desk, "not_printed")
    assert len(desk.unprinted) == PAPERS_ALONE
    assert desk.arrivals.unprinted_turn == ()


def test_who_has_no_paper_is_told_in_every_area(desk):
    comes(desk, "not_printed")
    rail = desk.rail("arrivals")
    assert (rail.count, rail.tone, rail.key.second) == ("1", "call", "没小票")
    desk.turns_to("arrivals")
    assert desk.rail("arrivals").key.second == ""


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("paper_low", "纸快用完了，请备一卷新纸。"),
        ("paper_out", "没有纸了，请换一卷新纸。"),
        ("cover_open", "盖子开着，请把盖子合上。"),
        ("user_error", "有人挡住了设备，请看一看。"),
        ("offline", "连不上，请看看电源和线插好没有。"),
        ("fault", "设备有毛病，请叫管设备的人来。"),
    ],
)
def test_a_fault_says_which_station_which_device_and_what_to_do(desk, status, sentence):
    desk.others.says(ReportDevice, station_id="kiosk-1", device_id="printer", status=status)
    desk.look()
    (line,) = desk.faults.lines
    assert (line.place, line.what_to_do, line.icon) == (
        "1号取号机的打印机", sentence, "printer",
    )  # fmt: skip
    assert desk.faults.in_order == ""


@pytest.mark.parametrize("status", ["ready", "unknown"])
def test_a_device_that_works_or_does_not_say_alarms_nobody(desk, status):
    desk.others.says(ReportDevice, station_id="kiosk-1", device_id="printer", status=status)
    desk.look()
    assert desk.faults.lines == ()
    assert desk.faults.in_order == "设备都好"


def test_more_faults_than_lines_are_counted(desk):
    for number in range(1, 5):
        desk.others.says(
            ReportDevice, station_id=f"kiosk-{number}", device_id="reader", status="offline"
        )
    desk.look()
    assert [line.place for line in desk.faults.lines] == [
        "1号取号机的读证的机器", "2号取号机的读证的机器",
    ]  # fmt: skip
    assert desk.faults.more == "还有 2 处设备要看"


def test_the_desks_own_printer_is_told_of_like_any_other(desk):
    desk.device(PaperOut())
    assert desk.faults.lines[0].place == "辅导台的打印机"
    desk.device(PaperOut())
    assert len(desk.of(ReportDevice)) == 1
    desk.device(Ready())
    assert desk.faults.lines == ()


def test_an_old_report_that_was_not_heard_is_not_sent_after_a_newer_one(desk):
    desk.cut()
    desk.device(PaperOut())
    desk.device(CoverOpen())
    desk.device(Ready())
    desk.mend()
    desk.sent.clear()
    desk.waits(2)
    assert [command.status for command in desk.of(ReportDevice)] == ["ready"]


@pytest.mark.parametrize(
    ("station_id", "place"),
    [
        ("kiosk-2", "2号取号机"),
        ("kiosk", "取号机"),
        ("board-1", "1号大屏"),
        ("c3", "3号窗口"),
        ("counter-c2", "counter-c2"),
        ("guide-1", "辅导台"),
        ("guide-2", "2号辅导台"),
        ("hinten_links", "hinten_links"),
    ],
)
def test_stations_are_called_as_people_call_them(station_id, place):
    assert place_words(WORDS, FACTS, station_id, "guide-1") == place


@pytest.mark.parametrize(
    ("device_id", "words", "icon"),
    [
        ("printer", "打印机", "printer"),
        ("printer-2", "打印机", "printer"),
        ("desk-printer", "打印机", "printer"),
        ("reader", "读证的机器", "identification-card"),
        ("speaker", "喇叭", "speaker-slash"),
        ("lamp", "lamp", "plugs"),
    ],
)
def test_devices_are_called_as_people_call_them(device_id, words, icon):
    assert (device_words(WORDS, device_id), device_icon(device_id)) == (words, icon)


def test_a_lost_link_is_marked_and_says_what_to_do(desk):
    assert (desk.view.header.link, desk.view.header.clock) == ("大厅已连上", "09:40")
    desk.cut()
    header = desk.view.header
    assert (header.link, header.linked) == ("连不上大厅，画面可能不是最新", False)
    assert desk.turns_to("take").header.link == header.link
    assert desk.taking.head.hint == "大厅连不上，急的先写纸号"
    desk.mend()
    assert desk.view.header.linked
    assert desk.taking.head.hint == "点年纪，再点办什么事"


def test_a_hall_that_does_not_come_up_leads_to_paper_numbers():
    on = GuidePresenter(setup())

    def said() -> tuple[str, str]:
        page = on.view(MONDAY_0940).page
        assert isinstance(page, WordsView)
        return page.title, page.note

    on.tick(0.0)
    assert said() == ("正在连大厅", "请稍等，一连上就能取号")
    on.tick(5.0)
    assert said() == ("正在连大厅", "正在再试，急的话先给老人写个纸号")
    on.link_changed(linked=False)
    assert said() == ("连不上大厅", "正在再试，急的话先给老人写个纸号")
    assert on.view(MONDAY_0940).header.link == ""
    on.press("band", "80_plus")
    on.press("group", "pension")
    assert on.drain() == []
    assert not isinstance(on.view(MONDAY_0940).page, GivenView)
    assert on.view(MONDAY_0940).rail.areas == ()
    assert on.view(MONDAY_0940).rail.unwell.mode == "can"


def test_a_touch_of_who_came_opens_their_papers(desk):
    comes(desk, surname="李", sex=2)
    key = desk.arrivals.rows[0].key
    assert (key.label, key.mode) == ("看材料", "can")
    view = desk.press(key.action, key.argument)
    assert view.area == "cases"
    assert view.page.head.title == "老001"


def test_beside_numbers_without_paper_fewer_fit(desk):
    for _ in range(ROWS_BESIDE_PAPERS + 1):
        comes(desk, "not_printed")
    assert len(desk.arrivals.rows) == ROWS_BESIDE_PAPERS
    assert len(desk.arrivals.turn) == 2
