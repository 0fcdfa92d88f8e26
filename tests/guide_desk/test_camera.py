"""A paper under the guide's camera: looked at, taken, ticked, or ticked by eye where it must be."""

from __future__ import annotations

import msgspec
import pytest

from devices.ports import Fault, Offline, PrintOutcome, Ready, Unknown, UserError
from document_camera.memory import MemoryDocumentCamera
from guide_desk.camera.views import CameraView
from guide_desk.cases.views import ChecklistView
from hall.boards.pictures import pictures_of
from hall.care.pictures.messages import DropPicture, KeepPicture
from hall.client.local import LocalGateway
from hall.kernel.errors import NoLongerKept
from tests.guide_desk.casework import Casework
from tests.guide_desk.desk import NO_PAPER, Desk
from tests.helpers.facts import FACTS
from tests.helpers.halls import open_local_hall
from tests.visits.papers import BOOK, CARD, FORM, PAPERS, WITH_PAPERS

BOOK_NAME = PAPERS[2].plain


@pytest.fixture
def open_work(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):

        def pass_time(seconds: float) -> None:
            clock.advance(seconds)
            hall.run_due()

        yield lambda **how: Casework(Desk(LocalGateway(hall, "guide-1"), pass_time, **how))


@pytest.fixture
def camera():
    return MemoryDocumentCamera()


@pytest.fixture
def work(open_work, camera):
    work = open_work(camera=camera)
    work.begins()
    return work


def at(work, item_id):
    """Show one paper of the checklist."""
    work.desk.press("item_go", item_id)
    return work.checklist


def under(work, item_id=BOOK):
    """Lay a paper under the camera."""
    at(work, item_id)
    work.touch("camera_open")
    return page_of(work)


def page_of(work):
    page = work.page
    assert isinstance(page, CameraView), page
    return page


def kept(work, item_id=BOOK):
    return pictures_of(work.board.pictures, work.case.id, item_id)


def test_a_page_is_taken_and_the_paper_is_ticked_by_the_guide(work, camera):
    page = under(work)
    assert (page.head.title, page.state, page.live) == (BOOK_NAME, "没看到纸", True)
    camera.put_page("good")
    assert page_of(work).state == "好了，可以拍"
    page = work.touch("camera_take")
    assert (page.state, page.live, page.jpeg) == ("第1页拍好了", False, camera.page.jpeg)
    assert isinstance(work.touch("camera_use"), ChecklistView)
    (picture,) = kept(work)
    assert work.desk.gateway.unseal(picture.blob_id) == camera.page.jpeg
    assert work.case.items[2].mark == "open"  # the camera ticks nothing
    assert work.keys["camera_open"].label == "看1页"
    work.touch("item_ok")
    assert work.case.items[2].mark == "ok"


def test_several_pages_one_after_the_other(work, camera):
    under(work)
    camera.put_page("good")
    for number in (1, 2):
        assert work.touch("camera_take").state == f"第{number}页拍好了"
        assert work.touch("camera_next").live
    work.touch("camera_take")
    work.touch("camera_use")
    assert [one.page for one in kept(work)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("verdict", "said"),
    [
        ("no_paper", "没看到纸"),
        ("cut_corner", "角没拍全"),
        ("glare", "有反光"),
        ("blur", "有点糊，等一等"),
        ("moving", "先别动"),
        ("too_dark", "太暗了"),
    ],
)
def test_what_is_wrong_is_said_in_words_and_the_guide_may_take_it_anyway(
    work, camera, verdict, said
):
    under(work)
    camera.put_page(verdict)
    assert page_of(work).state == said
    assert "camera_anyway" not in work.keys
    page = work.touch("camera_take")
    assert page.live
    assert said in page.note
    work.touch("camera_anyway")
    assert page_of(work).state == "第1页拍好了"


def test_a_page_that_is_not_good_enough_is_taken_once_more(work, camera):
    under(work)
    camera.put_page("good")
    work.touch("camera_take")
    assert work.touch("camera_again").live
    work.touch("camera_take")
    work.touch("camera_use")
    assert len(work.desk.of(KeepPicture)) == 1


def test_the_camera_looks_only_while_its_page_is_open(work, camera):
    assert not camera.watching
    under(work)
    assert camera.watching
    work.desk.press("area", "arrivals")
    assert not camera.watching
    work.desk.press("area", "cases")
    assert camera.watching
    work.touch("back")
    assert not camera.watching


def test_the_elder_sees_the_same_picture_and_what_to_do(work, camera):
    under(work)
    assert work.mirror.live
    assert work.mirror.next == f"请把{BOOK_NAME}放平，放在镜头下面。"
    camera.put_page("glare")
    assert work.mirror.next == "有反光。挪一挪，躲开灯光。"
    camera.put_page("good")
    work.touch("camera_take")
    assert work.mirror.jpeg == camera.page.jpeg
    assert work.mirror.next == "拍好了，您看清楚吗？"
    work.touch("camera_use")
    assert work.mirror.lines


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Offline("no_camera"), "镜头没接上"),
        (Offline("busy"), "镜头被别处占着"),
        (Offline("silent"), "镜头没反应"),
        (Fault("frozen"), "镜头现在用不了"),
    ],
)
def test_without_a_camera_that_works_the_guide_looks_by_eye(work, camera, status, said):
    camera.set_status(status)
    page = under(work)
    assert (page.state, page.live) == (said, False)
    assert page.note.startswith("不拍也行")
    assert isinstance(work.touch("camera_there"), ChecklistView)
    assert work.case.items[2].mark == "ok"


def test_a_camera_that_is_unplugged_while_it_takes_is_said_and_comes_back_by_itself(
    open_work,
):
    camera = MemoryDocumentCamera(by_hand=True)
    work = open_work(camera=camera)
    work.begins()
    under(work)
    camera.put_page("good")
    assert work.touch("camera_take").state == "正在拍，先别动"
    camera.set_status(Offline("no_camera"))
    assert page_of(work).state == "镜头没接上"
    camera.set_status(Ready())
    camera.put_page("good")
    assert page_of(work).live


def test_a_camera_that_never_answers_is_not_waited_for(open_work):
    camera = MemoryDocumentCamera(by_hand=True)
    work = open_work(camera=camera)
    work.begins()
    under(work)
    camera.put_page("good")
    work.touch("camera_take")
    work.desk.waits(9)
    assert "镜头没回话" in page_of(work).note
    camera.finish_taking()  # a page that comes too late is nobody's
    assert page_of(work).live


def test_a_covered_lens_is_said(work, camera):
    under(work)
    camera.set_status(UserError("lens_covered"))
    assert page_of(work).state == "镜头被挡住了"


def test_of_an_identity_card_a_copy_is_printed_and_nothing_kept(work, camera):
    at(work, CARD)
    assert work.keys["camera_open"].label == "复印"
    under(work, CARD)
    camera.put_page("good")
    assert work.touch("camera_take").note == "这一样不留照片，只打一份"
    assert "camera_use" not in work.keys
    assert work.touch("camera_print").state == "打好了"
    assert [one.jpeg for one in work.desk.copies] == [camera.page.jpeg]
    assert isinstance(work.touch("camera_leave"), ChecklistView)
    assert not work.desk.of(KeepPicture)
    with work.desk.hall.parts.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM blob").scalar() == 0


def test_a_copy_that_does_not_come_out_is_printed_again(work, camera):
    under(work, CARD)
    camera.put_page("good")
    work.touch("camera_take")
    work.desk.paper = NO_PAPER
    assert work.touch("camera_print").state == "没有打出来"
    work.desk.paper = PrintOutcome("printed", Ready())
    assert work.touch("camera_print").state == "打好了"


def test_a_printer_that_does_not_say_is_asked_of_the_guide(work, camera):
    under(work, CARD)
    camera.put_page("good")
    work.touch("camera_take")
    work.desk.paper = PrintOutcome("unknown", Unknown())
    assert work.touch("camera_print").state == "打出来了吗？"
    assert work.keys["camera_leave"].label == "打出来了"
    assert isinstance(work.touch("camera_leave"), ChecklistView)


def test_a_card_no_copy_is_asked_of_is_only_looked_at(tmp_path, camera):
    card = msgspec.structs.replace(PAPERS[1], copies=0)
    house = WITH_PAPERS.matter("m-house")
    assert house is not None
    house = msgspec.structs.replace(house, materials=(PAPERS[0], card))
    facts = msgspec.structs.replace(WITH_PAPERS, matters=(*FACTS.matters, house))
    with open_local_hall(tmp_path, facts) as (hall, _):
        work = Casework(Desk(LocalGateway(hall, "guide-1"), lambda _s: None, camera=camera))
        work.begins("m-house")
        at(work, CARD)
        assert "camera_open" not in work.keys
        at(work, FORM)
        assert "camera_open" in work.keys


def test_a_desk_without_a_camera_has_no_key_for_it(open_work):
    work = open_work()
    work.begins()
    at(work, BOOK)
    assert "camera_open" not in work.keys


def test_kept_pages_are_looked_at_turned_and_deleted(work, camera):
    under(work)
    camera.put_page("good")
    for last in (False, True):
        work.touch("camera_take")
        work.touch("camera_use" if last else "camera_next")
    page = work.touch("camera_open")
    assert (page.state, page.jpeg) == ("第1页，共2页", camera.page.jpeg)
    assert work.touch("picture_turn").state == "第2页，共2页"
    first, second = kept(work)
    work.touch("picture_drop")
    assert [one.blob_id for one in kept(work)] == [first.blob_id]
    assert page_of(work).state == "第1页，共1页"
    with pytest.raises(NoLongerKept):
        work.desk.gateway.unseal(second.blob_id)
    work.touch("picture_drop")
    assert isinstance(work.page, ChecklistView)
    assert len(work.desk.of(DropPicture)) == 2


def test_an_open_page_is_put_away_when_nobody_touches_it(work, camera):
    under(work)
    camera.put_page("good")
    work.touch("camera_take")
    work.desk.waits(200)
    assert isinstance(work.page, ChecklistView)
    assert not camera.watching
    assert not work.desk.of(KeepPicture)


def test_a_page_accepted_while_the_hall_is_away_goes_there_later(work, camera):
    under(work)
    camera.put_page("good")
    work.touch("camera_take")
    work.desk.cut()
    work.touch("camera_use")
    assert not work.desk.of(KeepPicture)
    work.desk.mend()
    work.desk.waits(4)
    assert len(kept(work)) == 1


def test_what_was_pictured_at_the_kiosk_lies_with_its_paper_when_the_guide_opens_it(
    open_work, camera
):
    work = open_work(camera=camera)
    kiosk = work.desk.others
    ticket = kiosk.ticket("m-subsidy")
    blob_id = kiosk.gateway.seal(camera.page.jpeg, "picture")
    about = {"blob_id": blob_id, "ticket_id": ticket.id, "item_id": BOOK, "page": 1}
    kiosk.says(KeepPicture, station_id="guide-1", **about)
    work.desk.look()
    (visit,) = work.board.visits.visits.values()
    work.desk.turns_to("cases")
    work.desk.press("case_visit", visit.id)
    assert "拍了1页材料" in work.page.head.hint
    work.touch("case_check")
    at(work, BOOK)
    assert work.keys["camera_open"].label == "看1页"
    assert work.touch("camera_open").jpeg == camera.page.jpeg
