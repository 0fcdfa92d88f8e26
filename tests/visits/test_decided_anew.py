"""A guide took the wrong way for a paper, or the elder thinks better of it: it is decided anew."""

import pytest

from hall.client.local import LocalGateway
from hall.records.messages import KeepPaper
from hall.visits.messages import (
    BeginVisit,
    DecideAnew,
    DecideItem,
    DecisionUndone,
    EntrySettled,
    ItemDecided,
    MarkItem,
    MoveVisit,
)
from hall.visits.refusals import MarkedAlready, NothingDecided, ReasonNeeded
from tests.helpers.halls import Story, open_local_hall
from tests.visits.papers import BANK, BOOK, DESK, FORM, PHOTO, WITH_PAPERS


def anew(desk, visit_id, item_id, reason=""):
    return desk.says(DecideAnew, visit_id, item_id=item_id, reason=reason)


@pytest.mark.parametrize(
    ("item_id", "offer"), [(BANK, "deferral"), (PHOTO, "promise"), (BOOK, "shared")]
)
def test_what_was_decided_is_taken_back_and_every_way_is_open_again(desk, item_id, offer):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, item_id)
    desk.decides(visit_id, item_id, offer, taken=True)
    assert isinstance(desk.finds_missing(visit_id, item_id), MarkedAlready)
    said = anew(desk, visit_id, item_id)
    assert (type(said), said.undone) == (DecisionUndone, offer)
    item = desk.item(visit_id, item_id)
    assert (item.colour, item.offer, item.decision, item.due_on) == ("missing", offer, "", None)
    assert desk.entries() == []


def test_a_way_that_was_declined_by_mistake_is_offered_again(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, PHOTO)
    desk.decides(visit_id, PHOTO, "promise", taken=False)
    assert desk.item(visit_id, PHOTO).offer == "deferral"
    anew(desk, visit_id, PHOTO)
    assert desk.item(visit_id, PHOTO).offer == "promise"


def test_there_is_nothing_to_take_back_where_nothing_was_decided(desk):
    visit_id = desk.checks()
    assert isinstance(anew(desk, visit_id, FORM), NothingDecided)
    desk.finds_missing(visit_id, FORM)
    assert isinstance(anew(desk, visit_id, FORM), NothingDecided)


@pytest.fixture
def printed(tmp_path):
    """A promise whose paper was printed, its hall, and how the desk speaks of it."""
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, _):
        story = Story(LocalGateway(hall, "guide-1"))
        visit = story.says(BeginVisit, matter_id="m-subsidy", **DESK).visit
        at = {"visit_id": visit.id, **DESK}
        story.says(MoveVisit, action="precheck", **at)
        story.says(MarkItem, item_id=PHOTO, mark="missing", **at)
        case = story.says(DecideItem, item_id=PHOTO, offer="promise", taken=True, **at).case
        blob_id = story.gateway.seal(b"%PDF-1", "paper")
        story.says(KeepPaper, blob_id=blob_id, case_id=case.id, paper="promise", **DESK)
        yield story, hall, at


def test_what_was_signed_is_not_taken_back_without_a_word_why(printed):
    story, hall, at = printed
    (case,) = story.look("guide").visits.cases.values()
    assert case.papers == ("promise",)
    assert isinstance(story.says(DecideAnew, item_id=PHOTO, **at), ReasonNeeded)
    assert isinstance(story.says(DecideAnew, item_id=PHOTO, reason="  ", **at), ReasonNeeded)
    said = story.says(DecideAnew, item_id=PHOTO, reason="改主意了", **at)
    assert said.reason_text == "改主意了"
    assert said.case.papers == ()
    told = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]
    assert [type(one) for one in told if isinstance(one, ItemDecided | DecisionUndone)] == [
        ItemDecided,
        DecisionUndone,
    ]
    (settled,) = (one for one in told if isinstance(one, EntrySettled))
    assert settled.entry.outcome == "withdrawn"


def test_a_paper_that_lacks_what_was_decided_after_it_is_owed_again(printed):
    story, _, at = printed
    story.says(MarkItem, item_id="6", mark="missing", **at)
    story.says(DecideItem, item_id="6", offer="shared", taken=False, **at)
    assert story.says(DecideItem, item_id="6", offer="promise", taken=True, **at).case.papers == ()
