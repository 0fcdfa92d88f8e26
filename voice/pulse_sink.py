"""The loudspeaker of the machine, through its sound server (PulseAudio, or PipeWire in its place).

A supervised worker holds the connection, so a server that dies, hangs or comes back and a plug that
is pulled are statuses. A sound counts as heard only when the server has played it to its end.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Mapping

from devices.host import Backoff, Life, TemporaryFault, Worker
from devices.ports import DeviceStatus, Fault, Offline, Ready, Sound
from devices.transport import LinkLost, Transport
from voice.headphones import headphone_output
from voice.pcm import samples, to_pcm
from voice.playing import Playing
from voice.pulse_client import DUMMY_SINK, STEP_S, PulseClient, PulseStream

NO_LOUDSPEAKER = Offline("no loudspeaker is plugged in")
TAKES_NO_SOUND = Fault("the sound output takes no sound")
LOOK_EVERY_S = 2.0
PATIENCE_S = 3.0  # without a byte taken, or past the end
MOST_QUIETER_DB = 30.0
_TAKES = (
    "the pulse loudspeaker takes output = TEXT, headphones = TEXT and quieter_db = 0 to "
    f"{MOST_QUIETER_DB:.0f}"
)
TAIL_S = 0.03  # the last answer of the server may be that old


class _Waiting:
    """What is to be played: filled by any thread, emptied by the worker."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._queue: deque[Playing] = deque()
        self._now: Playing | None = None
        self._able = True  # until the first status says otherwise

    def take(self, playing: Playing) -> bool:
        with self._lock:
            if self._able:
                self._queue.append(playing)
            return self._able

    def begin(self) -> Playing | None:
        with self._lock:
            self._now = self._queue.popleft() if self._queue else None
            return self._now

    def set_able(self, able: bool) -> None:
        with self._lock:
            self._able = able

    def drop(self) -> list[Playing]:
        """Empty the queue and cut what plays; return those that never began."""
        with self._lock:
            dropped = list(self._queue)
            self._queue.clear()
            if self._now is not None:
                self._now.cut.set()
        return dropped


class _Elsewhere(Exception):
    """The sound is to be heard at another output now."""


class _SoundWork:
    """What the worker does, life after life."""

    def __init__(
        self, output: str, headphones: str, waiting: _Waiting, clock: Callable[[], float]
    ) -> None:
        self._output = output
        self._headphones = headphones
        self._waiting = waiting
        self._clock = clock
        self._client: PulseClient | None = None
        self._sink = ""
        self._asked_anew = False
        self._wanted = False
        self.volume = 1.0

    def use_headphones(self, wanted: bool) -> None:
        if wanted != self._wanted:
            self._wanted, self._asked_anew = wanted, True
            self.wake()

    def wake(self) -> None:
        client = self._client
        if client is not None:
            client.wake()

    def set_up(self, life: Life) -> None:
        self._client = PulseClient(self._clock)
        self._client.connect()
        if self._headphones:
            self._client.watch_outputs()
        self._sink = self._look()
        life.report(Ready())
        life.settled()

    def run(self, life: Life) -> None:
        client = self._client
        if client is None:
            raise LinkLost("the connection was closed")
        look_again_s = self._clock() + LOOK_EVERY_S
        while not life.ending:
            life.beat()
            playing = self._waiting.begin()
            if playing is not None:
                self._play(life, client, playing)
            elif self._clock() >= look_again_s or self._moved(client):
                self._sink = self._look()
                look_again_s = self._clock() + LOOK_EVERY_S
            else:
                client.step(LOOK_EVERY_S / 10)

    def tear_down(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def break_off(self) -> None:
        self.wake()

    def _look(self) -> str:
        """Return the output to play to. Raises TemporaryFault when there is none, LinkLost."""
        if self._client is None:
            raise LinkLost("the connection was closed")
        outputs = self._client.outputs()
        headphones = headphone_output(outputs, self._headphones, wanted=self._wanted)
        if headphones:
            return headphones
        if self._output:
            name = outputs.described(self._output)
            if name:
                return name
            raise TemporaryFault(Offline(f"no output is called '{self._output}'"))
        if outputs.default in ("", DUMMY_SINK) or outputs.default not in outputs.sinks:
            raise TemporaryFault(NO_LOUDSPEAKER)
        return outputs.default

    def _play(self, life: Life, client: PulseClient, playing: Playing) -> None:
        whole, begun = False, False
        try:
            while True:
                try:
                    whole = self._play_whole(life, client, playing, begun=begun)
                    break
                except _Elsewhere:  # said from its beginning to the ear it is for
                    begun = True
        finally:
            playing.on_ended(whole)

    def _moved(self, client: PulseClient) -> bool:
        """Look whether headphones came or went. Raises TemporaryFault, LinkLost."""
        if not self._headphones or not (self._asked_anew or client.outputs_changed):
            return False
        self._asked_anew = client.outputs_changed = False
        before, self._sink = self._sink, self._look()
        return before != self._sink

    def _play_whole(
        self, life: Life, client: PulseClient, playing: Playing, *, begun: bool
    ) -> bool:
        """Play to the end; False when it was cut. Raises LinkLost, TemporaryFault, _Elsewhere."""
        self._moved(client)
        stream = client.open_stream(self._sink, playing.sound.rate_hz)
        try:
            whole = self._hand_over(life, client, stream, playing, begun=begun)
            whole = whole and self._hear_out(life, client, stream, playing)
        finally:
            stream.close()
        if whole:
            # A server plays on to its dummy output when the loudspeaker was pulled out meanwhile.
            self._sink = self._look()
        return whole

    def _hand_over(
        self, life: Life, client: PulseClient, stream: PulseStream, playing: Playing, *,
        begun: bool,
    ) -> bool:  # fmt: skip
        pcm, at = playing.sound.pcm, 0
        patience_ends_s = self._clock() + PATIENCE_S
        while at < len(pcm):
            if not self._goes_on(life, playing, patience_ends_s):
                return False
            chunk = pcm[at : at + stream.room()]
            if chunk:
                stream.write(_at_volume(chunk, self.volume))
                if at == 0 and not begun:
                    playing.on_started()
                at += len(chunk)
                patience_ends_s = self._clock() + PATIENCE_S
            client.step(STEP_S)
        stream.end()
        return True

    def _hear_out(
        self, life: Life, client: PulseClient, stream: PulseStream, playing: Playing
    ) -> bool:
        patience_ends_s = self._clock() + PATIENCE_S
        while stream.heard_s() < playing.sound.duration_s - TAIL_S:
            if not self._goes_on(life, playing, patience_ends_s):
                return False
            client.step(STEP_S)
        return True

    def _goes_on(self, life: Life, playing: Playing, patience_ends_s: float) -> bool:
        """Return False when it was cut.

        Raises TemporaryFault when the output stands still, _Elsewhere.
        """
        life.beat()
        if self._clock() > patience_ends_s:
            raise TemporaryFault(TAKES_NO_SOUND)
        if playing.cut.is_set() or life.ending:
            return False
        client = self._client
        if client is not None and self._moved(client):
            raise _Elsewhere
        return True


class PulseSpeaker:
    """Plays on the machine's output. Any thread may call; callbacks come from the worker's."""

    def __init__(
        self,
        output: str = "",
        clock: Callable[[], float] = time.monotonic,
        headphones: str = "",
        quieter_db: float = 0.0,
    ) -> None:
        """`output` is a part of the output's description; empty means the default output.

        `headphones` is a part of the description of the output with the headphone jack. No sound
        is louder than `quieter_db` decibels below what the machine can do.
        """
        self._most = 10 ** (-quieter_db / 20)
        self._waiting = _Waiting()
        self._work = _SoundWork(output, headphones, self._waiting, clock)
        self._work.volume = self._most
        self._on_status: Callable[[DeviceStatus], None] | None = None
        self._worker: Worker | None = None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for the output, report the status, and again whenever it comes or goes."""
        self._on_status = on_status
        self._worker = Worker(
            "loudspeaker", self._work, self._told, backoff=Backoff(first_s=1.0, longest_s=4.0)
        )
        self._worker.start()

    def play(
        self, sound: Sound, on_started: Callable[[], None], on_ended: Callable[[bool], None]
    ) -> None:
        """Play the sound after what is playing; without an output it ends unspoken at once."""
        if self._waiting.take(Playing(sound, on_started, on_ended)):
            self._work.wake()
        else:
            on_ended(False)

    def silence(self) -> None:
        """Stop what is playing at once and drop what waits; each is told it was not played."""
        for playing in self._waiting.drop():
            playing.on_ended(False)
        self._work.wake()

    def use_headphones(self, wanted: bool) -> None:
        """Play to the headphones where the jack does not know whether any are plugged in."""
        self._work.use_headphones(wanted)

    def set_volume(self, level: float) -> None:
        """Set the volume from 0.0 to 1.0; squared, because the ear does not hear amplitudes.

        1.0 is as loud as `quieter_db` lets it be, half of it 12 dB less.
        """
        self._work.volume = self._most * min(max(level, 0.0), 1.0) ** 2

    def stop(self) -> None:
        """Stop what is playing and let the output go; returns when that is done."""
        self._waiting.set_able(False)
        self.silence()
        if self._worker is not None:
            self._worker.stop()

    def _told(self, status: DeviceStatus) -> None:
        able = isinstance(status, Ready)
        self._waiting.set_able(able)
        if not able:
            self.silence()
        if self._on_status is not None:
            self._on_status(status)


def _at_volume(pcm: bytes, volume: float) -> bytes:
    if volume >= 1.0:
        return pcm
    values = samples(pcm)
    for index, value in enumerate(values):
        values[index] = int(value * volume)
    return to_pcm(values)


def build(open_link: Callable[[], Transport], options: Mapping[str, object]) -> PulseSpeaker:  # noqa: ARG001  the sound server is the link; the signature is the catalog's
    """Build the loudspeaker of this machine.

    Options: `output`, a part of the output's description (default: the default output);
    `headphones`, the same for the output that goes to the headphones; `quieter_db`, how far the
    loudest sound stays below what the machine can do, 0 (default) to 30.

    Raises:
        ValueError: an option is unknown, no text or no such number.
    """
    output, headphones = options.get("output", ""), options.get("headphones", "")
    quieter_db = options.get("quieter_db", 0)
    known = not set(options) - {"output", "headphones", "quieter_db"}
    number = isinstance(quieter_db, int | float) and not isinstance(quieter_db, bool)
    if not (known and isinstance(output, str) and isinstance(headphones, str) and number):
        raise ValueError(_TAKES)
    db = float(str(quieter_db))
    if not 0 <= db <= MOST_QUIETER_DB:
        raise ValueError(_TAKES)
    return PulseSpeaker(output, headphones=headphones, quieter_db=db)
