"""Makes sounds away from the thread that paints."""

from __future__ import annotations

import queue
import threading

from voice.announcer import Preparer
from voice.speech import OnSound
from voice.utterance import Utterance


class PreparingThread:
    """Asks a preparer in a thread of its own, one utterance after the other."""

    def __init__(self, inner: Preparer) -> None:
        self._inner = inner
        self._wanted: queue.SimpleQueue[tuple[Utterance, OnSound] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="call-sounds", daemon=True)

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def prepare(self, utterance: Utterance, on_sound: OnSound) -> None:
        """Hand the sound to `on_sound`, once, from this thread or the preparer's own."""
        self._wanted.put((utterance, on_sound))

    def stop(self, timeout_s: float = 2.0) -> None:
        """End the thread."""
        self._wanted.put(None)
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def _work(self) -> None:
        while (wanted := self._wanted.get()) is not None:
            self._inner.prepare(*wanted)
