"""Speak one text, or write what would be spoken: the work behind `./run say`."""

from __future__ import annotations

import threading
from collections.abc import Callable
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


def play(
    sound: Sound,
    speaker: Speaker,
    wait: Callable[[threading.Event, float], bool] = threading.Event.wait,
) -> Said:
    """Play a sound and wait for its end. `wait` keeps an event loop running where one is needed.

    `wait(event, timeout_s)` returns whether the event came.
    """
    over = threading.Event()
    heard: list[bool] = []
    statuses: list[DeviceStatus] = []

    def ended(whole: bool) -> None:
        heard.append(whole)
        over.set()

    speaker.start(statuses.append)
    try:
        if statuses and not isinstance(statuses[-1], Ready):
            return Said(False, _no_sound(statuses[-1]))
        speaker.play(sound, lambda: None, ended)
        if not wait(over, sound.duration_s + LATE_S):
            return Said(False, "The loudspeaker does not answer. Use --wav FILE instead.")
    finally:
        speaker.stop()
    return Said(True, f"{sound.duration_s:.1f} s") if heard[0] else Said(False, "It was cut short.")


def _no_sound(status: DeviceStatus) -> str:
    why = getattr(status, "why", None) or getattr(status, "what", None) or status_word(status)
    return f"No sound: {why}. Use --wav FILE to write the sound."
