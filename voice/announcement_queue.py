"""The order of calls as a state machine: one after the other, each once, none too late.

Pure: no thread, no clock, no sound. Events go in with the time in seconds, actions come out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from voice.call_text import SpokenCall

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
class Prepare:
    """Make the sounds of an announcement and answer with `ready` or `unready`."""

    token: int
    announcement: Announcement


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
    """Seconds and counts of the queue; `catch_up` calls at most are spoken after a reconnect."""

    min_gap_s: float = 1.5
    stale_after_s: float = 120.0
    catch_up: int = 3


@dataclass
class AnnouncementQueue:
    """What is being announced and what waits. `token` numbers the steps, so late answers fall."""

    rules: QueueRules = field(default_factory=QueueRules)
    state: State = "idle"
    _waiting: deque[Announcement] = field(default_factory=deque)
    _now: Announcement | None = None
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
        actions: list[Action] = [_not(one, "stale") for one in fresh[:keep]]
        for one in fresh[keep:]:
            actions += self._take(one)
        return [*actions, *self._pump(now_s)]

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
        return [_not(self._now, "no_speech"), *self._rest("unready", now_s)]

    def ended(self, token: int, whole: bool, now_s: float) -> list[Action]:
        """A playing has ended, to its end or cut short."""
        if token != self._token or self._now is None or self.state not in ("first", "second"):
            return []
        actions: list[Action] = []
        first = self.state == "first"
        if first:
            spoken = Spoken(self._now.ticket_id, self._now.call_no)
            actions.append(spoken if whole else _not(self._now, "not_played"))
        if first and whole and len(self._durations_s) > 1 and not self._over:
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
        dropped = [one for one in self._waiting if one.ticket_id == ticket_id]
        for one in dropped:
            self._waiting.remove(one)
        return [_not(one, why) for one in dropped]

    def _pump(self, now_s: float) -> list[Action]:
        actions: list[Action] = []
        if self.state == "resting" and now_s >= self._until_s:
            self._step("rested")
        if not self._device and self.state in ("idle", "resting"):
            actions += [_not(one, "no_device") for one in self._waiting]
            self._waiting.clear()
        while self.state == "idle" and self._waiting:
            one = self._waiting.popleft()
            if now_s - one.called_at_s > self.rules.stale_after_s:
                actions.append(_not(one, "stale"))
                continue
            self._now, self._over = one, False
            self._token += 1
            self._until_s = now_s + PREPARE_S
            self._step("begin")
            actions.append(Prepare(self._token, one))
        return actions

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


def _not(announcement: Announcement, why: Why) -> NotSpoken:
    return NotSpoken(announcement.ticket_id, announcement.call_no, why)
