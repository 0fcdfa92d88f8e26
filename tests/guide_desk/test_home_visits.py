"""A day for a home is agreed at the desk, prepared, printed as one stack; its result is entered."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from devices.papers import PaperText
from guide_desk.care.views import EntryPage, WriteView
from guide_desk.cases.views import PaperView
from guide_desk.views import GridView
from hall.care.home_visits.messages import (
    BookHomeVisit,
    FinishHomeVisit,
    OfferOtherWay,
    StartHomeVisit,
)
from hall.client.local import LocalGateway
from hall.kernel.errors import NoLongerKept
from hall.kernel.facts import HomeVisitFact, MaterialFact, MatterSheetFact
from hall.records.messages import KeepDetail, KeepPaper
from tests.guide_desk.desk import Desk
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import open_local_hall

STREET, PHONE, NAME = "示例县柳树街道78号", "13900004321", "欧阳测试"
AT_HOME = MatterSheetFact(name="养老金", department="人社局", home_visit=True)
HALL = msgspec.structs.replace(
    FACTS,
    matters=(
        matter(
            "m-pension", "领养老金", "pension", sheet=AT_HOME,
            materials=(MaterialFact(plain="身份证", copies=0, deferrable=False, shareable=False),),
        ),
        matter("m-medical", "拿发票报医药费", "medical", sheet=MatterSheetFact(agent_ok=True)),
    ),
    staff=tuple(
        msgspec.structs.replace(one, roles=("guide", "helper")) for one in FACTS.staff[:2]
    ),
    home_visits=HomeVisitFact(per_half_day=2, kit=("印泥", "老花镜")),
)  # fmt: skip


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, HALL) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        one = Desk(LocalGateway(hall, "guide-1"), pass_time)
        one.turns_to("home_visits")
        yield one


def page(desk: Desk) -> Any:
    return desk.view.page


def keys(desk: Desk) -> dict[str, Any]:
    shown = page(desk)
    if isinstance(shown, GridView):
        every = (*shown.cells, *shown.beside)
    elif isinstance(shown, EntryPage):
        every = shown.deeds
    elif isinstance(shown, WriteView):
        every = (*shown.keys, *shown.beside)
    else:
        every = shown.keys
    return {key.name: key for key in every}


def touch(desk: Desk, name: str) -> Any:
    """Press a key of the page as a finger does: only one that can be pressed."""
    key = keys(desk)[name]
    assert key.mode in ("can", "next", "chosen"), f"{name} cannot be pressed"
    desk.press(key.action, key.argument)
    return page(desk)


def until_grounds(desk: Desk) -> None:
    for name in ("home_new", "home_phone", "home_group_pension", "home_matter_m-pension"):
        touch(desk, name)


def until_address(desk: Desk) -> None:
    until_grounds(desk)
    for name in ("home_ground_mobility", "home_grounds_done", "home_slot_1"):
        touch(desk, name)


def books(desk: Desk) -> None:
    until_address(desk)
    desk.press("home_edited", STREET)
    touch(desk, "home_written")
    for digit in PHONE:
        touch(desk, f"home_{digit}")
    touch(desk, "home_written")
    desk.press("home_edited", NAME)
    touch(desk, "home_written")
    touch(desk, "home_mind_hearing")
    touch(desk, "home_book")


def two_go(desk: Desk) -> None:
    touch(desk, "home_staff")
    for number in ("1001", "1002"):
        touch(desk, f"home_member_{number}")
    touch(desk, "home_staff_done")


def texts_of(paper: Any) -> str:
    return "".join(
        piece.text for one in paper.pages for piece in one.pieces if isinstance(piece, PaperText)
    )


def test_a_day_is_agreed_in_one_telephone_call(desk):
    books(desk)
    (booked,) = desk.of(BookHomeVisit)
    assert (booked.day, booked.half, booked.grounds) == ("2026-11-24", "morning", ("mobility",))
    shown = page(desk)
    assert isinstance(shown, EntryPage)
    assert "领养老金" in shown.told[0]
    assert desk.view.notice == "11月24日上午去两个人，戴工作证，不收钱"
    kept = {one.detail: one for one in desk.of(KeepDetail)}
    assert set(kept) == {"address", "phone", "name", "note"}
    assert {one.purpose for one in kept.values()} == {"home_visit"}
    assert desk.gateway.unseal(kept["address"].blob_id).decode() == STREET


def test_nothing_written_stands_in_any_command_or_stays_on_the_page(desk):
    books(desk)
    said = repr(desk.sent)
    assert STREET not in said
    assert PHONE not in said
    assert NAME not in said
    assert STREET not in "".join((*page(desk).told, *page(desk).lines))
    assert STREET not in repr(page(desk))


def test_without_a_reason_there_is_no_way_on_and_a_second_touch_takes_one_back(desk):
    until_grounds(desk)
    assert keys(desk)["home_grounds_done"].mode == "cannot"
    touch(desk, "home_ground_ill")
    assert keys(desk)["home_grounds_done"].mode == "next"
    touch(desk, "home_ground_ill")
    assert keys(desk)["home_grounds_done"].mode == "cannot"


def test_a_matter_that_is_not_done_at_home_is_given_another_way_on_record(desk):
    for name in ("home_new", "home_phone", "home_group_medical", "home_matter_m-medical"):
        touch(desk, name)
    assert page(desk).head.title == "这件事上门办不了"
    assert set(keys(desk)) == {"home_way_agency", "home_way_hall", "back"}
    touch(desk, "home_way_agency")
    (offered,) = desk.of(OfferOtherWay)
    assert (offered.matter_id, offered.way) == ("m-medical", "agency")
    assert page(desk).head.title == "要上门 0 家"


def test_the_half_day_filled_up_meanwhile_and_others_are_offered(desk):
    until_address(desk)
    for _ in range(2):
        desk.others.says(
            BookHomeVisit, station_id="guide-2", matter_id="m-pension", day="2026-11-24",
            half="morning", channel="hall", grounds=("age",),
        )  # fmt: skip
    desk.press("home_edited", STREET)
    for name in ("home_written", "home_unwritten", "home_unwritten", "home_book"):
        touch(desk, name)
    assert desk.view.notice == "那个半天刚约满，请另选"
    assert page(desk).cells[0].label == "11月24日下午"
    touch(desk, "home_slot_1")
    assert page(desk).text == STREET, "what was written is not written twice"


def test_nobody_sets_out_alone(desk):
    books(desk)
    assert keys(desk)["home_start"].mode == "cannot"
    assert "还差 2 个人" in page(desk).head.hint
    two_go(desk)
    assert "李敏（001）、周洁（002）" in page(desk).lines[1]
    touch(desk, "home_confirm")
    touch(desk, "home_start")
    assert len(desk.of(StartHomeVisit)) == 1


def test_the_book_calls_when_tomorrow_lacks_somebody(desk):
    books(desk)
    desk.press("area", "take")
    desk.waits(1)
    key = desk.book("home_visits")
    assert (key.count, key.tone, key.key.second) == ("1", "call", "缺人手")


def test_an_address_is_shown_for_a_while_and_then_forgotten(desk):
    books(desk)
    touch(desk, "home_read")
    lines = page(desk).lines
    assert f"住：{STREET}" in lines
    assert "电话：139 0000 4321" in lines
    assert "留心：耳朵背，要大声一点" in lines
    desk.waits(181)
    assert STREET not in "".join(page(desk).lines)


def test_everything_of_a_day_is_printed_in_one_stack_and_kept_sealed(desk):
    books(desk)
    two_go(desk)
    desk.press("back")
    touch(desk, "home_days")
    touch(desk, "home_day_1")
    desk.waits(1)
    assert isinstance(page(desk), PaperView)
    assert page(desk).head.title == "上门一套（11月24日）"
    touch(desk, "paper_print")
    (paper,) = desk.papers
    said = texts_of(paper)
    for part in (STREET, NAME, "139 0000 4321", "耳朵背", "李敏（001）", "上门服务工作单", "印泥"):
        assert part in said, part
    assert len(paper.pages) >= 4, "the day, the order, the form of the matter"
    (kept,) = desk.of(KeepPaper)
    assert (kept.paper, kept.case_id) == ("home_visit_pack", "home-visits-2026-11-24")


def test_a_work_order_is_made_also_when_the_hall_hands_out_nothing(desk):
    books(desk)
    desk.cut()
    touch(desk, "home_paper")
    desk.waits(13)
    assert isinstance(page(desk), PaperView)
    touch(desk, "paper_print")
    assert STREET not in texts_of(desk.papers[0])


def test_what_came_of_it_is_entered_and_the_address_goes(desk):
    books(desk)
    two_go(desk)
    for name in ("home_confirm", "home_start", "home_finish", "home_result_handled"):
        touch(desk, name)
    (finished,) = desk.of(FinishHomeVisit)
    assert finished.result == "handled"
    assert page(desk).head.title == "要上门 0 家"
    with pytest.raises(NoLongerKept):
        desk.gateway.unseal(desk.of(KeepDetail)[0].blob_id)


def test_who_was_not_met_gets_another_day(desk):
    books(desk)
    two_go(desk)
    for name in ("home_confirm", "home_start", "home_miss"):
        touch(desk, name)
    assert page(desk).head.hint == "没见到人，另约"
    assert keys(desk)["home_move"].mode == "next"
    touch(desk, "home_move")
    touch(desk, "home_slot_3")
    assert desk.view.notice == "改到11月25日上午了"
    assert "11月25日上午" in page(desk).told


def test_an_address_that_never_reached_the_hall_is_written_again(desk):
    desk.others.says(
        BookHomeVisit, station_id="guide-2", matter_id="m-pension", day="2026-11-24",
        half="morning", channel="hall", grounds=("age",),
    )  # fmt: skip
    desk.look()
    touch(desk, "home_1")
    assert "还没有写住在哪里" in page(desk).lines
    touch(desk, "home_write")
    desk.press("home_edited", STREET)
    for name in ("home_written", "home_unwritten", "home_unwritten"):
        touch(desk, name)
    assert "home_read" in keys(desk)
    assert [one.detail for one in desk.of(KeepDetail)] == ["address"]


def test_what_was_begun_and_left_is_forgotten(desk):
    until_address(desk)
    desk.press("home_edited", STREET)
    desk.waits(301)
    assert page(desk).head.title == "要上门 0 家"
    until_address(desk)
    assert page(desk).text == ""


def test_a_step_back_at_a_time(desk):
    until_address(desk)
    desk.press("home_edited", STREET)
    touch(desk, "home_written")
    assert page(desk).head.title == "电话几号？"
    touch(desk, "back")
    assert page(desk).text == STREET
    titles = []
    for _ in range(6):
        touch(desk, "back")
        titles.append(page(desk).head.title)
    assert titles[0] == "哪天去？"
    assert titles[-1] == "要上门 0 家"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("示例县\u3000柳树街", "示例县 柳树街"),
        ("柳树街\u202e78号", "柳树街78号"),
        ("  柳树街  ", "柳树街"),
        ("长" * 300, "长" * 100),
    ],
)
def test_whatever_an_input_method_types_can_be_kept(desk, typed, kept):
    until_address(desk)
    desk.press("home_edited", typed)
    for name in ("home_written", "home_unwritten", "home_unwritten", "home_book"):
        touch(desk, name)
    (address,) = desk.of(KeepDetail)
    assert desk.gateway.unseal(address.blob_id).decode() == kept
