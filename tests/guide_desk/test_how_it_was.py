"""Papers about how it was: the guide copies what an elder ticked, and nothing else."""

from __future__ import annotations

import pytest

from guide_desk.feelings.pages import label_of
from guide_desk.feelings.views import FacesView
from guide_desk.finding.searching import Typed
from guide_desk.finding.views import PadView
from guide_desk.views import GridView
from hall.calls.messages import CallNext, FinishService, OpenCounter, StartService
from hall.care.feelings.messages import FindService, GiveFeeling
from tests.helpers.facts import FACTS


def somebody_was_served(desk, matter_id="m-pension") -> str:
    """Return the number on the paper."""
    others = desk.others
    ticket = others.ticket(matter_id)
    others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    others.says(CallNext, counter_id="c1")
    for deed in (StartService, FinishService):
        others.says(deed, counter_id="c1", ticket_id=ticket.id)
    desk.look()
    return str(ticket.number)


def types(desk, number: str):
    desk.turns_to("feelings")
    series = next(one.id for one in FACTS.series if number.startswith(one.prefix))
    desk.press("feel_series", series)
    for digit in number[1:].lstrip("0"):
        desk.press("feel_digit", digit)
    return desk.press("feel_go")


def test_a_paper_with_a_good_face_takes_number_and_one_touch(desk):
    number = somebody_was_served(desk)
    page = types(desk, number).page
    assert isinstance(page, FacesView)
    assert page.head.title == f"{number}：纸上点了哪个？"
    view = desk.press("feel_face", "4")
    (given,) = desk.of(GiveFeeling)
    assert (given.score, given.channel, given.reasons) == (4, "paper_by_guide", ())
    assert view.notice == f"{number} 的感受记下了"
    assert isinstance(view.page, PadView)
    assert view.page.typed.label == "", "the next paper begins anew"


def test_a_bad_face_is_copied_with_its_reasons(desk):
    types(desk, somebody_was_served(desk))
    page = desk.press("feel_face", "1").page
    assert isinstance(page, GridView)
    assert [key.label for key in page.cells][:2] == ["等得太久", "没说清楚"]
    assert not desk.of(GiveFeeling), "nothing goes out before the whole paper is copied"
    desk.press("feel_why", "waited")
    desk.press("feel_why", "papers")
    desk.press("feel_why", "undone")
    desk.press("feel_done")
    (given,) = desk.of(GiveFeeling)
    assert given.reasons == ("waited", "papers"), "two at most, as on the paper"


def test_a_paper_is_copied_once(desk):
    number = somebody_was_served(desk)
    types(desk, number)
    desk.press("feel_face", "5")
    view = types(desk, number)
    assert view.notice == f"{number} 已经说过了，不用再记"
    assert isinstance(view.page, PadView)


@pytest.mark.parametrize(
    ("matter_id", "said"),
    [("m-death", "这件事不问感受"), ("", "没有办完的这个号，请对一对日子")],
)
def test_what_is_not_asked_and_what_is_not_known_is_said(desk, matter_id, said):
    number = somebody_was_served(desk, matter_id) if matter_id else "老077"
    assert types(desk, number).notice == said


def test_a_paper_of_the_day_before_says_so(desk):
    desk.turns_to("feelings")
    desk.press("feel_day", "before")
    types(desk, "老012")
    assert desk.of(FindService)[-1].days_before == 1


def test_a_keyboard_types_the_digits(desk):
    number = somebody_was_served(desk)
    desk.turns_to("feelings")
    desk.press("feel_series", "lao")
    for text in ("1", "\r"):
        desk.press("typed", text)
    assert desk.of(FindService)[-1].number == number


def test_an_empty_paper_is_seen_and_printed(desk):
    desk.turns_to("feelings")
    desk.press("feel_paper")
    desk.press("feel_paper_print")
    assert [paper.title for paper in desk.papers] == ["服务感受表"]
    desk.press("feel_paper_done")
    assert isinstance(desk.view.page, PadView)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        (Typed("lao", "12"), "老012"),
        (Typed("lao", "012"), "老012"),
        (Typed("zun", "1280"), "尊1280"),
        (Typed("lao", ""), ""),
        (Typed("lao", "0"), ""),
        (Typed("", "12"), ""),
    ],
)
def test_nobody_types_the_noughts(typed, number):
    assert label_of(FACTS, typed) == number
