from __future__ import annotations

import tomllib
from datetime import timedelta

import msgspec
import pytest

from counter_display.announcing import Announce, Announcing, Notify, Withdraw
from hall.boards.hall import HallBoard
from hall.calls.messages import ServiceStarted, TicketMissed
from tests.counter_display.boards import (
    ASSETS,
    AT_0940,
    FACTS,
    call_event,
    counter,
    floor,
    hall_board,
    ticket,
)
from voice.announcement_queue import AnnouncementQueue, Play, Prepare, QueueRules, Spoken
from voice.call_text import SentenceMaker
from voice.readings import load_readings, load_sentences


def sentences() -> SentenceMaker:
    texts = (ASSETS / "strings" / "zh-CN" / "voice.toml").read_text(encoding="utf-8")
    return SentenceMaker(
        load_sentences(),
        tomllib.loads(texts),
        {one.prefix: one.reading for one in FACTS.series},
        load_readings(),
        FACTS.digit_one,
    )


@pytest.fixture
def announcing() -> Announcing:
    return Announcing("board-1", sentences())


def only(wishes):
    assert len(wishes) == 1
    assert isinstance(wishes[0], Announce)
    return wishes[0].announcement


def snapshot(*counters, tickets) -> HallBoard:
    return HallBoard(facts=FACTS, floor=floor(list(counters), list(tickets)))


def test_a_call_in_this_zone_is_announced(announcing):
    one = only(announcing.happened(call_event("老012", "c3", 7).event, FACTS, 50.0))
    assert (one.seq, one.ticket_id, one.call_no, one.called_at_s) == (7, "t-老012", 1, 50.0)
    assert one.call.first.text == "请 老012 到 3 号窗口"
    assert one.call.second is not None
    assert not one.solemn


def test_a_call_in_another_zone_is_another_boards_to_say(announcing):
    assert announcing.happened(call_event("老012", "c7", 7).event, FACTS, 0.0) == []
    assert only(
        Announcing("board-2", sentences()).happened(call_event("老012", "c7", 7).event, FACTS, 0.0)
    )


def test_a_recall_is_said_as_a_recall(announcing):
    first = only(announcing.happened(call_event("老012", "c3", 7).event, FACTS, 0.0))
    again = only(announcing.happened(call_event("老012", "c3", 9, call_no=2).event, FACTS, 30.0))
    assert again.call.first != first.call.first
    assert again.call_no == 2


def test_bereavement_gets_no_chime(announcing):
    event = call_event("老012", "c3", 7, matter_id="m-death").event
    assert only(announcing.happened(event, FACTS, 0.0)).solemn


def test_a_repeated_event_is_announced_once(announcing):
    event = call_event("老012", "c3", 7).event
    assert only(announcing.happened(event, FACTS, 0.0))
    assert announcing.happened(event, FACTS, 1.0) == []


@pytest.mark.parametrize("kind", [ServiceStarted, TicketMissed])
def test_who_is_served_or_gone_is_not_shouted_any_more(announcing, kind):
    announcing.happened(call_event("老012", "c3", 7).event, FACTS, 0.0)
    state = "serving" if kind is ServiceStarted else "missed"
    left = ticket("老012", state)
    event = kind(ticket=left, counter_id="c3", counter=counter("c3", left, seq=7))
    assert announcing.happened(event, FACTS, 5.0) == [Withdraw("t-老012")]
    assert announcing.happened(event, FACTS, 6.0) == []


def test_at_the_start_a_recent_unheard_call_is_announced_once(announcing):
    one = ticket("老012")
    board = snapshot(counter("c3", one, seq=7), tickets=[one])
    utc = AT_0940 + timedelta(seconds=8)
    assert only(announcing.snapshot(board, utc, 100.0)).called_at_s == 92.0
    assert announcing.snapshot(board, utc, 101.0) == []


@pytest.mark.parametrize(
    ("age_s", "more"), [(20.0, {}), (3.0, {"spoken": True}), (3.0, {"silent": True})]
)
def test_an_old_or_heard_call_is_not_shouted_after_a_lost_link(announcing, age_s, more):
    one = ticket("老012")
    board = snapshot(counter("c3", one, seq=7, **more), tickets=[one])
    assert announcing.snapshot(board, AT_0940 + timedelta(seconds=age_s), 100.0) == []


def test_a_ticket_that_left_during_a_lost_link_is_withdrawn(announcing):
    announcing.happened(call_event("老012", "c3", 7).event, FACTS, 0.0)
    assert announcing.snapshot(snapshot(tickets=[]), AT_0940, 9.0) == [Withdraw("t-老012")]


PREPARING = msgspec.structs.replace(FACTS, prepare_said=True)


def row_of(*waiting: str, facts=PREPARING, **more) -> HallBoard:
    """A board where these wait in this order."""
    board = hall_board([], waiting)
    tickets = {
        key: msgspec.structs.replace(one, **more) for key, one in board.floor.tickets.items()
    }
    floor_now = msgspec.structs.replace(board.floor, tickets=tickets)
    return msgspec.structs.replace(board, facts=facts, floor=floor_now)


def said_to(wishes) -> list[str]:
    return [one.notice.ticket_id for one in wishes if isinstance(one, Notify)]


def test_who_moves_up_under_get_ready_is_told_so_once(announcing):
    announcing.snapshot(row_of("老001", "老002", "老003"), AT_0940, 0.0)
    gone, wish = announcing.board_changed(row_of("老002", "老003"), 9.0)
    assert gone == Withdraw("t-老001")
    assert isinstance(wish, Notify)
    assert wish.notice.ticket_id == "t-老003"
    assert wish.notice.call.first.text == "老003 请准备"
    assert wish.notice.call.second is None
    assert wish.notice.since_s == 9.0
    assert announcing.board_changed(row_of("老002", "老003"), 10.0) == []
    assert said_to(announcing.board_changed(row_of("老003"), 12.0)) == []


def test_whoever_gives_the_number_up_is_told_nothing_that_still_waits_to_be_said(announcing):
    announcing.snapshot(row_of("老001", "老002", "老003"), AT_0940, 0.0)
    announcing.board_changed(row_of("老002", "老003"), 9.0)
    assert announcing.board_changed(row_of("老002"), 12.0) == [Withdraw("t-老003")]


def test_a_call_is_not_withdrawn_because_its_number_waits_no_more(announcing):
    announcing.snapshot(row_of("老001", "老002"), AT_0940, 0.0)
    announcing.happened(call_event("老001", "c3", 7).event, PREPARING, 5.0)
    assert announcing.board_changed(row_of("老002"), 5.0) == []


def test_whoever_takes_a_number_and_is_next_at_once_was_told_so_by_the_kiosk(announcing):
    announcing.snapshot(row_of("老001"), AT_0940, 0.0)
    assert announcing.board_changed(row_of("老001", "老002"), 5.0) == []
    assert announcing.board_changed(row_of("老001", "老002", "老003"), 6.0) == []
    assert said_to(announcing.board_changed(row_of("老002", "老003"), 7.0)) == ["t-老003"]


def test_whoever_waits_a_second_time_and_moves_up_is_told_again(announcing):
    announcing.snapshot(row_of("老001", "老002", "老003"), AT_0940, 0.0)
    assert said_to(announcing.board_changed(row_of("老002", "老003"), 1.0)) == ["t-老003"]
    announcing.board_changed(row_of("老002"), 2.0)
    announcing.board_changed(row_of("老004", "老002", "老003"), 3.0)
    assert said_to(announcing.board_changed(row_of("老002", "老003"), 4.0)) == ["t-老003"]


def test_after_a_start_or_a_lost_link_nobody_is_told_what_stood_there_already(announcing):
    board = row_of("老001", "老002", "老003")
    assert announcing.snapshot(board, AT_0940, 0.0) == []
    assert announcing.board_changed(board, 1.0) == []
    assert announcing.snapshot(row_of("老002", "老003"), AT_0940, 30.0) == []
    assert announcing.board_changed(row_of("老002", "老003"), 31.0) == []


def test_a_hall_that_wants_it_quiet_tells_nobody_to_get_ready(announcing):
    announcing.snapshot(row_of("老001", "老002", "老003", facts=FACTS), AT_0940, 0.0)
    assert announcing.board_changed(row_of("老002", "老003", facts=FACTS), 9.0) == []


def test_only_the_station_of_their_windows_tells_them(announcing):
    for station, told in (("board-1", []), ("board-2", ["t-老003"])):
        one = Announcing(station, sentences())
        one.snapshot(row_of("老001", "老002", "老003", queue="counter:c7"), AT_0940, 0.0)
        assert said_to(one.board_changed(row_of("老002", "老003", queue="counter:c7"), 1.0)) == told


def test_a_zone_that_says_calls_once_has_no_second_playing(announcing):
    facts = msgspec.structs.replace(FACTS, calls_said={"hall": 1})
    once = only(announcing.happened(call_event("老012", "c3", 7).event, facts, 0.0))
    assert once.call.second is None
    upstairs = Announcing("board-2", sentences())
    assert only(upstairs.happened(call_event("老013", "c7", 8).event, facts, 0.0)).call.second


class Playback:
    """Plays what the queue asks for, four seconds each, and notes what was said."""

    def __init__(self, latency_s: float = 3600.0) -> None:
        self.queue = AnnouncementQueue(QueueRules(stale_after_s=3600.0, latency_s=latency_s))
        self.said: list[tuple[str, int]] = []
        self.spoken: list[str] = []
        self.now_s = 0.0
        self._ticket_id = ""
        self._playing_until_s = 0.0

    def run(self, actions) -> None:
        while actions or self.queue.due_s() is not None:
            if actions:
                actions += self._do(actions.pop(0))
            else:
                self.now_s += 0.5
                actions += self.queue.tick(self.now_s)

    def _do(self, action):
        if isinstance(action, Prepare):
            self._ticket_id = action.announcement.ticket_id
            return self.queue.ready(action.token, (4.0, 4.0), self.now_s)
        if isinstance(action, Play):
            assert self.now_s >= self._playing_until_s
            self.said.append((self._ticket_id, 2 if action.second else 1))
            self.now_s += 4.0
            self._playing_until_s = self.now_s
            return self.queue.ended(action.token, True, self.now_s)
        if isinstance(action, Spoken):
            self.spoken.append(action.ticket_id)
        return []


def test_fifty_calls_in_one_second_are_all_said_twice_in_order_and_never_together(announcing):
    playback, actions = Playback(), []
    numbers = [f"老{place:03d}" for place in range(1, 51)]
    for place, number in enumerate(numbers):
        event = call_event(number, "c3", place + 1).event
        wish = only(announcing.happened(event, FACTS, place / 50))
        actions += playback.queue.called(wish, place / 50)
    playback.run(actions)
    assert playback.said == [(f"t-{number}", time) for number in numbers for time in (1, 2)]
    assert playback.spoken == [f"t-{number}" for number in numbers]


def test_when_all_call_at_once_nobody_waits_for_the_second_playing_of_another(announcing):
    playback, actions = Playback(latency_s=15.0), []
    numbers = [f"老{place:03d}" for place in range(1, 51)]
    for place, number in enumerate(numbers):
        event = call_event(number, "c3", place + 1).event
        wish = only(announcing.happened(event, FACTS, place / 50))
        actions += playback.queue.called(wish, place / 50)
    playback.run(actions)
    assert playback.said == [*((f"t-{number}", 1) for number in numbers), ("t-老050", 2)]
    assert playback.spoken == [f"t-{number}" for number in numbers]
