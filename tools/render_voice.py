"""Render the shipped clip pack with espeak-ng and sox: one voice, measured rates, headroom.

Usage: python tools/render_voice.py [--recipe FILE] [--out FOLDER]

Run it when a sentence of `assets/voice/recipe.toml` or a data file of `voice/` has changed.
Needs `espeak-ng` and `sox`. Rates: instructions 160 to 180 syllables a minute with their pauses,
numbers 120 to 140 with theirs. Filter: low cut 120 Hz, +4 dB at 2 kHz, peak at -3 dB.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from voice.numbers import read_cardinal  # noqa: E402  the product's root comes from this file
from voice.pcm import read_wav, samples, silence, write_wav  # noqa: E402  same
from voice.pronounce import for_espeak, read_as_english  # noqa: E402  same
from voice.readings import Readings, load_readings, load_sentences  # noqa: E402  same
from voice.utterance import bare_words  # noqa: E402  same

VOICE = "cmn-latn-pinyin"
RATE_HZ = 16000
PHRASE_PER_MIN = 171.0
WINDOW_PER_MIN = 165.0
SLOW_PER_MIN = 162.0
DIGIT_S = 0.30
SLOWEST_WPM, FASTEST_WPM = 80, 330


@dataclass(frozen=True)
class Recipe:
    """What to render beside the words of the product's data files; `pauses` in milliseconds."""

    windows: int
    letters: list[str]
    series: list[str]
    slow: list[str]
    one_syllable: list[str]
    pauses: dict[str, int]
    sentences: dict[str, str]

    def syllables(self, text: str) -> int:
        """Count syllables: one a letter or character, but one for the words that sound as one."""
        for word in self.one_syllable:
            text = text.replace(word, "A")
        return len(bare_words(text))


@dataclass(frozen=True)
class Job:
    """One clip to render: its name, its text, and how long it should last in seconds."""

    name: str
    text: str
    target_s: float


def main() -> int:
    """Render every clip of the recipe and write the manifest."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--recipe", type=Path, default=ROOT / "assets/voice/recipe.toml")
    parser.add_argument("--out", type=Path, default=ROOT / "assets/voice/synthetic")
    arguments = parser.parse_args()
    recipe = Recipe(**tomllib.loads(arguments.recipe.read_text(encoding="utf-8")))
    readings = load_readings()
    arguments.out.mkdir(parents=True, exist_ok=True)
    manifest = ["synthetic = true", f'voice = "espeak-ng {VOICE}"', f"rate_hz = {RATE_HZ}"]
    wrong: list[str] = []
    for job in _jobs(recipe, readings):
        spoken = for_espeak(job.text, readings.pronounce)
        if read_as_english(VOICE, spoken):
            wrong.append(job.text)
            continue
        _render(job, _clauses(spoken, recipe.pauses), arguments.out / f"{job.name}.wav")
        manifest += ["", f"[clips.{job.name}]", f'text = "{job.text}"', f'file = "{job.name}.wav"']
    (arguments.out / "manifest.toml").write_text("\n".join(manifest) + "\n", encoding="utf-8")
    for text in wrong:
        sys.stderr.write(f"read as English, left out: {text}\n")
    return 1 if wrong else 0


def _jobs(recipe: Recipe, readings: Readings) -> list[Job]:
    jobs = [Job(f"digit_{index}", word, DIGIT_S) for index, word in enumerate(readings.digits)]
    small = {
        "digit_1_code": readings.one_in_codes,
        "two_of_things": readings.two_of_things,
        "ten": readings.ten,
        "hundred": readings.hundred,
        "thousand": readings.thousand,
        "number_suffix": readings.number_suffix,
    }
    jobs += [Job(name, word, DIGIT_S) for name, word in small.items()]
    jobs += [Job(f"letter_{letter}", letter, DIGIT_S) for letter in recipe.letters]
    clauses = {f"series_{index}": text for index, text in enumerate(recipe.series, 1)}
    literals = _literal_parts()
    for pattern in (text for text in literals if "{window}" in text):
        for window in range(1, recipe.windows + 1):
            text = pattern.replace("{window}", "".join(read_cardinal(window, readings)))
            clauses[f"window_{window}"] = text
    plain = [text for text in literals if "{" not in text]
    clauses |= {f"part_{index}": text for index, text in enumerate(plain, 1)}
    for name, text in clauses.items():
        jobs.append(Job(name, text, recipe.syllables(text) * 60 / WINDOW_PER_MIN))
    for name, text in recipe.sentences.items():
        per_min = SLOW_PER_MIN if name in recipe.slow else PHRASE_PER_MIN
        jobs.append(Job(name, text, recipe.syllables(text) * 60 / per_min))
    by_words: dict[str, Job] = {}
    for job in jobs:
        by_words.setdefault(bare_words(job.text), job)
    return list(by_words.values())


def _literal_parts() -> list[str]:
    found: dict[str, None] = {}
    for sentence in load_sentences().values():
        for item in (*sentence.first, *sentence.second):
            if isinstance(item, str) and not re.fullmatch(r"\{\w+\}", item):
                found[item] = None
    return list(found)


def _clauses(text: str, pauses: dict[str, int]) -> list[tuple[int, str]]:
    """Split a text into clauses, each with the pause before it in milliseconds."""
    clauses: list[tuple[int, str]] = []
    gap_ms = 0
    for piece in re.split(f"([{''.join(pauses)}])", text):
        if piece in pauses:
            gap_ms = pauses[piece]
        elif bare_words(piece):
            clauses.append((gap_ms if clauses else 0, piece))
    return clauses


def _render(job: Job, clauses: list[tuple[int, str]], out: Path) -> None:
    pauses_s = sum(gap_ms for gap_ms, _ in clauses) / 1000
    voiced_target_s = max(job.target_s - pauses_s, 0.5 * job.target_s)
    speed = 160
    best: tuple[float, list[bytes], int] | None = None
    for _ in range(6):
        pieces = [_speak(text, speed) for _, text in clauses]
        rate_hz = pieces[0][1]
        voiced_s = sum(len(pcm) for pcm, _ in pieces) / 2 / rate_hz
        miss = abs(voiced_s - voiced_target_s)
        if best is None or miss < best[0]:
            best = (miss, [pcm for pcm, _ in pieces], rate_hz)
        faster = round(speed * voiced_s / voiced_target_s)
        if miss < 0.01 * voiced_target_s or faster == speed:
            break
        speed = min(max(faster, SLOWEST_WPM), FASTEST_WPM)
    if best is None:
        raise SystemExit(f"nothing to render in {job.name}")
    _, pcms, rate_hz = best
    stream = b"".join(
        silence(gap_ms, rate_hz) + pcm for (gap_ms, _), pcm in zip(clauses, pcms, strict=True)
    )
    _finish(stream, rate_hz, out)


def _speak(text: str, speed_wpm: int) -> tuple[bytes, int]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clause.wav"
        command = ["espeak-ng", "-v", VOICE, "-s", str(speed_wpm), "-g", "0", "-p", "42"]
        subprocess.run([*command, "-w", str(path), text], check=True, timeout=20)  # noqa: S603  fixed program, no shell
        pcm, rate_hz = read_wav(path)
    return _trimmed(pcm, rate_hz), rate_hz


def _trimmed(pcm: bytes, rate_hz: int) -> bytes:
    """Cut the silence of both ends at 1.5 % of the peak, with 8 ms of mercy."""
    values = samples(pcm)
    floor = max(abs(value) for value in values) * 0.015
    loud = [index for index, value in enumerate(values) if abs(value) > floor]
    mercy = rate_hz * 8 // 1000
    return pcm[2 * max(loud[0] - mercy, 0) : 2 * (loud[-1] + mercy)]


def _finish(stream: bytes, rate_hz: int, out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder) / "raw.wav"
        write_wav(raw, stream, rate_hz)
        effects = ["gain", "-9", "highpass", "120", "equalizer", "2000", "1.2q", "4"]
        ends = ["rate", "-h", str(RATE_HZ), "fade", "t", "0.004", "-0", "0.01", "norm", "-3"]
        command = ["sox", "-D", str(raw), "-b", "16", str(out), *effects, *ends]
        subprocess.run(command, check=True, timeout=30)  # noqa: S603  fixed program, no shell


if __name__ == "__main__":
    raise SystemExit(main())
