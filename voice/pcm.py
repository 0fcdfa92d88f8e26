"""Small sums on mono 16-bit PCM: silence, joining, another rate, reading and writing WAV."""

from __future__ import annotations

import lzma
import sys
import wave
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

PACKED = ".xz"
"""The further ending of a WAV file that is kept packed, without loss; `xz -d` unpacks it."""

# Each sample as its difference from the one before; the coder knows that samples have two bytes.
_PACKING = (
    {"id": lzma.FILTER_DELTA, "dist": 2},
    {"id": lzma.FILTER_LZMA2, "preset": 9, "lc": 3, "lp": 1, "pb": 1},
)


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
    """Return PCM and rate of a mono 16-bit WAV file, packed or not.

    Raises:
        BadWav: damaged, missing, or another sample format.
    """
    try:
        with _opened(path) as raw, wave.open(raw, "rb") as file:
            if file.getnchannels() != 1 or file.getsampwidth() != 2:
                raise BadWav(f"{path.name} is not mono 16-bit PCM")
            return file.readframes(file.getnframes()), file.getframerate()
    except (OSError, EOFError, wave.Error, lzma.LZMAError) as error:
        raise BadWav(f"{path.name} cannot be read: {error}") from error


def write_wav(path: Path, pcm: bytes, rate_hz: int) -> None:
    """Write a mono 16-bit WAV file, packed when its name says so.

    It appears under its name only when it is whole.

    Raises:
        OSError: the folder cannot be written.
    """
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as kept, _packing(kept, path) as raw, wave.open(raw, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes(pcm)
    unfinished.replace(path)


def _opened(path: Path) -> IO[bytes]:
    return lzma.open(path) if path.suffix == PACKED else path.open("rb")


@contextmanager
def _packing(kept: IO[bytes], path: Path) -> Iterator[IO[bytes]]:
    """Give what a WAV is written to: the file itself, or what packs it into the file."""
    if path.suffix != PACKED:
        yield kept
        return
    with lzma.open(kept, "wb", filters=_PACKING) as packed:
        yield packed
