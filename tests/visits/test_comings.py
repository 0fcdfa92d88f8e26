"""One elder's coming: who is responsible, where the number is, and how it ends."""

import pytest

from hall.calls.messages import (
    HandOverTicket,
    HoldTicket,
    MissTicket,
    OpenCounter,
    StartService,
    TransferTicket,
)
from hall.help.messages import AssignHelper, FinishHelp, RequestHelp
from hall.server.roles import may_send
from hall.tickets.messages import CancelTicket, CloseDay, MatterClosed, NothingDue, TakeTicket
from hall.visits.messages import (
    BeginVisit,
    EndVisit,
    HandOverVisit,
    MoveVisit,
    OpenCase,
    ReferAway,
    ReleaseVisit,
    VisitBegun,
    VisitEnded,
    VisitHandedOver,
)
from hall.visits.refusals import (
    AlreadyHere,
    NoSuchVisit,
    NotYourVisit,
    NumberStillOpen,
    VisitWrongState,
)
from tests.helpers.halls import person
from tests.visits.papers import DESK, WANG, finish, serve


def owner(visit):
    return visit.owner_kind, visit.owner_id


def test_whoever_takes_a_number_is_looked_after_by_the_desk_until_a_clerk_calls(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket()
    visit = desk.visit_of(ticket.id)
    assert (visit.state, visit.number) == ("waiting", ticket.number)
    assert owner(visit) == ("guide_desk", "guide_desk")
    hall.calls("c1")
    visit = desk.visit_of(ticket.id)
    assert (owner(visit), visit.counter_id) == (("clerk", "k1"), "c1")


def test_a_visit_without_a_case_ends_with_the_service(hall, desk):
    hall.opens("c1")
    hall.ticket()
    finish(hall, serve(hall))
    assert not desk.board.visits


def test_papers_are_checked_while_the_number_keeps_its_place(hall, desk):
    hall.opens("c1")
    first = hall.ticket("m-subsidy")
    second = hall.ticket("m-subsidy")
    visit = desk.visit_of(first.id)
    desk.says(MoveVisit, visit.id, action="precheck")
    assert desk.visit(visit.id).state == "prechecking"
    assert hall.standing(first.id).state == "waiting"
    assert hall.calls("c1").ticket.id == first.id
    assert hall.standing(second.id).state == "waiting"


def test_a_guide_at_work_sees_the_call_and_stays_responsible_until_the_elder_sits_down(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket("m-subsidy")
    visit = desk.visit_of(ticket.id)
    desk.says(HandOverVisit, visit.id, to_kind="guide_desk", to_id="guide-1")
    desk.says(MoveVisit, visit.id, action="precheck")
    serve_now = hall.calls("c1").ticket
    seen = desk.visit(visit.id)
    assert (seen.state, seen.counter_id, owner(seen)) == (
        "prechecking",
        "c1",
        ("guide_desk", "guide-1"),
    )
    hall.says(StartService, counter_id="c1", ticket_id=serve_now.id)
    seen = desk.visit(visit.id)
    assert (seen.state, owner(seen)) == ("waiting", ("clerk", "k1"))


def test_a_visit_a_guide_began_goes_on_with_the_number(hall, desk):
    visit = desk.greets("m-subsidy")
    assert (visit.state, owner(visit)) == ("arrived", ("guide_desk", "guide-1"))
    taken = hall.says(
        TakeTicket,
        station_id="guide-1",
        matter_id="m-subsidy",
        visitor=person(),
        visit_id=visit.id,
    )
    seen = desk.visit(visit.id)
    assert (seen.ticket_id, seen.number, seen.state) == (
        taken.ticket.id,
        taken.ticket.number,
        "waiting",
    )
    assert len(desk.board.visits) == 1
    assert owner(seen) == ("guide_desk", "guide-1")


def test_whoever_is_here_already_is_not_greeted_as_somebody_else(hall, desk):
    ticket = hall.ticket("m-pension", number=WANG)
    here = hall.says(BeginVisit, visitor=person(number=WANG), **DESK)
    assert isinstance(here, AlreadyHere)
    assert here.visit.ticket_id == ticket.id


def test_a_guide_sees_whom_she_greeted_before_there_is_a_number(hall, desk):
    visit = desk.greets("m-pension", number=WANG, surname="王")
    assert hall.look("guide", "").people[visit.visitor_id].surname == "王"


def test_nobody_is_greeted_outside_the_business_day(hall):
    hall.says(CloseDay, station_id="manager-1")
    assert isinstance(hall.says(BeginVisit, **DESK), MatterClosed)


@pytest.mark.parametrize("command", [MissTicket, HoldTicket])
def test_a_number_that_is_set_aside_goes_back_into_the_hands_of_the_desk(hall, desk, command):
    hall.opens("c1")
    ticket = hall.ticket()
    hall.calls("c1")
    hall.says(command, counter_id="c1", ticket_id=ticket.id)
    visit = desk.visit_of(ticket.id)
    assert (owner(visit), visit.counter_id) == (("guide_desk", "guide_desk"), None)


def test_a_number_sent_on_takes_the_visit_along(hall, desk):
    hall.opens("c1", "c2")
    ticket = hall.ticket()
    serve(hall)
    hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id, to_matter_id="m-subsidy")
    visit = desk.visit_of(ticket.id)
    assert (owner(visit), visit.matter_id) == (("guide_desk", "guide_desk"), "m-subsidy")


def test_a_number_handed_to_a_colleague_makes_her_responsible(hall, desk):
    hall.opens("c1", "c2")
    ticket = hall.ticket()
    serve(hall)
    hall.says(
        HandOverTicket, counter_id="c1", ticket_id=ticket.id, to_counter_id="c2", reason="换班"
    )
    visit = desk.visit_of(ticket.id)
    assert (owner(visit), visit.counter_id) == (("clerk", "k2"), "c2")


def test_who_takes_over_a_counter_takes_over_the_elder_at_it(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket()
    serve(hall)
    hall.says(OpenCounter, counter_id="c1", clerk_id="k3")
    assert owner(desk.visit_of(ticket.id)) == ("clerk", "k3")


def test_a_visit_is_handed_over_on_record(hall, desk):
    visit = desk.greets()
    said = desk.says(
        HandOverVisit, visit.id, to_kind="helper", to_id="1002", reason="陪着去 13812345678"
    )
    assert isinstance(said, VisitHandedOver)
    assert (said.from_kind, said.from_id) == ("guide_desk", "guide-1")
    assert owner(said.visit) == ("helper", "1002")
    assert "138" not in said.reason_text
    again = desk.says(HandOverVisit, visit.id, to_kind="helper", to_id="1002")
    assert again == NothingDue()


def test_a_helper_who_goes_along_is_responsible_on_the_way(hall, desk):
    ticket = hall.ticket()
    asked = hall.says(
        RequestHelp, station_id="kiosk-1", help_kind="accompany", ticket_id=ticket.id
    ).help
    hall.says(AssignHelper, help_id=asked.id, staff_number="1002")
    assert owner(desk.visit_of(ticket.id)) == ("helper", "1002")
    hall.says(FinishHelp, help_id=asked.id)
    assert owner(desk.visit_of(ticket.id)) == ("guide_desk", "guide_desk")


def test_a_helper_does_not_take_an_elder_away_from_a_counter(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket()
    asked = hall.says(
        RequestHelp, station_id="kiosk-1", help_kind="accompany", ticket_id=ticket.id
    ).help
    serve(hall)
    hall.says(AssignHelper, help_id=asked.id, staff_number="1002")
    assert owner(desk.visit_of(ticket.id)) == ("clerk", "k1")


@pytest.mark.rules(visit_unowned_s=120)
def test_a_visit_nobody_looks_after_alerts_the_desk_after_two_minutes(hall, desk):
    visit = desk.greets()
    desk.says(ReleaseVisit, visit.id, reason="去接人")
    hall.advance(119)
    assert (desk.visit(visit.id).owner_kind, desk.visit(visit.id).alarmed) == (None, False)
    hall.advance(2)
    assert desk.visit(visit.id).alarmed
    assert hall.look("manager", "").visits.visits[visit.id].alarmed
    desk.says(HandOverVisit, visit.id, to_kind="guide_desk", to_id="guide-1")
    seen = desk.visit(visit.id)
    assert (seen.alarmed, seen.unowned_since) == (False, None)


def test_a_visit_taken_up_again_in_time_alerts_nobody(hall, desk):
    visit = desk.greets()
    for _ in range(2):
        desk.says(ReleaseVisit, visit.id)
        hall.advance(80)
        desk.says(HandOverVisit, visit.id, to_kind="guide_desk")
    hall.advance(300)
    assert not desk.visit(visit.id).alarmed


def test_a_visit_ends_only_with_its_number(hall, desk):
    ticket = hall.ticket()
    visit = desk.visit_of(ticket.id)
    assert desk.says(EndVisit, visit.id) == NumberStillOpen(ticket_id=ticket.id)
    ended = desk.says(EndVisit, visit.id, outcome="told_auto_grant", gives_up_number=True)
    assert isinstance(ended, VisitEnded)
    assert ended.visit.outcome == "told_auto_grant"
    assert hall.standing(ticket.id) is None
    assert desk.says(EndVisit, visit.id) == NoSuchVisit()


def test_what_is_no_matter_of_the_hall_is_explained_and_sent_on_on_record(hall, desk):
    visit = desk.greets()
    said = desk.says(ReferAway, visit.id, to="bank")
    assert (said.visit.outcome, said.visit.referred_to) == ("referred", "bank")
    assert not desk.board.visits


def test_a_number_given_up_ends_the_visit_unless_a_guide_is_at_work(hall, desk):
    leaving, staying = hall.ticket(), hall.ticket("m-subsidy")
    visit = desk.visit_of(staying.id)
    desk.says(MoveVisit, visit.id, action="consult")
    for ticket in (leaving, staying):
        hall.says(CancelTicket, ticket_id=ticket.id, reason="先回家", station_id="guide-1")
    assert list(desk.board.visits) == [visit.id]


def test_the_counter_is_done_but_the_case_is_not_so_a_guide_sees_the_elder_off(hall, desk):
    hall.opens("c1")
    ticket = hall.ticket("m-subsidy")
    visit = desk.visit_of(ticket.id)
    desk.says(OpenCase, visit.id)
    finish(hall, serve(hall))
    seen = desk.visit(visit.id)
    assert (owner(seen), seen.counter_id) == (("guide_desk", "guide_desk"), None)
    assert isinstance(desk.says(EndVisit, visit.id), VisitEnded)


def test_when_the_day_is_over_everybody_has_left(hall, desk):
    hall.ticket()
    desk.greets()
    hall.says(CloseDay, station_id="manager-1")
    assert not desk.board.visits


def test_a_second_number_of_somebody_who_is_waiting_is_a_second_visit(hall, desk):
    hall.ticket("m-pension", number=WANG)
    hall.ticket("m-medical", number=WANG)
    assert len(desk.board.visits) == 2


def test_a_clerk_speaks_of_the_visit_at_her_counter_only(hall, desk):
    hall.opens("c1", "c2")
    ticket = hall.ticket("m-subsidy")
    visit = desk.visit_of(ticket.id)
    wish = {"visit_id": visit.id, "to_kind": "guide_desk"}
    assert hall.says(HandOverVisit, counter_id="c2", **wish) == NotYourVisit()
    serve(hall)
    assert isinstance(hall.says(HandOverVisit, counter_id="c1", **wish), VisitHandedOver)


def test_a_console_never_speaks_of_a_visit_without_saying_its_counter():
    wish = HandOverVisit(command_id="a", visit_id="v", to_kind="guide_desk")
    at_counter = HandOverVisit(command_id="a", visit_id="v", to_kind="guide_desk", counter_id="c1")
    assert not may_send("console", "c1", wish)
    assert may_send("console", "c1", at_counter)
    assert not may_send("console", "c2", at_counter)
    assert not may_send("console", "c1", EndVisit(command_id="a", visit_id="v", counter_id="c1"))
    assert may_send("guide", "guide-1", wish)


def test_a_visit_goes_only_where_the_table_says(hall, desk):
    visit = desk.greets()
    desk.says(MoveVisit, visit.id, action="consult")
    assert desk.says(MoveVisit, visit.id, action="consult") == VisitWrongState(state="consulting")
    assert desk.visit(visit.id).state == "consulting"


def test_a_greeting_pressed_twice_is_one_visit(hall, desk):
    begun = [hall.says(BeginVisit, command_id="one-press", **DESK) for _ in range(2)]
    assert all(isinstance(one, VisitBegun) for one in begun)
    assert len(desk.board.visits) == 1
