"""Received, accepted, handled, closed; the question asked alone; and the two registers."""

import pytest

from hall.calls.messages import ServiceFinished
from hall.visits.messages import (
    AdvanceCase,
    BeginVisit,
    CaseAdvanced,
    CaseClosed,
    CloseCase,
    EndVisit,
    EntrySettled,
    IssueNotice,
    MarkItem,
    OpenCase,
    RecordPromiseCheck,
    RecordTrueIntention,
    ResolveDeferral,
)
from hall.visits.refusals import (
    AskedInCompany,
    CaseStillOpen,
    CaseWrongStage,
    NoSuchCase,
    NoSuchEntry,
    NotTheirOwnWill,
    PapersMissing,
    TrueIntentionMissing,
)
from tests.helpers.halls import person
from tests.visits.papers import BANK, DESK, FORM, PHOTO, WANG, finish, serve

DAY_S = 24 * 3600.0
ALONE = {"answers": ("yes", "yes", "yes", "yes", "yes"), "alone": True, "own_will": True}


def advance(desk, visit_id, *steps):
    for step in steps:
        said = desk.says(AdvanceCase, visit_id, step=step)
    return said


def test_received_accepted_and_handled_are_three_things_and_the_clock_runs_from_accepting(desk):
    visit_id = desk.checks()
    said = advance(desk, visit_id, "receive")
    assert isinstance(said, CaseAdvanced)
    assert (said.case.stage, said.visit.state, said.case.promised_on) == (
        "received",
        "received",
        None,
    )
    said = advance(desk, visit_id, "accept")
    assert (said.case.stage, said.visit.state) == ("accepted", "accepted")
    assert said.case.promised_on == "2026-12-21"  # 20 working days
    said = advance(desk, visit_id, "handle")
    assert (said.case.stage, said.visit.state) == ("handling", "handling")
    assert desk.says(AdvanceCase, visit_id, step="handle").state == "handling"


def test_nothing_is_accepted_before_it_was_received(desk):
    visit_id = desk.checks()
    assert advance(desk, visit_id, "accept") == CaseWrongStage(stage="preparing")


def test_a_clerk_receives_what_nobody_looked_at_before(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket("m-subsidy")
    serve(hall)
    visit = desk.visit_of(ticket.id)
    for step in ("receive", "accept"):
        said = hall.says(AdvanceCase, visit_id=visit.id, counter_id="c1", step=step)
    assert (said.case.stage, said.case.matter_id) == ("accepted", "m-subsidy")


def test_a_paper_that_is_missing_stands_in_the_way_until_there_is_another_way(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK, FORM)
    advance(desk, visit_id, "receive")
    assert advance(desk, visit_id, "accept") == PapersMissing(item_ids=(FORM, BANK))
    desk.decides(visit_id, BANK, "deferral", taken=True)
    desk.says(MarkItem, visit_id, item_id=FORM, mark="ok")
    assert advance(desk, visit_id, "accept").case.stage == "accepted"


def test_a_case_received_the_last_time_is_accepted_when_the_elder_comes_back(hall, desk):
    visit_id = desk.checks(number=WANG)
    advance(desk, visit_id, "receive")
    desk.says(EndVisit, visit_id)
    hall.opens("c1")
    ticket = hall.ticket("m-subsidy", number=WANG)
    serve(hall)
    visit = desk.visit_of(ticket.id)
    said = hall.says(AdvanceCase, visit_id=visit.id, counter_id="c1", step="accept")
    assert (said.case.stage, said.visit.state) == ("accepted", "accepted")


def test_a_matter_that_needs_it_is_not_finished_before_the_elder_was_asked_alone(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket("m-house")
    serve(hall)
    visit = desk.visit_of(ticket.id)
    missing = TrueIntentionMissing(visit_id=visit.id)
    assert finish(hall, ticket.id) == missing
    at_counter = {"visit_id": visit.id, "counter_id": "c1"}
    hall.says(AdvanceCase, step="receive", **at_counter)
    assert hall.says(AdvanceCase, step="accept", **at_counter) == missing
    hall.says(RecordTrueIntention, **at_counter, **ALONE)
    assert isinstance(hall.says(AdvanceCase, step="accept", **at_counter), CaseAdvanced)
    assert isinstance(finish(hall, ticket.id), ServiceFinished)


def test_the_question_counts_only_when_it_is_asked_alone(desk):
    visit_id = desk.checks("m-house")
    said = desk.says(RecordTrueIntention, visit_id, **{**ALONE, "alone": False})
    assert said == AskedInCompany()


def test_what_an_elder_does_not_want_is_not_accepted_but_they_may_go(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket("m-house")
    serve(hall)
    visit = desk.visit_of(ticket.id)
    at_counter = {"visit_id": visit.id, "counter_id": "c1"}
    hall.says(AdvanceCase, step="receive", **at_counter)
    no = {"answers": ("no", "no", "unclear", "no", "no"), "alone": True, "own_will": False}
    hall.says(RecordTrueIntention, **at_counter, **no)
    assert hall.says(AdvanceCase, step="accept", **at_counter) == NotTheirOwnWill()
    assert isinstance(finish(hall, ticket.id), ServiceFinished)


def test_whoever_is_sent_for_papers_is_asked_when_they_come_back(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket("m-house")
    serve(hall)
    visit = desk.visit_of(ticket.id)
    at_counter = {"visit_id": visit.id, "counter_id": "c1"}
    hall.says(OpenCase, **at_counter)
    hall.says(MarkItem, item_id=FORM, mark="missing", **at_counter)
    hall.says(IssueNotice, **at_counter)
    assert isinstance(finish(hall, ticket.id), ServiceFinished)


def test_a_case_is_not_closed_while_a_paper_is_to_follow(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=True)
    advance(desk, visit_id, "receive", "accept", "handle")
    case_id = desk.case(visit_id).id
    (entry,) = desk.entries()
    wish = {"case_id": case_id, **DESK}
    assert hall.says(CloseCase, **wish) == CaseStillOpen(entry_ids=(entry.id,))
    settled = hall.says(ResolveDeferral, entry_id=entry.id, outcome="brought", **DESK)
    assert isinstance(settled, EntrySettled)
    assert desk.item(visit_id, BANK).colour == "ok"
    assert isinstance(hall.says(CloseCase, **wish), CaseClosed)
    assert hall.says(CloseCase, **wish) == CaseWrongStage(stage="closed")
    assert not desk.entries()


def test_a_closed_case_opens_for_nobody_any_more(hall, desk):
    visit_id = desk.checks(number=WANG)
    desk.finds_missing(visit_id, FORM)
    desk.says(IssueNotice, visit_id)
    case = desk.case(visit_id)
    hall.says(CloseCase, case_id=case.id, **DESK)
    desk.says(EndVisit, visit_id)
    visit = hall.says(BeginVisit, visitor=person(number=WANG), **DESK).visit
    assert visit.earlier_cases == ()
    assert desk.says(OpenCase, visit.id, case_id=case.id) == NoSuchCase()


def test_a_paper_that_did_not_come_is_missing_again_with_one_way_less(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=True)
    (entry,) = desk.entries()
    hall.says(ResolveDeferral, entry_id=entry.id, outcome="not_brought", **DESK)
    seen = desk.item(visit_id, BANK)
    assert (seen.colour, seen.offer) == ("missing", "notice")
    again = hall.says(ResolveDeferral, entry_id=entry.id, outcome="brought", **DESK)
    assert again == NoSuchEntry()


def test_a_promise_that_was_not_true_is_missing_again(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, PHOTO)
    desk.decides(visit_id, PHOTO, "promise", taken=True)
    (entry,) = desk.entries()
    assert (entry.kind, entry.due_on) == ("promise", "2026-12-21")
    wish = {"entry_id": entry.id, **DESK}
    assert hall.says(ResolveDeferral, outcome="brought", **wish) == NoSuchEntry()
    hall.says(RecordPromiseCheck, outcome="untrue", **wish)
    assert desk.item(visit_id, PHOTO).offer == "deferral"


def test_a_paper_brought_to_the_desk_settles_its_entry(desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=True)
    desk.says(MarkItem, visit_id, item_id=BANK, mark="ok")
    assert not desk.entries()


@pytest.mark.rules(entry_reminder_days=2)
def test_a_last_day_is_reminded_of_and_then_is_over(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=True, due_on="2026-12-01")
    states = []
    for _ in range(9):
        states.append(desk.entries()[0].state)
        hall.advance(DAY_S)
    # Friday before Tuesday 1 December it is reminded of; from Wednesday on it is overdue.
    assert states == ["open"] * 4 + ["reminded"] * 5
    assert desk.entries()[0].state == "overdue"


def test_what_was_settled_is_neither_reminded_of_nor_overdue(hall, desk):
    visit_id = desk.checks()
    desk.finds_missing(visit_id, BANK)
    desk.decides(visit_id, BANK, "deferral", taken=True, due_on="2026-11-25")
    (entry,) = desk.entries()
    hall.says(ResolveDeferral, entry_id=entry.id, outcome="waived", **DESK)
    hall.advance(5 * DAY_S)
    assert not desk.entries()
