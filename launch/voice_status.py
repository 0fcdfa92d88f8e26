"""Whose voice a station speaks with, and where the hall's own voice is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from launch.settings import ConfigErrors
from launch.settings.station_schema import StationSettings
from launch.speech import own_voice
from launch.voice_script import script_of
from voice.clips import ClipPackBroken, load_clip_pack
from voice.script import Line, lacking

SPEAKING = ("kiosk", "board")
NAMED = 3
"""How many of the missing clips a line names."""


@dataclass(frozen=True)
class VoiceStatus:
    """The voice of a station: `machine`, `whole`, `gaps` or `missing`, and a sentence about it."""

    word: str
    sentence: str


def voice_status(station: StationSettings, state: Path, config: Path) -> VoiceStatus | None:
    """Return whose voice a station speaks with; None for a station that does not speak."""
    if station.kind not in SPEAKING:
        return None
    folder = own_voice(state, station.voice.pack)
    if folder is None:
        return VoiceStatus("machine", "a machine speaks; record a voice with ./run record-voice")
    try:
        pack = load_clip_pack(folder)
    except ClipPackBroken as broken:
        return VoiceStatus("missing", f"{broken} in {folder.parent}: a machine speaks")
    who = f"{pack.voice or folder.name}, recorded {pack.recorded_on or 'some day'}"
    try:
        lines = script_of(config)
    except ConfigErrors:
        return VoiceStatus("gaps", f"{who}; what is missing is not known: see ./run check-config")
    left = lacking(lines, pack.says)
    if not left:
        return VoiceStatus("whole", f"{who}: all {len(lines)} clips")
    return VoiceStatus("gaps", f"{who}: {names_of(left)}, their sentences are a machine's")


def names_of(lines: Sequence[Line]) -> str:
    """Return how many clips are missing, and the first of them by name."""
    named = ", ".join(line.words for line in lines[:NAMED])
    more = ", ..." if len(lines) > NAMED else ""
    return f"{len(lines)} clips missing ({named}{more})"
