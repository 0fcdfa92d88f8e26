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
STOPS = "\u3002\uff1f\uff01"
LISTS = "\u3001"
SHORT_GAP_MS, COMMA_GAP_MS, STOP_GAP_MS = 250, 350, 600
SLOWEST_WPM, FASTEST_WPM = 80, 330


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
    recipe = tomllib.loads(arguments.recipe.read_text(encoding="utf-8"))
    readings = load_readings()
    arguments.out.mkdir(parents=True, exist_ok=True)
    manifest = ["synthetic = true", f'voice = "espeak-ng {VOICE}"', f"rate_hz = {RATE_HZ}"]
    wrong: list[str] = []
    for job in _jobs(recipe, readings):
        spoken = for_espeak(job.text, readings.pronounce)
        if read_as_english(VOICE, spoken):
            wrong.append(job.text)
            continue
        _render(job, spoken, arguments.out / f"{job.name}.wav")
        manifest += ["", f"[clips.{job.name}]", f'text = "{job.text}"', f'file = "{job.name}.wav"']
    (arguments.out / "manifest.toml").write_text("\n".join(manifest) + "\n", encoding="utf-8")
    for text in wrong:
        sys.stderr.write(f"read as English, left out: {text}\n")
    return 1 if wrong else 0


def syllables(text: str) -> int:
    """Count syllables: one a Chinese character or letter, the retroflex ending counts none."""
    characters = re.findall(r"[\u4e00-\u9fffA-Z]", text)
    return len(characters) - text.count("\u4f1a\u513f")


def _jobs(recipe: dict[str, object], readings: Readings) -> list[Job]:
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
    letters, series, fixed = recipe["letters"], recipe["series"], recipe["sentences"]
    windows = recipe["windows"]
    if not (isinstance(letters, list) and isinstance(series, list) and isinstance(windows, int)):
        raise SystemExit("the recipe needs letters and series as lists and windows as a number")
    jobs += [Job(f"letter_{letter}", letter, DIGIT_S) for letter in letters]
    jobs += [_clause(f"series_{index}", text) for index, text in enumerate(series, 1)]
    literals = _literal_parts()
    with_window = [text for text in literals if "{window}" in text]
    for pattern in with_window:
        for window in range(1, windows + 1):
            text = pattern.replace("{window}", "".join(read_cardinal(window, readings)))
            jobs.append(_clause(f"window_{window}", text))
    plain = [text for text in literals if "{" not in text]
    jobs += [_clause(f"part_{index}", text) for index, text in enumerate(plain, 1)]
    if isinstance(fixed, dict):
        jobs += [
            Job(name, text, syllables(text) * 60 / PHRASE_PER_MIN) for name, text in fixed.items()
        ]
    by_words: dict[str, Job] = {}
    for job in jobs:
        by_words.setdefault(bare_words(job.text), job)
    return list(by_words.values())


def _clause(name: str, text: str) -> Job:
    return Job(name, text, syllables(text) * 60 / WINDOW_PER_MIN)


def _literal_parts() -> list[str]:
    found: dict[str, None] = {}
    for sentence in load_sentences().values():
        for item in (*sentence.first, *sentence.second):
            if isinstance(item, str) and not re.fullmatch(r"\{\w+\}", item):
                found[item] = None
    return list(found)


def _clauses(text: str) -> list[tuple[int, str]]:
    """Split a text into clauses, each with the pause before it in milliseconds."""
    clauses: list[tuple[int, str]] = []
    gap_ms = 0
    for piece in re.split(r"([\u3002\uff1f\uff01\uff0c\u3001\uff1a])", text):
        if not piece:
            continue
        if re.fullmatch(r"[\u3002\uff1f\uff01\uff0c\u3001\uff1a]", piece):
            gap_ms = _gap_ms(piece)
        elif bare_words(piece):
            clauses.append((gap_ms if clauses else 0, piece))
    return clauses


def _gap_ms(mark: str) -> int:
    if mark in STOPS:
        return STOP_GAP_MS
    return SHORT_GAP_MS if mark in LISTS else COMMA_GAP_MS


def _render(job: Job, spoken: str, out: Path) -> None:
    clauses = _clauses(spoken)
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
