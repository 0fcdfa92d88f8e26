"""An elder's papers gone through side by side: from the list to complete papers or a notice."""

from __future__ import annotations

import msgspec
import pytest

from devices.papers import PaperCode
from guide_desk.cases.views import ChecklistView, VisitsView
from guide_desk.views import GivenView
from hall.client.local import LocalGateway
from hall.records.messages import KeepPaper
from hall.visits.messages import EndVisit, RecordTrueIntention, ReleaseVisit
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import Desk
from tests.helpers.facts import matter
from tests.helpers.halls import open_local_hall
from tests.visits.papers import PAPERS, WITH_PAPERS

FORM, CARD, BOOK, BANK, PHOTO, INCOME = (one.plain for one in PAPERS)


@pytest.fixture
def work(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield Casework(Desk(LocalGateway(hall, "guide-1"), pass_time))


def here(page: ChecklistView) -> str:
    return next(one.plain for one in page.lines if one.here)


def word_of(page: ChecklistView, plain: str) -> str:
    return next(one.word for one in page.lines if one.plain == plain)


def test_who_took_a_number_is_on_the_list_and_one_touch_away_from_the_papers(work):
    work.desk.others.ticket("m-subsidy")
    work.desk.look()
    (row,) = work.visits.rows
    assert (row.number.label, row.matter, row.standing) == ("老001", "高龄补贴", "在坐等")
    work.touch("visit_老001")
    assert work.next_key == "看材料"
    work.touch("case_check")
    assert here(work.checklist) == FORM
    assert work.checklist.head.aside == "老001"
    (visit,) = work.board.visits.visits.values()
    assert (visit.state, visit.owner_id) == ("prechecking", "guide-1")


def test_somebody_without_a_number_is_greeted_in_three_touches(work):
    page = work.begins()
    assert [one.plain for one in page.lines] == [FORM, CARD, BOOK, BANK, PHOTO, INCOME]
    assert {one.word for one in page.lines} == {"还没看"}
    assert [key.label for key in page.answers] == ["有", "没有", "不对"]


def test_each_paper_that_is_there_is_one_touch_and_the_next_one_is_asked_for(work):
    work.begins()
    work.touch("item_ok")
    page = work.checklist
    assert (here(page), word_of(page, FORM)) == (CARD, "有了")
    assert next(one.tone for one in page.lines if one.plain == FORM) == "ok"


def test_a_missing_paper_stays_at_hand_with_its_way_out_as_a_key(work):
    work.begins()
    work.touch("item_next")
    work.touch("item_next")
    work.touch("item_missing")
    page = work.checklist
    assert (page.title, page.say) == (BOOK, "这样不用交，我们自己能查到。")
    assert work.next_key == "不用交，我们能查"
    work.takes()
    assert word_of(work.checklist, BOOK) == "不用交"


def test_the_ways_come_in_their_order_and_each_can_be_declined(work):
    work.begins()
    for _ in range(5):
        work.touch("item_next")
    work.touch("item_missing")
    offered = [work.next_key]
    while "item_decline" in work.keys:
        work.touch("item_decline")
        offered.append(work.next_key)
    assert offered == ["不用交，我们能查", "可以写个承诺", "可以以后再补", "写进告知单"]


def test_what_is_wrong_with_a_paper_is_said_in_one_word(work):
    work.begins()
    work.touch("item_wrong")
    assert work.labels() == ["过期了", "看不清", "没有签名", "和别的对不上", "没有填全", "别的不对"]
    work.touch("fault_expired")
    assert word_of(work.checklist, FORM) == "过期了"
    assert work.next_key == "写进告知单"


def test_what_follows_later_says_until_when(work):
    work.begins()
    for _ in range(3):
        work.touch("item_next")
    work.touch("item_missing")
    work.takes()
    assert word_of(work.checklist, BANK).endswith("前补")
    assert next(one.tone for one in work.checklist.lines if one.plain == BANK) == "other"


def test_everything_missing_is_told_on_one_notice_that_goes_on_record(work):
    work.begins("m-house")
    for _ in range(2):
        work.touch("item_missing")
        work.takes()
    assert work.checklist.title == "还差 2 样"
    assert work.next_key == "开告知单"
    work.touch("case_notice")
    assert (work.paper.head.title, work.paper.state) == ("一次性告知单", "请看一看")
    work.touch("paper_print")
    (paper,) = work.desk.papers
    said = "".join(paper.texts())
    assert FORM in said
    assert CARD in said
    assert work.case.code in tokens(paper)
    assert (work.paper.state, work.paper.note) == ("打好了，交给老人", "已经存档")
    (kept,) = work.desk.of(KeepPaper)
    assert (kept.paper, kept.case_id) == ("one_time_notice", work.case.id)
    work.touch("paper_done")
    assert work.next_key == "老人要走了"
    work.touch("case_leave")
    assert work.next_key == "带告知单回去补"
    work.touch("leave_with_notice")
    assert isinstance(work.page, VisitsView)
    assert work.page.nobody == "现在没有人在办事"


def test_the_code_of_the_notice_opens_the_same_checklist(work):
    code = notice_for(work)
    assert work.page.nobody
    work.touch("case_code")
    assert work.keys["code_open"].mode == "cannot"
    work.types(code)
    assert "".join(work.page.typed) == code
    work.touch("code_open")
    page = work.checklist
    assert work.desk.view.notice == "接着上回办，看过的不用再看"
    assert [one.word for one in page.lines] == ["写在单子上", "写在单子上"]
    (visit,) = work.board.visits.visits.values()
    assert visit.state == "prechecking"


def test_a_wrong_code_says_so_and_stays_to_be_mended(work):
    work.touch("case_code")
    work.types("222222")
    work.touch("code_open")
    assert work.desk.view.notice == "没有这个码，请再看一遍告知单"
    work.touch("code_erase")
    assert "".join(work.page.typed) == "22222"


def test_what_is_brought_the_second_time_completes_the_papers(work):
    code = notice_for(work)
    work.touch("case_code")
    work.types(code)
    work.touch("code_open")
    assert here(work.checklist) == FORM
    work.touch("item_ok")
    assert here(work.checklist) == CARD
    work.touch("item_ok")
    assert work.checklist.title == "材料都齐了"


def test_a_scanner_types_the_code_and_opens_it(work):
    code = notice_for(work)
    work.touch("case_code")
    for letter in f"{code.lower()}\r":
        work.desk.press("typed", letter)
    assert isinstance(work.page, ChecklistView)


def test_what_could_have_been_said_the_first_time_is_told_to_the_guide(work):
    work.begins("m-house")
    work.touch("item_missing")
    work.takes()
    work.touch("item_ok")
    work.touch("case_notice")
    work.touch("back")
    work.touch("item_previous")
    work.touch("item_missing")
    work.takes()
    work.touch("case_notice")
    assert work.desk.view.notice == f"上回就该告诉老人的：{CARD}"


def test_complete_papers_are_printed_and_the_elder_goes_to_the_seats_with_the_number(work):
    work.desk.others.ticket("m-card")
    work.desk.look()
    work.touch("visit_老001")
    work.touch("case_check")
    work.marks_all_there()
    assert work.checklist.title == "材料都齐了"
    assert work.next_key == "打材料齐全单"
    work.touch("case_paper")
    work.touch("paper_print")
    assert work.desk.papers[0].name == "complete"
    work.touch("paper_done")
    assert work.next_key == "请老人坐等"
    work.touch("case_wait")
    assert work.desk.view.notice == "老001去坐等了，号还在"
    assert work.visits.rows[0].standing == "在坐等"


def test_who_has_no_number_gets_one_that_belongs_to_the_same_visit(work):
    work.begins("m-card", "pension")
    work.marks_all_there()
    work.touch("case_number")
    given = work.desk.press("case_band", "80_plus").page
    assert isinstance(given, GivenView)
    assert given.number is not None
    assert given.number.label == "尊001"
    (visit,) = work.board.visits.visits.values()
    assert (visit.number, visit.case_id) == ("尊001", work.case.id)


def test_papers_are_received_with_a_receipt(work):
    work.begins("m-card", "pension")
    work.marks_all_there()
    work.touch("case_receive")
    assert work.paper.head.title == "收件回执"
    work.touch("paper_print")
    (kept,) = work.desk.of(KeepPaper)
    assert kept.paper == "receipt"


def test_where_the_law_asks_for_it_the_elder_is_asked_alone(work):
    work.begins("m-house")
    work.marks_all_there()
    assert work.next_key == "单独问老人"
    work.touch("case_ask")
    assert work.page.question == "请陪来的人在旁边稍等"
    work.touch("ask_alone")
    questions = []
    for answer in ("yes", "yes", "no", "unclear", "yes"):
        questions.append(work.page.question)
        work.touch(f"ask_{answer}")
    assert len(set(questions)) == 5
    work.touch("ask_willing")
    assert work.next_key == "打真实意思询问记录"
    (said,) = work.desk.of(RecordTrueIntention)
    assert (said.answers, said.alone, said.own_will) == (
        ("yes", "yes", "no", "unclear", "yes"), True, True,
    )  # fmt: skip


def test_the_last_answer_can_be_taken_back(work):
    work.begins("m-house")
    work.marks_all_there()
    work.touch("case_ask")
    work.touch("ask_alone")
    work.touch("ask_yes")
    second = work.page.question
    work.touch("ask_no")
    work.touch("back")
    assert work.page.question == second


def test_what_the_elder_does_not_want_is_not_done(work):
    work.begins("m-house")
    work.marks_all_there()
    work.touch("case_ask")
    work.touch("ask_alone")
    for _ in range(5):
        work.touch("ask_no")
    work.touch("ask_unwilling")
    assert work.checklist.say == "老人自己不愿意，这件事不办。"
    assert work.next_key == "打真实意思询问记录"
    assert {"case_leave"} == work.keys.keys() & {"case_leave", "case_receive", "case_wait"}


def test_a_matter_that_is_not_done_here_is_referred_and_the_number_given_up(work):
    ticket = work.desk.others.ticket("m-subsidy")
    work.desk.look()
    work.touch("visit_老001")
    work.touch("case_refer")
    assert work.page.head.hint == "他手里的号也不要了"
    work.touch("refer_bank")
    assert work.visits.rows == ()
    assert work.board.floor.tickets.get(ticket.id) is None


def test_somebody_nobody_looks_after_is_told_everywhere_and_taken_on_with_one_key(work):
    work.desk.others.ticket("m-subsidy")
    (visit,) = work.board.visits.visits.values()
    work.desk.others.says(ReleaseVisit, visit_id=visit.id, station_id="guide-2")
    work.desk.waits(121)
    rail = work.desk.rail("cases")
    assert (rail.tone, rail.key.second) == ("call", "没人管")
    assert work.desk.view.header.strip == "老001没人负责，请您接一下"
    (row,) = work.visits.rows
    assert (row.alone, row.standing) == (True, "没人负责")
    work.touch("visit_老001")
    assert work.next_key == "我来负责"
    work.touch("case_mine")
    assert work.desk.view.notice == "这位归您负责了"
    assert work.desk.rail("cases").tone == "quiet"


def test_what_comes_by_itself_is_explained_instead_of_applied_for(tmp_path):
    granted = matter("m-gift", "高龄津贴", "other", auto_grant=True)
    facts = msgspec.structs.replace(WITH_PAPERS, matters=(*WITH_PAPERS.matters, granted))
    with open_local_hall(tmp_path, facts) as (hall, _clock):
        work = Casework(Desk(LocalGateway(hall, "guide-1"), lambda _: None))
        work.desk.others.ticket("m-gift")
        work.desk.look()
        work.touch("visit_老001")
        assert "够条件会直接发，不用申请" in work.page.head.hint
        assert work.next_key == "老人要走了"
        work.touch("case_leave")
        assert work.next_key == "说清了，会直接发"
        work.touch("leave_told")
        (said,) = work.desk.of(EndVisit)
        assert said.outcome == "told_auto_grant"


def test_a_guide_who_cannot_go_on_says_so(work):
    work.begins()
    work.touch("item_sum")
    work.touch("case_more")
    work.touch("case_leave")
    work.touch("case_release")
    assert work.desk.view.notice == "已经放下，请别的人接一下"
    assert work.visits.rows[0].standing == "没人负责"


def notice_for(work: Casework) -> str:
    """Somebody leaves with a notice for a matter of two papers; returns its code."""
    work.begins("m-house")
    for _ in range(2):
        work.touch("item_missing")
        work.takes()
    work.touch("case_notice")
    code = work.case.code
    assert code is not None
    work.touch("paper_print")
    work.touch("paper_done")
    work.touch("case_leave")
    work.touch("leave_with_notice")
    return code


def tokens(paper) -> list[str]:
    return [piece.token for page in paper.pages for piece in page.pieces
            if isinstance(piece, PaperCode)]  # fmt: skip
