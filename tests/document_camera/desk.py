"""A desk with a camera above it, and somebody who waits for what it says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from devices.camera_port import DocumentCamera, PageNotTaken, PageOutcome, PageTaken, Picture, Seen
from devices.host import Backoff
from devices.ports import DeviceStatus
from document_camera.driver import UvcCamera
from document_camera.simulated.paper import drawn
from document_camera.simulated.sheets import sheets
from document_camera.simulator import SimulatedCamera

FONTS = Path(__file__).parents[2] / "assets" / "fonts"
WIDTH_PX = 2480
"""A4 still reaches 200 dpi, and a page is drawn twice as fast as with 8 MP."""
WAIT_S = 30.0


@cache
def pages() -> dict[str, np.ndarray]:
    """Every page that can be laid under the camera."""
    return {name: drawn(name, FONTS) for name in sheets()}


class Person:
    """Hears everything a camera says, from whatever thread."""

    def __init__(self, camera: DocumentCamera) -> None:
        self.camera = camera
        self.statuses: list[DeviceStatus] = []
        self.looks: list[Seen] = []
        self.outcomes: list[PageOutcome] = []
        self._news = threading.Condition()

    def start(self) -> None:
        self.camera.start(lambda status: self._take(self.statuses, status))

    def watch(self) -> None:
        self.camera.watch(lambda seen: self._take(self.looks, seen))

    def take(self, *, anyway: bool = False) -> None:
        self.camera.take(lambda outcome: self._take(self.outcomes, outcome), anyway=anyway)

    def until_status(self, status: DeviceStatus) -> None:
        self.until(lambda: self.statuses[-1:] == [status], f"status {status}")

    def until_sees(self, verdict: str) -> Seen:
        """Wait until that is what the camera says last."""
        self.until(lambda: [one.verdict for one in self.looks[-1:]] == [verdict], f"look {verdict}")
        return self.looks[-1]

    def until_sees_again(self, verdict: str) -> Seen:
        """Wait until the camera says that from now on; what it said before does not count."""
        self.looks.clear()
        return self.until_sees(verdict)

    def until_page(self) -> PageTaken:
        outcome = self.until_outcome()
        assert isinstance(outcome, PageTaken), outcome
        return outcome

    def until_outcome(self) -> PageOutcome:
        before = len(self.outcomes)
        self.take()
        self.until(lambda: len(self.outcomes) > before, "an outcome")
        return self.outcomes[before]

    def refused(self) -> str:
        outcome = self.until_outcome()
        assert isinstance(outcome, PageNotTaken), outcome
        return outcome.why

    def until(self, true: Callable[[], bool], what: str) -> None:
        with self._news:
            reached = self._news.wait_for(true, WAIT_S)
        words = [one.verdict for one in self.looks[-5:]]
        assert reached, f"waited for {what}: {self.statuses}, {words}, {self.outcomes}"

    def _take(self, heard: list[Any], said: object) -> None:
        with self._news:
            heard.append(said)
            self._news.notify_all()


@contextmanager
def simulated(width_px: int = WIDTH_PX) -> Iterator[tuple[Person, SimulatedCamera]]:
    """A camera of the driver over the simulator, started and ready."""
    simulator = SimulatedCamera(FONTS, width_px)
    camera = UvcCamera(simulator.connect, backoff=Backoff(first_s=0.05, longest_s=0.2))
    person = Person(camera)
    person.start()
    try:
        yield person, simulator
    finally:
        camera.stop()
        simulator.close()


def as_array(picture: Picture) -> np.ndarray:
    return np.frombuffer(picture.rgb, np.uint8).reshape(picture.height_px, picture.width_px, 3)


def likeness(one: np.ndarray, other: np.ndarray) -> float:
    """How alike two grey pictures of the same size are: 1.0 the same, 0.0 nothing in common."""
    a, b = (picture.astype(np.float64) - picture.mean() for picture in (one, other))
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum()))
