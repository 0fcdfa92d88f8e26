"""Speak one text, or write what would be spoken: the work behind `./run say`."""

from __future__ import annotations

import queue
from dataclasses import dataclass
from pathlib import Path

from devices.ports import DeviceStatus, Ready, Sound, Speaker, status_word
from voice.failure import NotSynthesised
from voice.pcm import write_wav
from voice.speech import SpeechMaker

LATE_S = 5.0


@dataclass(frozen=True)
class Said:
    """How it went: `ok`, and one sentence for the one who asked."""

    ok: bool
    sentence: str


def make(text: str, maker: SpeechMaker) -> Sound | Said:
    """Make the sound of a text; a text without words and a failure come back as `Said`."""
    if not text.strip():
        return Said(False, "There is nothing to say: give a text.")
    made = maker.make_text(text.strip())
    if isinstance(made, NotSynthesised):
        return Said(False, f"This cannot be spoken: {made.why}.")
    return made


def write(sound: Sound, out: Path) -> Said:
    """Write a sound as a WAV file."""
    try:
        write_wav(out, sound.pcm, sound.rate_hz)
    except OSError as error:
        return Said(False, f"{out} cannot be written: {error.strerror}.")
    return Said(True, f"{out}: {sound.duration_s:.1f} s")


def play(sound: Sound, speaker: Speaker, patience_s: float = LATE_S) -> Said:
    """Play a sound and wait for its end, at most `patience_s` longer than it lasts."""
    statuses: queue.SimpleQueue[DeviceStatus] = queue.SimpleQueue()
    ends: queue.SimpleQueue[bool] = queue.SimpleQueue()
    speaker.start(statuses.put)
    try:
        status = statuses.get(timeout=patience_s)
        if not isinstance(status, Ready):
            return Said(False, _no_sound(status))
        speaker.play(sound, lambda: None, ends.put)
        whole = ends.get(timeout=sound.duration_s + patience_s)
    except queue.Empty:
        return Said(False, "The loudspeaker does not answer. Use --wav FILE instead.")
    finally:
        speaker.stop()
    return Said(True, f"{sound.duration_s:.1f} s") if whole else Said(False, "It was cut short.")


def _no_sound(status: DeviceStatus) -> str:
    why = getattr(status, "why", None) or getattr(status, "what", None) or status_word(status)
    return f"No sound: {why}. Use --wav FILE to write the sound."
