"""What a studio is told at its start."""

from __future__ import annotations

from dataclasses import dataclass

from ui_kit.strings import Strings
from voice.readings import DialectLine
from voice.script import Line


@dataclass(frozen=True)
class StudioSetup:
    """Everything the presenter needs; the script has at least one line.

    `pack` is the name of the pack as it stands in a station file, `voice` whose voice it is.
    """

    words: Strings
    lines: tuple[Line, ...]
    third_call: DialectLine
    pack: str
    voice: str
    rate_hz: int
