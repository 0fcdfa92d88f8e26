"""Who agreed is rung up after the case is closed; a no costs nothing, a wish goes on."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from guide_desk.care.views import EntryPage, WriteView
from guide_desk.cases.views import PaperView
from guide_desk.views import GridView
from hall.care.follow_up.messages import RecordFollowUp
from hall.care.not_done.messages import OpenNotDone
from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.kernel.errors import NoLongerKept
from hall.records.messages import KeepDetail
from hall.visits.messages import BeginVisit, CloseCase, EndVisit, MoveVisit
from tests.guide_desk.desk import Desk
from tests.helpers.facts import RULES
from tests.helpers.halls import open_local_hall
from tests.visits.papers import WITH_PAPERS

PHONE = "13900004321"
DAY_S = 24 * 3600
TWO_DAYS = msgspec.structs.replace(RULES, follow_up_after_days=2, follow_up_tries=2)


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS, TWO_DAYS) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield Desk(LocalGateway(hall, "guide-1"), pass_time)


def keys(desk: Desk) -> dict[str, Any]:
    shown: Any = desk.view.page
    if isinstance(shown, GridView):
        every = (*shown.cells, *shown.beside)
    elif isinstance(shown, EntryPage):
        every = shown.deeds
    elif isinstance(shown, WriteView):
        every = (*shown.keys, *shown.beside)
    else:
        every = shown.keys
    return {key.name: key for key in every}


def touch(desk: Desk, *names: str) -> Any:
    for name in names:
        key = keys(desk)[name]
        assert key.mode in ("can", "next", "chosen"), f"{name} cannot be pressed"
        desk.press(key.action, key.argument)
    return desk.view.page


def somebody_is_here(desk: Desk) -> tuple[str, str]:
    begun = desk.others.says(BeginVisit, station_id="guide-1", matter_id="m-subsidy").visit
    at = {"visit_id": begun.id, "station_id": "guide-1"}
    desk.others.says(MoveVisit, action="precheck", **at)
    desk.look()
    visit = desk.others.look("guide").visits.visits[begun.id]
    return begun.id, str(visit.case_id)


def leaves_a_phone(desk: Desk) -> None:
    desk.turns_to("follow_up")
    touch(desk, "after_ask", "after_case_1", "after_yes", *(f"after_{one}" for one in PHONE))
    touch(desk, "after_written")


def case_is_closed(desk: Desk, visit_id: str, case_id: str) -> None:
    desk.others.says(EndVisit, visit_id=visit_id, station_id="guide-1")
    desk.others.says(CloseCase, case_id=case_id, station_id="guide-1")
    desk.look()


def due(desk: Desk) -> None:
    ids = somebody_is_here(desk)
    leaves_a_phone(desk)
    case_is_closed(desk, *ids)
    desk.waits(2 * DAY_S)
    touch(desk, "after_1")


def test_who_agreed_is_rung_up_on_the_second_working_day(desk):
    ids = somebody_is_here(desk)
    leaves_a_phone(desk)
    assert desk.view.notice == "记下了，办完以后打电话问"
    (kept,) = desk.of(KeepDetail)
    assert (kept.purpose, kept.basis, kept.detail) == ("follow_up", "consent", "phone")
    case_is_closed(desk, *ids)
    assert desk.view.page.cells[0].second == "11月25日打 · 第1次"
    assert desk.book("follow_up").count == ""
    desk.waits(2 * DAY_S)
    assert desk.book("follow_up").count == "1"


def test_a_no_costs_nothing_and_nobody_is_rung_up(desk):
    ids = somebody_is_here(desk)
    desk.turns_to("follow_up")
    touch(desk, "after_ask", "after_case_1", "after_no")
    assert desk.view.notice == "不打，一样办"
    case_is_closed(desk, *ids)
    desk.waits(10 * DAY_S)
    assert not desk.of(KeepDetail)
    assert desk.view.page.head.hint == "现在没有要打的"


def test_the_words_to_say_warn_of_fraud_and_never_ask_for_numbers_or_money(desk):
    due(desk)
    page = desk.view.page
    assert isinstance(page, EntryPage)
    assert page.told[-1] == "我们不问您要钱，不要卡号、证件号、验证码。谁要都别给。"
    assert PHONE not in repr(page)
    touch(desk, "after_read")
    assert desk.view.page.told[0] == "139 0000 4321", "large, to be dialled"
    assert keys(desk)["after_fine"].mode == "next"


def test_all_is_well_and_the_number_goes(desk):
    due(desk)
    blob_id = desk.of(KeepDetail)[0].blob_id
    touch(desk, "after_read", "after_fine")
    assert desk.view.notice == "记下了，电话号码已经删了"
    with pytest.raises(NoLongerKept):
        desk.gateway.unseal(blob_id)
    assert desk.view.page.head.hint == "现在没有要打的"


def test_nobody_is_tried_more_often_than_the_hall_says(desk):
    due(desk)
    touch(desk, "after_no_answer")
    assert desk.view.page.cells[0].second == "11月26日打 · 第2次"
    desk.waits(DAY_S)
    touch(desk, "after_1", "after_no_answer")
    assert desk.view.page.head.hint == "现在没有要打的"


@pytest.mark.parametrize(("wish", "area"), [("number", "take"), ("home_visit", "home_visits")])
def test_a_wish_goes_on_in_its_own_place(desk, wish, area):
    due(desk)
    touch(desk, "after_wish", f"after_wish_{wish}")
    (recorded,) = desk.of(RecordFollowUp)
    assert (recorded.said, recorded.wish) == ("wish", wish)
    assert desk.view.area == area


def test_what_was_not_done_opens_an_entry_and_help_is_called(desk):
    due(desk)
    touch(desk, "after_wish", "after_wish_not_done")
    assert desk.of(OpenNotDone)[0].matter_id == "m-subsidy"
    due(desk)
    touch(desk, "after_wish", "after_wish_help")
    assert desk.of(RequestHelp)[0].help_kind == "help"


def test_the_record_is_printed_without_a_telephone(desk):
    due(desk)
    touch(desk, "after_read", "after_paper")
    assert isinstance(desk.view.page, PaperView)
    touch(desk, "paper_print")
    said = repr(desk.papers[0].pages)
    assert PHONE not in said.replace(" ", "")
    touch(desk, "paper_done")
    assert isinstance(desk.view.page, EntryPage)
