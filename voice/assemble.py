"""Opens everything the voice needs from the product's assets, for the composition root."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from devices.ports import Sound
from voice.call_text import SentenceMaker
from voice.clips import ClipPack, ClipPackBroken, load_clip_pack
from voice.numbers import OneInLabels
from voice.pcm import read_wav
from voice.readings import load_readings, load_sentences
from voice.speech import SpeechMaker
from voice.synthesiser import RATE_WPM, Synthesiser, mandarin_voices

SLOW_WPM = round(RATE_WPM * 0.85)
"""The rate after somebody asked to hear it more slowly."""


@dataclass(frozen=True)
class Voice:
    """The parts of a station's voice; `slow_speech` is always free text.

    `problem` says why there are no clips, else it is empty.
    """

    sentences: SentenceMaker
    speech: SpeechMaker
    slow_speech: SpeechMaker
    chime: Sound
    synthetic: bool
    problem: str


def open_voice(
    assets: Path,
    texts: Mapping[str, str],
    series: Mapping[str, str],
    one: OneInLabels = "yao",
    pack: str = "synthetic",
) -> Voice:
    """Open the voice: `texts` are the strings of voice.toml, `series` mark -> reading.

    A broken clip pack is no reason to stay silent: then everything is free text.

    Raises:
        BadWav: the chime is missing or damaged.
        OSError, tomllib.TOMLDecodeError, KeyError: a data file of this room is not whole.
    """
    readings = load_readings()
    sentences = load_sentences()
    clips: ClipPack | None
    problem = ""
    try:
        clips = load_clip_pack(assets / "voice" / pack)
    except ClipPackBroken as error:
        clips, problem = None, str(error)
    probe = "".join(
        item for item in sentences["call"].first if isinstance(item, str) and "{" not in item
    )
    voices = cache(lambda: mandarin_voices(probe))
    free_text = Synthesiser(voices, readings.pronounce)
    slow_text = Synthesiser(voices, readings.pronounce, rate_wpm=SLOW_WPM)
    pcm, rate_hz = read_wav(assets / "sounds" / "chime.wav")
    return Voice(
        sentences=SentenceMaker(sentences, texts, series, readings, one),
        speech=SpeechMaker(clips, free_text, readings),
        slow_speech=SpeechMaker(None, slow_text, readings),
        chime=Sound(pcm, rate_hz, ""),
        synthetic=clips is None or clips.synthetic,
        problem=problem,
    )
