"""A strip above a counter, and somebody who looks at it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import msgspec

from devices.host import Backoff
from devices.ports import DeviceStatus, StripText
from devices.simulated_wire import instant_pace
from led_strip.keeping import KeptStrip, Timings
from led_strip.onbon.driver import OnbonConversation, OnbonStrip
from led_strip.simulated_cpower import CPowerCard
from led_strip.simulated_onbon import OnbonCard
from led_strip.simulator import SimulatedStrip
from led_strip.template.description import Description, description_named
from led_strip.template.driver import TemplateConversation, time_passes

QUICK = Timings(
    look_s=0.05, refresh_s=0.2, refused_s=0.01, backoff=Backoff(first_s=0.02, longest_s=0.05)
)
REPLY_S = 0.1


def calling(number: str, window: str = "3") -> StripText:
    return StripText(f"请 {number} 到{window}号窗口", number, window)


class Statuses:
    """Every status a strip reported."""

    def __init__(self) -> None:
        self.heard: list[DeviceStatus] = []
        self._changed = threading.Condition()

    def __call__(self, status: DeviceStatus) -> None:
        with self._changed:
            self.heard.append(status)
            self._changed.notify_all()

    def until_last(self, status: DeviceStatus, within_s: float = 8.0) -> None:
        with self._changed:
            reached = self._changed.wait_for(lambda: self.heard[-1:] == [status], within_s)
        assert reached, f"expected {status}, heard {self.heard}"


def until(true: Callable[[], bool], what: Callable[[], object], within_s: float = 8.0) -> None:
    waiting = threading.Event()
    for _ in range(int(within_s / 0.01)):
        if true():
            return
        waiting.wait(0.01)
    raise AssertionError(what())


def onbon_simulator() -> SimulatedStrip:
    return SimulatedStrip(OnbonCard, instant_pace)


def cpower_simulator() -> SimulatedStrip:
    return SimulatedStrip(CPowerCard, instant_pace)


def onbon(simulator: SimulatedStrip) -> KeptStrip:
    conversation = OnbonConversation(OnbonStrip(reply_s=REPLY_S))
    return KeptStrip(simulator.connect, conversation, QUICK)


def described(simulator: SimulatedStrip, name: str = "cpower") -> KeptStrip:
    quick = msgspec.structs.replace(description_named(name), reply_s=REPLY_S)
    return of_description(simulator, quick)


def of_description(simulator: SimulatedStrip, description: Description) -> KeptStrip:
    conversation = TemplateConversation(description, 1, time_passes)
    return KeptStrip(simulator.connect, conversation, QUICK)


def shows(simulator: SimulatedStrip, text: str) -> None:
    until(lambda: simulator.shown == text, lambda: (simulator.shown, simulator.history))
