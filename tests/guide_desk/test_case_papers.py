"""Papers of a case when something goes wrong, what follows later, and the elder's own screen."""

from __future__ import annotations

import dataclasses

import pytest

from devices.ports import Offline, PrintOutcome, Unknown
from guide_desk.cases.mirror_views import MirrorView
from guide_desk.cases.views import ByHandView, ChecklistView, VisitsView
from hall.client.local import LocalGateway
from hall.records.messages import KeepPaper
from hall.visits.messages import MarkItem
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import NO_PAPER, PRINTED, Desk
from tests.helpers.halls import open_local_hall
from tests.visits.papers import PAPERS, WITH_PAPERS

DAY_S = 86_400.0
FORM, CARD, BOOK, BANK, *_ = (one.plain for one in PAPERS)


@pytest.fixture
def open_work(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield lambda **how: Casework(Desk(LocalGateway(hall, "guide-1"), pass_time, **how))


@pytest.fixture
def work(open_work):
    return open_work()


def notice_ready(work: Casework) -> None:
    work.begins("m-house")
    for _ in range(2):
        work.touch("item_missing")
        work.takes()
    work.touch("case_notice")


def later(work: Casework) -> None:
    """The bank card may follow later, everything else is there."""
    work.begins()
    for plain in (one.plain for one in PAPERS):
        if plain != BANK:
            work.touch("item_ok")
            continue
        work.touch("item_missing")
        work.takes()


def test_without_paper_in_the_printer_it_says_what_to_do_and_the_hand_is_a_way(work):
    work.desk.paper = NO_PAPER
    notice_ready(work)
    work.touch("paper_print")
    assert work.paper.state == "没有打出来"
    assert work.paper.note.startswith("没有纸了，请放 A4 纸")
    assert work.case.code in work.paper.note
    assert not work.desk.of(KeepPaper)
    work.touch("paper_by_hand")
    page = work.page
    assert isinstance(page, ByHandView)
    assert page.code == work.case.code
    assert page.lines == (f"{FORM}：写在单子上", f"{CARD}：写在单子上")
    work.touch("paper_done")
    assert isinstance(work.page, ChecklistView)


def test_printed_again_it_is_a_paper_of_its_own_on_record(work):
    work.desk.paper = NO_PAPER
    notice_ready(work)
    work.touch("paper_print")
    work.desk.paper = PRINTED
    work.touch("paper_print")
    assert work.paper.state == "打好了，交给老人"
    assert len(work.desk.of(KeepPaper)) == 1


def test_a_printer_that_does_not_say_is_asked_of_the_guide(work):
    work.desk.paper = PrintOutcome("unknown", Unknown())
    notice_ready(work)
    work.touch("paper_print")
    assert work.paper.state == "打出来了吗？"
    assert not work.desk.of(KeepPaper)
    work.touch("paper_seen")
    assert [one.paper for one in work.desk.of(KeepPaper)] == ["one_time_notice"]


def test_a_paper_that_comes_out_after_the_page_was_left_is_on_record_all_the_same(work):
    work.desk.paper = None
    notice_ready(work)
    work.touch("paper_print")
    job_id = work.desk.jobs[-1]
    work.touch("paper_done")
    assert isinstance(work.page, ChecklistView)
    work.desk.on.paper_printed(job_id, PRINTED)
    work.desk.look()
    assert len(work.desk.of(KeepPaper)) == 1


def test_one_that_fails_after_the_page_was_left_is_told(work):
    work.desk.paper = None
    notice_ready(work)
    work.touch("paper_print")
    work.touch("paper_done")
    work.desk.on.paper_printed(work.desk.jobs[-1], PrintOutcome("not_printed", Offline("")))
    assert work.desk.view.notice == "一次性告知单没有打出来，请再打一次"


def test_while_the_hall_is_gone_a_printed_paper_waits_here_and_goes_on_record_later(work):
    notice_ready(work)
    work.desk.cut()
    work.touch("paper_print")
    assert (work.paper.state, work.paper.note) == ("打好了，交给老人", "正在存档")
    work.desk.mend()
    work.desk.waits(4)
    assert work.paper.note == "已经存档"
    assert len(work.desk.of(KeepPaper)) == 1


def test_while_the_hall_is_gone_the_checklist_stays_and_a_mark_is_not_lost(work):
    work.begins("m-house")
    work.desk.cut()
    work.touch("item_ok")
    assert work.keys["item_ok"].mode == "under_way"
    assert work.touch("item_next").title == CARD
    work.desk.mend()
    work.desk.waits(2)
    assert next(one.word for one in work.checklist.lines if one.plain == FORM) == "有了"
    assert len({one.command_id for one in work.desk.of(MarkItem)}) == 1


def test_an_answer_that_comes_late_takes_nobody_away_from_the_next_elder(work):
    work.begins("m-house")
    work.touch("item_sum")
    work.touch("case_more")
    work.touch("case_leave")
    work.desk.cut()
    work.touch("leave_gone")
    work.desk.press("area", "cases")
    work.touch("case_new")
    work.desk.mend()
    work.desk.waits(2)
    assert work.page.head.title == "来办什么事？"
    assert work.desk.view.notice == "老人走了，记下了"


def test_a_desk_without_an_a4_printer_says_so_before_anything_is_pressed(open_work):
    work = open_work(printer_id="")
    notice_ready(work)
    assert work.paper.note == "这张台子没有打印机，请用手写"
    assert work.next_key == "用手写"


def test_a_deferral_owes_its_paper_and_then_stands_in_the_list_of_what_follows(work):
    later(work)
    assert work.next_key == "打容缺受理（收件）通知书"
    work.touch("case_paper")
    work.touch("paper_print")
    assert BANK in "".join(work.desk.papers[0].texts())
    work.touch("paper_done")
    work.desk.press("area", "cases")
    assert work.keys["case_due"].label == "要补的 1 件"
    work.touch("case_due")
    (entry,) = work.page.cells
    assert entry.label == BANK
    assert entry.second.endswith("前补")


def test_what_was_brought_settles_it_and_the_case_can_be_closed(work):
    later(work)
    work.touch("case_receive")
    work.touch("back")
    work.desk.press("area", "cases")
    work.touch("case_due")
    work.touch(next(iter(work.keys)))
    assert work.labels() == ["补来了", "不用补了", "没有补来"]
    work.touch("entry_brought")
    assert work.page.head.title == "这件事办完了吗？"
    assert not work.board.visits.entries


def test_a_last_day_that_is_over_is_told_on_the_rail(work):
    later(work)
    (entry,) = work.board.visits.entries.values()
    work.desk.press("area", "take")
    assert work.desk.rail("cases").key.second == ""
    work.desk.waits(40 * DAY_S)
    assert work.desk.rail("cases").key.second == "有到期"
    work.touch("case_due")
    assert work.page.cells[0].second.endswith("过了")
    assert work.page.cells[0].argument == entry.id


def test_the_elder_reads_each_paper_with_its_word_and_what_comes_next(work):
    assert work.mirror.title == "您好，请坐，慢慢来"
    work.begins()
    assert work.mirror.title == "高龄补贴"
    assert work.mirror.next == f"请拿{FORM}给我们看看。"
    work.touch("item_ok")
    assert (work.mirror.lines[0].word, work.mirror.lines[1].here) == ("有了", True)
    work.touch("item_next")
    work.touch("item_missing")
    assert work.mirror.next == "这样不用交，我们自己能查到。"


def test_the_elder_s_screen_keeps_the_papers_while_the_guide_does_something_else(work):
    work.begins()
    work.desk.press("area", "tasks")
    assert work.desk.view.mirror.title == "高龄补贴"


def test_the_elder_s_screen_is_empty_as_soon_as_the_visit_is_over(work):
    work.begins()
    work.touch("item_sum")
    work.touch("case_more")
    work.touch("case_leave")
    work.touch("leave_gone")
    assert isinstance(work.page, VisitsView)
    assert work.mirror.lines == ()


def test_nothing_of_a_person_stands_on_the_elder_s_screen(work):
    work.desk.others.ticket("m-subsidy", surname="欧阳", born="1940-01-01", number=None)
    work.desk.look()
    work.touch("visit_尊001")
    work.touch("case_check")
    shown = str(dataclasses.astuple(work.mirror))
    assert isinstance(work.mirror, MirrorView)
    assert "欧阳" not in shown
    assert "001" not in shown
