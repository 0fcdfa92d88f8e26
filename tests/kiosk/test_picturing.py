"""Papers under the kiosk's camera before the queue: for who wants to, and never in the way."""

from __future__ import annotations

import pytest

from devices.ports import Offline, Ready
from document_camera.memory import MemoryDocumentCamera
from hall.boards.pictures import pictures_of_visit
from hall.care.pictures.messages import KeepPicture
from hall.client.local import LocalGateway
from hall.tickets.messages import TakeTicket
from kiosk.views import LayView
from kiosk.wishes import SealPage
from tests.helpers.halls import open_local_hall
from tests.kiosk.people import card
from tests.kiosk.visit import Visit, shown
from tests.visits.papers import WITH_PAPERS

TO_BRING = ["银行卡", "一寸照片"]
"""Of the matter's six papers: no card, no form the hall prints, nothing an office looks up."""


@pytest.fixture
def camera():
    return MemoryDocumentCamera()


@pytest.fixture
def visit(tmp_path, camera):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, _):
        yield Visit(LocalGateway(hall, "kiosk-1"), camera=camera)


def to_the_matter(visit, matter="m-subsidy"):
    visit.put(card())
    visit.spoken()
    visit.touch("group", "other")
    return visit.touch("matter", matter)


def keys(visit):
    return [key.action for key in visit.on.view().body.keys]


def body(visit):
    found = visit.on.view().body
    assert isinstance(found, LayView), found
    return found


def board(visit):
    return visit.gateway.snapshot("guide").board


def takes_a_page(visit, camera):
    camera.put_page("good")
    return visit.touch("shoot")


def test_the_pages_are_handed_in_with_the_number_and_the_guide_sees_them(visit, camera):
    assert to_the_matter(visit) == "confirm"
    assert visit.touch("photo") == "lay"
    assert (body(visit).title, body(visit).line) == (TO_BRING[0], "第1样，共2样")
    assert "放在镜头下面" in visit.said[-1]
    assert takes_a_page(visit, camera) == "page_seen"
    assert body(visit).jpeg == camera.page.jpeg
    assert visit.touch("more_pages") == "lay"
    takes_a_page(visit, camera)
    assert visit.touch("use_page") == "lay"
    assert body(visit).title == TO_BRING[1]
    takes_a_page(visit, camera)
    assert visit.touch("use_page") == "slip"
    ticket = visit.slips[-1]
    assert ticket is not None
    kept = [(one.item_id, one.page) for one in visit.of(KeepPicture)]
    assert kept == [("4", 1), ("4", 2), ("5", 1)]
    (one,) = board(visit).visits.visits.values()
    assert pictures_of_visit(board(visit).pictures, one.id) == 3


def test_nobody_has_to_and_the_number_is_one_touch_away(visit, camera):
    to_the_matter(visit)
    visit.touch("photo")
    assert visit.touch("photo_done") == "slip"
    assert len(visit.of(TakeTicket)) == 1
    assert not visit.of(KeepPicture)
    assert not camera.watching


def test_a_paper_that_was_left_at_home_is_passed_over(visit):
    to_the_matter(visit)
    visit.touch("photo")
    assert visit.touch("skip") == "lay"
    assert body(visit).title == TO_BRING[1]
    assert visit.touch("skip") == "slip"


def test_without_a_camera_there_is_no_key(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, _):
        visit = Visit(LocalGateway(hall, "kiosk-1"))
        to_the_matter(visit)
        assert "photo" not in keys(visit)


def test_a_camera_that_is_gone_takes_the_key_away_and_leaves_the_way_to_the_number(visit, camera):
    to_the_matter(visit)
    visit.touch("photo")
    camera.set_status(Offline("no_camera"))
    assert keys(visit) == ["photo_done"]
    assert "不拍也行" in shown(visit)
    visit.touch("back")
    assert "photo" not in keys(visit)
    camera.set_status(Ready())
    assert "photo" in keys(visit)


def test_a_matter_with_nothing_to_picture_has_no_key(visit):
    to_the_matter(visit, "m-house")  # a form the hall prints, and an identity card
    assert visit.page == "confirm"
    assert "photo" not in keys(visit)


@pytest.mark.parametrize(
    ("verdict", "said"),
    [("glare", "有反光"), ("cut_corner", "角没拍全"), ("blur", "有点糊"), ("no_paper", "没看到纸")],
)
def test_what_is_wrong_is_shown_and_said_and_a_second_try_takes_it_as_it_is(
    visit, camera, verdict, said
):
    to_the_matter(visit)
    visit.touch("photo")
    camera.put_page(verdict)
    assert visit.touch("shoot") == "lay"
    assert said in visit.said[-1]
    assert visit.on.view().body.keys[0].label == "就这样拍"
    assert visit.touch("shoot") == "page_seen"


def test_a_page_that_is_not_clear_is_taken_again(visit, camera):
    to_the_matter(visit)
    visit.touch("photo")
    takes_a_page(visit, camera)
    assert visit.touch("shoot_again") == "lay"
    assert body(visit).line == "第1样，共2样"


def test_who_walks_away_leaves_nothing_behind(visit, camera):
    to_the_matter(visit)
    visit.touch("photo")
    takes_a_page(visit, camera)
    visit.touch("use_page")
    visit.waits(200)
    assert visit.page == "home"
    to_the_matter(visit)
    visit.touch("yes")
    assert not [wish for wish in visit.wishes if isinstance(wish, SealPage)]


def test_pages_of_a_matter_that_was_not_meant_are_not_handed_in(visit, camera):
    to_the_matter(visit)
    visit.touch("photo")
    takes_a_page(visit, camera)
    visit.touch("use_page")
    visit.touch("back")
    visit.touch("no")
    visit.touch("matter", "m-house")
    assert visit.touch("yes") == "slip"
    assert not visit.of(KeepPicture)


def test_while_the_hall_is_gone_the_pages_wait_and_the_number_comes_first(visit, camera):
    to_the_matter(visit)
    visit.touch("photo")
    takes_a_page(visit, camera)
    visit.touch("use_page")
    visit.silent = True
    visit.touch("photo_done")
    assert len(visit.slips) == 1
    assert not visit.of(KeepPicture)
    visit.touch("done")
    visit.silent = False
    visit.waits(4)
    assert len(visit.of(KeepPicture)) == 1


def test_a_page_that_comes_after_its_visitor_has_left_is_nobodys(tmp_path):
    camera = MemoryDocumentCamera(by_hand=True)
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, _):
        visit = Visit(LocalGateway(hall, "kiosk-1"), camera=camera)
        to_the_matter(visit)
        visit.touch("photo")
        camera.put_page("good")
        visit.touch("shoot")
        visit.touch("back")
        camera.finish_taking()
        assert visit.page == "confirm"
        assert visit.on.session.lay.jpeg is None
