"""Where somebody speaks in a row of frame levels. Pure; frames of 20 ms, levels in dB.

Voice is what stands out of the quietest moment of the take itself, so that a soft voice in a
quiet room and a firm one in a livelier room are both found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voice.loudness import SILENCE_DB, mean_db

OVER_FLOOR_DB = 10.0
UNDER_PEAK_DB = 32.0
SOFTEST_DB = -58.0
FLOOR_FRAMES = 8
_SHORTEST_RUN = 2  # frames; what is shorter is a click
_SHORTEST_VOICE = 4
_ONE_BREATH = 12


@dataclass(frozen=True)
class Run:
    """Frames in which somebody speaks: the first, and the one after the last."""

    start: int
    end: int


def floor_db(levels_db: Sequence[float]) -> float:
    """Return the level of the quietest 160 ms."""
    windows = range(max(len(levels_db) - FLOOR_FRAMES + 1, 1))
    return min(
        (mean_db(levels_db[start : start + FLOOR_FRAMES]) for start in windows),
        default=SILENCE_DB,
    )


def threshold_db(floor: float, loudest: float) -> float:
    """Return the level from which a frame counts as voice."""
    return max(floor + OVER_FLOOR_DB, loudest - UNDER_PEAK_DB, SOFTEST_DB)


def voice_in(levels_db: Sequence[float]) -> Run | None:
    """Return from where to where somebody speaks; None when nobody does.

    A click of a key or of the tongue before or behind the words is left out.
    """
    if not levels_db:
        return None
    threshold = threshold_db(floor_db(levels_db), max(levels_db))
    breaths = _joined(_runs([level >= threshold for level in levels_db]))
    voiced = [one for one in breaths if one.end - one.start >= _SHORTEST_VOICE]
    return Run(voiced[0].start, voiced[-1].end) if voiced else None


def _runs(active: Sequence[bool]) -> list[Run]:
    runs: list[Run] = []
    start: int | None = None
    for place, voiced in enumerate([*active, False]):
        if voiced and start is None:
            start = place
        elif not voiced and start is not None:
            if place - start >= _SHORTEST_RUN:
                runs.append(Run(start, place))
            start = None
    return runs


def _joined(runs: Sequence[Run]) -> list[Run]:
    """Join runs with less than a breath between them."""
    joined: list[Run] = []
    for run in runs:
        if joined and run.start - joined[-1].end <= _ONE_BREATH:
            joined[-1] = Run(joined[-1].start, run.end)
        else:
            joined.append(run)
    return joined
