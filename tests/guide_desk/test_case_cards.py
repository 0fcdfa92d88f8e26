"""A card on the desk while papers are gone through: who has come, and whose name a paper bears."""

from __future__ import annotations

from datetime import date

import pytest

from devices.ports import CardSeen, IdCard
from guide_desk.cases.card import CARD_S
from guide_desk.cases.refused import WORDS as KEYS
from guide_desk.cases.views import VisitsView
from guide_desk.views import GridView
from hall.client.local import LocalGateway
from hall.visits.messages import BeginVisit
from hall.visits.refusals import REFUSALS
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import WORDS, Desk
from tests.helpers.halls import open_local_hall
from tests.visits.papers import PAPERS, WANG, WITH_PAPERS

FORM = PAPERS[0].plain
WANG_S_CARD = CardSeen(
    IdCard(
        kind="resident", name="王福贵", sex=1, ethnicity="汉", birth_date=date(1940, 5, 1),
        address="某县城关镇东街村12号", id_number=WANG, issued_by="", valid_from=date(2010, 1, 1),
        valid_to=None,
    ),
    epoch=1,
)  # fmt: skip


@pytest.fixture
def work(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield Casework(Desk(LocalGateway(hall, "guide-1"), pass_time, reader_id="reader"))


def lays_card(work: Casework) -> None:
    work.desk.turns_to("cases")
    work.desk.on.card(WANG_S_CARD)
    work.desk.look()


def begins_with_card(work: Casework) -> None:
    lays_card(work)
    assert isinstance(work.page, GridView)
    work.touch("group_other")
    while "matter_m-house" not in work.keys:
        work.touch("case_next")
    work.touch("matter_m-house")


def test_a_card_greets_and_the_matter_is_asked_for(work):
    begins_with_card(work)
    assert work.checklist.title == FORM
    (visit,) = work.board.visits.visits.values()
    assert visit.state in ("arrived", "prechecking")
    assert visit.visitor_id is not None


def test_the_same_card_later_that_day_shows_the_visit_that_is_there(work):
    begins_with_card(work)
    work.desk.press("area", "cases")
    lays_card(work)
    assert len(work.board.visits.visits) == 1
    assert work.desk.view.notice == "这位已经在办了"
    assert not isinstance(work.page, VisitsView)


def test_the_card_opens_what_was_begun_another_day(work):
    begins_with_card(work)
    work.touch("item_missing")
    work.takes()
    work.touch("item_ok")
    work.touch("case_notice")
    work.touch("back")
    work.touch("case_leave")
    work.touch("leave_with_notice")
    lays_card(work)
    assert work.desk.view.notice == "接着上回办，看过的不用再看"
    assert work.checklist.title == FORM
    assert work.checklist.word == "写在单子上"


def test_a_card_no_hall_answers_for_is_forgotten(work):
    work.desk.cut()
    lays_card(work)
    work.desk.waits(CARD_S + 1)
    assert work.desk.view.notice == "大厅没回话，请先点新来一位"
    sent = len(work.desk.of(BeginVisit))
    work.desk.mend()
    work.desk.waits(5)
    assert len(work.desk.of(BeginVisit)) == sent
    assert not work.board.visits.visits


def test_a_paper_bears_a_name_only_when_the_elder_lays_the_card_down_for_it(work):
    work.begins("m-house")
    work.touch("item_missing")
    work.takes()
    work.touch("item_ok")
    work.touch("case_notice")
    lays_card(work)
    work.desk.turns_to("cases")
    work.touch("paper_fill")
    assert work.paper.note == "老人愿意的话，请把身份证放上来"
    lays_card(work)
    assert "paper_fill" not in work.keys
    work.touch("paper_print")
    (paper,) = work.desk.papers
    assert "王福贵" in paper.texts()


def test_without_the_wish_every_name_is_left_to_the_pen(work):
    begins_with_card(work)
    work.touch("item_missing")
    work.takes()
    work.touch("item_ok")
    work.touch("case_notice")
    work.touch("paper_print")
    (paper,) = work.desk.papers
    assert "王福贵" not in "".join(paper.texts())


@pytest.mark.parametrize("kind", REFUSALS)
def test_every_refusal_about_a_visit_is_one_clear_sentence(kind):
    line = WORDS.get(KEYS[kind])
    assert 0 < len(line) <= 20
    assert line != WORDS.get("refused_other")
