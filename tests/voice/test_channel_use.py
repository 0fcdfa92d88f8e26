"""How much a loudspeaker is taken, and what that means for what is said between calls."""

from __future__ import annotations

import pytest

from tests.voice.helpers import call_of, shipped_voice
from voice.announcement_queue import (
    Action,
    AnnouncementQueue,
    Hush,
    Notice,
    NotSpoken,
    Play,
    Prepare,
    QueueRules,
    Spoken,
)
from voice.channel_use import ChannelUse

VOICE = shipped_voice()


def get_ready(number: int, since_s: float = 0.0) -> Notice:
    label = f"老{number:03d}"
    return Notice(label, VOICE.sentences.sentence("prepare", label=label), since_s)


class Hall:
    """A queue whose sounds take four seconds each; it notes who is spoken to, and when."""

    def __init__(self, notice_late_s: float = 20.0) -> None:
        self.queue = AnnouncementQueue(QueueRules(notice_late_s=notice_late_s))
        self.now_s = 0.0
        self.begun: list[tuple[str, float]] = []
        self.second: list[str] = []
        self.answers: list[Action] = []
        self._playing: tuple[int, float] | None = None

    def call(self, number: int) -> None:
        call = call_of(VOICE, number, called_at_s=self.now_s)
        self._take(self.queue.called(call, self.now_s))

    def notice(self, number: int) -> None:
        self._take(self.queue.noticed(get_ready(number, self.now_s), self.now_s))

    def passes(self, seconds: float) -> None:
        until_s = self.now_s + seconds
        while self.now_s < until_s:
            self.now_s = round(self.now_s + 0.1, 1)
            if self._playing is not None and self.now_s >= self._playing[1]:
                token, self._playing = self._playing[0], None
                self._take(self.queue.ended(token, True, self.now_s))
            self._take(self.queue.tick(self.now_s))

    def _take(self, actions: list[Action]) -> None:
        for action in actions:
            if isinstance(action, Prepare):
                self.begun.append((action.announcement.ticket_id, self.now_s))
                sounds = (4.0, 4.0) if action.announcement.call.second else (4.0,)
                self._take(self.queue.ready(action.token, sounds, self.now_s))
            elif isinstance(action, Play):
                self._playing = (action.token, self.now_s + 4.0)
                if action.second:
                    self.second.append(self.begun[-1][0])
            else:
                self.answers.append(action)

    @property
    def who(self) -> list[str]:
        return [ticket_id for ticket_id, _ in self.begun]


def test_a_channel_that_was_never_taken_is_free():
    assert ChannelUse().share(1000.0) == 0.0


def test_use_is_counted_over_the_last_five_minutes():
    use = ChannelUse(window_s=300.0)
    use.taken(0.0)
    assert use.share(30.0) == pytest.approx(0.1)
    use.free(150.0)
    assert use.share(300.0) == pytest.approx(0.5)
    assert use.share(375.0) == pytest.approx(0.25)
    assert use.share(451.0) == 0.0


def test_a_notice_is_said_once_without_a_second_playing_and_answers_for_nothing():
    hall = Hall()
    hall.notice(7)
    hall.passes(30.0)
    assert (hall.who, hall.second, hall.answers) == (["老007"], [], [])
    assert hall.queue.state == "idle"


def test_calls_go_before_notices_however_late_they_come():
    hall = Hall()
    hall.call(1)
    hall.notice(8)
    hall.passes(6.0)
    hall.call(2)
    hall.passes(40.0)
    assert hall.who == ["老001", "老002", "老008"]


def test_a_notice_that_would_be_late_is_not_said():
    hall = Hall(notice_late_s=20.0)
    hall.call(1)
    hall.call(2)
    hall.notice(8)
    hall.call(3)
    hall.passes(60.0)
    assert hall.who == ["老001", "老002", "老003"]


def test_who_is_called_or_gone_is_told_no_more_to_get_ready():
    hall = Hall()
    hall.call(1)
    hall.notice(2)
    hall.notice(3)
    hall.call(2)
    assert hall.queue.withdrawn("老003", hall.now_s) == []
    hall.passes(60.0)
    assert hall.who == ["老001", "老002"]


def test_when_the_loudspeaker_speaks_nearly_all_the_time_notices_are_left_out():
    hall = Hall(notice_late_s=1000.0)
    for number in range(1, 36):
        hall.call(number)
        hall.passes(8.0)
    hall.passes(10.0)
    assert hall.queue.waiting() == 0
    hall.notice(90)
    hall.passes(20.0)
    assert "老090" not in hall.who
    hall.passes(200.0)
    hall.notice(91)
    hall.passes(10.0)
    assert hall.who[-1] == "老091"


def test_notices_without_a_loudspeaker_are_forgotten():
    hall = Hall()
    hall.queue.device_changed(False, 0.0)
    hall.notice(7)
    hall.queue.device_changed(True, 1.0)
    hall.passes(30.0)
    assert hall.begun == []


def test_a_notice_whose_sound_hangs_or_cannot_be_made_holds_nobody_up():
    for fail in ("hangs", "no sound"):
        queue = AnnouncementQueue()
        [prepare] = queue.noticed(get_ready(7), 0.0)
        assert isinstance(prepare, Prepare)
        if fail == "no sound":
            assert queue.unready(prepare.token, 1.0) == []
        else:
            queue.ready(prepare.token, (4.0,), 1.0)
            assert queue.tick(30.0) == [Hush()]
        queue.called(call_of(VOICE, 1, called_at_s=31.0), 31.0)
        queue.tick(33.0)
        assert queue.state == "preparing"


def test_three_calls_at_once_all_begin_within_fifteen_seconds():
    hall = Hall()
    for number in (1, 2, 3):
        hall.call(number)
    hall.passes(60.0)
    assert [began_s for _, began_s in hall.begun] == pytest.approx([0.0, 5.6, 11.2], abs=0.3)
    assert hall.second == ["老003"]
    assert [one.ticket_id for one in hall.answers if isinstance(one, Spoken)] == hall.who


def test_two_calls_at_once_leave_time_for_both_to_be_said_twice():
    hall = Hall()
    hall.call(1)
    hall.call(2)
    hall.passes(60.0)
    assert hall.second == ["老001", "老002"]
    assert hall.begun[1][1] < 15.0


def test_in_the_busiest_hall_one_voice_can_serve_no_call_waits_for_fifteen_seconds():
    hall, called_at_s = Hall(), {}
    for number in range(1, 60):
        called_at_s[f"老{number:03d}"] = hall.now_s
        hall.call(number)
        hall.passes(6.0)
    hall.passes(60.0)
    waits = [began_s - called_at_s[ticket_id] for ticket_id, began_s in hall.begun]
    assert len(waits) == 59
    assert max(waits) <= 15.0
    assert not any(isinstance(one, NotSpoken) for one in hall.answers)
