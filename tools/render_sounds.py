"""Render the chime before a call, the alarm and the click of a key.

Usage: python tools/render_sounds.py [--out FOLDER]

The chime: two falling tones inside 500 to 1000 Hz, under one second, soft attack, then 300 ms of
silence; the alarm of staff stations: two rising tones twice, then a pause, inside 500 to 1000 Hz;
the click: a few milliseconds at 1200 Hz. Old ears hear little above 2.5 kHz.
"""

from __future__ import annotations

import argparse
import math
import sys
from array import array
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from voice.pcm import silence, to_pcm, write_wav  # noqa: E402  the product's root comes from this file

RATE_HZ = 16000
FULL = 32767


def main() -> int:
    """Write chime.wav, alarm.wav and click.wav."""
    parser = argparse.ArgumentParser(description="Render the chime and the key click.")
    parser.add_argument("--out", type=Path, default=ROOT / "assets/sounds")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    chime = _tones(
        ((784.0, 0.0, 0.45), (587.3, 0.4, 0.55)), length_s=0.95, attack_s=0.03, level=0.5
    )
    write_wav(out / "chime.wav", chime + silence(300, RATE_HZ), RATE_HZ)
    alarm = _tones(
        ((660.0, 0.0, 0.3), (880.0, 0.25, 0.35), (660.0, 0.65, 0.3), (880.0, 0.9, 0.35)),
        length_s=1.25, attack_s=0.01, level=0.8,
    )  # fmt: skip
    write_wav(out / "alarm.wav", alarm + silence(750, RATE_HZ), RATE_HZ)
    click = _tones(((1200.0, 0.0, 0.03),), length_s=0.03, attack_s=0.002, level=0.35)
    write_wav(out / "click.wav", click, RATE_HZ)
    return 0


def _tones(
    tones: tuple[tuple[float, float, float], ...], length_s: float, attack_s: float, level: float
) -> bytes:
    """Mix tones given as (frequency in Hz, start in s, length in s); each decays to nothing."""
    mixed = array("h")
    for index in range(int(length_s * RATE_HZ)):
        now_s = index / RATE_HZ
        value = 0.0
        for frequency_hz, start_s, tone_s in tones:
            age_s = now_s - start_s
            if 0 <= age_s < tone_s:
                rise = min(age_s / attack_s, 1.0)
                fall = math.cos(math.pi / 2 * age_s / tone_s) ** 2
                value += rise * fall * math.sin(2 * math.pi * frequency_hz * age_s)
        mixed.append(int(max(-1.0, min(1.0, value * level)) * FULL))
    return to_pcm(mixed)


if __name__ == "__main__":
    raise SystemExit(main())
