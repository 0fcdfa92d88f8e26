"""Speech made slower without becoming deeper: overlapping pieces of it, laid further apart.

Each piece is shifted by some milliseconds to where it continues the wave before it best ("waveform
similarity overlap-add", Verhelst and Roelands 1993).
"""

from __future__ import annotations

import math
from array import array
from operator import mul

from voice.pcm import samples, to_pcm

_PIECE_MS = 30
_SEARCH_MS = 6
_COARSE = 5


def slower(pcm: bytes, rate_hz: int, share: float) -> bytes:
    """Return mono 16-bit PCM at a share of its speed, at the same pitch."""
    values = samples(pcm)
    half = rate_hz * _PIECE_MS // 2000
    reach = rate_hz * _SEARCH_MS // 1000
    rising = [step / half for step in range(half)]
    out = array("h", values[:half])
    at, piece = 0, 0
    while True:
        piece += 1
        wanted = int(piece * half * share)
        if wanted + reach + 2 * half > len(values):
            break
        tail = values[at + half : at + 2 * half]
        at = _best_place(values, tail, max(wanted - reach, 0), wanted + reach)
        head = values[at : at + half]
        out.extend(
            round(old + (new - old) * part)
            for old, new, part in zip(tail, head, rising, strict=True)
        )
    out.extend(values[at + half :])
    return to_pcm(out)


def _best_place(values: array[int], tail: array[int], first: int, last: int) -> int:
    """Return where in a stretch the wave goes on most like the tail; in silence the middle."""
    thin = tail[::_COARSE]
    best, most = (first + last) // 2, 0.0
    for place in range(first, last + 1, _COARSE):
        head = values[place : place + len(tail) : _COARSE]
        alike = sum(map(mul, thin, head))
        if alike > 0:
            likeness = alike / math.sqrt(sum(map(mul, head, head)))
            if likeness > most:
                best, most = place, likeness
    return best
