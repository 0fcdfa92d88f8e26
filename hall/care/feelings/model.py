"""Rules of how it was: said once, corrected once, and for a while only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["given", "corrected", "explained", "stands"]
"""`explained`: a reason came after the score. `stands`: nothing may change any more."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What was said of a service; `given_s` in steady seconds of the first time."""

    score: int
    reasons: tuple[str, ...]
    given_s: float
    corrected: bool


def verdict(
    known: Said | None, score: int, reasons: tuple[str, ...], now_s: float, change_s: float
) -> Verdict:
    """Return what saying this now means, after what was said before."""
    if known is None:
        return "given"
    if now_s - known.given_s > change_s:
        return "stands"
    if score != known.score:
        return "stands" if known.corrected else "corrected"
    return "explained" if reasons and not known.reasons else "stands"


def turned_low(known: Said | None, score: int, low_up_to: int) -> bool:
    """Tell whether a score is bad and was not before: that is said once for a service."""
    return score <= low_up_to and (known is None or known.score > low_up_to)


def usable(reasons: tuple[str, ...], known: frozenset[str]) -> bool:
    """Tell whether every reason is one of the hall's, and none is named twice."""
    return len(set(reasons)) == len(reasons) and known.issuperset(reasons)
