"""The order of calls: every cell of its table, and what is dropped and why."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voice.helpers import call_of, shipped_voice
from voice.announcement_queue import (
    NEXT,
    Action,
    Announcement,
    AnnouncementQueue,
    Hush,
    IllegalStep,
    NotSpoken,
    Play,
    Prepare,
    QueueRules,
    Spoken,
    State,
    Step,
)

VOICE = shipped_voice()


def playing_queue(stale_after_s: float = 120.0) -> tuple[AnnouncementQueue, int]:
    """A queue in its first playing, and the token of that playing."""
    queue = AnnouncementQueue(QueueRules(stale_after_s=stale_after_s))
    [prepare] = queue.called(call_of(VOICE, 1), 0.0)
    assert isinstance(prepare, Prepare)
    [play] = queue.ready(prepare.token, (5.0, 4.0), 0.0)
    assert isinstance(play, Play)
    assert play == Play(play.token, second=False)
    return queue, play.token


@pytest.mark.parametrize("state", get_args(State))
@pytest.mark.parametrize("step", get_args(Step))
def test_every_cell_of_the_table(state, step):
    queue = AnnouncementQueue(state=state)
    if (state, step) in NEXT:
        queue._step(step)
        assert queue.state == NEXT[(state, step)]
    else:
        with pytest.raises(IllegalStep, match=f"{step} in {state}"):
            queue._step(step)


def test_a_call_is_spoken_when_its_first_playing_has_ended_and_then_played_again():
    queue, token = playing_queue()
    assert queue.ended(token, True, 5.0) == [Spoken("老001", 1), Play(token + 1, second=True)]
    assert queue.ended(token + 1, True, 9.0) == []
    assert queue.state == "resting"


def test_the_next_call_waits_a_second_and_a_half():
    queue, token = playing_queue()
    queue.called(call_of(VOICE, 2), 1.0)
    queue.ended(token, True, 5.0)
    queue.ended(token + 1, True, 9.0)
    assert queue.tick(10.4) == []
    [prepare] = queue.tick(10.5)
    assert isinstance(prepare, Prepare)
    assert prepare.announcement.ticket_id == "老002"


def test_a_playing_that_was_cut_is_not_spoken():
    queue, token = playing_queue()
    assert queue.ended(token, False, 2.0) == [NotSpoken("老001", 1, "not_played")]


def test_a_loudspeaker_that_never_answers_is_given_up():
    queue, _ = playing_queue()
    assert queue.due_s() == 8.0
    assert queue.tick(7.9) == []
    assert queue.tick(8.0) == [Hush(), NotSpoken("老001", 1, "not_played")]


def test_a_synthesiser_that_never_answers_is_given_up():
    queue = AnnouncementQueue()
    queue.called(call_of(VOICE, 1), 0.0)
    assert queue.tick(4.0) == [NotSpoken("老001", 1, "no_speech")]


def test_a_late_answer_of_an_earlier_call_changes_nothing():
    queue, token = playing_queue()
    queue.ended(token, True, 5.0)
    before = queue.state
    assert queue.ended(token, False, 5.1) == []
    assert queue.ready(token, (1.0,), 5.1) == []
    assert queue.unready(token, 5.1) == []
    assert queue.state == before


def test_the_same_event_twice_is_one_call_and_an_older_one_is_none():
    queue, _ = playing_queue()
    queue.called(call_of(VOICE, 5), 0.1)
    assert queue.called(call_of(VOICE, 5), 0.2) == []
    assert queue.called(call_of(VOICE, 4), 0.3) == []
    assert queue.waiting() == 1


def test_a_recall_takes_the_place_of_the_waiting_call_of_the_same_ticket():
    queue, _ = playing_queue()
    queue.called(call_of(VOICE, 2, seq=2), 0.1)
    dropped = queue.called(call_of(VOICE, 2, seq=3, call_no=2), 0.2)
    assert dropped == [NotSpoken("老002", 1, "superseded")]
    assert queue.waiting() == 1


def test_a_call_that_waited_too_long_is_not_shouted():
    queue, token = playing_queue(stale_after_s=20.0)
    queue.called(call_of(VOICE, 2, called_at_s=0.0), 0.1)
    queue.ended(token, True, 5.0)
    queue.ended(token + 1, True, 21.0)
    assert queue.tick(22.6) == [NotSpoken("老002", 1, "stale")]
    assert queue.state == "idle"


def test_after_a_reconnect_only_the_last_calls_are_spoken():
    queue = AnnouncementQueue(QueueRules(catch_up=3))
    actions = queue.caught_up([call_of(VOICE, number) for number in range(20, 0, -1)], 0.0)
    assert actions[:17] == [NotSpoken(f"老{n:03d}", 1, "stale") for n in range(1, 18)]
    assert isinstance(actions[17], Prepare)
    assert actions[17].announcement.ticket_id == "老018"
    assert queue.waiting() == 2


def test_a_ticket_that_is_served_is_called_no_more():
    queue, token = playing_queue()
    queue.called(call_of(VOICE, 2), 0.1)
    assert queue.withdrawn("老002", 0.2) == [NotSpoken("老002", 1, "withdrawn")]
    queue.withdrawn("老001", 0.3)
    assert queue.ended(token, True, 5.0) == [Spoken("老001", 1)]


def test_a_second_playing_stops_when_the_elder_has_sat_down():
    queue, token = playing_queue()
    queue.ended(token, True, 5.0)
    assert queue.withdrawn("老001", 5.5) == [Hush()]
    assert queue.state == "resting"


def test_without_a_loudspeaker_calls_are_reported_at_once_and_do_not_pile_up():
    queue = AnnouncementQueue()
    queue.device_changed(False, 0.0)
    assert queue.called(call_of(VOICE, 1), 1.0) == [NotSpoken("老001", 1, "no_device")]
    queue.device_changed(True, 2.0)
    assert isinstance(queue.called(call_of(VOICE, 2), 3.0)[0], Prepare)


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["call", "ready", "unready", "whole", "cut", "tick", "withdraw"]),
        st.integers(1, 6),
        st.floats(0, 3),
    ),
    max_size=80,
)


class Machine:
    """A queue driven by words; it notes what was answered and refuses two sounds at once."""

    def __init__(self) -> None:
        self.queue = AnnouncementQueue()
        self.now_s = 0.0
        self.seq = 0
        self.token = 0
        self.sounding = False
        self.answers: list[tuple[str, int]] = []

    def do(self, word: str, number: int) -> None:
        self.take(getattr(self, word)(number))

    def take(self, actions: list[Action]) -> None:
        for action in actions:
            if isinstance(action, Prepare | Play):
                self.token = action.token
            if isinstance(action, Play):
                assert not self.sounding, "two sounds at once"
                self.sounding = True
            elif isinstance(action, Hush):
                self.sounding = False
            elif isinstance(action, Spoken | NotSpoken):
                self.answers.append((action.ticket_id, action.call_no))

    def call(self, number: int) -> list[Action]:
        self.seq += 1
        call = call_of(VOICE, number, seq=self.seq, call_no=self.seq, called_at_s=self.now_s)
        return self.queue.called(call, self.now_s)

    def withdraw(self, number: int) -> list[Action]:
        return self.queue.withdrawn(f"老{number:03d}", self.now_s)

    def ready(self, number: int) -> list[Action]:
        return self.queue.ready(self.token, (2.0, 2.0)[: number % 2 + 1], self.now_s)

    def unready(self, _number: int) -> list[Action]:
        return self.queue.unready(self.token, self.now_s)

    def whole(self, _number: int) -> list[Action]:
        self.sounding = False
        return self.queue.ended(self.token, True, self.now_s)

    def cut(self, _number: int) -> list[Action]:
        self.sounding = False
        return self.queue.ended(self.token, False, self.now_s)

    def tick(self, _number: int) -> list[Action]:
        return self.queue.tick(self.now_s)


@given(EVENTS)
def test_whatever_happens_every_call_is_answered_for_once_and_none_overlap(events):
    machine = Machine()
    for word, number, passed_s in events:
        machine.now_s += passed_s
        machine.do(word, number)
    for _ in range(4 * machine.seq + 4):
        machine.now_s += 5.0
        machine.do("tick", 0)
    assert sorted(call_no for _, call_no in machine.answers) == list(range(1, machine.seq + 1))
    assert machine.queue.state == "idle"


def test_an_announcement_keeps_no_name():
    assert set(Announcement.__dataclass_fields__) == {
        "seq",
        "ticket_id",
        "call_no",
        "call",
        "called_at_s",
        "solemn",
    }
