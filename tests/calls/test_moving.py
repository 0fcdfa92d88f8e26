"""A guide sends somebody who waits to another window or to another matter."""

from __future__ import annotations

import pytest

from hall.calls.messages import (
    CallNext,
    CounterNotOpen,
    MoveTicket,
    NoSuchCounter,
    TicketMoved,
)
from hall.kernel.errors import Malformed
from hall.server.roles import may_send
from hall.tickets.messages import AlreadyWaiting, NoSuchMatter, NoSuchTicket, WrongState

WANG = {"born": "1950-05-01", "number": "410199195005010012"}


def moves(hall, ticket, **where):
    return hall.says(MoveTicket, ticket_id=ticket.id, station_id="guide-1", **where)


def test_the_number_stays_and_waits_for_the_other_matter(hall):
    hall.opens("c3")
    ticket = hall.ticket("m-pension")
    said = moves(hall, ticket, to_matter_id="m-special")
    assert isinstance(said, TicketMoved)
    assert (said.ticket.number, said.ticket.matter_id) == (ticket.number, "m-special")
    assert (said.ticket.ahead, said.ticket.where) == (0, "seats")
    assert hall.calls("c3").ticket.number == ticket.number


def test_whoever_came_first_is_still_first_there(hall):
    hall.opens("c3")
    early = hall.ticket("m-pension")
    hall.advance(60)
    late = hall.ticket("m-special")
    moves(hall, early, to_matter_id="m-special")
    assert hall.calls("c3").ticket.number == early.number
    assert hall.standing(late.id).state == "waiting"


def test_only_that_window_calls_whoever_was_sent_to_it(hall):
    hall.opens("c1", "c2")
    ticket = hall.ticket("m-pension")
    moves(hall, ticket, to_counter_id="c2")
    assert not hasattr(hall.calls("c1"), "ticket")
    assert hall.calls("c2").ticket.number == ticket.number


def test_a_window_that_is_not_open_takes_nobody(hall):
    ticket = hall.ticket("m-pension")
    assert moves(hall, ticket, to_counter_id="c2") == CounterNotOpen()
    assert moves(hall, ticket, to_counter_id="c9") == NoSuchCounter()
    assert moves(hall, ticket, to_matter_id="none") == NoSuchMatter(matter_id="none")
    assert hall.standing(ticket.id).queue == ticket.queue


def test_who_was_called_already_is_the_clerks(hall):
    hall.opens("c1")
    ticket = hall.ticket("m-pension")
    hall.says(CallNext, counter_id="c1")
    assert moves(hall, ticket, to_matter_id="m-special") == WrongState(state="called")


def test_nobody_gets_two_numbers_for_one_matter(hall):
    hall.ticket("m-special", **WANG)
    second = hall.ticket("m-pension", **WANG)
    assert isinstance(moves(hall, second, to_matter_id="m-special"), AlreadyWaiting)
    assert hall.standing(second.id).matter_id == "m-pension"


def test_where_nobody_serves_it_now_the_guides_help(hall):
    hall.opens("c1")
    ticket = hall.ticket("m-pension")
    assert moves(hall, ticket, to_matter_id="m-special").ticket.where == "guide_desk"


def test_the_visit_goes_along(hall):
    ticket = hall.ticket("m-pension")
    moves(hall, ticket, to_matter_id="m-special")
    (visit,) = hall.look("guide", "").visits.visits.values()
    assert (visit.matter_id, visit.state) == ("m-special", "waiting")


def test_no_such_number_and_nowhere_to_go(hall):
    missing = {"ticket_id": "none", "station_id": "guide-1"}
    assert hall.says(MoveTicket, to_matter_id="m-special", **missing) == NoSuchTicket()
    with pytest.raises(Malformed):
        hall.says(MoveTicket, **missing)


def test_a_clerk_transfers_and_only_a_guide_moves():
    command = MoveTicket(command_id="c", ticket_id="t", station_id="c1", to_matter_id="m")
    assert not may_send("console", "c1", command)
    assert may_send("guide", "c1", command)
