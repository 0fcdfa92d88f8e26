"""The clerk sees the papers of whoever is at the counter, and takes the steps of the case."""

from __future__ import annotations

import msgspec
import pytest

from counter_console.papers import LINES, lines_of
from hall.client.local import LocalGateway
from hall.kernel.facts import COLLECTING
from hall.visits.messages import AdvanceCase, MarkItem, MoveVisit, RecordTrueIntention
from hall.visits.views import CaseView, ItemView
from tests.counter_console.desk import CASE_WORDS, WORDS, Desk
from tests.helpers.facts import matter
from tests.helpers.halls import open_local_hall
from tests.visits.papers import WITH_PAPERS

ISSUES = msgspec.structs.replace(
    WITH_PAPERS,
    collecting=matter(COLLECTING, "领证、取结果", "other", queue="general", materials=()),
)
GUIDE = {"station_id": "guide-1"}


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, ISSUES) as (hall, _clock):
        yield Desk(LocalGateway(hall, "c1"))


def serves(desk, matter_id="m-house"):
    """Somebody sits at the counter; return their visit."""
    desk.others.ticket(matter_id)
    desk.sits().press("call")
    desk.press("start")
    desk.look()
    board = desk.gateway.snapshot("console", "c1").board
    return board.visits.of_ticket(board.ticket.id)


def looked_at(desk, visit, mark="ok"):
    """A guide goes through the papers, all of them alike."""
    desk.others.says(MoveVisit, visit_id=visit.id, action="precheck", **GUIDE)
    visits = desk.gateway.snapshot("guide", "").board.visits
    case = visits.case_of(visits.visits[visit.id])
    for item in case.items:
        desk.others.says(MarkItem, visit_id=visit.id, item_id=item.id, mark=mark, **GUIDE)
    desk.others.says(MoveVisit, visit_id=visit.id, action="wait", **GUIDE)
    desk.look()


def asks_alone(desk, answers="yes", will="willing"):
    desk.press("ask_answer", "alone")
    for _ in range(5):
        desk.press("ask_answer", answers)
    desk.press("ask_will", will)
    desk.look()


def modes(desk):
    return {key.name: key.mode for key in desk.view.papers.keys}


def test_the_key_of_the_papers_says_how_they_stand(desk):
    visit = serves(desk, "m-subsidy")
    assert desk.view.stage.papers.second == "没看过材料"
    looked_at(desk, visit, "missing")
    assert desk.view.stage.papers.second == "还差 6 样"


def test_the_clerk_reads_the_words_and_signs_of_the_guides_desk(desk):
    visit = serves(desk, "m-subsidy")
    looked_at(desk, visit)
    papers = desk.press("papers").papers
    assert papers.title == "老001 的材料"
    assert [(line.plain, line.word, line.tone) for line in papers.lines][:2] == [
        ("申请表", "有了", "ok"), ("身份证", "有了", "ok"),
    ]  # fmt: skip
    assert papers.sum.plain == "材料都齐了"
    assert desk.press("back").papers is None


def test_received_accepted_and_handled_are_three_presses(desk):
    visit = serves(desk, "m-subsidy")
    looked_at(desk, visit)
    desk.press("papers")
    for step, next_one in (("receive", "accept"), ("accept", "handle")):
        assert modes(desk)[f"key_step_{step}"] == "next"
        desk.press("step", step)
        desk.look()
        assert modes(desk)[f"key_step_{step}"] == "chosen"
        assert modes(desk)[f"key_step_{next_one}"] == "next"
    desk.press("step", "handle")
    desk.look()
    assert desk.view.papers.stage == "正在办"
    assert [one.step for one in desk.of(AdvanceCase)] == ["receive", "accept", "handle"]
    assert "开始办了" in desk.view.notice


def test_receiving_lays_out_the_papers_nobody_has_looked_at(desk):
    serves(desk, "m-subsidy")
    desk.press("papers")
    assert desk.view.papers.lines == ()
    desk.press("step", "receive")
    desk.look()
    assert len(desk.view.papers.lines) == 6


def test_what_lacks_papers_is_not_accepted_and_the_page_says_what_lacks(desk):
    visit = serves(desk, "m-subsidy")
    looked_at(desk, visit, "missing")
    desk.press("papers")
    desk.press("step", "receive")
    desk.look()
    desk.press("step", "accept")
    assert "材料还没看齐" in desk.view.notice
    assert desk.view.page == "papers"
    assert desk.view.papers.sum.plain == "还差 6 样"


def test_a_matter_is_not_finished_before_the_elder_was_asked_and_the_refusal_leads_there(desk):
    serves(desk)
    assert desk.view.stage.papers.second == "先单独问老人"
    desk.press("finish")
    assert desk.view.page == "ask"
    assert "单独问问老人" in desk.view.notice
    assert desk.view.panel.title == "请陪来的人在旁边稍等"
    asks_alone(desk)
    (said,) = desk.of(RecordTrueIntention)
    assert (said.alone, said.own_will, len(said.answers)) == (True, True, 5)
    assert desk.view.page == "desk"
    assert "记下了" in desk.view.notice
    desk.press("finish")
    desk.look()
    assert desk.on.situation == "free"


def test_each_question_is_asked_by_itself_and_can_be_taken_back(desk):
    serves(desk)
    desk.press("papers")
    assert modes(desk)["key_ask"] == "next"
    assert modes(desk)["key_step_receive"] == "can"
    desk.press("ask")
    desk.press("ask_answer", "alone")
    assert desk.view.panel.title == "您今天来办什么事？"
    desk.press("ask_answer", "yes")
    assert desk.view.panel.title == "这件事是您自己愿意的吗？"
    desk.press("back")
    assert desk.view.panel.title == "您今天来办什么事？"
    desk.press("back")
    desk.press("back")
    assert desk.view.page == "papers"
    assert desk.of(RecordTrueIntention) == []


def test_who_does_not_want_it_is_not_talked_into_it(desk):
    visit = serves(desk)
    looked_at(desk, visit)
    desk.press("papers")
    desk.press("ask")
    asks_alone(desk, "no", "unwilling")
    assert "不愿意" in desk.view.notice
    assert desk.view.page == "papers"
    desk.press("step", "receive")
    desk.look()
    desk.press("step", "accept")
    assert "不愿意" in desk.view.notice


def test_the_page_closes_when_somebody_else_comes(desk):
    serves(desk)
    desk.press("papers")
    desk.press("ask")
    desk.press("ask_answer", "alone")
    twin = Desk(desk.gateway)
    twin.press("hold")
    desk.look()
    assert desk.view.page == "desk"
    desk.others.ticket("m-house")
    desk.press("call")
    desk.look()
    desk.press("papers")
    desk.press("ask")
    assert desk.view.panel.title == "请陪来的人在旁边稍等"


def test_who_only_collects_has_no_papers(desk):
    desk.others.ticket(COLLECTING)
    desk.sits().press("call")
    desk.look()
    assert desk.view.stage.papers is None
    desk.press("papers")
    assert desk.view.page == "desk"


def test_without_anybody_at_the_counter_there_is_no_page(desk):
    desk.sits()
    assert desk.view.stage.papers is None
    desk.press("papers")
    desk.press("ask")
    assert desk.view.page == "desk"


def test_the_questions_open_for_no_matter_that_needs_none(desk):
    serves(desk, "m-subsidy")
    desk.press("papers")
    assert "key_ask" not in modes(desk)


def test_a_lost_answer_asks_nothing_twice(desk):
    serves(desk)
    desk.press("papers")
    desk.press("ask")
    desk.lose_replies = 1
    asks_alone(desk)
    desk.press("ask_will", "willing")
    desk.waits(1.5)
    desk.look()
    assert len({one.command_id for one in desk.of(RecordTrueIntention)}) == 1
    assert desk.view.page == "papers"


def test_more_papers_than_the_page_holds_leave_out_what_is_in_order():
    items = [
        ItemView(id=str(place), plain=f"第{place}样", colour="ok" if place % 2 else "missing")
        for place in range(1, 13)
    ]
    case = CaseView(id="c", matter_id="m", stage="preparing", items=tuple(items), opened_at="")
    lines, more = lines_of(WORDS, CASE_WORDS, case)
    assert len(lines) == LINES
    assert [line.plain for line in lines if line.tone == "missing"] == [
        f"第{place}样" for place in range(2, 13, 2)
    ]
    assert more == "另有 4 样不用看"


def test_what_is_missing_is_shown_even_where_nothing_else_has_room():
    items = tuple(ItemView(id=str(place), plain="纸", colour="missing") for place in range(10))
    case = CaseView(id="c", matter_id="m", stage="preparing", items=items, opened_at="")
    lines, more = lines_of(WORDS, CASE_WORDS, case)
    assert (len(lines), more) == (LINES, "还有 2 样")
