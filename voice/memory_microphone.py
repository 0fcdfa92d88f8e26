"""A microphone in memory: hears what it is told, in chunks as a real one gives them."""

from __future__ import annotations

from collections.abc import Callable

from devices.ports import DeviceStatus, Offline, Ready

CHUNK_MS = 40
PULLED_OUT = Offline("the microphone was pulled out")


class MemoryMicrophone:
    """Hands on takes while somebody listens; what is said while it rests is not heard.

    Callbacks come in the thread that calls `hear`.
    """

    def __init__(self, rate_hz: int = 24000, status: DeviceStatus | None = None) -> None:
        self._rate_hz = rate_hz
        self._status: DeviceStatus = status if status is not None else Ready()
        self._on_status: Callable[[DeviceStatus], None] | None = None
        self._on_chunk: Callable[[bytes], None] | None = None

    @property
    def rate_hz(self) -> int:
        """Samples a second of what it hears."""
        return self._rate_hz

    @property
    def listening(self) -> bool:
        """Whether anybody listens now."""
        return self._on_chunk is not None

    def start(self, on_status: Callable[[DeviceStatus], None]) -> None:
        """Report the status."""
        self._on_status = on_status
        on_status(self._status)

    def listen(self, on_chunk: Callable[[bytes], None]) -> None:
        """Hand on what is heard from now on."""
        if isinstance(self._status, Ready):
            self._on_chunk = on_chunk

    def rest(self) -> None:
        """Hear nothing more."""
        self._on_chunk = None

    def stop(self) -> None:
        """Let the device go."""
        self.rest()
        self._on_status = None

    def hear(self, pcm: bytes) -> int:
        """Let a sound come in, chunk by chunk, until nobody listens any more.

        Returns how many bytes were handed on.
        """
        size = 2 * (self._rate_hz * CHUNK_MS // 1000)
        for start in range(0, len(pcm), size):
            on_chunk = self._on_chunk
            if on_chunk is None:
                return start
            on_chunk(pcm[start : start + size])
        return len(pcm)

    def lose_device(self, status: DeviceStatus | None = None) -> None:
        """Behave as if the microphone were pulled out."""
        self._status = status if status is not None else PULLED_OUT
        self.rest()
        self._report()

    def find_device(self) -> None:
        """Behave as if a microphone were plugged in."""
        self._status = Ready()
        self._report()

    def _report(self) -> None:
        if self._on_status is not None:
            self._on_status(self._status)
