"""Taking a number, as the people at the kiosk live it. Monday 23 November 2026, 09:40."""

from typing import Any

import pytest

from hall.calls.messages import CallNext, OpenCounter, TicketTransferred, TransferTicket
from hall.tickets.messages import (
    AddNeeds,
    AlreadyWaiting,
    CancelTicket,
    ChangeVisitor,
    CloseDay,
    DayAlreadyOpen,
    DayNotOpen,
    MatterClosed,
    NoSuchMatter,
    NoSuchTicket,
    OpenDay,
    PrintReported,
    ReportPrint,
    ReprintTicket,
    ReturnTicket,
    TakeTicket,
    TicketReprinted,
    TicketTaken,
    TooLateToUndo,
    UndoTicket,
    WrongState,
)
from tests.helpers.halls import person

WANG: dict[str, Any] = {
    "born": "1940-05-01",
    "number": "410199194005010016",
    "surname": "王",
    "sex": 1,
}
CHILD = {"born": "1975-02-03", "number": "410199197502030028"}


def test_each_class_has_its_own_row_of_numbers(hall):
    numbers = [
        hall.ticket(born="1940-05-01").number,
        hall.ticket(born="1950-05-01").number,
        hall.ticket(born="1950-05-01", claims=("disabled",)).number,
        hall.ticket(born="1990-05-01").number,
        hall.ticket(born="1950-05-01").number,
    ]
    assert numbers == ["尊001", "老001", "优001", "普001", "老002"]


def test_whoever_has_no_card_is_asked_and_believed(hall):
    ticket = hall.ticket(band="80_plus")
    assert (ticket.number, ticket.reason) == ("尊001", "stated")


def test_whoever_turns_eighty_today_is_eighty(hall):
    assert hall.ticket(born="1946-11-23").priority == "age_80"
    assert hall.ticket(born="1946-11-24").priority == "age_60"


def test_the_same_person_has_one_number_for_one_matter(hall):
    first = hall.takes(**WANG)
    again = hall.takes(**WANG)
    assert isinstance(again, AlreadyWaiting)
    assert again.ticket.number == first.ticket.number


def test_a_small_x_and_a_large_one_are_the_same_card(hall):
    first = hall.takes(born="1940-05-01", number="41019919400501001X")
    assert isinstance(first, TicketTaken)
    assert isinstance(hall.takes(born="1940-05-01", number="41019919400501001x"), AlreadyWaiting)


def test_the_same_person_may_wait_for_another_matter(hall):
    first, second = hall.ticket(**WANG), hall.ticket("m-medical", **WANG)
    assert first.visitor_id == second.visitor_id
    assert first.number != second.number


def test_a_child_takes_numbers_for_two_parents(hall):
    numbers = {
        hall.ticket(behalf_of="family", band="80_plus", **CHILD).number,
        hall.ticket(behalf_of="family", band="80_plus", **CHILD).number,
    }
    assert numbers == {"尊001", "尊002"}


def test_a_repeated_command_gives_the_first_answer_again(hall):
    wish = {
        "command_id": "2d8a7f0e-0000-4000-8000-000000000001",
        "station_id": "kiosk-1",
        "matter_id": "m-pension",
        "visitor": person(**WANG),
    }
    first = hall.story.send(TakeTicket, **wish)
    hall.ticket()
    again = hall.story.send(TakeTicket, **wish)
    assert again == first
    assert len(hall.look("queue", "").floor.tickets) == 2


def test_one_hears_how_many_are_ahead(hall):
    assert hall.ticket(band="60_79").ahead == 0
    assert hall.ticket(band="60_79").ahead == 1
    assert hall.ticket(band="80_plus").ahead == 0
    assert hall.ticket(band="60_79").ahead == 3
    assert hall.ticket("m-special").ahead == 0


@pytest.mark.rules(ahead_counted_to=2)
def test_beyond_the_limit_nobody_counts(hall):
    assert [hall.ticket().ahead for _ in range(4)] == [0, 1, 2, None]


def test_who_is_called_first_at_a_shared_counter_is_ahead_in_whatever_queue(hall):
    hall.opens("c1", "c2")  # c1 calls general numbers only, c2 general and special ones
    assert hall.ticket("m-special").ahead == 0
    assert hall.ticket().ahead == 1
    assert hall.ticket("m-special").ahead == 2
    assert hall.ticket("m-special", band="80_plus").ahead == 0
    assert hall.ticket().ahead == 4


def test_who_waits_for_other_counters_is_not_ahead(hall):
    hall.opens("c1", "c3")  # c3 calls special numbers only
    assert hall.ticket("m-special").ahead == 0
    assert hall.ticket().ahead == 0
    assert hall.ticket("m-special").ahead == 1


def test_who_was_sent_to_the_very_counter_is_ahead(hall):
    hall.opens("c1")
    hall.opens("c3")
    sent = hall.ticket()
    hall.says(CallNext, counter_id="c1")
    transfer = {"counter_id": "c1", "ticket_id": sent.id, "to_counter_id": "c1"}
    assert isinstance(hall.says(TransferTicket, **transfer), TicketTransferred)
    assert hall.ticket().ahead == 1
    assert hall.ticket("m-special").ahead == 0


def test_the_count_of_a_copy_is_the_halls_own(hall):
    hall.opens("c2")
    hall.ticket("m-special")
    ticket = hall.ticket()
    copy = hall.says(ReprintTicket, ticket_id=ticket.id, station_id="kiosk-1")
    assert copy.ticket.ahead == 1


def test_without_an_open_counter_the_guide_desk_is_the_place_to_go(hall):
    assert hall.ticket().where == "guide_desk"
    hall.says(OpenCounter, counter_id="c1", clerk_id="k1")
    assert hall.ticket().where == "seats"
    assert hall.ticket("m-special").where == "guide_desk"


def test_an_unknown_matter_is_refused(hall):
    assert hall.takes("m-nothing") == NoSuchMatter(matter_id="m-nothing")


def test_a_missed_opening_refuses_nobody(hall):
    board = hall.look("queue", "")
    assert board.floor.date == "2026-11-23"
    assert isinstance(hall.says(OpenDay, station_id="manager"), DayAlreadyOpen)


def test_the_day_closes_by_itself_and_carries_over_who_waits(hall):
    ticket = hall.ticket()
    hall.advance(8 * 3600)
    assert hall.standing(ticket.id) is None
    assert hall.takes() == MatterClosed(opens="08:30")
    assert isinstance(hall.says(CloseDay, station_id="manager"), DayNotOpen)


def test_the_next_day_opens_by_itself_and_numbers_begin_anew(hall):
    hall.ticket()
    hall.advance(23 * 3600)
    assert hall.look("queue", "").floor.date == "2026-11-24"
    assert hall.ticket().number == "老001"


def test_who_came_is_forgotten_after_the_day(hall):
    ticket = hall.ticket(**WANG)
    assert hall.look("guide", "").people[ticket.visitor_id].surname == "王"
    hall.advance(11 * 3600)
    hall.says(OpenDay, station_id="manager")
    assert isinstance(hall.takes(**WANG), TicketTaken)


def test_the_paper_is_separate_from_the_number(hall):
    ticket = hall.ticket()
    assert ticket.print_state == "not_printed"
    said = hall.says(
        ReportPrint, ticket_id=ticket.id, station_id="kiosk-1", outcome="unknown", status="offline"
    )
    assert isinstance(said, PrintReported)
    assert hall.standing(ticket.id).print_state == "unknown"
    assert hall.standing(ticket.id).state == "waiting"
    again = hall.says(ReprintTicket, ticket_id=ticket.id, station_id="kiosk-1")
    assert isinstance(again, TicketReprinted)
    assert again.ticket.number == ticket.number


def test_a_number_can_be_given_up(hall):
    ticket = hall.ticket()
    hall.says(CancelTicket, ticket_id=ticket.id, reason="回家了", station_id="guide-1")
    assert hall.standing(ticket.id) is None
    said = hall.says(CancelTicket, ticket_id=ticket.id, reason="回家了", station_id="guide-1")
    assert said == WrongState(state="cancelled")


def test_a_number_taken_by_mistake_is_taken_back_and_never_given_again(hall):
    wrong = hall.ticket(**WANG)
    said = hall.says(UndoTicket, ticket_id=wrong.id, station_id="kiosk-1")
    assert (said.ticket.state, said.reason_text) == ("cancelled", "")
    assert hall.standing(wrong.id) is None
    right = hall.takes("m-pension", **WANG)
    assert isinstance(right, TicketTaken)
    assert (wrong.number, right.ticket.number) == ("尊001", "尊002")


@pytest.mark.parametrize(("after_s", "taken_back"), [(60, True), (61, False)])
def test_a_number_can_be_taken_back_for_a_minute(hall, after_s, taken_back):
    ticket = hall.ticket()
    hall.advance(after_s)
    said = hall.says(UndoTicket, ticket_id=ticket.id, station_id="kiosk-1")
    assert (hall.standing(ticket.id) is None) == taken_back
    assert taken_back or said == TooLateToUndo()


def test_a_number_that_was_called_is_not_taken_back(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    assert hall.calls("c1").ticket.id == ticket.id
    said = hall.says(UndoTicket, ticket_id=ticket.id, station_id="kiosk-1")
    assert said == WrongState(state="called")
    assert hall.standing(ticket.id).state == "called"


def test_a_kiosk_takes_back_no_number_of_another(hall):
    ticket = hall.ticket()
    said = hall.says(UndoTicket, ticket_id=ticket.id, station_id="kiosk-2")
    assert said == NoSuchTicket()
    assert hall.standing(ticket.id).state == "waiting"


def test_who_says_what_they_need_keeps_class_and_place(hall):
    ticket = hall.ticket(claims=("disabled",), needs=("hearing",), surname="王")
    hall.says(AddNeeds, ticket_id=ticket.id, station_id="kiosk-2", needs=("wheelchair",))
    now = hall.standing(ticket.id)
    assert (now.priority, now.order) == (ticket.priority, ticket.order)
    assert hall.look("guide", "").people[ticket.visitor_id].needs == ("hearing", "wheelchair")
    told = {"station_id": "kiosk-1", "needs": ("sight",)}
    assert hall.says(AddNeeds, ticket_id="none", **told) == NoSuchTicket()
    hall.says(CancelTicket, ticket_id=ticket.id, reason="回家了", station_id="guide-1")
    assert hall.says(AddNeeds, ticket_id=ticket.id, **told) == WrongState(state="cancelled")


def test_a_wrong_age_is_corrected_and_the_number_stays(hall):
    ticket = hall.ticket(band="under_60")
    first = hall.ticket(band="60_79")
    hall.says(
        ChangeVisitor,
        ticket_id=ticket.id,
        reason="看过身份证",
        visitor=person(band="80_plus"),
        station_id="guide-1",
    )
    hall.opens("c1")
    called = hall.calls()
    assert called.ticket.number == ticket.number == "普001"
    assert first.number == "老001"


def test_an_unknown_ticket_is_an_ordinary_answer(hall):
    assert hall.says(ReprintTicket, ticket_id="nothing", station_id="kiosk-1") == NoSuchTicket()
    assert hall.says(ReturnTicket, ticket_id="nothing", station_id="guide-1") == NoSuchTicket()


def test_order_and_numbers_survive_a_clock_set_back(hall):
    first = hall.ticket()
    hall.step(-3600)
    second = hall.ticket()
    hall.opens("c1")
    assert [hall.serves(), hall.serves()] == [first.number, second.number]
