"""The order of calls as a state machine: one after the other, each once, none too late.

A call is played twice while nobody else would wait too long for theirs. Notices are said where
there is room between calls, or not at all.

Pure: no thread, no clock, no sound. Events go in with the time in seconds, actions come out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from voice.call_text import SpokenCall
from voice.channel_use import MOST_USE, ChannelUse

State = Literal["idle", "preparing", "first", "second", "resting"]
Step = Literal["begin", "ready", "unready", "whole", "last", "cut", "rested"]
Why = Literal["stale", "superseded", "withdrawn", "no_device", "no_speech", "not_played"]

NEXT: dict[tuple[State, Step], State] = {
    ("idle", "begin"): "preparing",
    ("preparing", "ready"): "first",
    ("preparing", "unready"): "resting",
    ("first", "whole"): "second",
    ("first", "last"): "resting",
    ("first", "cut"): "resting",
    ("second", "last"): "resting",
    ("second", "cut"): "resting",
    ("resting", "rested"): "idle",
}

LATE_S = 3.0
PREPARE_S = 4.0
MAKING_S = 0.3
"""What making the sounds of a call usually takes."""


class IllegalStep(Exception):
    """A step that the table does not know: a fault of ours."""


@dataclass(frozen=True)
class Announcement:
    """One call to announce. `seq` is the number of its event, `called_at_s` the station's time.

    `solemn` calls (bereavement) get no chime.
    """

    seq: int
    ticket_id: str
    call_no: int
    call: SpokenCall
    called_at_s: float
    solemn: bool = False


@dataclass(frozen=True)
class Notice:
    """Something to say of a ticket where there is room; `since_s` is when it became true.

    It gets no chime, and nobody is told whether it was said.
    """

    ticket_id: str
    call: SpokenCall
    since_s: float


@dataclass(frozen=True)
class Prepare:
    """Make the sounds of an announcement and answer with `ready` or `unready`."""

    token: int
    announcement: Announcement | Notice


@dataclass(frozen=True)
class Play:
    """Play one of the prepared sounds and answer with `ended`."""

    token: int
    second: bool


@dataclass(frozen=True)
class Hush:
    """Stop the loudspeaker: it did not end in time, or its call is over."""


@dataclass(frozen=True)
class Spoken:
    """The first playing of a call was heard to its end."""

    ticket_id: str
    call_no: int


@dataclass(frozen=True)
class NotSpoken:
    """A call was not heard, and why."""

    ticket_id: str
    call_no: int
    why: Why


Action = Prepare | Play | Hush | Spoken | NotSpoken


@dataclass(frozen=True)
class QueueRules:
    """Seconds and counts of the queue; `catch_up` calls at most are spoken after a reconnect.

    No call is played a second time while another would begin later than `latency_s` after it was
    called (H6). A notice falls when it is older than `notice_late_s`, or when the loudspeaker was
    taken for more than `most_use` of the last minutes.
    """

    min_gap_s: float = 1.5
    stale_after_s: float = 120.0
    catch_up: int = 3
    latency_s: float = 15.0
    notice_late_s: float = 20.0
    most_use: float = MOST_USE


@dataclass
class AnnouncementQueue:
    """What is being announced and what waits. `token` numbers the steps, so late answers fall."""

    rules: QueueRules = field(default_factory=QueueRules)
    state: State = "idle"
    _waiting: deque[Announcement] = field(default_factory=deque)
    _notices: deque[Notice] = field(default_factory=deque)
    _use: ChannelUse = field(default_factory=ChannelUse)
    _now: Announcement | Notice | None = None
    _durations_s: tuple[float, ...] = ()
    _token: int = 0
    _until_s: float = 0.0
    _last_seq: int = 0
    _device: bool = True
    _over: bool = False

    def called(self, announcement: Announcement, now_s: float) -> list[Action]:
        """Take one call; a repeated or older event is dropped, an older call of the ticket too."""
        return [*self._take(announcement), *self._pump(now_s)]

    def caught_up(self, missed: Iterable[Announcement], now_s: float) -> list[Action]:
        """Take the calls missed while the link was gone: only the last ones are spoken."""
        fresh = sorted((one for one in missed if one.seq > self._last_seq), key=lambda one: one.seq)
        keep = max(len(fresh) - self.rules.catch_up, 0)
        actions = [action for one in fresh[:keep] for action in _not(one, "stale")]
        for one in fresh[keep:]:
            actions += self._take(one)
        return [*actions, *self._pump(now_s)]

    def noticed(self, notice: Notice, now_s: float) -> list[Action]:
        """Take a notice; it is said when no call waits, soon or never."""
        self._forget_notices(notice.ticket_id)
        self._notices.append(notice)
        return self._pump(now_s)

    def withdrawn(self, ticket_id: str, now_s: float) -> list[Action]:
        """Forget a ticket that is served, missed or cancelled; a second playing is cut."""
        actions = self._drop(ticket_id, "withdrawn")
        if self._now is not None and self._now.ticket_id == ticket_id:
            self._over = True
            if self.state == "second":
                actions += [Hush(), *self._rest("cut", now_s)]
        return [*actions, *self._pump(now_s)]

    def ready(self, token: int, durations_s: tuple[float, ...], now_s: float) -> list[Action]:
        """The sounds are there, one or two."""
        if token != self._token or self.state != "preparing":
            return []
        self._durations_s = durations_s
        return self._play("ready", now_s)

    def unready(self, token: int, now_s: float) -> list[Action]:
        """No sound can be made of it; the queue goes on."""
        if token != self._token or self.state != "preparing" or self._now is None:
            return []
        return [*_not(self._now, "no_speech"), *self._rest("unready", now_s)]

    def ended(self, token: int, whole: bool, now_s: float) -> list[Action]:
        """A playing has ended, to its end or cut short."""
        if token != self._token or self._now is None or self.state not in ("first", "second"):
            return []
        actions: list[Action] = []
        first = self.state == "first"
        if first and whole and isinstance(self._now, Announcement):
            actions.append(Spoken(self._now.ticket_id, self._now.call_no))
        elif first:
            actions += _not(self._now, "not_played")
        if first and whole and not self._over and self._room_for_second(now_s):
            return [*actions, *self._play("whole", now_s)]
        return [*actions, *self._rest("last" if whole else "cut", now_s), *self._pump(now_s)]

    def device_changed(self, able: bool, now_s: float) -> list[Action]:
        """The loudspeaker came or went; without one, calls are reported unspoken at once."""
        self._device = able
        return self._pump(now_s)

    def tick(self, now_s: float) -> list[Action]:
        """Let time pass: the pause between calls ends, a loudspeaker that hangs is given up."""
        if self.state in ("idle", "resting") or now_s < self._until_s:
            return self._pump(now_s)
        if self.state == "preparing":
            return [*self.unready(self._token, now_s), *self._pump(now_s)]
        return [Hush(), *self.ended(self._token, False, now_s)]

    def due_s(self) -> float | None:
        """Return when the next `tick` matters, or None while nothing waits for time."""
        return None if self.state == "idle" else self._until_s

    def waiting(self) -> int:
        """Return how many calls wait behind the present one."""
        return len(self._waiting)

    def _take(self, announcement: Announcement) -> list[Action]:
        if announcement.seq <= self._last_seq:
            return []
        self._last_seq = announcement.seq
        actions = self._drop(announcement.ticket_id, "superseded")
        self._waiting.append(announcement)
        return actions

    def _drop(self, ticket_id: str, why: Why) -> list[Action]:
        self._forget_notices(ticket_id)
        dropped = [one for one in self._waiting if one.ticket_id == ticket_id]
        for one in dropped:
            self._waiting.remove(one)
        return [action for one in dropped for action in _not(one, why)]

    def _forget_notices(self, ticket_id: str) -> None:
        self._notices = deque(one for one in self._notices if one.ticket_id != ticket_id)

    def _room_for_second(self, now_s: float) -> bool:
        """Tell whether all who wait are called in time after a second playing."""
        if len(self._durations_s) < 2:
            return False
        first_s, second_s = self._durations_s
        between_s = self.rules.min_gap_s + MAKING_S
        starts_s = now_s + second_s + between_s
        for one in self._waiting:
            if starts_s > one.called_at_s + self.rules.latency_s:
                return False
            starts_s += first_s + between_s
        return True

    def _pump(self, now_s: float) -> list[Action]:
        actions: list[Action] = []
        if self.state == "resting" and now_s >= self._until_s:
            self._step("rested")
            self._use.free(self._until_s)
        if not self._device and self.state in ("idle", "resting"):
            actions += [action for one in self._waiting for action in _not(one, "no_device")]
            self._waiting.clear()
            self._notices.clear()
        while self.state == "idle" and self._waiting:
            one = self._waiting.popleft()
            if now_s - one.called_at_s > self.rules.stale_after_s:
                actions += _not(one, "stale")
                continue
            actions += self._begin(one, now_s)
        while self.state == "idle" and self._notices:
            notice = self._notices.popleft()
            if self._still_worth_saying(notice, now_s):
                actions += self._begin(notice, now_s)
        return actions

    def _still_worth_saying(self, notice: Notice, now_s: float) -> bool:
        in_time = now_s - notice.since_s <= self.rules.notice_late_s
        return in_time and self._use.share(now_s) <= self.rules.most_use

    def _begin(self, one: Announcement | Notice, now_s: float) -> list[Action]:
        self._now, self._over = one, False
        self._token += 1
        self._until_s = now_s + PREPARE_S
        self._step("begin")
        self._use.taken(now_s)
        return [Prepare(self._token, one)]

    def _play(self, step: Step, now_s: float) -> list[Action]:
        self._step(step)
        second = self.state == "second"
        self._token += 1
        self._until_s = now_s + self._durations_s[1 if second else 0] + LATE_S
        return [Play(self._token, second)]

    def _rest(self, step: Step, now_s: float) -> list[Action]:
        self._step(step)
        self._token += 1
        self._now = None
        self._until_s = now_s + self.rules.min_gap_s
        return []

    def _step(self, step: Step) -> None:
        try:
            self.state = NEXT[(self.state, step)]
        except KeyError as error:
            raise IllegalStep(f"{step} in {self.state}") from error


def _not(announcement: Announcement | Notice, why: Why) -> list[Action]:
    """Say that a call was not heard; a notice is missed by nobody."""
    if isinstance(announcement, Notice):
        return []
    return [NotSpoken(announcement.ticket_id, announcement.call_no, why)]
