"""Render the shipped clip pack with espeak-ng: one voice, measured rates, one loudness.

Usage: python tools/render_voice.py [--recipe FILE] [--out FOLDER]

Run it when a spoken sentence of the kiosk, a data file of `voice/` or `assets/voice/recipe.toml`
has changed. Needs `espeak-ng`. It reads the same script a person reads in `./run record-voice`.
Rates: instructions 160 to 180 syllables a minute with their pauses, numbers 120 to 140 with
theirs. Every clip passes `voice.finish`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from array import array
from dataclasses import dataclass
from math import cos, gcd, pi, sin
from operator import mul
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from launch.voice_script import kiosk_prompts  # noqa: E402  the product's root is found above
from voice.finish import finished  # noqa: E402  same
from voice.pack_folder import manifest_text  # noqa: E402  same
from voice.pcm import PACKED, read_wav, samples, silence, to_pcm, write_wav  # noqa: E402  same
from voice.pronounce import for_espeak, read_as_english  # noqa: E402  same
from voice.readings import Readings, load_readings, load_sentences, load_third_call  # noqa: E402  same
from voice.script import Hall, lines_of  # noqa: E402  same
from voice.utterance import bare_words  # noqa: E402  same

VOICE = "cmn-latn-pinyin"
RATE_HZ = 16000
PHRASE_PER_MIN = 171.0
WINDOW_PER_MIN = 165.0
SLOW_PER_MIN = 162.0
DIGIT_S = 0.30
SLOWEST_WPM, FASTEST_WPM = 80, 330
FADE_IN_MS, FADE_OUT_MS = 4, 10
SINC_CROSSINGS = 12


@dataclass(frozen=True)
class Recipe:
    """What to render beside the words of the product's data files; `pauses` in milliseconds."""

    windows: int
    letters: list[str]
    series: list[str]
    guide: str
    slow: list[str]
    one_syllable: list[str]
    pauses: dict[str, int]

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
    """Render every clip of the recipe, write the manifest, take away what is said no more."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--recipe", type=Path, default=ROOT / "assets/voice/recipe.toml")
    parser.add_argument("--out", type=Path, default=ROOT / "assets/voice/synthetic")
    arguments = parser.parse_args()
    recipe = Recipe(**tomllib.loads(arguments.recipe.read_text(encoding="utf-8")))
    readings = load_readings()
    arguments.out.mkdir(parents=True, exist_ok=True)
    clips: dict[str, tuple[str, str]] = {}
    wrong: list[str] = []
    for job in _jobs(recipe, readings):
        spoken = for_espeak(job.text, readings.pronounce)
        if read_as_english(VOICE, spoken):
            wrong.append(job.text)
            continue
        file = f"{job.name}.wav{PACKED}"
        _render(job, _clauses(spoken, recipe.pauses), arguments.out / file)
        clips[job.name] = (job.text, file)
    for stale in set(arguments.out.glob(f"*.wav{PACKED}")) - {
        arguments.out / file for _, file in clips.values()
    }:
        stale.unlink()
    head = {"synthetic": True, "voice": f"espeak-ng {VOICE}", "rate_hz": RATE_HZ}
    (arguments.out / "manifest.toml").write_text(manifest_text(head, None, clips), encoding="utf-8")
    for text in wrong:
        sys.stderr.write(f"read as English, left out: {text}\n")
    return 1 if wrong else 0


def _jobs(recipe: Recipe, readings: Readings) -> list[Job]:
    hall = Hall(
        series={str(place): text for place, text in enumerate(recipe.series, 1)},
        windows=tuple(range(1, recipe.windows + 1)),
        values={"guide": recipe.guide},
    )
    script = lines_of(hall, readings, load_sentences(), kiosk_prompts(), load_third_call())
    jobs: list[Job] = []
    for line in script:
        if line.chapter == "numbers":
            jobs.append(Job(line.name, line.words, DIGIT_S))
        elif line.chapter == "prompts":
            per_min = SLOW_PER_MIN if line.name in recipe.slow else PHRASE_PER_MIN
            jobs.append(_clause_job(recipe, line.name, line.words, per_min))
        elif line.chapter != "dialect":
            jobs.append(_clause_job(recipe, line.name, line.words, WINDOW_PER_MIN))
    jobs += [Job(f"letter_{letter}", letter, DIGIT_S) for letter in recipe.letters]
    for place, text in enumerate(_literal_parts(), 1):
        jobs.append(_clause_job(recipe, f"part_{place}", text, WINDOW_PER_MIN))
    by_words: dict[str, Job] = {}
    for job in jobs:
        by_words.setdefault(bare_words(job.text), job)
    return list(by_words.values())


def _clause_job(recipe: Recipe, name: str, text: str, per_min: float) -> Job:
    return Job(name, text, recipe.syllables(text) * 60 / per_min)


def _literal_parts() -> list[str]:
    found: dict[str, None] = {}
    for sentence in load_sentences().values():
        for item in (*sentence.first, *sentence.second):
            if isinstance(item, str) and "{" not in item:
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
    """Bring a clip to the pack's rate, give it the finish and soft ends."""
    pcm = finished(to_pcm(_at_rate(samples(stream), rate_hz)), RATE_HZ)
    values = samples(pcm)
    for length, places in (
        (RATE_HZ * FADE_IN_MS // 1000, range(len(values))),
        (RATE_HZ * FADE_OUT_MS // 1000, range(len(values) - 1, -1, -1)),
    ):
        for step, place in zip(range(length), places, strict=False):
            values[place] = values[place] * step // length
    write_wav(out, to_pcm(values), RATE_HZ)


def _at_rate(values: array[int], rate_hz: int) -> array[int]:
    """Change the rate with a windowed sinc, so that nothing above the new limit folds back."""
    common = gcd(rate_hz, RATE_HZ)
    up, down = RATE_HZ // common, rate_hz // common
    reach = SINC_CROSSINGS * down // up + 1
    cutoff = 0.95 * min(1.0, up / down)
    taps = [
        [_sinc(k - reach - phase / up, cutoff, reach) for k in range(2 * reach + 1)]
        for phase in range(up)
    ]
    padded = [0] * reach + list(values) + [0] * (reach + 1)
    out = array("h")
    for index in range(len(values) * up // down):
        centre, phase = divmod(index * down, up)
        total = sum(map(mul, taps[phase], padded[centre : centre + 2 * reach + 1]))
        out.append(max(-32768, min(32767, round(total))))
    return out


def _sinc(place: float, cutoff: float, reach: int) -> float:
    if abs(place) > reach:
        return 0.0
    window = 0.5 + 0.5 * cos(pi * place / (reach + 1))
    return cutoff * window * (sin(pi * cutoff * place) / (pi * cutoff * place) if place else 1.0)


if __name__ == "__main__":
    raise SystemExit(main())
