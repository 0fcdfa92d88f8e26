"""What stays of a person who has gone home: nothing in events, an index while a case waits."""

from sqlalchemy import text

from hall.client.local import LocalGateway
from hall.kernel.privacy import Keyring
from hall.visits.messages import (
    BeginVisit,
    CloseCase,
    EndVisit,
    IssueNotice,
    MarkItem,
    MoveVisit,
    RecordTrueIntention,
)
from tests.helpers.halls import Story, open_local_hall, person
from tests.visits.papers import DESK, FORM, WANG, WITH_PAPERS

INDEX = Keyring(b"test key").index(WANG)


def a_visit_with_a_notice(story):
    """Somebody with a card goes home with a notice; returns the case."""
    wang = person(number=WANG, surname="王", born="1940-05-01", needs=("hearing",))
    visit = story.says(BeginVisit, visitor=wang, matter_id="m-house", **DESK).visit
    at_hand = {"visit_id": visit.id, **DESK}
    story.says(MoveVisit, action="precheck", **at_hand)
    story.says(MarkItem, item_id=FORM, mark="missing", **at_hand)
    asked = {"answers": ("yes", "no", "unclear", "yes", "no"), "alone": True, "own_will": True}
    story.says(RecordTrueIntention, **asked, **at_hand)
    case = story.says(IssueNotice, **at_hand).case
    story.says(EndVisit, outcome="with_notice", **at_hand)
    return case


def holders(hall):
    with hall.parts.engine.connect() as connection:
        return connection.scalars(text("SELECT person_key FROM case_holder")).all()


def test_no_event_says_who_came_or_what_they_answered_alone(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, _):
        a_visit_with_a_notice(Story(LocalGateway(hall)))
        said = "".join(body for *_, body in hall.events_after(0))
    for personal in (WANG, INDEX, "王", "1940", "hearing", "unclear"):
        assert personal not in said


def test_the_index_of_a_card_goes_when_the_case_is_closed(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, _):
        story = Story(LocalGateway(hall))
        case = a_visit_with_a_notice(story)
        assert holders(hall) == [INDEX]
        story.says(CloseCase, case_id=case.id, **DESK)
        assert holders(hall) == []


def test_the_index_outlives_the_purge_of_the_day_and_nothing_else_does(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        a_visit_with_a_notice(Story(LocalGateway(hall)))
        for _ in range(2):
            clock.advance(8 * 3600)
            hall.run_due()
        with hall.parts.engine.connect() as connection:
            assert connection.scalar(text("SELECT count(*) FROM visitor")) == 0
        assert holders(hall) == [INDEX]
