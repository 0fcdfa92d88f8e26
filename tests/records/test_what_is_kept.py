"""What a paper needs of a person is sealed, used on record, and gone when the case is closed."""

from __future__ import annotations

from functools import reduce

import pytest
from sqlalchemy import text

from hall.boards.catalog import BOARDS
from hall.client.local import LocalGateway
from hall.kernel.blobs import BlobRead, ForgetDay
from hall.kernel.errors import Malformed, NoLongerKept
from hall.records.messages import (
    DetailKept,
    DetailsForgotten,
    KeepDetail,
    KeepPaper,
    NoSuchSealed,
    NothingKept,
    PaperKept,
    WithdrawConsent,
)
from hall.visits.messages import BeginVisit, CloseCase, MoveVisit
from tests.boards.test_reducers import heard_since
from tests.helpers.facts import FACTS
from tests.helpers.halls import Story, open_local_hall

PHONE = "139 0000 4321"
STREET = "示例县柳树街道78号"
PDF = b"%PDF-1.7 a paper with " + PHONE.encode()
DAY_S = 24 * 3600


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        yield Story(LocalGateway(hall, "guide-1")), hall, clock


def keeps(story, detail, value, basis="consent", case_id="case-1"):
    blob_id = story.gateway.seal(value.encode(), "detail")
    said = story.says(
        KeepDetail, blob_id=blob_id, case_id=case_id, detail=detail, basis=basis, purpose="remind"
    )
    assert isinstance(said, DetailKept)
    return blob_id


def test_a_telephone_is_read_again_and_every_reading_is_on_record(desk):
    story, hall, _ = desk
    blob_id = keeps(story, "phone", PHONE)
    assert story.gateway.unseal(blob_id).decode() == PHONE
    told = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]
    assert BlobRead(blob_id=blob_id, read_by="guide-1") in told
    (kept,) = story.look("guide").details.values()
    assert (kept.detail, kept.basis, kept.purpose) == ("phone", "consent", "remind")


def test_a_corrected_detail_leaves_nothing_of_the_wrong_one(desk):
    story, _, _ = desk
    wrong = keeps(story, "phone", "130 0000 0000")
    right = keeps(story, "phone", PHONE)
    assert list(story.look("guide").details) == [right]
    with pytest.raises(NoLongerKept):
        story.gateway.unseal(wrong)


def test_who_takes_the_consent_back_is_forgotten_at_once(desk):
    story, _, _ = desk
    phone = keeps(story, "phone", PHONE)
    street = keeps(story, "address", STREET, basis="duty")
    gone = story.says(WithdrawConsent, case_id="case-1")
    assert isinstance(gone, DetailsForgotten)
    assert gone.withdrawn
    assert list(story.look("guide").details) == [street]
    with pytest.raises(NoLongerKept):
        story.gateway.unseal(phone)
    assert story.says(WithdrawConsent, case_id="case-1") == NothingKept()


def test_details_end_by_themselves_when_nobody_closes_the_case(desk):
    story, hall, clock = desk
    phone = keeps(story, "phone", PHONE)
    clock.advance((FACTS.details_days + 1) * DAY_S)
    hall.run_due()
    with pytest.raises(NoLongerKept):
        story.gateway.unseal(phone)


def test_nobody_is_told_of_a_telephone_whose_time_is_over_while_its_case_is_open(desk):
    story, hall, clock = desk
    old = keeps(story, "phone", PHONE)
    clock.advance(DAY_S)
    street = keeps(story, "address", STREET)
    other = keeps(story, "phone", PHONE, case_id="case-2")
    before = story.gateway.snapshot("guide", "")
    assert set(before.board.details) == {old, street, other}
    clock.advance((FACTS.details_days - 1) * DAY_S + 1)
    hall.run_due()
    assert set(story.look("guide").details) == {street, other}
    heard = list(heard_since(hall, before.seq, "guide"))
    (gone,) = [one.event for one in heard if isinstance(one.event, DetailsForgotten)]
    assert gone == DetailsForgotten(case_id="case-1", blob_ids=(old,), withdrawn=False)
    followed = reduce(BOARDS["guide"].apply, heard, before.board)
    assert followed.details == story.look("guide").details


def test_what_went_with_the_key_of_its_day_is_kept_no_more(desk):
    story, hall, _ = desk
    phone = keeps(story, "phone", PHONE)
    with hall.parts.engine.connect() as connection:
        day = connection.scalar(text("SELECT day FROM blob WHERE blob_id = :id"), {"id": phone})
    hall.handle(ForgetDay(command_id="early", day=day))
    assert not story.look("guide").details
    assert story.says(WithdrawConsent, case_id="case-1") == NothingKept()


def test_a_printed_paper_stays_on_record_for_its_years(desk):
    story, hall, clock = desk
    blob_id = story.gateway.seal(PDF, "paper")
    kept = {"blob_id": blob_id, "case_id": "case-1", "paper": "one_time_notice"}
    assert isinstance(story.says(KeepPaper, **kept), PaperKept)
    assert story.says(KeepPaper, **kept) == NoSuchSealed()
    clock.advance((FACTS.papers_days - 1) * DAY_S)
    hall.run_due()
    assert story.gateway.unseal(blob_id) == PDF
    clock.advance(3 * DAY_S)
    hall.run_due()
    with pytest.raises(NoLongerKept):
        story.gateway.unseal(blob_id)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"a picture", "paper"),
        (b"", "detail"),
        (b"two\nlines", "detail"),
        (b"\xff\xfe", "detail"),
        (b"x" * 600, "detail"),
    ],
)
def test_what_is_no_paper_and_no_detail_is_not_taken(desk, data, kind):
    story, _, _ = desk
    with pytest.raises(Malformed):
        story.gateway.seal(data, kind)


def test_a_note_is_no_detail(desk):
    story, _, _ = desk
    said = story.says(
        KeepDetail, blob_id="none", case_id="c", detail="name", basis="duty", purpose="paper"
    )
    assert said == NoSuchSealed()


def test_nothing_of_a_person_lies_open_anywhere(desk, tmp_path):
    story, hall, _ = desk
    keeps(story, "phone", PHONE)
    keeps(story, "address", STREET)
    keeps(story, "name", "欧阳测试", basis="duty")
    story.gateway.seal(PDF, "paper")
    with hall.parts.engine.connect() as connection:
        connection.execute(text("SELECT count(*) FROM blob"))
    raw = b"".join(path.read_bytes() for path in tmp_path.rglob("hall.db*"))
    told = "".join(body for _, _, body in hall.events_after(0)).encode()
    for canary in (PHONE, STREET, "欧阳测试"):
        assert canary.encode() not in raw
        assert canary.encode() not in told


def test_a_closed_case_needs_nothing_of_the_person(desk):
    story, _, _ = desk
    begun = story.says(BeginVisit, station_id="guide-1", matter_id="m-pension").visit
    story.says(MoveVisit, visit_id=begun.id, station_id="guide-1", action="precheck")
    case_id = story.look("guide").visits.visits[begun.id].case_id
    phone = keeps(story, "phone", PHONE, case_id=case_id)
    story.says(CloseCase, case_id=case_id, station_id="guide-1")
    assert not story.look("guide").details
    with pytest.raises(NoLongerKept):
        story.gateway.unseal(phone)
