"""Sound on its way from one input of the sound server."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Protocol

from devices.transport import LinkLost
from voice import pulse_library as pulse

ANSWER_S = 2.0
CHUNK_S = 0.04


class Stepping(Protocol):
    """What a recording needs of its connection."""

    def until(self, true: Callable[[], object], timeout_s: float) -> None:
        """Step until something is true. Raises LinkLost when that takes too long."""
        ...


class PulseRecording:
    """A stream of mono 16-bit sound. All methods belong to the thread of its connection."""

    def __init__(
        self,
        client: Stepping,
        library: Any,  # noqa: ANN401 - a shared library has no type
        context: int | None,
        source: str,
        rate_hz: int,
    ) -> None:
        self._library = library
        spec = pulse.SampleSpec(pulse.SAMPLE_S16LE, rate_hz, 1)
        buffer = pulse.BufferAttributes(
            pulse.AS_THE_SERVER_LIKES,
            pulse.AS_THE_SERVER_LIKES,
            pulse.AS_THE_SERVER_LIKES,
            pulse.AS_THE_SERVER_LIKES,
            2 * int(CHUNK_S * rate_hz),
        )
        self._stream: int | None = library.pa_stream_new(
            context, b"recording", ctypes.byref(spec), None
        )
        flags = pulse.DO_NOT_MOVE | pulse.ADJUST_LATENCY
        if self._stream is None or library.pa_stream_connect_record(
            self._stream, source.encode(), ctypes.byref(buffer), flags
        ):
            raise LinkLost("the sound server opens no recording")
        client.until(self._ready, ANSWER_S)

    def read(self) -> bytes:
        """Return what has come in, empty when nothing has. Raises LinkLost."""
        if not self._ready():
            raise LinkLost("the input is gone")
        data, size = ctypes.c_void_p(), ctypes.c_size_t()
        if self._library.pa_stream_peek(self._stream, ctypes.byref(data), ctypes.byref(size)):
            raise LinkLost("the sound server gives no sound")
        if size.value == 0:
            return b""
        # A hole in the sound has a size and no data.
        pcm = ctypes.string_at(data, size.value) if data.value else bytes(size.value)
        self._library.pa_stream_drop(self._stream)
        return pcm

    def close(self) -> None:
        """Listen no more."""
        stream, self._stream = self._stream, None
        if stream is not None:
            self._library.pa_stream_disconnect(stream)
            self._library.pa_stream_unref(stream)

    def _ready(self) -> bool:
        state = int(self._library.pa_stream_get_state(self._stream))
        if state in (pulse.STREAM_FAILED, pulse.STREAM_TERMINATED):
            raise LinkLost("the input is gone")
        return state == pulse.STREAM_READY
