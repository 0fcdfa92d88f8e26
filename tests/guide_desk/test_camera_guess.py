"""What a page taken at the guide's desk looks like: suggested, never done by itself."""

from __future__ import annotations

import pytest

from document_camera.memory import MemoryDocumentCamera
from document_camera.words.memory import MemoryPageSuggester
from guide_desk.camera.views import CameraView
from guide_desk.cases.views import ChecklistView
from hall.boards.pictures import pictures_of
from hall.client.local import LocalGateway
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import Desk
from tests.helpers.halls import open_local_hall
from tests.visits.papers import BANK, BOOK, CARD, WITH_PAPERS


@pytest.fixture
def suggester():
    return MemoryPageSuggester()


@pytest.fixture
def work(tmp_path, suggester):
    camera = MemoryDocumentCamera()
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        gateway = LocalGateway(hall, "guide-1")
        work = Casework(Desk(gateway, clock.advance, camera=camera, suggester=suggester))
        work.begins()
        yield work


def takes(work, item_id=BANK):
    """Take a page of one paper of the checklist."""
    work.desk.press("item_go", item_id)
    work.touch("camera_open")
    work.desk.camera.put_page("good")
    return work.touch("camera_take")


def kept(work, item_id):
    return pictures_of(work.board.pictures, work.case.id, item_id)


def test_a_page_that_looks_like_another_paper_is_moved_there_by_the_guide(work, suggester):
    page = takes(work, BANK)
    assert page.spare
    (asked,) = suggester.asked
    assert asked[0] == work.desk.camera.page.jpeg
    assert asked[1][BOOK] == ("户口本",)
    suggester.answer(BOOK)
    page = work.page
    assert (page.head.title, page.spare) == ("银行卡", False)
    assert page.note.startswith("看着像“户口本”")
    assert work.next_key == "用这张"
    assert work.keys["camera_move"].label == "放到\n户口本"
    page = work.touch("camera_move")
    assert (page.head.title, page.state, page.live) == ("户口本", "第1页拍好了", False)
    assert "camera_move" not in work.keys
    assert isinstance(work.touch("camera_use"), ChecklistView)
    assert [len(kept(work, one)) for one in (BANK, BOOK)] == [0, 1]
    assert {one.mark for one in work.case.items} == {"open"}
    work.touch("item_ok")  # the checklist goes on with the paper the page was moved to
    assert [one.id for one in work.case.items if one.mark == "ok"] == [BOOK]


def test_the_guide_who_knows_better_uses_the_page_where_it_lies(work, suggester):
    takes(work, BANK)
    suggester.answer(BOOK)
    work.touch("camera_use")
    assert [len(kept(work, one)) for one in (BANK, BOOK)] == [1, 0]


def test_moved_pages_are_counted_with_those_that_lie_there_already(work, suggester):
    takes(work, BOOK)
    work.touch("camera_use")
    takes(work, BANK)
    suggester.answer("")
    suggester.answer(BOOK)
    assert work.touch("camera_move").state == "第2页拍好了"


def test_a_page_that_looks_like_its_own_paper_is_said_and_needs_no_key(work, suggester):
    takes(work, BOOK)
    suggester.answer(BOOK)
    assert work.page.note.startswith("看着像“户口本”")
    assert "camera_move" not in work.keys


@pytest.mark.parametrize("key", ["", "99"])
def test_without_a_guess_the_page_is_as_it_was(work, suggester, key):
    page = takes(work)
    suggester.answer(key)
    assert work.page == page


def test_what_looks_like_an_identity_card_is_moved_to_where_nothing_is_kept(work, suggester):
    takes(work, BOOK)
    suggester.answer(CARD)
    assert work.touch("camera_move").note == "这一样不留照片，只打一份"
    assert "camera_use" not in work.keys


def test_a_page_of_which_only_a_copy_is_made_is_not_read(work, suggester):
    page = takes(work, CARD)
    assert not page.spare
    assert suggester.asked == []


@pytest.mark.parametrize("way", ["camera_use", "camera_next", "camera_again"])
def test_a_guess_that_comes_after_the_page_is_gone_is_nobodys(work, suggester, way):
    takes(work)
    work.touch(way)
    before = work.page
    suggester.answer(BOOK)
    assert work.page == before


def test_a_late_guess_says_nothing_of_the_page_that_was_taken_after(work, suggester):
    takes(work)
    work.touch("camera_again")
    page = work.touch("camera_take")
    suggester.answer(BOOK)
    assert work.page == page
    suggester.answer(BOOK)
    assert "camera_move" in work.keys


def test_a_guess_neither_keeps_a_page_open_nor_outlives_it(work, suggester):
    takes(work)
    work.desk.waits(100)
    suggester.answer(BOOK)
    work.desk.waits(100)
    assert isinstance(work.page, ChecklistView)
    work.desk.press("camera_move", BOOK)
    assert isinstance(work.page, ChecklistView)


def test_a_desk_that_suggests_nothing_gives_no_page_away(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        camera = MemoryDocumentCamera()
        work = Casework(Desk(LocalGateway(hall, "guide-1"), clock.advance, camera=camera))
        work.begins()
        page = takes(work)  # a wish to suggest would fail: nobody is there for it
        assert isinstance(page, CameraView)
        assert not page.spare
