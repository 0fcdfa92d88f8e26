"""Clerks and counters, as they live a day."""

import pytest

from hall.calls.messages import (
    AlreadySpoken,
    CallNext,
    CallSpoken,
    CallTicket,
    CallWasSpoken,
    CloseCounter,
    CounterBusy,
    CounterNotOpen,
    CounterOpened,
    FinishService,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    NobodyWaiting,
    NoSuchCounter,
    NotWaiting,
    NotYours,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    ServiceFinished,
    ServiceStarted,
    StartService,
    TicketCalled,
    TicketHandedOver,
    TicketHeld,
    TicketMissed,
    TicketParked,
    TicketTransferred,
    TransferTicket,
)
from hall.tickets.messages import ReturnTicket, TicketReturned, WrongState

WANG = {"born": "1940-05-01", "number": "410199194005010016"}


def test_a_number_is_called_served_and_finished(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    called = hall.calls()
    assert isinstance(called, TicketCalled)
    assert (called.ticket.number, called.call_no) == (ticket.number, 1)
    started = hall.says(StartService, counter_id="c1", ticket_id=ticket.id)
    assert isinstance(started, ServiceStarted)
    done = hall.says(FinishService, counter_id="c1", ticket_id=ticket.id)
    assert isinstance(done, ServiceFinished)
    assert done.counter.ticket_id is None
    assert hall.calls() == NobodyWaiting()


def test_an_elder_of_eighty_is_called_before_the_earlier_arrival(hall):
    hall.ticket(band="60_79")
    old = hall.ticket(band="80_plus")
    hall.opens("c1")
    assert hall.calls().ticket.number == old.number


def test_a_counter_calls_only_what_it_serves(hall):
    hall.ticket("m-special")
    hall.opens("c1")
    assert hall.calls("c1") == NobodyWaiting()
    hall.opens("c3")
    assert isinstance(hall.calls("c3"), TicketCalled)


def test_calling_needs_an_open_and_free_counter(hall):
    ticket = hall.ticket()
    assert hall.calls("c1") == CounterNotOpen()
    assert hall.says(CallNext, counter_id="c99") == NoSuchCounter()
    hall.opens("c1")
    hall.calls()
    busy = hall.calls()
    assert isinstance(busy, CounterBusy)
    assert busy.ticket.id == ticket.id


def test_a_double_press_calls_once(hall):
    hall.ticket()
    hall.ticket()
    hall.opens("c1")
    one = "2d8a7f0e-0000-4000-8000-000000000002"
    first = hall.says(CallNext, command_id=one, counter_id="c1")
    again = hall.says(CallNext, command_id=one, counter_id="c1")
    assert first == again


def test_while_one_number_is_served_the_persons_others_keep_their_place(hall):
    first = hall.ticket(**WANG)
    second = hall.ticket("m-medical", **WANG)
    later = hall.ticket(band="60_79")
    hall.opens("c1", "c2")
    assert hall.calls("c1").ticket.id == first.id
    assert hall.calls("c2").ticket.id == later.id
    hall.says(FinishService, counter_id="c2", ticket_id=later.id)
    assert hall.calls("c2") == NobodyWaiting()
    hall.says(FinishService, counter_id="c1", ticket_id=first.id)
    assert hall.calls("c2").ticket.id == second.id


def test_a_dead_console_comes_back_to_the_same_number(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    back = hall.says(OpenCounter, counter_id="c1", clerk_id="k1")
    assert isinstance(back, CounterOpened)
    assert back.ticket is not None
    assert (back.ticket.id, back.taken_over_from) == (ticket.id, None)


def test_the_next_shift_takes_the_number_over_and_it_is_said(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    taken = hall.says(OpenCounter, counter_id="c1", clerk_id="k2")
    assert (taken.ticket.id, taken.taken_over_from) == (ticket.id, "k1")


def test_who_misses_a_call_waits_again_after_the_next_two(hall):
    missed = hall.ticket()
    others = [hall.ticket() for _ in range(4)]
    hall.opens("c1")
    hall.calls()
    assert isinstance(hall.says(MissTicket, counter_id="c1", ticket_id=missed.id), TicketMissed)
    assert [hall.serves(), hall.serves()] == [others[0].number, others[1].number]
    assert hall.calls().ticket.id == missed.id
    parked = hall.says(MissTicket, counter_id="c1", ticket_id=missed.id)
    assert isinstance(parked, TicketParked)
    assert hall.serves() == others[2].number


def test_nobody_else_waiting_whoever_missed_is_called_at_once(hall):
    missed = hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.says(MissTicket, counter_id="c1", ticket_id=missed.id)
    assert hall.calls().ticket.id == missed.id


def test_a_parked_number_is_still_good(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    for _ in range(2):
        hall.calls()
        hall.says(MissTicket, counter_id="c1", ticket_id=ticket.id)
    assert hall.calls() == NobodyWaiting()
    back = hall.says(ReturnTicket, ticket_id=ticket.id, station_id="guide-1")
    assert isinstance(back, TicketReturned)
    assert hall.calls().ticket.id == ticket.id
    assert hall.says(ReturnTicket, ticket_id=ticket.id, station_id="guide-1") == WrongState(
        state="called"
    )


@pytest.mark.rules(hold_s=600)
def test_a_held_number_belongs_to_the_hall_and_comes_due(hall):
    held = hall.ticket()
    waiting = hall.ticket()
    hall.opens("c1", "c2")
    hall.calls("c1")
    said = hall.says(HoldTicket, counter_id="c1", ticket_id=held.id)
    assert isinstance(said, TicketHeld)
    assert said.due_at.startswith("2026-11-23T01:50")
    hall.advance(601)
    assert hall.calls("c2").ticket.id == held.id
    assert hall.calls("c1").ticket.id == waiting.id


def test_a_number_sent_to_another_counter_is_next_there(hall):
    ticket = hall.ticket()
    other = hall.ticket("m-special", band="80_plus")
    hall.opens("c1", "c3")
    hall.calls("c1")
    sent = hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id, to_counter_id="c3")
    assert isinstance(sent, TicketTransferred)
    assert sent.ticket.number == ticket.number
    assert hall.calls("c3").ticket.id == ticket.id
    hall.says(FinishService, counter_id="c3", ticket_id=ticket.id)
    assert hall.calls("c3").ticket.id == other.id


def test_a_number_sent_to_another_matter_changes_queue(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c3")
    hall.calls("c1")
    hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id, to_matter_id="m-special")
    called = hall.calls("c3")
    assert (called.ticket.id, called.ticket.matter_id) == (ticket.id, "m-special")


def test_a_closing_counter_strands_nobody(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c2", "c3")
    hall.calls("c1")
    hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id, to_counter_id="c3")
    hall.says(CloseCounter, counter_id="c3", clerk_id="k3")
    assert hall.calls("c2").ticket.id == ticket.id
    assert (
        hall.says(TransferTicket, counter_id="c2", ticket_id=ticket.id, to_counter_id="c3")
        == CounterNotOpen()
    )


def test_a_counter_with_a_visitor_does_not_close(hall):
    hall.ticket()
    hall.opens("c1")
    hall.calls()
    assert isinstance(hall.says(CloseCounter, counter_id="c1", clerk_id="k1"), CounterBusy)


def test_a_pause_keeps_the_visitor_and_takes_no_more(hall):
    ticket = hall.ticket()
    hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.says(PauseCounter, counter_id="c1", clerk_id="k1")
    hall.says(FinishService, counter_id="c1", ticket_id=ticket.id)
    assert hall.calls() == CounterNotOpen()


def test_one_clerk_hands_a_visitor_to_another(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c2")
    hall.calls("c1")
    hall.says(StartService, counter_id="c1", ticket_id=ticket.id)
    said = hall.says(
        HandOverTicket, counter_id="c1", ticket_id=ticket.id, to_counter_id="c2", reason="换班"
    )
    assert isinstance(said, TicketHandedOver)
    assert (said.counter.ticket_id, said.to_counter.ticket_id) == (None, ticket.id)
    done = hall.says(FinishService, counter_id="c2", ticket_id=ticket.id)
    assert isinstance(done, ServiceFinished)


def test_nobody_touches_a_number_at_another_counter(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c2")
    hall.calls("c1")
    for command in (RecallTicket, MissTicket, HoldTicket, StartService, FinishService):
        assert hall.says(command, counter_id="c2", ticket_id=ticket.id) == NotYours()


def test_one_number_out_of_order_with_a_reason(hall):
    hall.ticket(band="80_plus")
    ticket = hall.ticket(band="under_60")
    hall.opens("c1", "c2")
    said = hall.says(CallTicket, counter_id="c1", ticket_id=ticket.id, reason="孕妇")
    assert said.ticket.id == ticket.id
    assert (
        hall.says(CallTicket, counter_id="c2", ticket_id=ticket.id, reason="孕妇") == NotWaiting()
    )


def test_a_call_that_was_heard_is_said_once(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    wish = {"station_id": "board-1", "ticket_id": ticket.id, "call_no": 1}
    assert isinstance(hall.says(CallSpoken, **wish), CallWasSpoken)
    assert hall.says(CallSpoken, **wish) == AlreadySpoken()
    hall.advance(30)
    assert hall.look("guide", "").floor.counters["c1"].silent is False


def test_a_call_nobody_heard_alerts_the_guide(hall):
    hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.advance(19)
    assert hall.look("guide", "").floor.counters["c1"].silent is False
    hall.advance(2)
    assert hall.look("guide", "").floor.counters["c1"].silent is True


def test_a_recall_counts_and_is_announced_anew(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.says(CallSpoken, station_id="board-1", ticket_id=ticket.id, call_no=1)
    again = hall.says(RecallTicket, counter_id="c1", ticket_id=ticket.id)
    assert (again.call_no, again.counter.spoken) == (2, False)
    stale = hall.says(CallSpoken, station_id="board-1", ticket_id=ticket.id, call_no=1)
    assert stale == AlreadySpoken()


def test_nobody_starves(hall):
    ordinary = hall.ticket(band="under_60")
    hall.opens("c1")
    hall.advance(3601)
    for _ in range(3):
        hall.ticket(band="80_plus")
    assert ordinary.number in [hall.serves() for _ in range(3)]
