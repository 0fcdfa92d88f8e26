"""What could not be done gets a number, an owner and a last day, and somebody is answered."""

from __future__ import annotations

from typing import Any

import pytest

from hall.calls.messages import FinishService, StartService
from hall.care.feelings.messages import GiveFeeling
from hall.care.not_done.messages import (
    AnswerNotDone,
    ArchiveNotDone,
    CheckNotDone,
    ClassifyNotDone,
    ListNotDone,
    NoSuchNotDone,
    NotDoneGoesOtherwise,
    NotDoneListed,
    NotDoneOpened,
    NotDoneView,
    OpenNotDone,
    PassOnNotDone,
    ReferNotDone,
    SettleNotDone,
)
from hall.help.messages import (
    AcknowledgeHelp,
    AssignHelper,
    NoSuchStaff,
    NoteHelp,
    RequestHelp,
    TakeBackHelp,
)
from hall.visits.messages import IssueNotice, MarkItem
from tests.helpers.halls import local_telling
from tests.visits.papers import CARD, FORM, WITH_PAPERS, Desk

DAY = 24 * 3600
DESK = {"station_id": "guide-1"}


def register(hall) -> list[NotDoneView]:
    return list(hall.look("guide", "").not_done.values())


def only(hall) -> NotDoneView:
    (entry,) = register(hall)
    return entry


def opened(hall, **fields: Any) -> NotDoneView:
    said = hall.says(OpenNotDone, **DESK, **fields)
    assert isinstance(said, NotDoneOpened)
    return said.entry


def on(hall, command: type, entry: NotDoneView, **fields: Any) -> Any:
    return hall.says(command, entry_id=entry.id, **DESK, **fields)


def settled(hall, **fields: Any) -> NotDoneView:
    """An entry whose department has done what it can."""
    entry = opened(hall, reason="system", **fields)
    on(hall, PassOnNotDone, entry, staff_number="1001")
    done: NotDoneView = on(hall, SettleNotDone, entry, result="done").entry
    return done


def test_it_goes_from_the_first_word_to_the_archive_step_by_step(hall):
    entry = opened(hall, matter_id="m-pension", came_times=3)
    assert (entry.number, entry.state, entry.channel) == ("B2026-001", "accepted", "guide")
    assert entry.due_on == "2026-11-23"
    entry = on(hall, ClassifyNotDone, entry, reason="materials").entry
    assert (entry.state, entry.reason, entry.due_on) == ("classified", "materials", "2026-11-24")
    entry = on(hall, PassOnNotDone, entry, staff_number="1001").entry
    assert (entry.state, entry.owner, entry.due_on) == ("passed_on", "1001", "2026-11-30")
    entry = on(hall, SettleNotDone, entry, result="other_way").entry
    assert (entry.state, entry.settled_on) == ("settled", "2026-11-23")
    entry = on(hall, AnswerNotDone, entry, reply="by_phone").entry
    assert (entry.state, entry.replied_on) == ("answered", "2026-11-23")
    entry = on(hall, CheckNotDone, entry, satisfaction="content").entry
    assert (entry.state, entry.came_times) == ("checked", 3)
    entry = on(hall, ArchiveNotDone, entry).entry
    assert (entry.state, entry.due_on) == ("archived", "")
    assert register(hall) == []


def test_numbers_follow_each_other_and_begin_anew_with_the_year(hall):
    assert [opened(hall).number for _ in range(3)] == ["B2026-001", "B2026-002", "B2026-003"]
    hall.advance(45 * DAY)
    assert opened(hall).number == "B2027-001"


def test_refused_cash_is_one_touch_and_due_the_same_day_it_has_an_owner(hall):
    entry = opened(hall, reason="cash_refused", at_counter_id="c2")
    assert (entry.state, entry.reason) == ("classified", "cash_refused")
    assert on(hall, PassOnNotDone, entry, staff_number="1003").entry.due_on == "2026-11-23"


def test_what_an_office_must_decide_takes_longer_than_what_a_window_mends(hall):
    days = {
        reason: on(
            hall, PassOnNotDone, opened(hall, reason=reason), staff_number="1001"
        ).entry.due_on
        for reason in ("system", "policy")
    }
    assert days == {"system": "2026-11-30", "policy": "2026-12-07"}


@pytest.mark.rules(holidays=("2026-11-24",), working_days=("2026-11-28",))
def test_last_days_are_working_days(hall):
    entry = opened(hall, reason="system")
    assert entry.due_on == "2026-11-25"
    assert on(hall, PassOnNotDone, entry, staff_number="1001").entry.due_on == "2026-11-30"


def test_no_step_is_left_out_and_a_refusal_says_where_it_stands(hall):
    entry = opened(hall)
    assert on(hall, SettleNotDone, entry, result="done") == NotDoneGoesOtherwise(state="accepted")
    assert on(hall, ArchiveNotDone, entry) == NotDoneGoesOtherwise(state="accepted")
    assert hall.says(ArchiveNotDone, entry_id="none", **DESK) == NoSuchNotDone()


def test_only_staff_answer_for_it_and_somebody_else_may_take_it_on(hall):
    entry = opened(hall, reason="other")
    assert on(hall, PassOnNotDone, entry, staff_number="7777") == NoSuchStaff()
    on(hall, PassOnNotDone, entry, staff_number="1001")
    on(hall, PassOnNotDone, entry, staff_number="1003")
    assert only(hall).owner == "1003"


def test_what_is_no_matter_of_the_government_is_explained_and_sent_on(hall):
    entry = on(hall, ReferNotDone, opened(hall), to="bank").entry
    assert (entry.state, entry.referred_to) == ("archived", "bank")
    assert register(hall) == []


def test_who_is_not_content_begins_anew_with_the_same_number(hall):
    entry = settled(hall)
    on(hall, AnswerNotDone, entry, reply="in_person")
    again = on(hall, CheckNotDone, entry, satisfaction="not_content").entry
    assert (again.state, again.owner, again.number) == ("passed_on", "1001", "B2026-001")
    assert (again.result, again.replied_on, again.due_on) == ("", "", "2026-11-30")


def test_the_same_trouble_again_is_recognised(hall):
    first = opened(hall, matter_id="m-pension", reason="system")
    other = opened(hall, matter_id="m-pension", reason="policy")
    again = opened(hall, matter_id="m-pension", reason="system")
    assert [one.repeat_no for one in (first, other, again)] == [1, 1, 2]
    late = opened(hall, matter_id="m-pension")
    assert on(hall, ClassifyNotDone, late, reason="system").entry.repeat_no == 3
    assert [opened(hall, reason="other").repeat_no for _ in range(2)] == [1, 1]


def test_somebody_is_reminded_before_the_last_day_and_told_after_it(hall):
    entry = opened(hall, reason="system")
    on(hall, PassOnNotDone, entry, staff_number="1001")
    hall.advance(3 * DAY)
    assert (only(hall).reminded, only(hall).overdue) == (False, False)
    hall.advance(DAY)
    assert (only(hall).reminded, only(hall).overdue) == (True, False)
    hall.advance(4 * DAY)
    assert only(hall).overdue
    on(hall, SettleNotDone, entry, result="not_possible")
    assert (only(hall).reminded, only(hall).overdue) == (False, False)


def test_who_presses_at_the_kiosk_is_on_the_register_once_a_person_says_that_they_come(hall):
    ticket = hall.ticket("m-card")
    asked = hall.says(
        RequestHelp, station_id="kiosk-1", help_kind="not_done", ticket_id=ticket.id
    ).help
    assert register(hall) == []
    hall.says(AcknowledgeHelp, help_id=asked.id, **DESK)
    entry = only(hall)
    assert (entry.channel, entry.state, entry.matter_id) == ("kiosk", "accepted", "m-card")
    assert entry.group_id == "pension"


def test_refused_cash_is_said_with_one_more_touch_at_the_kiosk(hall):
    asks = {"station_id": "kiosk-1", "help_kind": "not_done"}
    first = hall.says(RequestHelp, **asks).help
    again = hall.says(RequestHelp, cash_refused=True, **asks).help
    assert (again.id, [one.note for one in again.timeline]) == (first.id, ["cash_refused"])
    entry = only(hall)
    assert (entry.channel, entry.reason, entry.state) == ("kiosk", "cash_refused", "classified")
    hall.says(AcknowledgeHelp, help_id=first.id, **DESK)
    assert len(register(hall)) == 1


def test_refused_cash_that_is_said_late_joins_the_entry_that_is_there(hall):
    asks = {"station_id": "kiosk-1", "help_kind": "not_done"}
    hall.says(RequestHelp, **asks)
    hall.advance(61)
    assert only(hall).state == "accepted"
    hall.says(RequestHelp, cash_refused=True, **asks)
    assert (only(hall).state, only(hall).reason) == ("classified", "cash_refused")


def test_who_waits_in_vain_at_the_kiosk_is_on_the_register_all_the_same(hall):
    hall.says(RequestHelp, station_id="kiosk-1", help_kind="not_done")
    hall.advance(61)
    assert only(hall).channel == "kiosk"
    hall.advance(12 * 3600)
    assert len(register(hall)) == 1


def test_a_hand_that_slipped_leaves_no_entry(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="not_done").help
    hall.says(TakeBackHelp, help_id=asked.id, station_id="kiosk-1")
    hall.advance(2 * 3600)
    assert register(hall) == []
    assert opened(hall).number == "B2026-001"


def test_what_a_helper_meets_on_the_way_is_on_the_register_with_its_reason(hall):
    asked = hall.says(RequestHelp, station_id="kiosk-1", help_kind="accompany").help
    hall.says(AssignHelper, help_id=asked.id, staff_number="1002", **DESK)
    for _ in range(2):
        hall.says(NoteHelp, help_id=asked.id, note="problem_system", **DESK)
    assert (only(hall).channel, only(hall).reason) == ("helper", "system")


def test_a_month_is_listed_with_what_was_left_of_earlier_ones(hall):
    settled_entry = settled(hall)
    waiting = opened(hall, reason="policy")
    on(hall, AnswerNotDone, settled_entry, reply="in_person")
    on(hall, CheckNotDone, settled_entry, satisfaction="not_reached")
    on(hall, ArchiveNotDone, settled_entry)
    hall.advance(10 * DAY)
    new = opened(hall)

    def listed(month: str) -> list[str]:
        said = hall.says(ListNotDone, month=month, **DESK)
        assert isinstance(said, NotDoneListed)
        return [one.number for one in said.entries]

    assert listed("2026-10") == []
    assert listed("2026-11") == [settled_entry.number, waiting.number]
    assert listed("2026-12") == [waiting.number, new.number]


def test_a_second_notice_that_could_have_been_said_opens_an_entry(tmp_path):
    with local_telling(tmp_path, {}, WITH_PAPERS) as hall:
        desk = Desk(hall)
        visit_id = desk.checks("m-house")
        desk.says(MarkItem, visit_id, item_id=CARD, mark="ok")
        desk.finds_missing(visit_id, FORM)
        desk.says(IssueNotice, visit_id)
        assert register(hall) == []
        desk.finds_missing(visit_id, CARD)
        assert desk.says(IssueNotice, visit_id).notice.could_have_been_said == (CARD,)
        entry = only(hall)
        assert (entry.channel, entry.reason, entry.came_times) == ("notice", "materials", 2)
        assert entry.matter_id == "m-house"


def test_a_bad_rating_is_looked_into_and_a_good_one_is_not(hall):
    hall.opens("c1")
    for score in (5, 2):
        hall.ticket()
        at = {"counter_id": "c1", "ticket_id": hall.calls().ticket.id}
        hall.says(StartService, **at)
        hall.says(FinishService, **at)
        rated = {"ticket_id": at["ticket_id"], "score": score, "channel": "kiosk"}
        hall.says(GiveFeeling, station_id="kiosk-1", **rated)
    entry = only(hall)
    assert (entry.channel, entry.counter_id, entry.state) == ("rating", "c1", "accepted")
