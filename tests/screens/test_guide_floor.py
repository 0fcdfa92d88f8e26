"""Finding, lending and going along under a real finger, with a real hall and a card reader."""

from __future__ import annotations

from datetime import date

import pytest

from devices.ports import IdCard
from guide_desk.screens.measure import DESIGN_WIDTH
from hall.calls.messages import CallNext, OpenCounter
from id_reader.memory import MemoryCardReader
from tests.screens.test_guide_desk import TABLET, Guide, open_guide

__all__ = ["open_guide"]

NUMBER = "410199194005010016"
WANG = {"born": "1940-05-01", "number": NUMBER, "surname": "王", "sex": 1}
LEAST_MM = 20.0


@pytest.fixture
def reader():
    return MemoryCardReader()


@pytest.fixture
def desk(open_guide, reader):
    return open_guide(reader=reader)


def card() -> IdCard:
    """A fictional card; its number belongs to no region."""
    return IdCard(
        kind="resident", name="王某", sex=1, ethnicity="", birth_date=date(1940, 5, 1), address="",
        id_number=NUMBER, issued_by="", valid_from=None, valid_to=None,
    )  # fmt: skip


def too_small(guide: Guide) -> list[str]:
    """Keys that are no 20 mm wide or high."""
    mm = guide.app.window.theme.panel.mm
    scale = TABLET.width_mm / DESIGN_WIDTH
    return [
        one.objectName()
        for one in guide.keys_shown()
        if min(mm(one.face_rect().width()), mm(one.face_rect().height())) * scale < LEAST_MM
    ]


def test_a_card_on_the_reader_opens_its_holders_number(desk, reader):
    desk.story.ticket(**WANG)
    reader.place(card())
    desk.shows("王大爷")
    desk.shows("尊001")
    desk.shows("领养老金")
    assert NUMBER not in "\n".join(desk.app.texts())
    assert not too_small(desk)


def test_the_reader_that_goes_away_is_told_to_the_hall(desk, reader):
    def devices() -> dict[str, str]:
        board = desk.story.look("guide", "guide-1")
        return {key: seen.status for key, seen in board.devices.items()}

    desk.qtbot.waitUntil(lambda: "ready" in devices().values())


def test_digits_lead_to_a_number_and_its_deeds(desk):
    desk.story.ticket()
    desk.touch("area_find")
    desk.touch("find_0")
    assert not too_small(desk)
    desk.touch("find_0")
    desk.touch("find_1")
    desk.shows("看 老001")
    desk.touch("find_go")
    desk.shows("换窗口换事情")
    assert not too_small(desk)
    desk.touch("found_find_cancel")
    desk.touch("find_why_done")
    desk.shows("老001 不办了，小票请收回")


def test_a_key_that_cannot_be_pressed_now_does_nothing(desk):
    desk.story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    desk.story.ticket()
    desk.story.says(CallNext, counter_id="c1")
    desk.shows("取号")
    desk.touch("area_find")
    desk.touch("find_recent")
    desk.touch("found_老001")
    desk.shows("叫到1号窗口了")
    desk.touch("found_find_move")
    desk.shows("叫到1号窗口了")


def test_a_thing_is_lent_and_comes_back_by_the_same_key(desk):
    desk.touch("area_books")
    desk.touch("area_lend")
    desk.shows("在这里")
    assert not too_small(desk)
    desk.touch("lend_chair-1")
    desk.shows("借出去了")
    desk.touch("lend_chair-1")
    desk.hides("借出去了")


def test_refused_cash_is_one_touch_in_its_book_and_the_rail_leads_back_to_the_books(desk):
    desk.touch("area_books")
    desk.touch("area_not_done")
    assert not too_small(desk)
    desk.touch("not_done_cash")
    desk.shows("编号 B2026-001")
    assert not too_small(desk)
    desk.touch("not_done_pass_on")
    desk.touch("not_done_owner_1002")
    desk.shows("周洁（工牌 002）负责")
    desk.touch("area_books")
    desk.shows("打开哪一本？")


def test_a_helper_is_sent_and_a_step_is_noted(desk):
    desk.asks("accompany")
    desk.touch("area_tasks")
    desk.touch("help_1_go")
    desk.touch("along_1002")
    desk.shows("周洁 · 工牌002")
    desk.touch("help_1_go")
    assert not too_small(desk)
    desk.touch("along_copied")
    desk.shows("09:40")
    desk.touch("along_finish")
    desk.shows("办完了，辛苦了")


def test_an_exercise_takes_two_touches(desk):
    desk.touch("area_tasks")
    desk.touch("drill")
    desk.touch("drill_start")
    desk.shows("演练，不是真的")
