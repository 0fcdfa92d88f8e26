"""Joins the queue of calls to a loudspeaker: prepares sounds, plays them, tells what was heard."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol

from devices.ports import DeviceStatus, Fault, Ready, Sound, Speaker, Unknown
from voice.announcement_queue import (
    Action,
    Announcement,
    AnnouncementQueue,
    Hush,
    Notice,
    NotSpoken,
    Play,
    Prepare,
    QueueRules,
    Spoken,
)
from voice.failure import NotSynthesised
from voice.pcm import resample, silence
from voice.speech import OnSound
from voice.utterance import Utterance

SECOND_AFTER_MS = 700

HandOver = Callable[[Callable[[], None]], None]


class Preparer(Protocol):
    """Makes a sound of an utterance, at once or later."""

    def prepare(self, utterance: Utterance, on_sound: OnSound) -> None:
        """Hand the sound, or why there is none, to `on_sound`, once."""
        ...


def right_here(work: Callable[[], None]) -> None:
    """Do the work in the thread that asks."""
    work()


class Announcer:
    """Speaks calls in order: chime, first playing, second playing, pause.

    Any thread may call any method; the work is done one event after the other, in the thread
    that `hand_over` chooses (the Qt loudspeaker needs the thread of the application). Whoever
    builds it calls `tick` a few times a second.

    `on_spoken(ticket_id, call_no)` when the first playing was heard; `on_not_spoken(NotSpoken)`
    when a call was not; `on_voice_status` whenever people should see another state of the voice.
    """

    def __init__(
        self,
        speaker: Speaker,
        preparer: Preparer,
        chime: Sound,
        clock: Callable[[], float],
        *,
        on_spoken: Callable[[str, int], None],
        on_not_spoken: Callable[[NotSpoken], None],
        on_voice_status: Callable[[DeviceStatus], None],
        rules: QueueRules | None = None,
        hand_over: HandOver = right_here,
    ) -> None:
        self._speaker = speaker
        self._preparer = preparer
        self._chime = chime
        self._clock = clock
        self._on_spoken = on_spoken
        self._on_not_spoken = on_not_spoken
        self._on_voice_status = on_voice_status
        self._hand_over = hand_over
        self._queue = AnnouncementQueue(rules if rules is not None else QueueRules())
        self._sounds: tuple[Sound, ...] = ()
        self._events: deque[Callable[[float], list[Action]]] = deque()
        self._lock = threading.Lock()
        self._working = False
        self._status: DeviceStatus = Unknown()

    def start(self) -> None:
        """Start the loudspeaker and report its status."""
        self._speaker.start(self._device_reported)

    def call(self, announcement: Announcement) -> None:
        """Announce a call when its turn comes."""
        self._post(lambda now_s: self._queue.called(announcement, now_s))

    def notice(self, notice: Notice) -> None:
        """Say something of a ticket where there is room between the calls."""
        self._post(lambda now_s: self._queue.noticed(notice, now_s))

    def catch_up(self, missed: Iterable[Announcement]) -> None:
        """Take the calls missed while the link was gone; only the last ones are spoken."""
        calls = tuple(missed)
        self._post(lambda now_s: self._queue.caught_up(calls, now_s))

    def withdraw(self, ticket_id: str) -> None:
        """Say no more of this ticket: it is served, missed or cancelled."""
        self._post(lambda now_s: self._queue.withdrawn(ticket_id, now_s))

    def tick(self) -> None:
        """Let time pass."""
        self._post(self._queue.tick)

    def stop(self) -> None:
        """Close the loudspeaker."""
        self._speaker.stop()

    @property
    def voice_status(self) -> DeviceStatus:
        """What people should see of the voice."""
        return self._status

    def _device_reported(self, status: DeviceStatus) -> None:
        self._show(status)
        able = isinstance(status, Ready | Unknown)
        self._post(lambda now_s: self._queue.device_changed(able, now_s))

    def _show(self, status: DeviceStatus) -> None:
        if status != self._status:
            self._status = status
            self._on_voice_status(status)

    def _post(self, event: Callable[[float], list[Action]]) -> None:
        with self._lock:
            self._events.append(event)
        self._hand_over(self._work)

    def _work(self) -> None:
        """Handle events until none is left; a callback that posts one does not go deeper."""
        with self._lock:
            if self._working:
                return
            self._working = True
        try:
            while (event := self._next_event()) is not None:
                for action in event(self._clock()):
                    self._do(action)
        except BaseException:
            with self._lock:
                self._working = False
            raise

    def _next_event(self) -> Callable[[float], list[Action]] | None:
        with self._lock:
            if self._events:
                return self._events.popleft()
            self._working = False
            return None

    def _do(self, action: Action) -> None:
        match action:
            case Prepare():
                self._prepare(action)
            case Play(token=token, second=second):
                self._play(token, self._sounds[1 if second else 0])
            case Hush():
                self._speaker.silence()
            case Spoken(ticket_id=ticket_id, call_no=call_no):
                self._on_spoken(ticket_id, call_no)
            case NotSpoken():
                self._on_not_spoken(action)

    def _play(self, token: int, sound: Sound) -> None:
        def ended(whole: bool) -> None:
            self._post(lambda now_s: self._queue.ended(token, whole, now_s))

        self._speaker.play(sound, lambda: None, ended)

    def _prepare(self, action: Prepare) -> None:
        announcement, token = action.announcement, action.token
        call = announcement.call

        def first_made(first: Sound | NotSynthesised) -> None:
            if isinstance(first, NotSynthesised):
                self._unready(token, first)
            elif call.second is None:
                self._ready(action, first, None)
            else:
                self._preparer.prepare(call.second, lambda made: self._ready(action, first, made))

        self._preparer.prepare(call.first, first_made)

    def _ready(self, action: Prepare, first: Sound, second: Sound | NotSynthesised | None) -> None:
        one = action.announcement
        chimes = isinstance(one, Announcement) and not one.solemn
        opening = _with_chime(self._chime, first) if chimes else first
        sounds: tuple[Sound, ...] = (opening,)
        if isinstance(second, Sound):
            pause = silence(SECOND_AFTER_MS, second.rate_hz)
            sounds = (opening, Sound(pause + second.pcm, second.rate_hz, second.text))
        durations_s = tuple(sound.duration_s for sound in sounds)

        def take(now_s: float) -> list[Action]:
            actions = self._queue.ready(action.token, durations_s, now_s)
            if actions:
                self._sounds = sounds
            return actions

        self._post(take)

    def _unready(self, token: int, failed: NotSynthesised) -> None:
        self._show(Fault(failed.why))
        self._post(lambda now_s: self._queue.unready(token, now_s))


def _with_chime(chime: Sound, sound: Sound) -> Sound:
    opening = resample(chime.pcm, chime.rate_hz, sound.rate_hz)
    return Sound(opening + sound.pcm, sound.rate_hz, sound.text)
