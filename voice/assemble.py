"""Opens everything the voice needs from the product's assets, for the composition root."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from devices.ports import Sound
from voice.call_text import SentenceMaker
from voice.clips import ClipPack, ClipPackBroken, load_clip_pack
from voice.numbers import OneInLabels
from voice.pcm import read_wav, silence
from voice.preferred import PreferredVoices, Report, tell_nobody
from voice.readings import load_readings, load_sentences, load_third_call
from voice.speech import SlowSpeechMaker, SpeechMaker
from voice.synthesiser import RATE_WPM, Synthesiser, mandarin_voices

SLOWER = 0.85
"""The share of the usual speed after somebody asked to hear it more slowly."""
AFTER_CLICK_MS = 60
"""Silence after a key's click: an output let go at the click's last sample would swallow it."""
SLOW_WPM = round(RATE_WPM * SLOWER)


@dataclass(frozen=True)
class Voice:
    """The parts of a station's voice.

    `synthetic` tells whether every sentence is a machine's. `problem` says why clips that should
    be there are not, else it is empty.
    """

    sentences: SentenceMaker
    speech: SpeechMaker
    slow_speech: SpeechMaker
    chime: Sound
    click: Sound
    synthetic: bool
    problem: str


def open_voice(
    assets: Path,
    texts: Mapping[str, str],
    series: Mapping[str, str],
    one: OneInLabels = "yao",
    pack: str = "synthetic",
    own: Path | None = None,
    on_lacking: Report = tell_nobody,
) -> Voice:
    """Open the voice: `texts` are the strings of voice.toml, `series` mark -> reading.

    `own` is the folder of the hall's own recordings; it goes before the shipped `pack`, and
    `on_lacking` is told the words it has no clip of when a sentence needs them.
    A broken clip pack is no reason to stay silent: then everything is free text.

    Raises:
        BadWav: the chime or the click is missing or damaged.
        OSError, tomllib.TOMLDecodeError, KeyError: a data file of this room is not whole.
    """
    readings = load_readings()
    sentences = load_sentences()
    third_call = load_third_call()
    folders = [*([own] if own is not None else []), assets / "voice" / pack]
    packs, problem = _open_packs(folders)
    probe = "".join(
        item for item in sentences["call"].first if isinstance(item, str) and "{" not in item
    )
    voices = cache(lambda: mandarin_voices(probe))
    free_text = Synthesiser(voices, readings.pronounce)
    slow_text = Synthesiser(voices, readings.pronounce, rate_wpm=SLOW_WPM)
    people = bool(packs) and not packs[0].synthetic
    clips = PreferredVoices(packs, on_lacking if people else tell_nobody) if packs else None
    in_dialect = any(one_pack.says(third_call.words) for one_pack in packs)
    return Voice(
        sentences=SentenceMaker(
            sentences, texts, series, readings, one, third_call.words if in_dialect else ""
        ),
        speech=SpeechMaker(clips, free_text, readings),
        slow_speech=SlowSpeechMaker(clips, slow_text, readings, SLOWER),
        chime=_sound(assets, "chime"),
        click=_sound(assets, "click", AFTER_CLICK_MS),
        synthetic=all(one_pack.synthetic for one_pack in packs),
        problem=problem,
    )


def _sound(assets: Path, name: str, silent_ms: int = 0) -> Sound:
    pcm, rate_hz = read_wav(assets / "sounds" / f"{name}.wav")
    return Sound(pcm + silence(silent_ms, rate_hz), rate_hz, "")


def _open_packs(folders: Sequence[Path]) -> tuple[list[ClipPack], str]:
    packs: list[ClipPack] = []
    problems: list[str] = []
    for folder in folders:
        try:
            packs.append(load_clip_pack(folder))
        except ClipPackBroken as error:
            problems.append(str(error))
    return packs, "; ".join(problems)
