"""What to bring, on paper to take home; and what is read from a card."""

from __future__ import annotations

import pytest

from devices.ports import CoverOpen, PaperOut, PrintOutcome, Ready
from hall.client.local import LocalGateway
from hall.help.messages import RequestHelp
from hall.kernel.facts import MaterialFact
from hall.tickets.messages import ReportPrint
from kiosk.bringing import paper_icon
from kiosk.views import BringView, HomeView, KeyView
from tests.helpers.facts import FACTS, matter
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import card
from tests.kiosk.visit import Visit, shown, to_confirm, with_facts


def to_the_list(visit: Visit) -> str:
    visit.touch("what_to_bring")
    visit.touch("group", "pension")
    return visit.touch("matter", "m-pension")


def test_the_list_comes_out_and_says_that_it_is_no_number(visit):
    to_the_list(visit)
    assert visit.touch("print_list") == "list_given"
    (paper,) = visit.lists
    assert [one.name for one in paper.papers] == ["身份证"]
    assert (paper.where, paper.phone) == ("1到2号窗口", "0370-0000000")
    assert "这张不是号" in shown(visit) + visit.said[-1]
    assert visit.of(ReportPrint) == []
    assert visit.slips == []
    assert visit.touch("take") == "card"
    visit.put(card())
    assert visit.spoken() == "confirm"


@pytest.mark.parametrize(
    ("status", "words"), [(PaperOut(), "打印纸没了"), (CoverOpen(), "打印机歇一下")]
)
def test_without_paper_there_are_other_ways(visit, status, words):
    visit.paper = PrintOutcome("not_printed", status)
    to_the_list(visit)
    assert visit.touch("print_list") == "list_failed"
    assert words in shown(visit)
    assert visit.touch("show_list") == "bring"
    visit.touch("print_list")
    assert visit.touch("help") == "help"
    assert len(visit.of(RequestHelp)) == 1
    assert visit.touch("back") == "list_failed"
    assert visit.touch("back") == "bring"
    assert visit.of(ReportPrint) == []


def test_a_printer_that_never_answers_keeps_nobody_waiting(visit):
    visit.paper = None
    to_the_list(visit)
    assert visit.touch("print_list") == "list_printing"
    assert visit.waits(20) == "list_failed"


def test_a_list_that_comes_late_is_nobody_elses_number(visit):
    visit.paper = None
    to_the_list(visit)
    visit.touch("print_list")
    name = next(iter(visit.on.listing._out))
    visit.waits(20)
    visit.touch("back")
    visit.touch("back")
    visit.touch("back")
    visit.touch("back")
    visit.paper = PrintOutcome("printed", Ready())
    to_confirm(visit)
    assert visit.touch("yes") == "slip"
    visit.on.printed(name, PrintOutcome("printed", Ready()))
    assert visit.page == "slip"
    assert len(visit.of(ReportPrint)) == 1


def test_a_matter_that_needs_nothing_has_no_list(tmp_path):
    matters = tuple(
        one if one.id != "m-pension" else one.__class__(**{**_fields(one), "materials": ()})
        for one in FACTS.matters
    )
    with open_local_hall(tmp_path, with_facts(FACTS, matters=matters)) as (hall, _clock):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        to_the_list(visit)
        body = visit.on.view().body
        assert isinstance(body, BringView)
        assert "print_list" not in [key.action for key in body.keys]


def _fields(struct):
    return {name: getattr(struct, name) for name in struct.__struct_fields__}


@pytest.mark.parametrize(("at_close", "words"), [(True, "今天用完就删"), (False, "下回开门就删")])
def test_the_card_page_leads_to_what_is_read_and_how_long_it_is_kept(tmp_path, at_close, words):
    with open_local_hall(tmp_path, with_facts(FACTS, forgets_at_close=at_close)) as (hall, _clock):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        visit.touch("start")
        assert visit.touch("privacy") == "privacy"
        assert words in shown(visit)
        for read in ("姓", "性别", "生日", "证号", "有效期", "不留照片", "不同意也能办"):
            assert read in visit.said[-1]
        assert visit.touch("no_card") == "no_card"
        visit.touch("back")
        visit.touch("privacy")
        assert visit.put(card()) == "greeting"


def test_the_home_page_offers_what_is_installed_and_no_more(visit):
    body = visit.on.view().body
    assert isinstance(body, HomeView)
    assert [key.action for key in body.tiles] == [
        "what_to_bring", "collect", "not_done", "say_how",
    ]  # fmt: skip
    assert not any("预约" in key.label for key in body.tiles if isinstance(key, KeyView))


@pytest.mark.parametrize(
    ("way", "idle_s"),
    [
        ((("start", ""),), 90),
        ((("what_to_bring", ""), ("group", "pension"), ("matter", "m-pension")), 90),
        ((("start", ""), ("no_card", ""), ("age", "60_79")), 60),
    ],
)
def test_nobody_is_hurried_and_what_is_personal_waits_less(visit, way, idle_s):
    for action, argument in way:
        page = visit.touch(action, argument)
    assert visit.waits(idle_s - 0.5) == page
    assert visit.waits(0.5) == "still_there"
    assert visit.waits(29.5) == "still_there"
    assert visit.waits(0.5) == "home"


@pytest.mark.parametrize(
    ("name", "icon"),
    [
        ("身份证", "identification-card"),
        ("办事人身份证、户口本", "identification-card"),
        ("儿女的户口本、身份证", "book"),
        ("社保卡或银行卡", "credit-card"),
        ("一寸照片", "camera"),
        ("死亡证或火化证", "certificate"),
        ("家里收入说明", "file-text"),
    ],
)
def test_each_paper_has_the_picture_of_its_kind(name, icon):
    marks = {
        "身份证": "identification-card", "户口本": "book", "卡": "credit-card", "照": "camera",
        "证": "certificate",
    }  # fmt: skip
    assert paper_icon(name, marks) == icon


def test_the_pictures_follow_the_papers_and_not_their_places(tmp_path):
    papers = tuple(
        MaterialFact(plain=name, copies=0, deferrable=False, shareable=False)
        for name in ("一寸照片", "身份证")
    )
    pension = matter("m-pension", "养老金", "pension", materials=papers)
    with open_local_hall(tmp_path, with_facts(FACTS, matters=(pension,))) as (hall, _clock):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        to_the_list(visit)
        body = visit.on.view().body
        assert isinstance(body, BringView)
        assert [one.icon for one in body.papers] == ["camera", "identification-card"]
