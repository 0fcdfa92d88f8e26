"""What a desk that is switched on again finds on its board: it remembers nothing itself."""

from hall.client.local import LocalGateway
from hall.records.messages import KeepPaper
from hall.visits.messages import (
    BeginVisit,
    EndVisit,
    EntryCalled,
    IssueNotice,
    MarkItem,
    MoveVisit,
    OpenByCode,
    RecordCall,
    RecordTrueIntention,
)
from hall.visits.refusals import NoSuchEntry
from tests.helpers.halls import Story, open_local_hall
from tests.visits.papers import BANK, CARD, DESK, FORM, WITH_PAPERS

ASKED = {"answers": ("yes",) * 5, "alone": True}


def test_the_last_notice_of_a_case_is_on_the_board_with_its_number(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, FORM)
    notice = desk.says(IssueNotice, visit_id).notice
    assert desk.case(visit_id).notice == notice
    desk.says(MarkItem, visit_id, item_id=FORM, mark="ok")
    desk.finds_missing(visit_id, CARD)
    second = desk.says(IssueNotice, visit_id).notice
    assert second.number != notice.number
    assert desk.case(visit_id).notice == second


def test_that_the_elder_was_asked_alone_is_on_the_board_also_when_they_come_back(hall, desk):
    visit_id = desk.checks("m-house")
    assert desk.visit(visit_id).own_will is None
    desk.says(RecordTrueIntention, visit_id, own_will=True, **ASKED)
    assert desk.visit(visit_id).own_will is True
    desk.finds_missing(visit_id, CARD)
    code = desk.says(IssueNotice, visit_id).notice.code
    desk.says(EndVisit, visit_id, outcome="with_notice")
    again = hall.says(OpenByCode, code=code, **DESK).visit
    assert again.own_will is True
    assert desk.visit(again.id).own_will is True


def test_which_papers_were_printed_is_on_the_board_after_a_restart_of_the_hall(tmp_path):
    with open_local_hall(tmp_path, WITH_PAPERS) as (hall, clock):
        story = Story(LocalGateway(hall, "guide-1"))
        visit = story.says(BeginVisit, matter_id="m-subsidy", **DESK).visit
        at = {"visit_id": visit.id, **DESK}
        story.says(MoveVisit, action="precheck", **at)
        story.says(MarkItem, item_id=FORM, mark="missing", **at)
        case = story.says(IssueNotice, **at).case
        for _ in range(2):
            blob_id = story.gateway.seal(b"%PDF-1", "paper")
            told = {"blob_id": blob_id, "case_id": case.id, "paper": "one_time_notice"}
            story.says(KeepPaper, **told, **DESK)
    with open_local_hall(tmp_path, WITH_PAPERS, clock=clock) as (hall, _):
        story = Story(LocalGateway(hall, "guide-1"))
        (seen,) = story.look("guide").visits.cases.values()
        assert seen.papers == ("one_time_notice",)
        # Another notice is another paper: the one in the elder's hands is not it.
        story.says(MarkItem, item_id=CARD, mark="missing", **at)
        assert story.says(IssueNotice, **at).case.papers == ()


def test_who_rang_up_and_how_it_went_stands_with_the_entry(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=True)
    (entry,) = desk.entries()
    assert (entry.calls, entry.called_at) == (0, None)
    for outcome in ("no_answer", "asked_to_come"):
        said = hall.says(RecordCall, entry_id=entry.id, outcome=outcome, **DESK)
        assert isinstance(said, EntryCalled)
    (entry,) = desk.entries()
    assert (entry.calls, entry.call_outcome, entry.state) == (2, "asked_to_come", "open")
    assert entry.called_at.startswith("2026-11-23")
    desk.says(MarkItem, visit_id, item_id=BANK, mark="ok")
    said = hall.says(RecordCall, entry_id=entry.id, outcome="reached", **DESK)
    assert isinstance(said, NoSuchEntry)
