"""A simulated loudspeaker: writes each sound as a WAV file, in real time, and counts as spoken.

The folder gets `0001.wav`, `0002.wav` … and `spoken.jsonl`, one line a sound:
`{"file", "text", "started_s", "ended_s", "whole"}`, seconds since the loudspeaker was started;
with headphones also `"where"`, the `room` or the `headphones`.
"""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path

from devices.ports import DeviceStatus, Fault, Offline, Ready, Sound
from devices.transport import Transport
from voice.pcm import write_wav
from voice.playing import Pace, Playing, instant_pace, real_pace

PACES: Mapping[str, Pace] = {"real": real_pace, "instant": instant_pace}
GONE = Offline("the simulated sound device is unplugged")


class WavSpeaker:
    """Plays into a folder. Callbacks come from the thread that plays, statuses too.

    `control` takes the words of a simulator: `unplug` and `plug`.
    """

    def __init__(
        self,
        folder: Path,
        pace: Pace = real_pace,
        clock: Callable[[], float] = time.monotonic,
        *,
        headphones: bool = False,
    ) -> None:
        self._folder = folder
        self._pace = pace
        self._clock = clock
        self._headphones = headphones
        self._wanted = False
        self._waiting: deque[Playing] = deque()
        self._now: Playing | None = None
        self._changed = threading.Condition()
        self._status: DeviceStatus = Ready()
        self._on_status: Callable[[DeviceStatus], None] | None = None
        self._thread: threading.Thread | None = None
        self._stopping = False
        self._files = 0
        self._began_s = 0.0
        self.volume = 1.0

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Make the folder, start the thread and report the status."""
        self._on_status = on_status
        self._began_s = self._clock()
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            self._status = Fault(f"the folder for sounds cannot be made: {error.strerror}")
        self._thread = threading.Thread(target=self._work, name="wav-speaker", daemon=True)
        self._thread.start()
        on_status(self._status)

    def play(
        self, sound: Sound, on_started: Callable[[], None], on_ended: Callable[[bool], None]
    ) -> None:
        """Queue the sound behind what is playing; without a device it ends unspoken at once."""
        with self._changed:
            able = isinstance(self._status, Ready) and not self._stopping
            if able:
                self._waiting.append(Playing(sound, on_started, on_ended))
                self._changed.notify_all()
        if not able:
            on_ended(False)

    def silence(self) -> None:
        """Cut what is playing and drop what waits; each is told that it was not played."""
        with self._changed:
            dropped = list(self._waiting)
            self._waiting.clear()
            if self._now is not None:
                self._now.cut.set()
        for playing in dropped:
            playing.on_ended(False)

    def set_volume(self, level: float) -> None:
        """Remember the volume, 0.0 to 1.0; files are written at full level."""
        self.volume = min(max(level, 0.0), 1.0)

    def use_headphones(self, wanted: bool) -> None:
        """Note from now on that sounds go to the headphones, or into the room again."""
        self._wanted = wanted

    def stop(self) -> None:
        """Cut what is playing and end the thread; returns when it has ended."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
        self.silence()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join()

    def words(self) -> tuple[str, ...]:
        """Return the words `control` understands."""
        return ("plug", "unplug")

    def control(self, word: str, **arguments: object) -> None:
        """Misbehave on demand.

        Raises:
            ValueError: an unknown word, or arguments where none are taken.
        """
        if word not in self.words() or arguments:
            raise ValueError(f"the loudspeaker knows {', '.join(self.words())}: {word!r}")
        self._status = Ready() if word == "plug" else GONE
        if word == "unplug":
            self.silence()
        if self._on_status is not None:
            self._on_status(self._status)

    def _work(self) -> None:
        while (playing := self._next()) is not None:
            whole = self._play_one(playing)
            with self._changed:
                self._now = None
            playing.on_ended(whole)

    def _next(self) -> Playing | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._stopping)
            if self._stopping:
                return None
            self._now = self._waiting.popleft()
            return self._now

    def _play_one(self, playing: Playing) -> bool:
        started_s, where = self._clock(), "headphones" if self._wanted else "room"
        playing.on_started()
        whole = not self._pace(playing.cut, playing.sound.duration_s)
        try:
            self._write(playing.sound, started_s, whole, where)
        except OSError as error:
            self._status = Fault(f"the sound cannot be written: {error.strerror}")
            if self._on_status is not None:
                self._on_status(self._status)
            return False
        return whole

    def _write(self, sound: Sound, started_s: float, whole: bool, where: str) -> None:
        self._files += 1
        name = f"{self._files:04d}.wav"
        write_wav(self._folder / name, sound.pcm, sound.rate_hz)
        line = {
            "file": name,
            "text": sound.text,
            "started_s": round(started_s - self._began_s, 3),
            "ended_s": round(self._clock() - self._began_s, 3),
            "whole": whole,
        }
        if self._headphones:
            line["where"] = where
        with (self._folder / "spoken.jsonl").open("a", encoding="utf-8") as journal:
            journal.write(json.dumps(line, ensure_ascii=False) + "\n")


def build(open_link: Callable[[], Transport], options: Mapping[str, object]) -> WavSpeaker:  # noqa: ARG001  a folder needs no link; the signature is the catalog's
    """Build the simulated loudspeaker.

    Options: `folder` (needed), `pace` (`real` or `instant`, default `real`), `headphones` (whether
    there are any, default false).

    Raises:
        ValueError: an option is missing or unknown.
    """
    unknown = set(options) - {"folder", "pace", "headphones"}
    folder, pace = options.get("folder"), options.get("pace", "real")
    headphones = options.get("headphones", False)
    known = isinstance(folder, str | Path) and pace in PACES and isinstance(headphones, bool)
    if unknown or not known:
        raise ValueError(
            "the wav loudspeaker takes folder = PATH, pace = real or instant, headphones = true"
        )
    return WavSpeaker(Path(str(folder)), PACES[str(pace)], headphones=headphones is True)
