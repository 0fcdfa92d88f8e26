"""The hall's time never runs backward in a day."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from hall.calls.messages import CallNext, HoldTicket, OpenCounter
from hall.client.local import LocalGateway
from hall.kernel.clock import SteadyClock
from hall.store.opening import last_steady_s
from hall.tickets.messages import ClockStepped, TicketReturned, TicketTaken
from tests.helpers.halls import Story, open_local_hall


class Machine:
    def __init__(self):
        self.wall = datetime(2026, 11, 23, 1, 40, tzinfo=UTC)
        self.monotonic = 100.0

    def pass_time(self, seconds):
        self.wall += timedelta(seconds=seconds)
        self.monotonic += seconds

    def clock(self, **more):
        return SteadyClock(wall=lambda: self.wall, monotonic=lambda: self.monotonic, **more)


def test_steady_time_follows_the_monotonic_clock():
    machine = Machine()
    clock = machine.clock()
    before = clock.now().steady_s
    machine.pass_time(90)
    machine.wall -= timedelta(hours=1)
    assert clock.now().steady_s - before == 90
    assert clock.now().utc == machine.wall


def test_a_jump_over_a_minute_is_noticed_once():
    machine = Machine()
    clock = machine.clock()
    machine.wall += timedelta(seconds=59)
    assert clock.step_s() == 0.0
    machine.wall += timedelta(seconds=3600)
    assert round(clock.step_s()) == 3659
    assert clock.step_s() == 0.0


def test_after_a_restart_with_a_dead_battery_time_goes_on():
    machine = Machine()
    machine.wall = datetime(2000, 1, 1, tzinfo=UTC)
    clock = machine.clock(not_before_s=1_800_000_000.0)
    assert clock.now().steady_s == 1_800_000_000.0


def test_a_demo_has_its_own_clock():
    machine = Machine()
    clock = machine.clock(shift=timedelta(hours=2))
    assert clock.now().utc == machine.wall + timedelta(hours=2)


def test_a_step_of_the_wall_clock_is_an_event(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        story.takes()
        clock.step(7200)
        story.takes()
        kinds = [type(hall.parts.vocabulary.event(body)) for *_, body in hall.events_after(0)]
        assert ClockStepped in kinds


def said_by(hall):
    return [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0)]


def test_a_step_is_said_once_and_before_what_comes_after_it(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        clock.step(-3600)
        story.takes()
        story.takes()
        said = said_by(hall)
    assert said[1] == ClockStepped(step_s=-3600)
    assert [type(one) for one in said].count(TicketTaken) == 2
    assert isinstance(said[2], TicketTaken)


def test_a_step_is_said_even_when_nobody_asks_for_anything(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        clock.step(3600)
        hall.run_due()
        assert said_by(hall)[-1] == ClockStepped(step_s=3600)


@pytest.mark.parametrize("step_s", [59, -59, 0])
def test_less_than_a_minute_is_no_step(tmp_path, step_s):
    with open_local_hall(tmp_path) as (hall, clock):
        clock.step(step_s)
        hall.run_due()
        assert not any(isinstance(one, ClockStepped) for one in said_by(hall))


def test_a_dead_battery_over_a_restart_keeps_nobody_waiting(tmp_path):
    machine = Machine()
    first: Any = machine.clock()
    with open_local_hall(tmp_path, clock=first) as (hall, _):
        story = Story(LocalGateway(hall))
        story.says(OpenCounter, counter_id="c1", clerk_id="k1")
        story.takes()
        called = story.says(CallNext, counter_id="c1")
        story.says(HoldTicket, counter_id="c1", ticket_id=called.ticket.id)
        reached_s = last_steady_s(hall.parts.engine, "hall-1")
    machine.wall = datetime(2000, 1, 1, tzinfo=UTC)
    second: Any = machine.clock(not_before_s=reached_s)
    with open_local_hall(tmp_path, clock=second) as (hall, _):
        machine.pass_time(599)
        hall.run_due()
        assert not any(isinstance(one, TicketReturned) for one in said_by(hall))
        machine.pass_time(1)
        hall.run_due()
        assert isinstance(said_by(hall)[-1], TicketReturned)
