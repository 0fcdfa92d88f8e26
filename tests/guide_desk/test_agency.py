"""A helper acts for an elder, as the guide does it at her desk: few touches, nothing forgotten."""

from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
import pytest

from devices.papers import Paper, PaperText
from devices.ports import CardSeen, IdCard
from forms.papers.values import Person
from guide_desk.agency.place import Draft
from guide_desk.agency.shelf import papers_of
from guide_desk.care.views import EntryPage
from guide_desk.cases.views import AskView, ByHandView, PaperView
from guide_desk.views import StepsView
from hall.care.agency.messages import FindMandates, GiveBackOriginal, OpenMandate, ReportBack
from hall.care.agency.views import MandateView
from hall.client.local import LocalGateway
from hall.kernel.blobs import BlobRead
from hall.kernel.facts import MatterSheetFact
from hall.records.messages import KeepPaper
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import NO_PAPER, Desk
from tests.helpers.facts import matter
from tests.helpers.halls import open_local_hall
from tests.visits.papers import WANG, WITH_PAPERS

DAY_S = 86_400.0
HERSELF = matter("m-id-card", "换身份证", "other", sheet=MatterSheetFact(agent_ok=False))
FACTS = msgspec.structs.replace(WITH_PAPERS, matters=(*WITH_PAPERS.matters, HERSELF))
CARD = IdCard(
    kind="resident", name="王桂兰", sex=2, ethnicity="汉", birth_date=date(1940, 5, 1),
    address="示例县柳树街道78号", id_number=WANG, issued_by="示例县公安局",
    valid_from=date(2015, 1, 1), valid_to=None,
)  # fmt: skip


class Acting(Casework):
    """The desk, looked at in the area 代办."""

    @property
    def page(self) -> Any:
        return self.desk.view.page

    @property
    def keys(self) -> dict[str, Any]:
        deeds = getattr(self.page, "deeds", ())
        return {**super().keys, **{key.name: key for key in deeds}}

    @property
    def mandate(self) -> MandateView:
        (mandate,) = self.board.mandates.values()
        return mandate

    def opens(self, *papers: str, answer: str = "alone") -> MandateView:
        """From nobody to a mandate that can be signed."""
        self.desk.press("area", "agency")
        for name in ("agency_new", "group_other", "matter_m-subsidy", "agency_helper_1002"):
            self.touch(name)
        for paper in papers:
            self.touch(f"agency_paper_{paper}")
        self.touch("agency_handed")
        self.touch(f"agency_{answer}")
        return self.mandate

    def signed(self, *papers: str) -> MandateView:
        self.opens(*papers)
        self.touch("agency_signature")
        return self.mandate

    def looks_at_it(self) -> None:
        self.desk.press("area", "agency")
        self.touch(f"agency_{self.mandate.number}")

    def reads_card(self, card: IdCard = CARD) -> None:
        self.desk.on.card(CardSeen(card, 1))
        self.desk.look()

    def texts(self) -> str:
        """Every word of the page that names something of a person."""
        return repr(
            msgspec.to_builtins([getattr(self.page, part, ()) for part in ("told", "lines")])
        )


@pytest.fixture
def open_work(tmp_path):
    with open_local_hall(tmp_path, FACTS) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield lambda **how: Acting(Desk(LocalGateway(hall, "guide-1"), pass_time, **how))


@pytest.fixture
def work(open_work):
    return open_work(reader_id="reader")


def words_of(paper: Paper) -> str:
    pieces = [piece for page in paper.pages for piece in page.pieces]
    return "".join(piece.text for piece in pieces if isinstance(piece, PaperText))


def test_from_a_case_in_hand_five_touches_lead_to_a_mandate(work):
    work.desk.press("area", "cases")
    work.begins()
    work.desk.press("case_more")
    visit_id = work.board.visits.visits.popitem()[0]
    work.touch("case_agent")
    assert work.desk.view.area == "agency"
    work.touch("agency_helper_1002")
    work.touch("agency_paper_2")
    work.touch("agency_handed")
    assert isinstance(work.page, AskView)
    work.touch("agency_alone")
    (asked,) = work.desk.of(OpenMandate)
    assert (asked.visit_id, asked.agent_number, asked.asked_alone) == (visit_id, "1002", True)
    assert work.mandate.case_id is not None
    assert work.desk.view.notice == "写好了，请打出来让老人签字"
    assert work.next_key == "打单子"


def test_a_touch_is_the_original_another_a_copy_a_third_nothing():
    draft = Draft(matter_id="m").turned("1").turned("2").turned("2").turned("3")
    draft = draft.turned("3").turned("3")
    assert [(one.material_id, one.form) for one in draft.list()] == [
        ("1", "original"),
        ("2", "copy"),
    ]


def test_where_the_elder_does_not_understand_the_keys_ask_for_the_guardian(work):
    work.opens(answer="guardian")
    assert work.mandate.signer == "guardian"
    assert work.keys["agency_signature"].label == "监护人\n签了名"
    work.touch("agency_fingerprint")
    assert (work.mandate.signed_by, work.mandate.signed_how) == ("guardian", "fingerprint")


def test_what_the_law_wants_the_elder_for_offers_no_key(work):
    work.desk.press("area", "agency")
    for name in ("agency_new", "group_other"):
        work.touch(name)
    while "matter_m-id-card" not in work.keys:
        work.touch("agency_next")
    assert work.keys["matter_m-id-card"].mode == "cannot"
    work.desk.press("agency_matter", "m-id-card")
    assert work.desk.view.notice == "这件事要本人办，走不动我们上门"


def test_the_printed_mandate_has_the_whole_number_and_the_archive_has_not(work):
    work.opens("2")
    work.touch("agency_papers")
    work.touch("agency_form_mandate")
    assert isinstance(work.page, PaperView)
    work.touch("agency_paper_fill")
    work.reads_card()
    work.touch("agency_paper_print")
    (printed,) = work.desk.papers
    assert WANG in words_of(printed)
    assert CARD.name in words_of(printed)
    made = work.desk.made[-1]
    assert WANG not in words_of(made)
    assert "410***********0016" in words_of(made)
    assert [one.paper for one in work.desk.of(KeepPaper)] == ["mandate"]
    work.touch("agency_paper_done")
    assert isinstance(work.page, EntryPage)
    assert work.next_key == "老人签了名"


def test_where_no_paper_comes_the_hand_writes_what_is_needed(work):
    work.desk.paper = NO_PAPER
    work.opens("2", "3")
    work.touch("agency_papers")
    work.touch("agency_form_mandate")
    work.touch("agency_paper_print")
    work.touch("agency_paper_by_hand")
    page = work.page
    assert isinstance(page, ByHandView)
    assert page.code == "D2026-0001"
    assert "身份证、户口本" in page.lines
    work.touch("agency_paper_done")
    assert isinstance(work.page, EntryPage)


def test_originals_go_back_one_by_one_and_then_it_can_be_closed(work):
    work.signed("2", "3")
    work.touch("agency_drop")
    work.touch("agency_withdraw")
    assert work.next_key == "还东西"
    work.touch("agency_close")
    assert work.desk.view.notice == "还有原件没还，结不了"
    work.touch("agency_things")
    assert isinstance(work.page, StepsView)
    assert work.keys["agency_give_back"].mode == "cannot"
    work.touch("agency_thing_1")
    assert work.keys["agency_thing_1"].mode == "chosen"
    work.touch("agency_give_back")
    assert [one.original_id for one in work.desk.of(GiveBackOriginal)] == ["1"]
    assert work.keys["agency_thing_1"].mode == "cannot"
    assert work.keys["agency_thing_1"].second == "11月23日还了"
    work.touch("agency_thing_2")
    work.touch("agency_give_back")
    assert papers_of(work.mandate) == ("mandate", "custody_back")
    work.touch("back")
    work.touch("agency_close")
    assert work.board.mandates == {}
    assert work.desk.view.notice == "结了，老人的姓名电话都删了"


def test_a_mistaken_touch_gives_nothing_back(work):
    work.signed("2")
    work.touch("agency_things")
    work.touch("agency_thing_1")
    work.touch("agency_thing_1")
    assert work.keys["agency_give_back"].mode == "cannot"
    work.touch("back")
    assert work.mandate.originals[0].state == "held"


def test_a_lost_original_is_told_first_and_then_made_good(work):
    work.signed("2", "3")
    work.touch("agency_things")
    work.touch("agency_thing_1")
    work.touch("agency_lose")
    assert work.desk.view.notice == "记下了，今天就告诉老人"
    work.touch("agency_thing_1")
    assert work.keys["agency_lost_replaced"].mode == "cannot"
    work.touch("back")
    work.touch("back")
    assert work.next_key == "告诉老人"
    work.touch("agency_report")
    assert "找不到了" in work.page.told[1]
    work.touch("agency_in_person")
    work.touch("agency_things")
    work.touch("agency_thing_1")
    work.touch("agency_lost_replaced")
    assert work.mandate.originals[0].state == "explained"


def test_the_telephone_is_read_only_when_it_is_asked_for_and_forgotten_with_its_page(work):
    work.signed()
    work.touch("agency_report")
    assert "没有记老人的电话" in work.page.lines
    work.touch("agency_write")
    for digit in "13800000000":
        work.touch(f"agency_{digit}")
    work.touch("agency_written")
    assert not work.desk.read
    work.touch("agency_read")
    assert "138 0000 0000" in work.texts()
    told = [work.desk.hall.parts.vocabulary.event(body)
            for *_, body in work.desk.hall.events_after(0)]  # fmt: skip
    assert any(isinstance(one, BlobRead) for one in told)
    work.touch("agency_reached")
    assert work.desk.view.notice == "记下了，老人知道了"
    work.touch("agency_report")
    assert "138" not in work.texts()


def test_nobody_answers_and_the_log_says_when(work):
    work.signed()
    work.touch("agency_step")
    work.touch("agency_submit")
    assert work.next_key == "告诉老人"
    work.touch("agency_report")
    work.touch("agency_no_answer")
    assert [one.result for one in work.desk.of(ReportBack)] == ["no_answer"]
    assert "11月24日再打" in work.page.told
    assert any(line.endswith("没人接") for line in work.page.lines)


def test_what_is_late_stands_first_and_on_the_key_of_the_book(work):
    work.signed()
    work.touch("agency_step")
    work.touch("agency_submit")
    work.desk.waits(2 * DAY_S)
    told = work.desk.book("agency")
    assert (told.count, told.tone) == ("1", "call")
    work.desk.press("area", "agency")
    (first, *_) = work.page.cells
    assert first.second == "0001 · 该告诉，过期了"


def test_the_card_of_the_elder_opens_their_mandate(work):
    work.desk.press("area", "cases")
    work.reads_card()
    work.touch("group_other")
    while "matter_m-subsidy" not in work.keys:
        work.touch("case_next")
    work.touch("matter_m-subsidy")
    work.desk.press("case_more")
    work.touch("case_agent")
    work.touch("agency_helper_1002")
    work.touch("agency_handed")
    work.touch("agency_alone")
    work.desk.press("agency_open", "none")
    work.desk.press("area", "books")
    work.desk.press("area", "agency")
    work.reads_card()
    assert work.desk.of(FindMandates)
    assert isinstance(work.page, EntryPage)
    assert work.page.head.title == "代办 D2026-0001"


def test_a_card_without_a_mandate_says_so(work):
    work.desk.press("area", "agency")
    work.reads_card()
    assert work.desk.view.notice == "这位没有在代办的事"


def test_more_is_handed_over_and_another_helper_takes_over(work):
    work.signed()
    work.touch("agency_more")
    assert work.keys["agency_handed"].mode == "cannot"
    work.touch("agency_paper_other")
    work.touch("agency_handed")
    assert [one.plain for one in work.mandate.originals] == [""]
    work.touch("agency_change")
    assert "agency_family" not in work.keys
    work.touch("agency_helper_1002")
    assert isinstance(work.page, EntryPage)


def test_one_of_the_family_acts_with_paper_and_receipt_only(work):
    work.desk.press("area", "agency")
    for name in ("agency_new", "group_other", "matter_m-subsidy", "agency_family",
                 "agency_paper_2", "agency_handed", "agency_together"):  # fmt: skip
        work.touch(name)
    work.touch("agency_signature")
    assert work.mandate.kind == "family"
    assert "agency_report" not in work.keys
    work.touch("agency_step")
    work.touch("agency_finish")
    assert work.next_key == "还东西"


def test_while_the_hall_is_gone_nothing_is_done_twice(work):
    work.signed("2")
    work.touch("agency_things")
    work.touch("agency_thing_1")
    work.desk.lose_replies = 1
    work.touch("agency_give_back")
    work.desk.waits(4)
    work.desk.look()
    assert work.mandate.originals[0].state == "given_back"
    assert sum(one.what == "given_back" for one in work.mandate.timeline) == 1


def test_what_was_left_open_is_put_away(work):
    work.signed()
    work.touch("agency_report")
    work.desk.waits(301)
    assert isinstance(work.page, StepsView)


def test_a_paper_says_nothing_of_whom_it_is_in_a_log():
    assert repr(Person(name="王桂兰", contact="138")) == "Person(…)"


def test_the_elder_reads_what_was_handed_over_and_where_it_is(work):
    work.desk.press("area", "agency")
    for name in ("agency_new", "group_other", "matter_m-subsidy", "agency_helper_1002"):
        work.touch(name)
    work.touch("agency_paper_2")
    assert [(one.plain, one.word) for one in work.mirror.lines] == [("身份证", "原件")]
    assert work.mirror.next == "您交来这几样，请看一看对不对。"
    work.touch("agency_handed")
    work.touch("agency_alone")
    work.touch("agency_things")
    work.touch("agency_thing_1")
    work.touch("agency_give_back")
    assert [one.word for one in work.mirror.lines] == ["还给您了"]
    work.desk.press("area", "lend")
    assert work.mirror.title == "您好，请坐，慢慢来"


def test_a_telephone_stands_on_no_screen_of_the_elder(work):
    work.signed()
    work.touch("agency_report")
    assert work.mirror.title == "您好，请坐，慢慢来"
