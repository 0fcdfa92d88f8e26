"""A paper under the camera: sealed, of today only, on record once it is handed in, never a card."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from hall.boards.pictures import pictures_of, pictures_of_visit
from hall.care.pictures.messages import (
    DropPicture,
    KeepPicture,
    NoSuchPicture,
    NotToBeKept,
    PictureDropped,
    PictureKept,
)
from hall.client.local import LocalGateway
from hall.kernel.blobs import BlobKeptLonger, BlobRead
from hall.kernel.errors import NoLongerKept, NotAllowed
from hall.records.messages import NoSuchSealed
from hall.tickets.messages import CloseDay, OpenDay
from hall.visits.messages import (
    AdvanceCase,
    BeginVisit,
    DecideItem,
    EndVisit,
    MarkItem,
    MoveVisit,
    OpenCase,
    ResolveDeferral,
)
from hall.visits.refusals import NoSuchPaper, NoSuchVisit
from tests.helpers.facts import FACTS
from tests.helpers.halls import Story, StoryOfRoles, open_local_hall, open_remote_hall
from tests.visits.papers import BANK, BOOK, CARD, FORM, PAPERS, WITH_PAPERS

GUIDE = {"station_id": "guide-1"}
HOUR_S = 3600.0
STREET = b"a street nobody may read anywhere but on this page"
PAGE = b"\xff\xd8\xff\xe0" + STREET + bytes(range(256)) * 40


@pytest.fixture
def at(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        yield At(Story(LocalGateway(hall, "guide-1")), hall, clock)


class At:
    """A guide with an elder's papers, a camera beside them."""

    def __init__(self, story, hall, clock):
        self.story, self.hall, self.clock = story, hall, clock

    def begins(self, matter_id="m-subsidy"):
        visit = self.story.says(BeginVisit, matter_id=matter_id, **GUIDE).visit
        self.story.says(MoveVisit, visit_id=visit.id, action="precheck", **GUIDE)
        return visit.id

    def case_id(self, visit_id):
        return self.board.visits.visits[visit_id].case_id

    @property
    def board(self):
        return self.story.look("guide")

    def takes(self, visit_id, item_id=BOOK, page=1, data=PAGE):
        blob_id = self.story.gateway.seal(data, "picture")
        about = {"blob_id": blob_id, "item_id": item_id, "page": page}
        return self.story.says(KeepPicture, visit_id=visit_id, **about, **GUIDE)

    def reads(self, blob_id):
        return self.story.gateway.unseal(blob_id)

    def goes_on(self, seconds):
        self.clock.advance(seconds)
        self.hall.run_due()

    def happened(self, kind):
        events = [self.hall.parts.vocabulary.event(body) for *_, body in self.hall.events_after(0)]
        return [event for event in events if isinstance(event, kind)]


def nowhere_open(folder):
    """Whether no file of a state directory holds what stands on a page."""
    files = [path for path in Path(folder).rglob("*") if path.is_file()]
    assert any(path.name == "hall.db" for path in files), "these eyes look at the right place"
    return not [path.name for path in files if STREET in path.read_bytes()]


def test_the_pages_of_a_paper_stand_on_the_board_and_who_reads_one_is_on_record(at):
    visit = at.begins()
    second, first = at.takes(visit, page=2).picture, at.takes(visit, page=1).picture
    pages = pictures_of(at.board.pictures, at.case_id(visit), BOOK)
    assert [one.blob_id for one in pages] == [first.blob_id, second.blob_id]
    assert pages[0].plain == "户口本"
    assert at.reads(first.blob_id) == PAGE
    assert at.happened(BlobRead) == [BlobRead(blob_id=first.blob_id, read_by="guide-1")]


def test_no_picture_of_an_identity_card_is_kept(at):
    visit = at.begins()
    assert at.takes(visit, CARD) == NotToBeKept()
    assert at.board.pictures == {}
    # What was sealed on the way there dies like a note, soon.
    at.goes_on(HOUR_S / 2)
    with at.hall.parts.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM blob").scalar() == 0


def test_a_page_of_nothing_is_refused(at):
    visit = at.begins()
    assert at.takes(visit, "99") == NoSuchPaper()
    assert at.takes("nobody") == NoSuchVisit()
    note = at.story.gateway.seal(b"%PDF-1.7", "paper")
    about = {"visit_id": visit, "item_id": BOOK, "page": 1, **GUIDE}
    assert at.story.says(KeepPicture, blob_id=note, **about) == NoSuchSealed()
    kept = at.takes(visit).picture.blob_id
    assert at.story.says(KeepPicture, blob_id=kept, **about) == NoSuchSealed()


def test_a_picture_nobody_wants_is_gone_at_once(at):
    kept = at.takes(at.begins()).picture
    assert at.story.says(DropPicture, blob_id=kept.blob_id, **GUIDE) == PictureDropped(picture=kept)
    assert at.board.pictures == {}
    with pytest.raises(NoLongerKept):
        at.reads(kept.blob_id)
    assert at.story.says(DropPicture, blob_id=kept.blob_id, **GUIDE) == NoSuchPicture()


def test_it_is_there_all_day_and_gone_when_the_day_is_closed(at):
    kept = at.takes(at.begins()).picture.blob_id
    at.goes_on(5 * HOUR_S)
    assert at.reads(kept) == PAGE
    at.story.says(CloseDay, station_id="manager")
    assert at.board.pictures == {}
    with pytest.raises(NoLongerKept):
        at.reads(kept)


def test_a_picture_of_the_evening_is_gone_at_midnight_and_its_key_goes_too(at, tmp_path):
    at.goes_on(10 * HOUR_S)  # 19:40: opened once more after closing, and nobody closes it again
    at.story.says(OpenDay, station_id="manager")
    kept = at.takes(at.begins()).picture.blob_id
    (longer,) = at.happened(BlobKeptLonger)
    assert longer.until == "2026-11-23T16:00:00.000+00:00"  # midnight in Shanghai
    key = tmp_path / "keys" / "day-2026-11-23.key"
    assert key.exists()
    at.goes_on(6 * HOUR_S)
    assert at.board.pictures == {}
    with pytest.raises(NoLongerKept):
        at.reads(kept)
    assert not key.exists()


def test_what_is_handed_in_is_kept_like_a_printed_paper_under_a_key_of_its_own(at, tmp_path):
    visit = at.begins()
    kept = at.takes(visit).picture.blob_id
    for paper in range(1, len(PAPERS) + 1):
        at.story.says(MarkItem, visit_id=visit, item_id=str(paper), mark="ok", **GUIDE)
    at.story.says(AdvanceCase, visit_id=visit, step="receive", **GUIDE)
    assert at.board.pictures == {}  # on record, not on the board
    assert at.story.says(DropPicture, blob_id=kept, **GUIDE) == NoSuchPicture()
    at.goes_on(30 * HOUR_S)
    assert not (tmp_path / "keys" / "day-2026-11-23.key").exists()
    assert at.reads(kept) == PAGE
    at.goes_on((FACTS.papers_days - 2) * 24 * HOUR_S)
    assert at.reads(kept) == PAGE
    at.goes_on(3 * 24 * HOUR_S)
    with pytest.raises(NoLongerKept):
        at.reads(kept)
    assert not list((tmp_path / "keys").glob("day-*-picture.key"))


def test_a_paper_that_follows_later_goes_on_record_when_it_has_come(at):
    visit = at.begins()
    for paper in range(1, len(PAPERS) + 1):
        mark = "missing" if str(paper) == BANK else "ok"
        at.story.says(MarkItem, visit_id=visit, item_id=str(paper), mark=mark, **GUIDE)
    decided = {"item_id": BANK, "offer": "deferral", "taken": True}
    at.story.says(DecideItem, visit_id=visit, **decided, **GUIDE)
    at.story.says(AdvanceCase, visit_id=visit, step="receive", **GUIDE)
    kept = at.takes(visit, BANK).picture.blob_id
    assert list(at.board.pictures) == [kept]
    (entry,) = at.board.visits.entries
    at.story.says(ResolveDeferral, entry_id=entry, outcome="brought", **GUIDE)
    at.goes_on(30 * HOUR_S)
    assert at.reads(kept) == PAGE


def test_a_kiosk_pictures_papers_before_anybody_laid_out_a_checklist(at):
    ticket = at.story.ticket("m-subsidy")
    kiosk = Story(LocalGateway(at.hall, "kiosk-1"))
    about = {"ticket_id": ticket.id, "station_id": "kiosk-1", "page": 1}

    def hands_in(item_id):
        blob_id = kiosk.gateway.seal(PAGE, "picture")
        return kiosk.says(KeepPicture, blob_id=blob_id, item_id=item_id, **about)

    assert isinstance(hands_in(BOOK), PictureKept)
    assert hands_in(CARD) == NotToBeKept()
    assert hands_in("0") == NoSuchPaper()
    visit = at.board.visits.of_ticket(ticket.id)
    assert pictures_of_visit(at.board.pictures, visit.id) == 1
    at.story.says(MoveVisit, visit_id=visit.id, action="precheck", **GUIDE)
    (page,) = pictures_of(at.board.pictures, at.case_id(visit.id), BOOK)
    assert at.reads(page.blob_id) == PAGE


def test_pictures_stay_with_their_paper_when_another_matter_is_laid_out(at):
    ticket = at.story.ticket("m-subsidy")
    about = {"ticket_id": ticket.id, "item_id": FORM, "page": 1, **GUIDE}
    blob_id = at.story.gateway.seal(PAGE, "picture")
    at.story.says(KeepPicture, blob_id=blob_id, **about)
    visit = at.board.visits.of_ticket(ticket.id)
    at.story.says(OpenCase, visit_id=visit.id, matter_id="m-house", **GUIDE)
    (page,) = pictures_of(at.board.pictures, at.case_id(visit.id), FORM)
    assert page.plain == "申请表"


def test_who_has_left_is_pictured_no_more(at):
    visit = at.begins()
    at.story.says(EndVisit, visit_id=visit, outcome="gone", **GUIDE)
    assert at.takes(visit) == NoSuchVisit()


def test_no_byte_of_a_page_lies_open_anywhere(at, tmp_path, caplog):
    with caplog.at_level(logging.DEBUG):
        visit = at.begins()
        kept = at.takes(visit).picture
        at.takes(visit, CARD)
        at.reads(kept.blob_id)
        at.story.says(DropPicture, blob_id=kept.blob_id, **GUIDE)
    assert nowhere_open(tmp_path)
    assert STREET.decode() not in caplog.text
    assert STREET.decode() not in "".join(body for *_, body in at.hall.events_after(0))


def test_over_the_wire_a_kiosk_hands_in_and_only_staff_look(tmp_path):
    with open_remote_hall(tmp_path, WITH_PAPERS) as remote:
        story = StoryOfRoles(remote)
        kiosk, guide = story.as_station("kiosk", "kiosk-1"), story.as_station("guide", "guide-1")
        ticket = story.ticket("m-subsidy")
        blob_id = kiosk.seal(PAGE, "picture")
        kept = {"blob_id": blob_id, "item_id": BOOK, "page": 1, "ticket_id": ticket.id}
        said = Story(kiosk).says(KeepPicture, station_id="kiosk-1", **kept)
        assert isinstance(said, PictureKept)
        assert guide.unseal(blob_id) == PAGE
        assert nowhere_open(tmp_path)
        with pytest.raises(NotAllowed):
            kiosk.unseal(blob_id)
        with pytest.raises(NotAllowed):
            Story(kiosk).says(DropPicture, blob_id=blob_id, station_id="kiosk-1")
