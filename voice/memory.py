"""A loudspeaker in memory for tests of screens and queues. It plays nothing and forgets nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from devices.ports import DeviceStatus, Offline, Ready, Sound


@dataclass(frozen=True)
class _Play:
    sound: Sound
    on_started: Callable[[], None]
    on_ended: Callable[[bool], None]


class MemorySpeaker:
    """Ends each sound at once, or when told to, if `by_hand`.

    `heard` holds the sounds played to their end, `started` every sound that began; `headphones`
    is whether they were asked for.
    """

    def __init__(self, *, by_hand: bool = False) -> None:
        self.heard: list[Sound] = []
        self.started: list[Sound] = []
        self.volume = 1.0
        self.headphones = False
        self._by_hand = by_hand
        self._status: DeviceStatus = Ready()
        self._on_status: Callable[[DeviceStatus], None] | None = None
        self._now: _Play | None = None
        self._waiting: deque[_Play] = deque()

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Report the status."""
        self._on_status = on_status
        on_status(self._status)

    def play(
        self, sound: Sound, on_started: Callable[[], None], on_ended: Callable[[bool], None]
    ) -> None:
        """Begin the sound, or keep it until the one before has ended."""
        if not isinstance(self._status, Ready):
            on_ended(False)
            return
        self._waiting.append(_Play(sound, on_started, on_ended))
        if self._now is None:
            self._begin()

    def end_playing(self, *, whole: bool = True) -> None:
        """End what is playing, as the time or a fault would; begin what waits behind it.

        Raises:
            ValueError: nothing is playing.
        """
        play, self._now = self._now, None
        if play is None:
            raise ValueError("nothing is playing")
        if whole:
            self.heard.append(play.sound)
        play.on_ended(whole)
        if self._now is None and self._waiting:
            self._begin()

    @property
    def playing(self) -> Sound | None:
        """Return what is playing now."""
        return self._now.sound if self._now is not None else None

    def silence(self) -> None:
        """Stop at once; nothing that waited begins."""
        stopped = [self._now] if self._now is not None else []
        stopped += self._waiting
        self._now = None
        self._waiting.clear()
        for play in stopped:
            play.on_ended(False)

    def set_volume(self, level: float) -> None:
        """Remember the volume, 0.0 to 1.0."""
        self.volume = min(max(level, 0.0), 1.0)

    def use_headphones(self, wanted: bool) -> None:
        """Remember what was asked for."""
        self.headphones = wanted

    def stop(self) -> None:
        """Stop what is playing."""
        self.silence()

    def lose_device(self, status: DeviceStatus | None = None) -> None:
        """Behave as if the sound device were pulled out."""
        self._status = status if status is not None else Offline("the sound device is gone")
        self.silence()
        self._report()

    def find_device(self) -> None:
        """Behave as if the sound device were back."""
        self._status = Ready()
        self._report()

    def _report(self) -> None:
        if self._on_status is not None:
            self._on_status(self._status)

    def _begin(self) -> None:
        self._now = play = self._waiting.popleft()
        self.started.append(play.sound)
        play.on_started()
        if not self._by_hand and self._now is play:
            self.end_playing()
