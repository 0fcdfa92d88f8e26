"""What the hall plans: passes the door once, in order, whatever fails and whoever sets clocks."""

import logging
import threading

import pytest
from sqlalchemy import event, text

from hall.calls.messages import CallNext, HoldTicket, OpenCounter, TicketHeld
from hall.client.local import LocalGateway
from hall.kernel.due import DueLoop
from hall.kernel.plans import TRY_AGAIN_S
from hall.tickets.messages import ReturnTicket, TicketReturned
from tests.helpers.halls import Story, open_local_hall

HOLD_S = 600


@pytest.fixture
def desk(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        yield hall, Story(LocalGateway(hall, "guide-1")), clock


def hold(story, count=1):
    """Somebody is called and set aside, so many times; returns the tickets' ids in order."""
    story.says(OpenCounter, counter_id="c1", clerk_id="k1")
    held = []
    for _ in range(count):
        story.takes()
        called = story.says(CallNext, counter_id="c1")
        said = story.says(HoldTicket, counter_id="c1", ticket_id=called.ticket.id)
        assert isinstance(said, TicketHeld)
        held.append(called.ticket.id)
    return held


def returned(hall):
    """Ids of tickets that came back, in the order in which they did."""
    events = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]
    return [one.ticket.id for one in events if isinstance(one, TicketReturned)]


def change(hall, statement):
    with hall.parts.engine.execution_options(writing=True).begin() as connection:
        connection.execute(text(statement))


def test_of_two_due_at_the_same_instant_the_one_planned_first_passes_first(desk):
    hall, story, clock = desk
    held = hold(story, 12)
    clock.advance(HOLD_S)
    hall.run_due()
    assert returned(hall) == held


def test_what_is_planned_passes_once_and_in_order_after_a_restart_too(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        held = hold(Story(LocalGateway(hall)), 6)
    clock.advance(HOLD_S + 3600)
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        assert returned(hall) == held
        assert hall.run_due() == 0
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        assert returned(hall) == held


def test_it_does_not_pass_early(desk):
    hall, story, clock = desk
    hold(story)
    clock.advance(HOLD_S - 1)
    hall.run_due()
    assert returned(hall) == []
    assert hall.due_in_s() == 1


def test_two_loops_that_meet_pass_it_once(desk):
    hall, story, clock = desk
    held = hold(story, 8)
    clock.advance(HOLD_S)
    passed = []
    loops = [threading.Thread(target=lambda: passed.append(hall.run_due())) for _ in range(4)]
    for loop in loops:
        loop.start()
    for loop in loops:
        loop.join(20)
    assert returned(hall) == held
    assert sum(passed) == 2 * len(held)  # each was also a call to be checked


def test_one_that_cannot_be_carried_out_does_not_stand_in_the_way_of_the_others(desk, caplog):
    hall, story, clock = desk
    first, second, third = hold(story, 3)
    change(hall, f"UPDATE due SET body = '{{}}' WHERE due_id = 'return-{first}'")  # noqa: S608
    clock.advance(HOLD_S)
    with caplog.at_level(logging.ERROR):
        hall.run_due()
    assert returned(hall) == [second, third]
    assert f"return-{first}" in caplog.text
    assert hall.run_due() == 0


def test_one_whose_handler_fails_is_tried_again_and_passes_when_it_can(desk):
    hall, story, clock = desk
    first, second = hold(story, 2)
    change(
        hall,
        f"CREATE TRIGGER stuck BEFORE UPDATE ON ticket WHEN old.ticket_id = '{first}'"
        " BEGIN SELECT RAISE(ABORT, 'stuck'); END",
    )
    clock.advance(HOLD_S)
    hall.run_due()
    assert returned(hall) == [second]
    change(hall, "DROP TRIGGER stuck")
    clock.advance(TRY_AGAIN_S - 1)
    assert hall.run_due() == 0
    clock.advance(1)
    assert hall.run_due() == 1
    assert returned(hall) == [second, first]


@pytest.mark.parametrize("step_s", [-7200, 7200])
def test_a_clock_that_is_set_neither_delays_nor_hurries_what_counts_in_minutes(desk, step_s):
    hall, story, clock = desk
    held = hold(story)
    clock.step(step_s)
    hall.run_due()
    clock.advance(HOLD_S - 1)
    hall.run_due()
    assert returned(hall) == []
    clock.advance(1)
    hall.run_due()
    assert returned(hall) == held


def test_what_was_returned_by_hand_and_held_again_waits_its_full_time(desk):
    hall, story, clock = desk
    (held,) = hold(story)
    clock.advance(HOLD_S - 60)
    story.says(ReturnTicket, ticket_id=held, station_id="guide-1")
    story.says(CallNext, counter_id="c1")
    story.says(HoldTicket, counter_id="c1", ticket_id=held)
    clock.advance(HOLD_S - 1)
    hall.run_due()
    assert returned(hall) == [held]
    clock.advance(1)
    hall.run_due()
    assert returned(hall) == [held, held]


@pytest.fixture
def loop(desk):
    running = DueLoop(desk[0])
    yield running
    running.stop()


def come_back(hall, count):
    """Return what tells when so many tickets have come back."""
    told = threading.Event()
    hall.on_wake(lambda: told.set() if len(returned(hall)) >= count else None)
    return told


def test_the_loop_passes_by_itself_what_is_due(desk, loop):
    hall, story, clock = desk
    held = hold(story, 2)
    told = come_back(hall, 2)
    clock.advance(HOLD_S)
    assert told.wait(20)
    assert returned(hall) == held


def test_the_loop_outlives_a_database_that_refuses_for_a_while(desk, loop, caplog):
    hall, story, clock = desk
    held = hold(story)
    refused = threading.Event()

    def refuse(_connection, _cursor, statement, *_):
        if "due" in statement:
            refused.set()
            raise RuntimeError("the disk is on fire")

    event.listen(hall.parts.engine, "before_cursor_execute", refuse)
    clock.advance(HOLD_S)
    assert refused.wait(20)
    told = come_back(hall, 1)
    event.remove(hall.parts.engine, "before_cursor_execute", refuse)
    assert told.wait(20)
    assert returned(hall) == held
    assert "the hall's own plans could not be carried out" in caplog.text
