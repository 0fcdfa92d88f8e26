"""One connection to the sound server, and streams of sound on it, driven step by step.

Every wait has a deadline of ours: a server that hangs, dies or comes back never holds or ends this
process. All methods but `wake` belong to one thread.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from devices.transport import LinkLost
from voice import pulse_library as pulse
from voice.headphones import Available, Outputs, Port
from voice.pulse_recording import PulseRecording

STEP_S = 0.05
ANSWER_S = 2.0
BUFFER_S = 0.2
START_AFTER_S = 0.05
# What the server plays to when no loudspeaker is plugged in, and nobody hears.
DUMMY_SINK = "auto_null"
MONITOR = ".monitor"


@dataclass(frozen=True)
class Inputs:
    """The inputs of a server: name -> description, and which one is the default.

    What a loudspeaker plays can be recorded too; such a monitor is no microphone and left out.
    """

    sources: dict[str, str]
    default: str


class PulseClient:
    """A connection to the sound server of this user."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Raises LinkLost when libpulse is not installed."""
        try:
            self._library = pulse.load_library()
        except (OSError, AttributeError) as error:
            raise LinkLost(f"the sound library is not installed: {pulse.LIBRARY}") from error
        self._clock = clock
        self._hanging_up = threading.Lock()
        self._loop: int | None = self._library.pa_mainloop_new()
        api = self._library.pa_mainloop_get_api(self._loop)
        self._context: int | None = self._library.pa_context_new(api, b"silverhall")
        self._news = pulse.NewsCallback(self._heard_news)
        self.outputs_changed = False
        """Whether an output came, went or changed since somebody set this to False."""

    def connect(self) -> None:
        """Connect to the server. Raises LinkLost."""
        library = self._library
        if library.pa_context_connect(self._context, None, pulse.NO_AUTOSPAWN, None) < 0:
            raise LinkLost("no sound server runs")
        state = library.pa_context_get_state
        self.until(lambda: state(self._context) == pulse.CONTEXT_READY, ANSWER_S)

    def step(self, timeout_s: float) -> None:
        """Let the connection work for at most `timeout_s`. Raises LinkLost when it is gone."""
        library = self._library
        ready = library.pa_mainloop_prepare(self._loop, int(timeout_s * 1_000_000))
        if ready < 0 or library.pa_mainloop_poll(self._loop) < 0:
            raise LinkLost("the connection to the sound server broke")
        library.pa_mainloop_dispatch(self._loop)
        if library.pa_context_get_state(self._context) in (
            pulse.CONTEXT_FAILED,
            pulse.CONTEXT_TERMINATED,
        ):
            reason = library.pa_strerror(library.pa_context_errno(self._context))
            raise LinkLost(f"no sound server: {reason.decode(errors='replace')}")

    def until(self, true: Callable[[], object], timeout_s: float) -> None:
        """Step until something is true. Raises LinkLost when that takes too long."""
        deadline = self._clock() + timeout_s
        while not true():
            if self._clock() >= deadline:
                raise LinkLost("the sound server does not answer")
            self.step(STEP_S)

    def wake(self) -> None:
        """End a step that waits, from any thread."""
        with self._hanging_up:
            if self._loop is not None:
                self._library.pa_mainloop_wakeup(self._loop)

    def watch_outputs(self) -> None:
        """Have the server tell from now on when its outputs change. Raises LinkLost."""
        library = self._library
        library.pa_context_set_subscribe_callback(self._context, self._news, None)
        nobody = pulse.SuccessCallback(0)
        self._finish(
            library.pa_context_subscribe(self._context, pulse.NEWS_OF_OUTPUTS, nobody, None)
        )

    def outputs(self) -> Outputs:
        """Ask which outputs there are. Raises LinkLost."""
        sinks: dict[str, str] = {}
        ports: dict[str, tuple[Port, ...]] = {}
        default: list[str] = []

        def server(_context: int, info: Any, _data: int) -> None:  # noqa: ANN401 - a C pointer
            default.append(_text(info.contents.default_sink_name) if info else "")

        def sink(_context: int, info: Any, _last: int, _data: int) -> None:  # noqa: ANN401 - a C pointer
            if info:
                name = _text(info.contents.name)
                sinks[name] = _text(info.contents.description)
                ports[name] = ports_of(info.contents)

        library = self._library
        callbacks = (pulse.ServerInfoCallback(server), pulse.SinkInfoCallback(sink))
        self._finish(library.pa_context_get_server_info(self._context, callbacks[0], None))
        self._finish(library.pa_context_get_sink_info_list(self._context, callbacks[1], None))
        return Outputs(sinks, default[0] if default else "", ports)

    def inputs(self) -> Inputs:
        """Ask which inputs there are. Raises LinkLost."""
        sources: dict[str, str] = {}
        default: list[str] = []

        def server(_context: int, info: Any, _data: int) -> None:  # noqa: ANN401 - a C pointer
            default.append(_text(info.contents.default_source_name) if info else "")

        def source(_context: int, info: Any, _last: int, _data: int) -> None:  # noqa: ANN401 - a C pointer
            if info and not _text(info.contents.name).endswith(MONITOR):
                sources[_text(info.contents.name)] = _text(info.contents.description)

        library = self._library
        callbacks = (pulse.ServerInfoCallback(server), pulse.SourceInfoCallback(source))
        self._finish(library.pa_context_get_server_info(self._context, callbacks[0], None))
        self._finish(library.pa_context_get_source_info_list(self._context, callbacks[1], None))
        return Inputs(sources, default[0] if default else "")

    def open_recording(self, source: str, rate_hz: int) -> PulseRecording:
        """Open a stream of mono 16-bit sound from an input. Raises LinkLost."""
        return PulseRecording(self, self._library, self._context, source, rate_hz)

    def open_stream(self, sink: str, rate_hz: int) -> PulseStream:
        """Open a stream of mono 16-bit sound to an output. Raises LinkLost."""
        return PulseStream(self, self._library, self._context, sink, rate_hz)

    def close(self) -> None:
        """Hang up; may be called twice."""
        with self._hanging_up:
            loop, self._loop = self._loop, None
        context, self._context = self._context, None
        if context is not None:
            self._library.pa_context_disconnect(context)
            self._library.pa_context_unref(context)
        if loop is not None:
            self._library.pa_mainloop_free(loop)

    def _heard_news(self, _context: int, _kind: int, _index: int, _data: int) -> None:
        self.outputs_changed = True

    def _finish(self, operation: int | None) -> None:
        if operation is None:
            raise LinkLost("the sound server takes no questions")
        state = self._library.pa_operation_get_state
        try:
            self.until(lambda: state(operation) != pulse.OPERATION_RUNNING, ANSWER_S)
        finally:
            self._library.pa_operation_unref(operation)


class PulseStream:
    """Sound on its way to one output."""

    def __init__(
        self,
        client: PulseClient,
        library: Any,  # noqa: ANN401 - a shared library has no type
        context: int | None,
        sink: str,
        rate_hz: int,
    ) -> None:
        self._client = client
        self._library = library
        spec = pulse.SampleSpec(pulse.SAMPLE_S16LE, rate_hz, 1)
        bytes_s = 2 * rate_hz
        buffer = pulse.BufferAttributes(
            pulse.AS_THE_SERVER_LIKES,
            int(BUFFER_S * bytes_s) & ~1,
            int(START_AFTER_S * bytes_s) & ~1,
            pulse.AS_THE_SERVER_LIKES,
            pulse.AS_THE_SERVER_LIKES,
        )
        self._stream: int | None = library.pa_stream_new(
            context, b"announcement", ctypes.byref(spec), None
        )
        flags = pulse.DO_NOT_MOVE | pulse.ADJUST_LATENCY
        if self._stream is None or library.pa_stream_connect_playback(
            self._stream, sink.encode(), ctypes.byref(buffer), flags, None, None
        ):
            raise LinkLost("the sound server opens no stream")
        client.until(self._ready, ANSWER_S)

    def room(self) -> int:
        """Return how many bytes it takes now. Raises LinkLost."""
        self._demand()
        return int(self._library.pa_stream_writable_size(self._stream)) & ~1

    def write(self, pcm: bytes) -> None:
        """Hand over sound, at most `room` bytes. Raises LinkLost."""
        self._demand()
        if self._library.pa_stream_write(self._stream, pcm, len(pcm), None, 0, pulse.SEEK_RELATIVE):
            raise LinkLost("the sound server takes no sound")

    def heard_s(self) -> float:
        """Return how many seconds of the sound have left the loudspeaker by the last answer.

        Asks for the next answer as well. Nothing is extrapolated: of a server that hangs the
        answer stays what it was. Raises LinkLost.
        """
        self._demand()
        library = self._library
        asked = library.pa_stream_update_timing_info(self._stream, pulse.SuccessCallback(0), None)
        if asked is not None:
            library.pa_operation_unref(asked)
        heard_us = ctypes.c_uint64(0)
        if library.pa_stream_get_time(self._stream, ctypes.byref(heard_us)):
            return 0.0
        return heard_us.value / 1_000_000

    def end(self) -> None:
        """Say that nothing more will be written, so that the last bytes are not held back."""
        self._demand()
        drain = self._library.pa_stream_drain(self._stream, pulse.SuccessCallback(0), None)
        if drain is not None:
            self._library.pa_operation_unref(drain)

    def close(self) -> None:
        """Stop at once what has not been played."""
        stream, self._stream = self._stream, None
        if stream is not None:
            self._library.pa_stream_disconnect(stream)
            self._library.pa_stream_unref(stream)

    def _ready(self) -> bool:
        return bool(self._state() == pulse.STREAM_READY)

    def _demand(self) -> None:
        if not self._ready():
            raise LinkLost("the output is gone")

    def _state(self) -> int:
        state = int(self._library.pa_stream_get_state(self._stream))
        if state in (pulse.STREAM_FAILED, pulse.STREAM_TERMINATED):
            raise LinkLost("the output is gone")
        return state


def ports_of(sink: pulse.SinkInfo) -> tuple[Port, ...]:
    """Return the ports of an output as the server has just handed it out."""
    return tuple(
        Port(_text(one.contents.name), Available(one.contents.available))
        for one in (sink.ports[place] for place in range(sink.n_ports))
    )


def _text(value: bytes | None) -> str:
    return (value or b"").decode(errors="replace")
