"""A PageSuggester over a process that reads, started when the first page comes."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import msgspec

from devices.child_link import ChildLink
from devices.transport import LinkLost, Transport
from document_camera.messages import BadMessage, Unpacker, packed
from document_camera.words.messages import Guess, Guessed

COMMAND = (sys.executable, "-m", "document_camera.words.process")
PRODUCT_ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "rapidocr"
DEADLINE_S = 30.0
"""Loading the models and reading take 4 s on an idle machine."""

GRACE_S = 0.5
"""A window that closes waits no longer than this for a page that is being read."""

OnGuess = Callable[[str], None]


def is_installed() -> bool:
    """Say whether pages can be read here: the extra `ocr` is installed."""
    return find_spec(PACKAGE) is not None


class ReadingSuggester:
    """Guesses in a thread of its own, one page after the other; a fault is an empty guess."""

    def __init__(
        self,
        open_link: Callable[[], Transport] = lambda: ChildLink(COMMAND, PRODUCT_ROOT),
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._open_link = open_link
        self._deadline_s = deadline_s
        self._link: Transport | None = None
        self._asked: queue.SimpleQueue[tuple[Guess, OnGuess] | None] = queue.SimpleQueue()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="page-suggester", daemon=True)
        self._thread.start()

    def suggest(self, jpeg: bytes, names: Mapping[str, tuple[str, ...]], on_guess: OnGuess) -> None:
        """Guess which of the named papers a page is."""
        self._asked.put((Guess(jpeg, dict(names)), on_guess))

    def stop(self) -> None:
        """End the process; what was not yet guessed is answered with nothing."""
        self._stopping.set()
        self._asked.put(None)
        self._thread.join(GRACE_S)
        self._close()  # a process that is still loading takes no more of the page
        self._thread.join(self._deadline_s)

    def _run(self) -> None:
        while (asked := self._asked.get()) is not None:
            guess, on_guess = asked
            on_guess("" if self._stopping.is_set() else self._answer(guess))
        self._close()

    def _answer(self, guess: Guess) -> str:
        try:
            if self._link is None:
                self._link = self._open_link()
            self._link.write(packed(guess), self._deadline_s)  # it reads once its models are there
            return self._heard(self._link)
        except (LinkLost, BadMessage):
            self._close()
            return ""

    def _heard(self, link: Transport) -> str:
        unpacker = Unpacker(msgspec.msgpack.Decoder(Guessed))
        ends_at_s = time.monotonic() + self._deadline_s
        while time.monotonic() < ends_at_s and not self._stopping.is_set():
            for said in unpacker.feed(link.read(1 << 16, 0.25)):
                return said.key
        raise LinkLost("no guess in time")

    def _close(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.close()
