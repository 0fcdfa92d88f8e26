"""What is known when no sound could be made of a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NotSynthesised:
    """No sound could be made of a text; `why` is for staff and logs."""

    why: str
