"""The business day: opens and closes by itself or by hand, and loses nobody in between."""

import msgspec
import pytest

from hall.calls.messages import (
    FinishService,
    HoldTicket,
    NobodyWaiting,
    StartService,
    TransferTicket,
)
from hall.client.local import LocalGateway
from hall.kernel.messages import Refusal
from hall.tickets.messages import (
    CloseDay,
    DayAlreadyOpen,
    DayClosed,
    DayNotOpen,
    DayOpened,
    MatterClosed,
    OpenDay,
    ReturnTicket,
    TicketReturned,
    TicketTaken,
    VisitorsPurged,
    WrongState,
)
from tests.helpers.facts import RULES
from tests.helpers.halls import Story, open_local_hall

HOUR, DAY = 3600, 86400


def date_of(hall):
    return hall.look("queue", "").floor.date


def closes(hall):
    return hall.says(CloseDay, station_id="manager")


def opens(hall):
    return hall.says(OpenDay, station_id="manager")


def test_it_opens_and_closes_by_schedule_through_a_week_and_a_weekend(hall):
    seen = []
    hall.advance(12 * HOUR)  # Monday 21:40
    for _ in range(6):
        seen.append(date_of(hall))
        hall.advance(12 * HOUR)
        seen.append(date_of(hall))
        hall.advance(12 * HOUR)
    assert seen == [
        None, "2026-11-24", None, "2026-11-25", None, "2026-11-26", None, "2026-11-27",
        None, None, None, None,
    ]  # fmt: skip
    assert isinstance(hall.takes(), MatterClosed)
    hall.advance(12 * HOUR)
    assert date_of(hall) == "2026-11-30"


@pytest.mark.rules(holidays=("2026-11-24",), working_days=("2026-11-28",))
def test_a_holiday_stays_closed_and_an_exchanged_saturday_is_worked(hall):
    hall.advance(DAY)
    assert date_of(hall) is None
    assert hall.takes() == MatterClosed(opens="08:30")
    hall.advance(4 * DAY)
    assert date_of(hall) == "2026-11-28"


def test_opening_and_closing_by_hand_is_said_and_doing_it_twice_is_refused(hall):
    assert isinstance(opens(hall), DayAlreadyOpen)
    assert isinstance(closes(hall), DayClosed)
    assert isinstance(closes(hall), DayNotOpen)
    assert isinstance(opens(hall), DayOpened)
    assert isinstance(hall.takes(), TicketTaken)


def test_a_hall_closed_by_hand_stays_closed_until_somebody_opens_it(hall):
    closes(hall)
    assert hall.takes() == MatterClosed(opens="08:30")
    hall.advance(HOUR)
    assert hall.takes() == MatterClosed(opens="08:30")
    hall.advance(22 * HOUR)
    assert date_of(hall) == "2026-11-24"


def test_a_day_that_is_opened_again_goes_on_and_gives_no_number_twice(hall):
    first = hall.ticket()
    closes(hall)
    assert hall.standing(first.id) is None
    opens(hall)
    second = hall.ticket()
    assert (first.number, second.number) == ("老001", "老002")
    assert second.day_id == first.day_id
    hall.advance(8 * HOUR)
    assert date_of(hall) is None  # it still closes by itself
    hall.advance(15 * HOUR)
    assert hall.ticket().number == "老001"  # a new day


def test_a_day_opened_again_keeps_its_people_until_its_last_closing(hall):
    hall.ticket(surname="王")
    closes(hall)
    opens(hall)
    ticket = hall.ticket(surname="李")
    hall.advance(2 * HOUR + 1)
    assert hall.look("guide", "").people[ticket.visitor_id].surname == "李"
    hall.advance(8 * HOUR)
    assert hall.look("guide", "").people == {}


def test_at_the_weekend_a_day_opened_by_hand_ends_at_midnight(hall):
    hall.advance(5 * DAY)
    assert date_of(hall) is None
    opens(hall)
    assert hall.ticket().number == "老001"
    hall.advance(14 * HOUR)
    assert date_of(hall) == "2026-11-28"
    hall.advance(21 * 60)
    assert date_of(hall) is None


def test_whoever_is_at_a_counter_at_closing_time_is_served_to_the_end(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    closes(hall)
    hall.says(StartService, counter_id="c1", ticket_id=ticket.id)
    done = hall.says(FinishService, counter_id="c1", ticket_id=ticket.id)
    assert done.ticket.state == "finished"
    assert isinstance(hall.calls(), NobodyWaiting)


def test_after_closing_whoever_was_set_aside_or_sent_on_is_still_called(hall):
    held, sent = hall.ticket(), hall.ticket()
    hall.opens("c1", "c2", "c3")
    hall.calls("c1")
    hall.calls("c2")
    closes(hall)
    hall.says(HoldTicket, counter_id="c1", ticket_id=held.id)
    hall.says(TransferTicket, counter_id="c2", ticket_id=sent.id, to_counter_id="c3")
    assert hall.calls("c3").ticket.id == sent.id
    hall.advance(10 * 60)
    assert hall.calls("c2").ticket.id == held.id


def test_what_is_left_over_the_night_is_carried_over_when_the_next_day_begins(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    closes(hall)
    hall.says(HoldTicket, counter_id="c1", ticket_id=ticket.id)
    hall.advance(23 * HOUR)
    assert date_of(hall) == "2026-11-24"
    assert hall.standing(ticket.id) is None
    said = hall.says(ReturnTicket, ticket_id=ticket.id, station_id="guide-1")
    assert said == WrongState(state="carried_over")


def test_a_number_left_at_a_counter_over_night_can_still_be_sent_on_and_called(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c3")
    hall.calls()
    hall.advance(23 * HOUR)
    hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id, to_matter_id="m-special")
    assert hall.calls("c3").ticket.id == ticket.id


def events(hall, kind):
    found = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(0, 10_000)]
    return [one for one in found if isinstance(one, kind)]


def test_a_machine_that_was_off_at_closing_time_closes_first_and_then_opens(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        first = Story(LocalGateway(hall)).ticket()
    clock.advance(23 * HOUR)
    with open_local_hall(tmp_path, clock=clock) as (hall, _):
        ticket = Story(LocalGateway(hall)).ticket()
        assert [one.date for one in events(hall, DayOpened)] == ["2026-11-23", "2026-11-24"]
        assert [one.date for one in events(hall, DayClosed)] == ["2026-11-23"]
    assert ticket.number == "老001"
    assert ticket.day_id != first.day_id


def test_a_machine_that_slept_over_night_takes_nobody_into_yesterday(tmp_path):
    """Its clock jumped, and somebody takes a number before the hall's own plans have passed."""
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        yesterday = story.ticket()
        clock.advance(23 * HOUR)
        today = story.ticket()
        hall.run_due()
        floor = story.look().floor
        assert set(floor.tickets) == {today.id}
        assert (yesterday.number, today.number) == ("老001", "老001")
        assert floor.date == "2026-11-24"


def test_whoever_comes_after_a_night_asleep_and_before_opening_changes_nothing(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        story.ticket()
        clock.advance(20 * HOUR)
        seq = hall.seq()
        assert isinstance(story.takes(), MatterClosed)
        assert hall.seq() == seq


def test_a_day_that_became_a_holiday_after_it_was_planned_stays_closed(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        clock.advance(9 * HOUR)
        hall.run_due()
    changed = msgspec.structs.replace(RULES, holidays=("2026-11-24",))
    clock.advance(6 * HOUR)
    with open_local_hall(tmp_path, rules=changed, clock=clock) as (hall, _):
        for _ in range(10):
            clock.advance(HOUR)
            hall.run_due()
        assert Story(LocalGateway(hall)).look().floor.date is None
        clock.advance(DAY)
        hall.run_due()
        assert Story(LocalGateway(hall)).look().floor.date == "2026-11-25"


@pytest.mark.rules(purge_at_close=False)
def test_a_hall_that_keeps_its_people_over_night_forgets_them_when_the_next_day_opens(hall):
    hall.ticket(surname="王")
    hall.advance(14 * HOUR)
    hall.advance(9 * HOUR)
    assert date_of(hall) == "2026-11-24"
    assert isinstance(hall.takes(surname="李"), TicketTaken)
    people = hall.look("guide", "").people
    assert [person.surname for person in people.values()] == ["李"]


def test_the_purge_says_how_many_were_forgotten(tmp_path):
    with open_local_hall(tmp_path) as (hall, clock):
        story = Story(LocalGateway(hall))
        day_id = story.ticket(surname="王").day_id
        story.ticket(surname="李")
        assert not isinstance(story.says(CloseDay, station_id="m"), Refusal)
        clock.advance(2 * HOUR)
        hall.run_due()
        assert events(hall, VisitorsPurged) == [VisitorsPurged(day_id=day_id, count=2)]


def test_a_held_number_that_was_given_back_by_hand_does_not_come_back_twice(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.says(HoldTicket, counter_id="c1", ticket_id=ticket.id)
    assert isinstance(
        hall.says(ReturnTicket, ticket_id=ticket.id, station_id="guide-1"), TicketReturned
    )
    assert hall.calls().ticket.id == ticket.id
    hall.advance(HOUR)
    assert hall.standing(ticket.id).state == "called"
