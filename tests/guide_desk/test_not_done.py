"""What could not be done goes onto the register in few touches, and somebody is answered."""

from __future__ import annotations

import msgspec
import pytest

from guide_desk.care.views import EntryPage, WriteView
from guide_desk.cases.views import PaperView
from guide_desk.presenter import GuidePresenter
from guide_desk.views import GridView, NoteView, StepsView
from hall.care.not_done.messages import ArchiveNotDone, NotDoneView, OpenNotDone
from hall.help.messages import AcknowledgeHelp, RequestHelp
from hall.kernel.handwriting import Handwriting, handwriting_bytes
from hall.records.messages import KeepDetail
from tests.guide_desk.desk import PRINTED, setup
from tests.helpers.halls import MONDAY_0940

MONTHS = "not_done_months"
SHEET = Handwriting(width_mm=100, height_mm=80, pen_mm=1.0, strokes=((1, 1, 50, 50),))


@pytest.fixture
def book(desk):
    desk.turns_to("not_done")
    return desk


def board(desk):
    return desk.gateway.snapshot("guide", "guide-1").board


def only(desk) -> NotDoneView:
    (entry,) = board(desk).not_done.values()
    assert isinstance(entry, NotDoneView)
    return entry


def entry_page(desk) -> EntryPage:
    page = desk.view.page
    assert isinstance(page, EntryPage)
    return page


def deeds(desk) -> list[str]:
    return [key.label.replace("\n", "") for key in entry_page(desk).deeds]


def presses(desk, *keys: tuple[str, str]) -> None:
    for action, argument in keys:
        desk.press(action, argument)


def opens(desk, reason: str = "system") -> NotDoneView:
    presses(
        desk, ("not_done_new", ""), ("not_done_reason", reason), ("not_done_group", "pension"),
        ("not_done_matter", "m-pension"), ("not_done_times", "2"),
    )  # fmt: skip
    return only(desk)


def test_refused_cash_is_on_the_register_with_one_touch(book):
    book.press("not_done_cash")
    entry = only(book)
    assert (entry.reason, entry.state) == ("cash_refused", "classified")
    assert book.view.notice == "记下了，编号 B2026-001"
    assert deeds(book)[0] == "谁负责"


def test_the_number_in_the_hand_says_what_it_was_about(desk):
    number = desk.takes(group="medical").number
    desk.turns_to("not_done")
    desk.press("not_done_cash")
    assert (only(desk).matter_id, number is not None) == ("m-medical", True)
    desk.press("back")
    presses(desk, ("not_done_new", ""), ("not_done_reason", "policy"), ("not_done_times", "3"))
    assert desk.of(OpenNotDone)[1].came_times == 3


def test_a_double_touch_opens_one_entry(book):
    book.cut()
    book.press("not_done_cash")
    book.press("not_done_cash")
    book.mend()
    book.waits(2)
    assert len({sent.command_id for sent in book.of(OpenNotDone)}) == 1
    assert only(book).number == "B2026-001"


def test_an_entry_is_followed_from_its_opening_to_the_archive_by_the_green_key(book):
    opens(book)
    assert entry_page(book).told == ("领养老金", "下一步：找个人负责", "还有 1 个工作日")
    assert entry_page(book).deeds[0].mode == "next"
    presses(book, ("not_done_pass_on", ""), ("not_done_owner", "1001"))
    assert entry_page(book).told[1:] == ("下一步：去办", "还有 5 个工作日")
    assert "李敏（工牌 001）负责" in entry_page(book).lines
    presses(book, ("not_done_settle", ""), ("not_done_result", "other_way"))
    presses(book, ("not_done_answer", ""), ("not_done_reply", "by_phone"))
    presses(book, ("not_done_check", ""), ("not_done_satisfaction", "content"))
    assert deeds(book)[0] == "收起来"
    book.press("not_done_archive", only(book).id)
    assert isinstance(book.view.page, StepsView)
    assert book.view.notice == "B2026-001 收起来了"
    assert not board(book).not_done


def test_who_is_not_content_sends_it_back_to_whoever_answers_for_it(book):
    opens(book)
    presses(
        book, ("not_done_pass_on", ""), ("not_done_owner", "1001"), ("not_done_settle", ""),
        ("not_done_result", "done"), ("not_done_answer", ""), ("not_done_reply", "in_person"),
        ("not_done_check", ""), ("not_done_satisfaction", "not_content"),
    )  # fmt: skip
    assert entry_page(book).told[1] == "下一步：去办"
    assert "老人不满意，重新办" in entry_page(book).lines


def test_what_came_from_a_kiosk_is_asked_for_its_reason_and_its_matter(desk):
    asked = desk.others.says(RequestHelp, station_id="kiosk-1", help_kind="not_done").help
    desk.others.says(AcknowledgeHelp, help_id=asked.id)
    desk.look()
    desk.turns_to("not_done")
    desk.press("not_done_open", only(desk).id)
    presses(
        desk, ("not_done_classify", only(desk).id), ("not_done_reason", "materials"),
        ("not_done_group", ""),
    )  # fmt: skip
    assert (only(desk).state, only(desk).reason) == ("classified", "materials")
    assert isinstance(desk.view.page, EntryPage)


def test_what_does_not_belong_here_is_sent_on(book):
    presses(
        book, ("not_done_new", ""), ("not_done_reason", "unknown"), ("not_done_group", ""),
        ("not_done_times", "1"), ("not_done_refer", ""), ("not_done_to", "bank"),
    )  # fmt: skip
    assert not board(book).not_done
    assert isinstance(book.view.page, StepsView)


def test_the_rail_and_the_book_tell_what_is_due_and_what_is_overdue(desk):
    desk.others.says(OpenNotDone, station_id="guide-2", reason="system")
    desk.look()
    assert (desk.book("not_done").count, desk.book("not_done").tone) == ("1", "quiet")
    desk.others.says(OpenNotDone, station_id="guide-2")
    desk.look()
    assert desk.book("not_done").key.second == "有到期"
    desk.waits(24 * 3600)
    told = desk.book("not_done")
    assert (told.count, told.tone, told.key.second) == ("2", "call", "过期了")
    assert desk.rail("books").tone == "call"
    desk.turns_to("not_done")
    assert desk.view.page.cells[0].second == "B2026-002 · 11月23日过期了"


def test_many_entries_are_turned_and_the_monthly_list_keeps_its_place(desk):
    for _ in range(7):
        desk.others.says(OpenNotDone, station_id="guide-2")
    desk.look()
    page = desk.turns_to("not_done").page
    assert isinstance(page, StepsView)
    assert page.head.title == "没办成的事，还有 7 件"
    assert [cell.name for cell in page.cells] == [*(f"not_done_{n}" for n in range(1, 6)), MONTHS]
    assert [cell.name for cell in desk.press("not_done_turn", "1").page.cells][-1] == MONTHS


def test_the_list_of_a_month_is_printed_here(book):
    opens(book)
    presses(book, ("back", ""), ("not_done_months", ""), ("not_done_month", "2026-11"))
    assert isinstance(book.view.page, PaperView)
    assert book.view.page.head.title == "办不成事问题清单"
    assert not book.view.notice
    book.press("not_done_paper_print")
    assert [paper.name for paper in book.papers] == ["not_done_list"]
    assert not book.of(KeepDetail)


def test_the_paper_somebody_signs_goes_on_record(book):
    opens(book)
    book.press("not_done_record", only(book).id)
    assert book.view.page.head.title == "办不成事登记单"
    assert PRINTED.outcome == "printed"
    book.press("not_done_paper_print")
    assert [paper.name for paper in book.papers] == ["not_done"]


def test_a_telephone_is_kept_sealed_and_read_again(book):
    entry = opens(book)
    book.press("not_done_write", entry.id)
    assert isinstance(book.view.page, WriteView)
    for digit in "13800000000":
        book.press("not_done_digit", digit)
    book.press("not_done_written")
    (kept,) = book.of(KeepDetail)
    assert (kept.case_id, kept.detail, kept.purpose) == (entry.id, "phone", "follow_up")
    book.look()
    assert "看电话" in deeds(book)
    book.press("not_done_read", entry.id)
    assert "电话 138 0000 0000" in entry_page(book).lines


def test_what_somebody_wrote_is_shown_and_forgotten(desk):
    blob_id = desk.gateway.seal(handwriting_bytes(SHEET), "ink")
    asked = desk.others.says(
        RequestHelp, station_id="kiosk-1", help_kind="not_done", note_blob_id=blob_id
    ).help
    desk.others.says(AcknowledgeHelp, help_id=asked.id)
    desk.waits(3600)
    desk.turns_to("not_done")
    entry = only(desk)
    desk.press("not_done_open", entry.id)
    desk.press("not_done_note", entry.id)
    page = desk.view.page
    assert isinstance(page, NoteView)
    assert desk.read == [blob_id]
    desk.on.note_came(blob_id, desk.gateway.unseal(blob_id))
    assert desk.view.page.sheet is not None
    desk.press("back")
    assert isinstance(desk.view.page, EntryPage)


def test_what_another_desk_put_away_closes_here(book):
    entry = opens(book)
    presses(
        book, ("not_done_pass_on", ""), ("not_done_owner", "1001"), ("not_done_settle", ""),
        ("not_done_result", "done"), ("not_done_answer", ""), ("not_done_reply", "in_person"),
        ("not_done_check", ""), ("not_done_satisfaction", "content"),
    )  # fmt: skip
    book.others.says(ArchiveNotDone, entry_id=entry.id)
    assert isinstance(book.look().page, StepsView)


def test_a_year_whose_holidays_nobody_knows_is_said_on_the_desk(desk):
    known = board(desk)
    facts = msgspec.structs.replace(known.facts, holidays_known_until="2026-12-20")
    presenter = GuidePresenter(setup())
    presenter.board_changed(msgspec.structs.replace(known, facts=facts))
    for area in ("books", "not_done"):
        presenter.press("area", area)
        hint = presenter.view(MONDAY_0940).page.head.hint
        assert hint == "2027年放假安排还没有，先按周一到周五算"


def test_of_a_new_entry_the_reason_may_be_unknown(book):
    page = book.press("not_done_new").page
    assert isinstance(page, GridView)
    assert [cell.label for cell in page.cells][-1] == "还不清楚"
