"""One area at a time: what the rail says of the others, and how one comes back."""

from __future__ import annotations

import pytest

from guide_desk.areas.base import Area, AreaRow, Told
from guide_desk.areas.books import BooksView
from guide_desk.areas.table import AREAS, HOME, MOST_ON_RAIL
from guide_desk.presenter import GuidePresenter
from guide_desk.shell_views import Head
from guide_desk.views import ArrivalsView, GivenView, TakeView, TasksView, WordsView
from hall.calls.messages import CallNext, OpenCounter
from hall.help.messages import ReportDevice, RequestHelp
from hall.kernel.errors import BugError
from tests.guide_desk.desk import NO_PAPER, WORDS, setup
from tests.helpers.halls import MONDAY_0940


def asks(desk, kind: str = "help", station_id: str = "kiosk-1") -> None:
    desk.others.says(RequestHelp, station_id=station_id, help_kind=kind)
    desk.look()


def test_the_desk_begins_where_a_number_is_two_touches_away(desk):
    assert isinstance(desk.view.page, TakeView)
    words = ["取号", "来的人", "要去办", "办事", "查找", "登记"]
    assert [one.key.label for one in desk.view.rail.areas] == words
    assert desk.rail(HOME).key.mode == "chosen"


@pytest.mark.parametrize(
    ("area", "page"), [("take", TakeView), ("arrivals", ArrivalsView), ("tasks", TasksView)]
)
def test_one_touch_of_the_rail_shows_an_area_and_only_its_key_lies_down(desk, area, page):
    view = desk.press("area", area)
    assert isinstance(view.page, page)
    down = [one.key.argument for one in view.rail.areas if one.key.mode == "chosen"]
    assert down == [area]


def test_the_red_key_is_there_in_every_area(desk):
    keys = {desk.press("area", row.id).rail.unwell for row in AREAS if row.word}
    assert {key.label for key in keys} == {"身体不舒服"}


def test_a_request_is_told_in_every_other_area_with_words_and_count(desk):
    asks(desk)
    rail = desk.rail("tasks")
    assert (rail.count, rail.tone, rail.key.second) == ("1", "call", "有人叫")
    assert desk.view.header.strip == "要人帮忙：在1号取号机旁边"
    assert desk.press("area", "tasks").header.strip == ""
    assert desk.rail("tasks").key.second == ""


def test_who_is_ill_stands_out_from_who_waits(desk):
    asks(desk)
    desk.waits(61)
    assert desk.rail("tasks").key.second == "没人应"
    asks(desk, "unwell", "kiosk-2")
    rail = desk.rail("tasks")
    assert (rail.count, rail.tone, rail.key.second) == ("2", "unwell", "不舒服")
    assert desk.view.header.strip == "身体不舒服：在2号取号机旁边"


def test_a_call_nobody_heard_is_told_too(desk):
    desk.others.says(OpenCounter, counter_id="c1", clerk_id="k1")
    desk.others.takes()
    desk.others.says(CallNext, counter_id="c1")
    desk.waits(21)
    assert desk.rail("tasks").key.second == "要去接"
    assert desk.view.header.strip.startswith("去接 ")


def test_where_the_guide_is_going_nobody_waits_any_more(desk):
    asks(desk)
    desk.press("go", desk.tasks[0].key.argument)
    desk.press("area", "take")
    assert (desk.rail("tasks").count, desk.rail("tasks").tone) == ("", "quiet")
    assert desk.view.header.strip == ""


def test_a_device_in_trouble_is_told_quietly(desk):
    desk.others.says(ReportDevice, station_id="kiosk-1", device_id="printer", status="paper_out")
    desk.look()
    assert (desk.rail("tasks").tone, desk.rail("tasks").key.second) == ("quiet", "看设备")


def test_beside_somebody_who_waits_a_lost_link_is_said_shortly(desk):
    asks(desk)
    desk.cut()
    assert desk.view.header.link == "连不上大厅"
    assert not desk.view.header.linked


def test_a_number_that_still_has_to_be_written_is_not_forgotten_elsewhere(desk):
    desk.paper = NO_PAPER
    desk.takes("60_79")
    desk.press("area", "arrivals")
    rail = desk.rail("take")
    assert (rail.tone, rail.key.second) == ("call", "要写号")
    assert isinstance(desk.press("area", "take").page, GivenView)


def test_escape_steps_back_and_from_any_other_area_leads_home(desk):
    desk.press("exact")
    desk.press("group", "pension")
    assert desk.listed
    desk.press("back")
    assert desk.key("exact").mode == "chosen"
    desk.press("back")
    assert desk.key("exact").mode == "can"
    desk.press("area", "arrivals")
    assert isinstance(desk.press("back").page, TakeView)


def test_escape_never_puts_a_number_away(desk):
    desk.takes()
    desk.press("back")
    assert desk.given.number is not None


def test_the_key_of_the_area_that_is_shown_leads_to_its_beginning(desk):
    desk.press("exact")
    desk.press("group", "pension")
    desk.press("area", "take")
    assert desk.key("exact").mode == "can"


class QuietArea(Area):
    """An area of one sentence; it covers the desk when it is told to."""

    asks = False

    def page(self, utc):
        del utc
        return WordsView(Head("一句话"), "info", "一句话", "")

    def covers(self):
        return self.asks


def quiet_desk(desk, area: type[Area] = QuietArea) -> GuidePresenter:
    presenter = GuidePresenter(setup(), (*AREAS, AreaRow("quiet", "info", "area_take", area)))
    presenter.tick(0.0)
    presenter.board_changed(desk.gateway.snapshot("guide", "guide-1").board)
    return presenter


def test_a_new_area_is_one_row(desk):
    presenter = quiet_desk(desk)
    presenter.press("area", "quiet")
    view = presenter.view(MONDAY_0940)
    assert (view.area, view.page.head.title) == ("quiet", "一句话")
    assert [one.key.name for one in view.rail.areas][-1] == "area_quiet"


def test_a_cover_leaves_only_the_red_key(desk, monkeypatch):
    monkeypatch.setattr(QuietArea, "asks", True)
    presenter = quiet_desk(desk)
    presenter.press("band", "60_79")
    presenter.press("back")
    view = presenter.view(MONDAY_0940)
    assert view.page.head.title == "一句话"
    assert view.rail.areas == ()
    assert view.rail.unwell.mode == "can"
    monkeypatch.setattr(QuietArea, "asks", False)
    under = presenter.view(MONDAY_0940).page
    assert isinstance(under, TakeView)
    assert under.bands[1].mode == "chosen"


def test_two_areas_with_a_deed_of_one_name_are_a_fault_of_ours(desk):
    class Greedy(QuietArea):
        def __init__(self, shared):
            super().__init__(shared)
            self.deeds = {"band": lambda _: None}

    with pytest.raises(BugError, match="band"):
        quiet_desk(desk, Greedy)


def test_the_rail_has_room_for_every_area_and_every_word_fits_its_key():
    on_rail = [row for row in AREAS if row.word and not row.shelf]
    assert len(on_rail) <= MOST_ON_RAIL
    reasons = [key for key in WORDS if key.startswith("rail_")]
    assert reasons
    for key in [*(row.word for row in on_rail), *reasons]:
        assert len(WORDS.get(key)) <= 3, key


def test_a_book_lies_on_the_page_of_the_books_and_its_key_leads_back_there(desk):
    view = desk.press("area", "books")
    assert isinstance(view.page, BooksView)
    assert "借还" in [book.key.label for book in view.page.books]
    desk.press("area", "lend")
    lit = desk.rail("books").key
    assert (lit.mode, lit.second) == ("chosen", "返回")
    assert isinstance(desk.press("area", "books").page, BooksView)
    desk.press("area", "lend")
    assert isinstance(desk.press("back").page, BooksView)
    assert isinstance(desk.press("back").page, TakeView)


class CalmBook(QuietArea):
    def told(self, utc):
        del utc
        return Told(2)


class LoudBook(QuietArea):
    def told(self, utc):
        del utc
        return Told(1, "call", "有到期")


def desk_of_books(desk, *books: type[Area]) -> GuidePresenter:
    rows = [row for row in AREAS if not row.shelf]
    rows += [
        AreaRow(f"book-{number}", "info", "area_lend", area, shelf=True)
        for number, area in enumerate(books)
    ]
    presenter = GuidePresenter(setup(), rows)
    presenter.board_changed(desk.gateway.snapshot("guide", "guide-1").board)
    return presenter


def books_of(presenter: GuidePresenter) -> BooksView:
    page = presenter.view(MONDAY_0940).page
    assert isinstance(page, BooksView)
    return page


def test_the_rail_says_the_sum_of_the_books_and_the_most_urgent_of_them(desk):
    presenter = desk_of_books(desk, CalmBook, LoudBook, QuietArea)
    key = presenter.view(MONDAY_0940).rail.areas[-1]
    assert (key.key.name, key.count, key.tone) == ("area_books", "3", "call")
    assert key.key.second == "有到期"
    presenter.press("area", "books")
    told = [(one.count, one.tone, one.key.second) for one in books_of(presenter).books]
    assert told == [("2", "quiet", ""), ("1", "call", "有到期"), ("", "quiet", "")]


def test_twelve_books_lie_on_one_page_and_more_are_turned(desk):
    presenter = desk_of_books(desk, *[CalmBook] * 12)
    presenter.press("area", "books")
    page = books_of(presenter)
    assert (len(page.books), page.beside) == (12, ())
    presenter = desk_of_books(desk, *[CalmBook] * 13)
    presenter.press("area", "books")
    presenter.press("books_turn", "1")
    page = books_of(presenter)
    assert [one.key.name for one in page.books] == [f"area_book-{n}" for n in range(9, 13)]
    assert [key.mode for key in page.beside] == ["can", "cannot"]
