"""Which output a sentence goes to when a station has headphones. Pure.

A jack tells the sound server whether something is plugged in, and the server tells it of each port
of an output: yes, no, or unknown where the jack has no switch. Unknown is never guessed: then the
visitor's own key decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

_HEAD = "head"
"""Part of every name that ALSA and PipeWire give a port for headphones or a headset."""


class Available(IntEnum):
    """Whether something is plugged in, as libpulse numbers it (pa_port_available_t)."""

    UNKNOWN = 0
    NO = 1
    YES = 2


@dataclass(frozen=True)
class Port:
    """A port of an output."""

    name: str
    available: Available


@dataclass(frozen=True)
class Outputs:
    """The outputs of a server: name -> description, and which one is the default.

    `ports` holds those of outputs that have any.
    """

    sinks: dict[str, str]
    default: str
    ports: Mapping[str, Sequence[Port]] = field(default_factory=dict)

    def described(self, part: str) -> str:
        """Return the first output with that part in its description; empty when there is none."""
        return next((name for name, said in self.sinks.items() if part in said), "")


def plugged(ports: Sequence[Port]) -> bool | None:
    """Tell whether headphones are plugged in; None when the jack does not know.

    Of an output with a port for headphones only that one counts.
    """
    heads = [one for one in ports if _HEAD in one.name.lower()] or list(ports)
    known = {one.available for one in heads}
    if Available.YES in known:
        return True
    return False if known == {Available.NO} else None


def headphone_output(outputs: Outputs, part: str, *, wanted: bool) -> str:
    """Return the output of the headphones while they are to be used, else an empty text.

    `part` is a part of its description; `wanted` is what the visitor's key says.
    """
    name = outputs.described(part) if part else ""
    if not name:
        return ""
    known = plugged(outputs.ports.get(name, ()))
    return name if (wanted if known is None else known) else ""
