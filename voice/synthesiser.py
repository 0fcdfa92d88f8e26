"""Free text to sound: one fresh process per utterance, a deadline, and a voice that is checked."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from devices.ports import Sound
from voice.failure import NotSynthesised
from voice.finish import finished
from voice.pcm import BadWav, read_wav
from voice.pronounce import (
    SynthesiserMissing,
    for_espeak,
    read_as_english,
    read_otherwise,
)

PRODUCT_ROOT = Path(__file__).resolve().parent.parent
MANDARIN_VOICES = ("cmn-latn-pinyin", "cmn", "zh")
ENGLISH_VOICES = ("en", "en-gb", "en-us")
CHILD = (sys.executable, "-m", "voice.synthesise_once")
RATE_WPM = 140
DEADLINE_S = 1.8
CACHED_SOUNDS = 64


def mandarin_voices(
    probe: str,
    candidates: Sequence[str] = MANDARIN_VOICES,
    reads_english: Callable[[str, str], bool] = read_as_english,
) -> tuple[str, ...]:
    """Return the voice ids that read the probe text as Mandarin; empty when none does.

    Without the espeak-ng program the check cannot run; then only the id known to be right stays.
    """
    try:
        return tuple(voice for voice in candidates if not reads_english(voice, probe))
    except SynthesiserMissing:
        return tuple(candidates[:1])


def english_voices(
    probe: str,
    candidates: Sequence[str] = ENGLISH_VOICES,
    reads_otherwise: Callable[[str, str], bool] = read_otherwise,
) -> tuple[str, ...]:
    """Return the voice ids that are there and read the probe text as English; empty when none."""
    try:
        return tuple(voice for voice in candidates if not reads_otherwise(voice, probe))
    except SynthesiserMissing:
        return tuple(candidates[:1])


class Synthesiser:
    """Makes sounds of free text. A call lasts until the sound is there or the deadline has passed.

    `find_voices` gives voice ids that were checked (`mandarin_voices`, `english_voices`) and is
    asked once, when the first text comes; `deadline_s` covers process start,
    synthesis and reading; `child` is the command of the child process, `language` the name of what
    the voices read. Not for the thread of a window: see `voice.speech.SpeechWorker`.
    """

    def __init__(
        self,
        find_voices: Callable[[], Sequence[str]],
        pronounce: Mapping[str, str],
        *,
        rate_wpm: int = RATE_WPM,
        deadline_s: float = DEADLINE_S,
        child: Sequence[str] = CHILD,
        language: str = "Mandarin",
    ) -> None:
        self._find_voices = find_voices
        self._voices: tuple[str, ...] | None = None
        self._pronounce = pronounce
        self._rate_wpm = rate_wpm
        self._deadline_s = deadline_s
        self._child = tuple(child)
        self._language = language
        self._cache: OrderedDict[tuple[str, int], Sound] = OrderedDict()

    def speak(self, spoken: str, text: str) -> Sound | NotSynthesised:
        """Turn `spoken` into a sound that shows `text`; a failure is a value."""
        if self._voices is None:
            self._voices = tuple(self._find_voices())
        if not self._voices:
            return NotSynthesised(f"no voice reads {self._language} on this machine")
        key = (spoken, self._rate_wpm)
        if key in self._cache:
            self._cache.move_to_end(key)
            cached = self._cache[key]
            return Sound(cached.pcm, cached.rate_hz, text)
        made = self._run_child(spoken, text)
        if isinstance(made, Sound):
            self._cache[key] = made
            if len(self._cache) > CACHED_SOUNDS:
                self._cache.popitem(last=False)
        return made

    def _run_child(self, spoken: str, text: str) -> Sound | NotSynthesised:
        with tempfile.TemporaryDirectory(prefix="speech-") as folder:
            out = Path(folder) / "speech.wav"
            request = {
                "text": for_espeak(spoken, self._pronounce),
                "rate_wpm": self._rate_wpm,
                "out": str(out),
                "voices": self._voices,
            }
            try:
                # The child is killed by subprocess.run when the deadline passes.
                ended = subprocess.run(  # noqa: S603  our own module, no shell
                    self._child,
                    input=json.dumps(request).encode(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=self._deadline_s,
                    cwd=PRODUCT_ROOT,
                    check=False,
                )
                pcm, rate_hz = read_wav(out)
            except subprocess.TimeoutExpired:
                return NotSynthesised(f"the synthesiser gave nothing in {self._deadline_s:g} s")
            except (OSError, BadWav) as error:
                return NotSynthesised(f"the synthesiser left no sound: {error}")
        if ended.returncode != 0:
            return NotSynthesised(f"the synthesiser ended with code {ended.returncode}")
        if not any(pcm):
            return NotSynthesised("the synthesiser left only silence")
        return Sound(finished(pcm, rate_hz), rate_hz, text)
