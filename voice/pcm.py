"""Small sums on mono 16-bit PCM: silence, joining, another rate, reading and writing WAV."""

from __future__ import annotations

import sys
import wave
from array import array
from pathlib import Path


class BadWav(Exception):
    """A WAV file is damaged or not mono 16-bit PCM; the file is at fault."""


def silence(duration_ms: int, rate_hz: int) -> bytes:
    """Return so many milliseconds of silence."""
    return bytes(2 * (duration_ms * rate_hz // 1000))


def samples(pcm: bytes) -> array[int]:
    """Return the samples of little-endian PCM in the machine's own order."""
    values = array("h")
    values.frombytes(pcm[: len(pcm) // 2 * 2])
    if sys.byteorder == "big":
        values.byteswap()
    return values


def to_pcm(values: array[int]) -> bytes:
    """Return samples as little-endian PCM."""
    if sys.byteorder == "big":
        values = array("h", values)
        values.byteswap()
    return values.tobytes()


def resample(pcm: bytes, from_hz: int, to_hz: int) -> bytes:
    """Change the rate by straight lines between samples; good enough for chimes and speech."""
    if from_hz == to_hz or not pcm:
        return pcm
    old = samples(pcm)
    last = len(old) - 1
    new = array("h")
    for index in range(len(old) * to_hz // from_hz):
        place = index * from_hz
        left = place // to_hz
        part = place % to_hz
        right = min(left + 1, last)
        new.append(old[left] + (old[right] - old[left]) * part // to_hz)
    return to_pcm(new)


def read_wav(path: Path) -> tuple[bytes, int]:
    """Return PCM and rate of a mono 16-bit WAV file.

    Raises:
        BadWav: damaged, missing, or another sample format.
    """
    try:
        with wave.open(str(path), "rb") as file:
            if file.getnchannels() != 1 or file.getsampwidth() != 2:
                raise BadWav(f"{path.name} is not mono 16-bit PCM")
            return file.readframes(file.getnframes()), file.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        raise BadWav(f"{path.name} cannot be read: {error}") from error


def write_wav(path: Path, pcm: bytes, rate_hz: int) -> None:
    """Write a mono 16-bit WAV file; it appears under its name only when it is whole.

    Raises:
        OSError: the folder cannot be written.
    """
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(pcm)
    unfinished.replace(path)
