"""What the strip of lamps above a counter says, from what its screen shows. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counter_display.counter.presenter import CounterScreenView
from devices.ports import CallStrip, StripText
from ui_kit.strings import Strings


@dataclass(frozen=True)
class Strip:
    """The strip of a counter, and which station tells the hall how it is."""

    device: CallStrip
    device_id: str
    station_id: str
    new_id: Callable[[], str]


def strip_text(view: CounterScreenView, words: Strings) -> StripText:
    """Return the one line of the strip.

    Whoever was called or is served stays on it while the hall cannot be reached; with nobody there
    it says where to listen, as the screen does.
    """
    if view.number is not None:
        label = view.number.label
        line = words.get(f"strip_{view.state}", number=label, window=view.window)
        return StripText(line, label, view.window)
    return StripText(words.get("strip_stale" if view.stale else f"strip_{view.state}"))
