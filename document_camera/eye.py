"""The thread that looks: only ever at the newest picture, so that it is never late."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from document_camera.health import PictureHealth, PictureWatch
from document_camera.looking import Looking
from document_camera.messages import Head, Say
from document_camera.still import Still

if TYPE_CHECKING:
    import numpy as np

LOOK_EVERY_S = 0.12
LONGEST_WAIT_S = 0.5

Load = Callable[[], Still]
"""Brings a picture into this thread. Raises ValueError when a part of it is missing."""


class Eye:
    """Takes pictures from the camera's thread and answers from its own.

    `say` and `on_health` are called in the eye's thread; `on_health(None)` is a broken picture.
    """

    def __init__(
        self,
        say: Callable[[Say], None],
        on_health: Callable[[PictureHealth | None], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._looking = Looking()
        self._watch = PictureWatch()
        self._say = say
        self._on_health = on_health
        self._clock = clock
        self._changed = threading.Condition()
        self._newest: Load | None = None
        self._deeds: list[Callable[[], Iterable[Say]]] = []
        self._ended = False
        self._thread = threading.Thread(target=self._run, name="eye", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def show(self, load: Load) -> None:
        """Offer a picture; one that was not looked at yet is dropped for it."""
        with self._changed:
            self._newest = load
            self._changed.notify_all()

    def set_head(self, head: Head) -> None:
        """Say where the head of a page points in the pictures."""
        self._looking.head = head

    def take(self, number: int, anyway: bool) -> None:
        """Take the page that lies there."""
        self._do(lambda: self._looking.take(number, anyway, self._clock()))

    def lose(self) -> None:
        """The camera is gone: whoever waits gets no page. What a picture was is still known."""
        self._do(self._looking.forget)

    def rest(self) -> None:
        """Forget every picture."""
        self._do(self._forget)

    def stop(self) -> None:
        """End the thread."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def _forget(self) -> Iterable[Say]:
        self._watch = PictureWatch()
        return self._looking.forget()

    def _do(self, deed: Callable[[], Iterable[Say]]) -> None:
        with self._changed:
            self._deeds.append(deed)
            self._newest = None
            self._changed.notify_all()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(self._has_work, LONGEST_WAIT_S)
                if self._ended:
                    return
                deeds, self._deeds = self._deeds, []
                load, self._newest = self._newest, None
            for deed in deeds:
                self._tell(deed())
            if load is not None:
                self._look(load)
                self._pause()
            self._tell(self._looking.pass_time(self._clock()))

    def _has_work(self) -> bool:
        return self._ended or bool(self._deeds) or self._newest is not None

    def _pause(self) -> None:
        """Leave the processor to others before the next look, unless something is wanted."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or bool(self._deeds), LOOK_EVERY_S)

    def _look(self, load: Load) -> None:
        try:
            still = load()
            self._make_of(still, still.small(), self._clock())
        except ValueError:
            self._on_health(None)

    def _make_of(self, still: Still, small: np.ndarray, now_s: float) -> None:
        """Say how the camera is and what lies there. Raises ValueError for a damaged picture."""
        health = self._watch.saw(still.fingerprint, float(small.mean()), float(small.std()), now_s)
        self._on_health(health)
        if health != "same":
            self._tell(self._looking.see(still, small, now_s))

    def _tell(self, said: Iterable[Say]) -> None:
        for message in said:
            self._say(message)
