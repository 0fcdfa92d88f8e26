"""What every voice of the house passes before it is heard, recorded or synthetic.

The same low cut, the same presence and the same loudness: a sentence of another voice is never
suddenly louder, and ears that lost the high tones get more of what makes words clear.
"""

from __future__ import annotations

from array import array

from voice.filters import bell, low_cut, run_all
from voice.loudness import to_loudness
from voice.pcm import samples, to_pcm

LOW_CUT_HZ = 120.0
PRESENCE_HZ, PRESENCE_DB, PRESENCE_QUALITY = 1800.0, 5.0, 0.5
LOUDNESS_DB = -18.0
CEILING_DB = -3.0


def finished(pcm: bytes, rate_hz: int) -> bytes:
    """Return mono 16-bit PCM with low cut, presence, one loudness and headroom."""
    filters = (
        low_cut(LOW_CUT_HZ, rate_hz),
        bell(PRESENCE_HZ, PRESENCE_DB, PRESENCE_QUALITY, rate_hz),
    )
    clear = run_all(filters, samples(pcm))
    level = to_loudness(clear, rate_hz, LOUDNESS_DB, CEILING_DB)
    return to_pcm(array("h", map(round, level)))
