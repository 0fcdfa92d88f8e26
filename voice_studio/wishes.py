"""What the presenter asks of the world; `app.py` carries it out."""

from __future__ import annotations

from dataclasses import dataclass, field

from devices.ports import Sound
from voice.script import Line


@dataclass(frozen=True)
class Listen:
    """Let the microphone hear from now on."""


@dataclass(frozen=True)
class Rest:
    """Let the microphone hear nothing more."""


@dataclass(frozen=True)
class Play:
    """Play a take."""

    sound: Sound


@dataclass(frozen=True)
class PlayKept:
    """Play the clip of a line that is in the pack."""

    line: Line


@dataclass(frozen=True)
class PlaySample:
    """Play a whole call from the clips of the pack."""


@dataclass(frozen=True)
class Hush:
    """Stop what is playing."""


@dataclass(frozen=True)
class Keep:
    """Write a clip into the pack."""

    line: Line
    pcm: bytes = field(repr=False)


@dataclass(frozen=True)
class Close:
    """Close the window; everything is in the pack."""


Wish = Listen | Rest | Play | PlayKept | PlaySample | Hush | Keep | Close
