"""The microphone of the machine, through its sound server (PulseAudio, or PipeWire in its place).

A supervised worker holds the connection, so a server that dies, hangs or comes back and a plug that
is pulled are statuses. A microphone gives sound all the time, silence too: one that gives none for
a while counts as gone.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from devices.host import Backoff, Life, TemporaryFault, Worker
from devices.ports import DeviceStatus, Fault, Offline, Ready
from devices.transport import LinkLost
from voice.pulse_client import STEP_S, PulseClient
from voice.pulse_recording import PulseRecording

NO_MICROPHONE = Offline("no microphone is plugged in")
GIVES_NO_SOUND = Fault("the microphone gives no sound")
LOOK_EVERY_S = 1.0
PATIENCE_S = 1.5

OnChunk = Callable[[bytes], None]


class _Listening:
    """Who listens; set by any thread, asked by the worker."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._listener: OnChunk | None = None
        self._able = False

    def begin(self, listener: OnChunk) -> None:
        with self._lock:
            self._listener = listener if self._able else None

    def end(self) -> None:
        with self._lock:
            self._listener = None

    def set_able(self, able: bool) -> None:
        with self._lock:
            self._able = able
            if not able:
                self._listener = None

    def listener(self) -> OnChunk | None:
        with self._lock:
            return self._listener


class _MicrophoneWork:
    """What the worker does, life after life."""

    def __init__(
        self, named: str, rate_hz: int, listening: _Listening, clock: Callable[[], float]
    ) -> None:
        self._named = named
        self._rate_hz = rate_hz
        self._listening = listening
        self._clock = clock
        self._client: PulseClient | None = None

    def set_up(self, life: Life) -> None:
        """Connect and find the microphone. Raises LinkLost, TemporaryFault."""
        self._client = client = PulseClient(self._clock)
        client.connect()
        self._find(client)
        life.settled()
        life.report(Ready())

    def run(self, life: Life) -> None:
        """Listen while somebody wants to hear. Raises LinkLost, TemporaryFault."""
        client = self._client
        if client is None:
            raise LinkLost("no connection")
        look_at_s = self._clock() + LOOK_EVERY_S
        while not life.ending:
            life.beat()
            if self._listening.listener() is not None:
                self._listen(life, client, client.open_recording(self._find(client), self._rate_hz))
            elif self._clock() >= look_at_s:
                self._find(client)
                look_at_s = self._clock() + LOOK_EVERY_S
            client.step(STEP_S)

    def tear_down(self) -> None:
        """Hang up."""
        client, self._client = self._client, None
        if client is not None:
            client.close()

    def break_off(self) -> None:
        """End a step that waits."""
        self.wake()

    def wake(self) -> None:
        """Look at who listens now."""
        client = self._client
        if client is not None:
            client.wake()

    def _find(self, client: PulseClient) -> str:
        """Return the name of the microphone. Raises TemporaryFault when there is none."""
        inputs = client.inputs()
        if self._named:
            fitting = [name for name, words in inputs.sources.items() if self._named in words]
        else:
            fitting = [inputs.default] if inputs.default in inputs.sources else []
            fitting += list(inputs.sources)
        if not fitting:
            raise TemporaryFault(NO_MICROPHONE)
        return fitting[0]

    def _listen(self, life: Life, client: PulseClient, recording: PulseRecording) -> None:
        try:
            patience_ends_s = self._clock() + PATIENCE_S
            while (listener := self._listening.listener()) is not None and not life.ending:
                life.beat()
                if self._clock() > patience_ends_s:
                    raise TemporaryFault(GIVES_NO_SOUND)
                chunk = recording.read()
                if chunk:
                    patience_ends_s = self._clock() + PATIENCE_S
                    listener(chunk)
                else:
                    client.step(STEP_S)
        finally:
            recording.close()


class PulseMicrophone:
    """Hears with the machine's microphone. Any thread may call; callbacks come from the worker's.

    `named` is a part of the input's description; empty means the default input.
    """

    def __init__(
        self, rate_hz: int, named: str = "", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._rate_hz = rate_hz
        self._listening = _Listening()
        self._work = _MicrophoneWork(named, rate_hz, self._listening, clock)
        self._on_status: Callable[[DeviceStatus], None] | None = None
        self._worker: Worker | None = None

    @property
    def rate_hz(self) -> int:
        """Samples a second of what it hears."""
        return self._rate_hz

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Look for the microphone, report the status, and again whenever it comes or goes."""
        self._on_status = on_status
        self._worker = Worker(
            "microphone", self._work, self._told, backoff=Backoff(first_s=1.0, longest_s=2.0)
        )
        self._worker.start()

    def listen(self, on_chunk: OnChunk) -> None:
        """Hand on what is heard from now on; without a microphone nothing ever is."""
        self._listening.begin(on_chunk)
        self._work.wake()

    def rest(self) -> None:
        """Hear nothing more."""
        self._listening.end()
        self._work.wake()

    def stop(self) -> None:
        """Let the microphone go; returns when that is done."""
        self._listening.set_able(False)
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.stop()

    def _told(self, status: DeviceStatus) -> None:
        self._listening.set_able(isinstance(status, Ready))
        if self._on_status is not None:
            self._on_status(status)
