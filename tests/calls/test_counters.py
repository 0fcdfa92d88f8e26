"""Clerks sit down, leave, hand over; whoever was sent to them is never left behind."""

from typing import get_args

import pytest

from hall.calls import model
from hall.calls.messages import (
    AlreadySpoken,
    CallSpoken,
    CallTicket,
    CloseCounter,
    CounterBusy,
    CounterClosed,
    CounterFreed,
    CounterNotOpen,
    CounterOpened,
    CounterPaused,
    FinishService,
    HandOverTicket,
    HoldTicket,
    MissTicket,
    NobodyWaiting,
    NoSuchCounter,
    NotYours,
    OpenCounter,
    PauseCounter,
    RecallTicket,
    StartService,
    TicketCalled,
    TicketHandedOver,
    TransferTicket,
)
from hall.client.local import LocalGateway
from hall.kernel.errors import Malformed
from hall.tickets.messages import CancelTicket, NoSuchMatter, ReturnTicket, WrongState
from tests.helpers.halls import Story, open_local_hall

WAY_TO = {"closed": (), "open": (OpenCounter,), "paused": (OpenCounter, PauseCounter)}
COMMAND = {"open": OpenCounter, "pause": PauseCounter, "close": CloseCounter}
SAID = {"open": CounterOpened, "paused": CounterPaused, "closed": CounterClosed}
C1 = {"counter_id": "c1", "clerk_id": "k1"}


def counter_of(hall, counter_id="c1"):
    return hall.look("counter", counter_id).counter


@pytest.mark.parametrize("action", get_args(model.Action))
@pytest.mark.parametrize("state", get_args(model.State))
def test_a_clerks_command_does_what_the_table_says(hall, state, action):
    for command in WAY_TO[state]:
        hall.says(command, **C1)
    assert counter_of(hall).state == state
    said = hall.says(COMMAND[action], **C1)
    reached = model.next_state(state, action)
    if reached is None:
        assert said == CounterNotOpen()
    else:
        assert isinstance(said, SAID[reached])
    assert counter_of(hall).state == (reached or state)


@pytest.mark.parametrize("command", [OpenCounter, PauseCounter, CloseCounter])
def test_a_counter_the_hall_does_not_have_is_refused_and_not_invented(hall, command):
    assert hall.says(command, counter_id="c99", clerk_id="k1") == NoSuchCounter()
    assert "c99" not in hall.look("queue", "").floor.counters


def test_a_counter_calls_only_once_it_is_open(hall):
    hall.ticket()
    for commands in ((), (OpenCounter, PauseCounter), (OpenCounter, CloseCounter)):
        for command in commands:
            hall.says(command, **C1)
        assert hall.calls() == CounterNotOpen()


def test_who_sits_where_is_seen_and_who_left_is_not(hall):
    hall.opens("c1")
    assert counter_of(hall).clerk_id == "k1"
    hall.says(CloseCounter, **C1)
    assert counter_of(hall).clerk_id is None


def test_a_shift_change_without_anybody_at_the_counter_takes_nothing_over(hall):
    hall.opens("c1")
    said = hall.says(OpenCounter, counter_id="c1", clerk_id="k2")
    assert (said.ticket, said.taken_over_from, said.counter.clerk_id) == (None, None, "k2")


@pytest.mark.parametrize("state", ["called", "serving"])
def test_a_number_given_up_at_a_counter_sets_it_free(hall, state):
    ticket = hall.ticket()
    other = hall.ticket()
    hall.opens("c1")
    hall.calls()
    if state == "serving":
        hall.says(StartService, counter_id="c1", ticket_id=ticket.id)
    said = hall.says(CancelTicket, ticket_id=ticket.id, reason="回家了", station_id="guide-1")
    assert said.ticket.state == "cancelled"
    assert counter_of(hall).ticket_id is None
    assert hall.standing(ticket.id) is None
    assert hall.says(FinishService, counter_id="c1", ticket_id=ticket.id) == NotYours()
    assert hall.calls().ticket.id == other.id


def test_a_counter_set_free_is_said_beside_the_number_that_was_given_up(tmp_path):
    with open_local_hall(tmp_path) as (hall, _):
        story = Story(LocalGateway(hall))
        ticket = story.ticket(born="1940-05-01", number="410199194005010016")
        other = story.ticket("m-medical", born="1940-05-01", number="410199194005010016")
        for counter in ("c1", "c2"):
            story.says(OpenCounter, counter_id=counter, clerk_id="k1")
        story.says(CallTicket, counter_id="c1", ticket_id=ticket.id, reason="x")
        seq = hall.seq()
        story.says(CancelTicket, ticket_id=ticket.id, reason="x")
        kinds = [hall.parts.vocabulary.event(body) for *_, body in hall.events_after(seq)]
        assert [type(kind).__name__ for kind in kinds][:2] == ["TicketCancelled", "CounterFreed"]
        assert isinstance(kinds[1], CounterFreed)
        called = story.says(CallTicket, counter_id="c2", ticket_id=other.id, reason="x")
        assert isinstance(called, TicketCalled)  # the person's other number is offered again


def sent_to_c3(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c2", "c3")
    hall.calls("c1")
    hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id, to_counter_id="c3")
    return ticket


def test_a_held_number_that_was_sent_to_a_counter_is_not_stranded_when_it_closes(hall):
    ticket = sent_to_c3(hall)
    hall.calls("c3")
    hall.says(HoldTicket, counter_id="c3", ticket_id=ticket.id)
    hall.says(CloseCounter, counter_id="c3", clerk_id="k3")
    hall.advance(601)
    assert hall.calls("c2").ticket.id == ticket.id


@pytest.mark.parametrize("misses", [1, 2])
def test_a_missed_number_that_was_sent_to_a_counter_is_not_stranded_either(hall, misses):
    ticket = sent_to_c3(hall)
    for _ in range(misses):
        assert hall.calls("c3").ticket.id == ticket.id
        hall.says(MissTicket, counter_id="c3", ticket_id=ticket.id)
    hall.says(CloseCounter, counter_id="c3", clerk_id="k3")
    hall.says(ReturnTicket, ticket_id=ticket.id, station_id="guide-1")
    assert hall.calls("c2").ticket.id == ticket.id


def test_a_number_handed_on_from_where_it_was_sent_is_not_stranded_either(hall):
    ticket = sent_to_c3(hall)
    hall.calls("c3")
    wish = {"ticket_id": ticket.id, "to_counter_id": "c1", "reason": "换班"}
    hall.says(HandOverTicket, counter_id="c3", **wish)
    hall.says(CloseCounter, counter_id="c3", clerk_id="k3")
    hall.says(HoldTicket, counter_id="c1", ticket_id=ticket.id)
    hall.advance(601)
    assert hall.calls("c2").ticket.id == ticket.id


def test_whoever_is_still_on_the_way_hears_of_the_counter_they_are_handed_to(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c2")
    hall.calls("c1")
    hall.says(CallSpoken, station_id="board-1", ticket_id=ticket.id, call_no=1)
    wish = {"ticket_id": ticket.id, "to_counter_id": "c2", "reason": "换班"}
    assert isinstance(hall.says(HandOverTicket, counter_id="c1", **wish), TicketHandedOver)
    now = counter_of(hall, "c2")
    assert (now.ticket_id, now.call_no, now.spoken) == (ticket.id, 2, False)
    hall.advance(21)
    assert counter_of(hall, "c2").silent is True


def test_whoever_sits_at_the_counter_already_is_not_called_again(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c2")
    hall.calls("c1")
    hall.says(StartService, counter_id="c1", ticket_id=ticket.id)
    wish = {"ticket_id": ticket.id, "to_counter_id": "c2", "reason": "换班"}
    hall.says(HandOverTicket, counter_id="c1", **wish)
    hall.advance(21)
    now = counter_of(hall, "c2")
    assert (now.call_no, now.silent, now.started_at is None) == (1, False, False)


@pytest.mark.parametrize(
    ("to_counter_id", "refusal"),
    [("c3", CounterNotOpen()), ("c99", NoSuchCounter()), ("c2", CounterBusy)],
)
def test_one_can_only_hand_over_to_an_open_and_empty_counter(hall, to_counter_id, refusal):
    ticket = hall.ticket()
    other = hall.ticket()
    hall.opens("c1", "c2")
    hall.calls("c1")
    assert hall.calls("c2").ticket.id == other.id
    wish = {"ticket_id": ticket.id, "to_counter_id": to_counter_id, "reason": "换班"}
    said = hall.says(HandOverTicket, counter_id="c1", **wish)
    assert said == refusal if not isinstance(refusal, type) else isinstance(said, refusal)
    assert counter_of(hall).ticket_id == ticket.id


@pytest.mark.parametrize(
    ("target", "refusal"),
    [
        ({"to_counter_id": "c99"}, NoSuchCounter()),
        ({"to_counter_id": "c3"}, CounterNotOpen()),
        ({"to_matter_id": "m-nothing"}, NoSuchMatter(matter_id="m-nothing")),
        ({"to_counter_id": "c2", "to_matter_id": "m-no"}, NoSuchMatter(matter_id="m-no")),
    ],
)
def test_a_number_sent_nowhere_stays_where_it_is(hall, target, refusal):
    ticket = hall.ticket()
    hall.opens("c1", "c2")
    hall.calls()
    said = hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id, **target)
    assert said == refusal
    assert counter_of(hall).ticket_id == ticket.id


def test_sending_on_needs_a_place_to_send_to(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    with pytest.raises(Malformed, match="to_counter_id"):
        hall.says(TransferTicket, counter_id="c1", ticket_id=ticket.id)


def test_a_number_sent_on_keeps_number_and_arrival_and_is_next_after_the_one_served(hall):
    sent = hall.ticket(born="1990-05-01")
    hall.opens("c1", "c3")
    hall.calls("c1")
    hall.advance(60)
    served = hall.ticket("m-special", band="80_plus")
    old = hall.ticket("m-special", band="80_plus")
    assert hall.calls("c3").ticket.id == served.id
    said = hall.says(
        TransferTicket,
        counter_id="c1",
        ticket_id=sent.id,
        to_counter_id="c3",
        to_matter_id="m-special",
    )
    assert (said.ticket.number, said.ticket.taken_at) == (sent.number, sent.taken_at)
    assert said.ticket.matter_id == "m-special"
    hall.says(FinishService, counter_id="c3", ticket_id=served.id)
    assert hall.serves("c3") == sent.number
    assert hall.serves("c3") == old.number


def test_two_numbers_sent_to_one_counter_come_in_the_order_of_their_arrival(hall):
    first, second = hall.ticket(), hall.ticket()
    hall.opens("c1", "c2", "c3")
    hall.calls("c1")
    hall.calls("c2")
    hall.says(TransferTicket, counter_id="c2", ticket_id=second.id, to_counter_id="c3")
    hall.says(TransferTicket, counter_id="c1", ticket_id=first.id, to_counter_id="c3")
    assert [hall.serves("c3"), hall.serves("c3")] == [first.number, second.number]


def test_only_whoever_was_called_is_called_again(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.says(StartService, counter_id="c1", ticket_id=ticket.id)
    said = hall.says(RecallTicket, counter_id="c1", ticket_id=ticket.id)
    assert said == WrongState(state="serving")


def test_no_two_calls_of_a_number_are_ever_mistaken_for_each_other(hall):
    """The report that the first call was heard comes late; the second was not heard yet."""
    ticket = hall.ticket()
    hall.opens("c1")
    assert hall.calls().call_no == 1
    hall.says(MissTicket, counter_id="c1", ticket_id=ticket.id)
    assert hall.calls().call_no == 2
    late = {"station_id": "board-1", "ticket_id": ticket.id, "call_no": 1}
    assert hall.says(CallSpoken, **late) == AlreadySpoken()
    assert counter_of(hall).spoken is False
    hall.advance(21)
    assert counter_of(hall).silent is True


def test_the_check_of_a_call_that_was_missed_does_not_judge_the_next_one(hall):
    ticket = hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.advance(15)
    hall.says(MissTicket, counter_id="c1", ticket_id=ticket.id)
    hall.calls()
    hall.advance(6)  # the first call is 21 s old, the second 6
    assert counter_of(hall).silent is False
    hall.advance(15)
    assert counter_of(hall).silent is True


def test_a_call_out_of_order_says_why_and_one_in_order_does_not(hall):
    ticket = hall.ticket()
    hall.opens("c1", "c2")
    hall.ticket(band="80_plus")
    called = hall.says(CallTicket, counter_id="c1", ticket_id=ticket.id, reason="身体不舒服")
    assert (called.reason_text, called.counter_id, called.call_no) == ("身体不舒服", "c1", 1)
    assert hall.calls("c2").reason_text == ""


def test_who_missed_a_call_waits_again_after_two_calls_at_whichever_counters(hall):
    missed = hall.ticket()
    others = [hall.ticket() for _ in range(3)]
    hall.opens("c1", "c2")
    hall.calls("c1")
    hall.says(MissTicket, counter_id="c1", ticket_id=missed.id)
    assert hall.standing(missed.id).state == "missed"
    assert hall.calls("c1").ticket.id == others[0].id
    assert hall.standing(missed.id).state == "missed"
    assert hall.calls("c2").ticket.id == others[1].id
    assert hall.standing(missed.id).state == "waiting"
    hall.says(FinishService, counter_id="c1", ticket_id=others[0].id)
    assert hall.calls("c1").ticket.id == missed.id


def test_a_recall_does_not_count_as_a_call_for_those_who_missed_theirs(hall):
    missed, other = hall.ticket(), hall.ticket()
    hall.opens("c1")
    hall.calls()
    hall.says(MissTicket, counter_id="c1", ticket_id=missed.id)
    hall.calls()
    for _ in range(3):
        hall.says(RecallTicket, counter_id="c1", ticket_id=other.id)
    assert hall.standing(missed.id).state == "missed"


def test_calls_of_another_queue_do_not_count_either(hall):
    missed = hall.ticket()
    hall.opens("c1", "c3")
    hall.calls("c1")
    hall.says(MissTicket, counter_id="c1", ticket_id=missed.id)
    for _ in range(2):
        hall.ticket("m-special")
        hall.serves("c3")
    assert hall.standing(missed.id).state == "missed"


def test_with_nobody_to_call_a_missed_number_whose_person_sits_elsewhere_stays_so(hall):
    wang = {"born": "1940-05-01", "number": "410199194005010016"}
    missed = hall.ticket(**wang)
    hall.opens("c1", "c2")
    hall.calls("c1")
    hall.says(MissTicket, counter_id="c1", ticket_id=missed.id)
    hall.ticket("m-special", **wang)
    hall.calls("c2")
    assert hall.calls("c1") == NobodyWaiting()
    assert hall.standing(missed.id).state == "missed"
