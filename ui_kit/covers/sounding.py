"""The sound of an alarm at a staff station: again and again until somebody says they go."""

from __future__ import annotations

import threading

from devices.ports import DeviceStatus, Ready, Sound, Speaker


class AlarmSound:
    """Plays one sound over and over while it is wanted; nothing without a loudspeaker.

    Callbacks of the loudspeaker come from its own thread.
    """

    def __init__(self, speaker: Speaker | None, sound: Sound) -> None:
        self._speaker = speaker
        self._sound = sound
        self._lock = threading.Lock()
        self._wanted = False
        self._playing = False

    def start(self) -> None:
        """Open the loudspeaker."""
        if self._speaker is not None:
            self._speaker.start(self._status_changed)

    def stop(self) -> None:
        """Be still and close the loudspeaker."""
        self.want(wanted=False)
        if self._speaker is not None:
            self._speaker.stop()

    def want(self, *, wanted: bool) -> None:
        """Begin to sound, or be still."""
        with self._lock:
            if wanted == self._wanted:
                return
            self._wanted = wanted
        if wanted:
            self._begin()
        elif self._speaker is not None:
            self._speaker.silence()

    def _begin(self) -> None:
        with self._lock:
            if self._speaker is None or self._playing or not self._wanted:
                return
            self._playing = True
        self._speaker.play(self._sound, lambda: None, self._ended)

    def _ended(self, whole: bool) -> None:
        with self._lock:
            self._playing = False
        if whole:
            self._begin()

    def _status_changed(self, status: DeviceStatus) -> None:
        if isinstance(status, Ready):
            self._begin()
