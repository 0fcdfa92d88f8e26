"""A simulated strip at the wire: a cable, a card behind it, and what can go wrong with both."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from devices.simulated_wire import Pace, SimulatedWire, real_pace
from devices.transport import Simulator, Transport
from led_strip.simulated_cpower import CPowerCard
from led_strip.simulated_onbon import BUSY, OnbonCard, OnText

BYTE_S = 10 / 57_600
WORK_S = 0.01
SHOWN = "shown.txt"
"""The file of a folder that gets a line for every text that is shown."""


class Card(Protocol):
    """The controller of a strip. `refusals` are for the next requests, `fault` for every text."""

    refusals: list[int]
    fault: int | None

    def take(self, data: bytes) -> list[bytes]:
        """Take bytes from the line; return what is answered to them."""
        ...


class SimulatedStrip:
    """One strip above a counter. `history` holds every text it has shown, oldest first."""

    def __init__(
        self,
        card: Callable[[OnText], Card],
        pace: Pace = real_pace,
        *,
        folder: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._clock = clock
        self._folder = folder
        self._lock = threading.RLock()
        self._wire = SimulatedWire(self._take, pace, clock)
        self._card = card(self._light)
        self._text = ""
        self._dark_at_s: float | None = None
        self._history: list[str] = []
        self._answered = 0
        self._silent = False
        self._late_s = 0.0
        self._cut_at: int | None = None
        self._words: Mapping[str, Callable[..., None]] = {
            "silent": self._be_silent,
            "speak": self._speak,
            "busy": self._be_busy,
            "fault": self._fault,
            "cut_at": self._cut_next,
            "late": self._late,
            "garbage": self._garbage,
            "unplug": lambda: self._wire.set_plugged(plugged=False),
            "plug": lambda: self._wire.set_plugged(plugged=True),
        }

    @property
    def shown(self) -> str:
        """What stands on the strip now; empty when it is dark."""
        with self._lock:
            dark = self._dark_at_s is not None and self._clock() >= self._dark_at_s
            return "" if dark else self._text

    @property
    def history(self) -> tuple[str, ...]:
        """Every text it has shown; the same one again is not counted."""
        with self._lock:
            return tuple(self._history)

    @property
    def answered(self) -> int:
        """How many requests it has answered, well or badly."""
        return self._answered

    def connect(self) -> Transport:
        """Open the link. Raises LinkLost while it is unplugged."""
        return self._wire.connect()

    def words(self) -> tuple[str, ...]:
        """Return the words it knows."""
        return tuple(self._words)

    def control(self, word: str, **arguments: object) -> None:
        """Do what the word says. Raises ValueError or TypeError when that cannot be."""
        if word not in self._words:
            raise ValueError(f"the simulated strip does not know '{word}'")
        with self._lock:
            self._words[word](**arguments)

    def _be_silent(self) -> None:
        self._silent = True

    def _speak(self) -> None:
        self._silent, self._late_s, self._cut_at = False, 0.0, None
        self._card.fault = None
        self._card.refusals.clear()

    def _be_busy(self, times: int = 1) -> None:
        self._card.refusals += [BUSY] * times

    def _fault(self, code: int) -> None:
        self._card.fault = code

    def _cut_next(self, count: int) -> None:
        self._cut_at = count

    def _late(self, seconds: float) -> None:
        self._late_s = seconds

    def _garbage(self, count: int) -> None:
        nonsense = random.Random(count).randbytes(count)  # noqa: S311 - repeatable noise, no secret
        self._wire.send(nonsense, 0.0, BYTE_S)

    def _take(self, data: bytes) -> None:
        with self._lock:
            if self._silent:
                return
            for answer in self._card.take(data):
                cut, late_s = self._cut_at, self._late_s
                self._cut_at, self._late_s = None, 0.0
                self._answered += 1
                self._wire.send(answer[:cut], WORK_S + BYTE_S * len(data), BYTE_S, late_s)

    def _light(self, text: str, dark_after_s: float | None) -> None:
        self._dark_at_s = None if dark_after_s is None else self._clock() + dark_after_s
        if text == self._text:
            return
        self._text = text
        self._history.append(text)
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / SHOWN).open("a", encoding="utf-8") as lines:
                lines.write(f"{text}\n")


def build_simulator(options: Mapping[str, object]) -> Simulator:
    """Return a strip with an Onbon card. Options: folder, pace (a function, real by default)."""
    return _build(OnbonCard, options)


def build_template_simulator(options: Mapping[str, object]) -> Simulator:
    """Return a strip with a C-Power card, which the description `cpower` speaks to."""
    return _build(CPowerCard, options)


def _build(card: Callable[[OnText], Card], options: Mapping[str, object]) -> Simulator:
    folder, pace = options.get("folder"), options.get("pace", real_pace)
    if not callable(pace):
        raise TypeError("the simulated strip needs a function as pace")
    return SimulatedStrip(card, pace, folder=None if folder is None else Path(str(folder)))
