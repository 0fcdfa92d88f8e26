"""One sound on its way through a loudspeaker that works in a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from devices.ports import Sound

Pace = Callable[[Event, float], bool]


@dataclass(frozen=True)
class Playing:
    """A sound, whom to tell, and the event that cuts it short."""

    sound: Sound
    on_started: Callable[[], None]
    on_ended: Callable[[bool], None]
    cut: Event = field(default_factory=Event)


def real_pace(cut: Event, duration_s: float) -> bool:
    """Wait as long as the sound lasts; True when it was cut short."""
    return cut.wait(duration_s)


def instant_pace(cut: Event, duration_s: float) -> bool:  # noqa: ARG001  the signature of Pace
    """Do not wait; True when it was cut before it began."""
    return cut.is_set()
