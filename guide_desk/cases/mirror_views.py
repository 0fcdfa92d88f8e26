"""What the elder reads on the second screen, as frozen values. Nothing of it tells of a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["open", "ok", "other", "missing"]
"""How a paper stands: not looked at, in order, settled another way, still missing."""


@dataclass(frozen=True)
class MirrorLine:
    """One paper as the elder reads it."""

    tone: Tone
    icon: str
    plain: str
    word: str
    here: bool = False


@dataclass(frozen=True)
class MirrorView:
    """What the elder reads: the matter, each paper with its sign, what comes next. Of nobody."""

    title: str = ""
    lines: tuple[MirrorLine, ...] = ()
    next: str = ""
    icon: str = ""
