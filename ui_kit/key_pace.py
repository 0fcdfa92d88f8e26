"""When a press of a keypad counts: not twice in a moment, not while held, not out of a scan. Pure.

A scanner that works as a keyboard types a whole code in a few hundredths of a second. A key that
writes a character therefore waits a moment: where another follows at once, neither was pressed.
"""

from __future__ import annotations

from typing import Literal

AGAIN_MS = 300.0
"""A key fires once in this time: switches bounce, and fingers tremble."""
SCAN_GAP_MS = 80.0
"""Two characters nearer to each other come from no finger."""

Verdict = Literal["fires", "waits", "nothing"]


class KeyPace:
    """Judges presses by a steady clock in milliseconds; a key is named by any word."""

    def __init__(self) -> None:
        self._fired_ms: dict[str, float] = {}
        self._typed_ms = float("-inf")
        self._waiting: str | None = None

    def pressed(self, key: str, now_ms: float, *, typed: bool, held: bool = False) -> Verdict:
        """Take a press of a key that means something; `held` is its own repeating."""
        if held or now_ms - self._fired_ms.get(key, float("-inf")) < AGAIN_MS:
            return "nothing"
        if not typed:
            self._fired_ms[key] = now_ms
            return "fires"
        alone = now_ms - self._typed_ms >= SCAN_GAP_MS
        self._typed_ms = now_ms
        self._waiting = key if alone else None
        return "waits" if alone else "nothing"

    def other_typed(self, now_ms: float) -> None:
        """Take a character that means nothing here: what waits beside it was scanned."""
        if now_ms - self._typed_ms < SCAN_GAP_MS:
            self._waiting = None
        self._typed_ms = now_ms

    def settled(self, now_ms: float) -> str | None:
        """Return the key that waited and was left alone, once."""
        if self._waiting is None or now_ms - self._typed_ms < SCAN_GAP_MS:
            return None
        key, self._waiting = self._waiting, None
        self._fired_ms[key] = now_ms
        return key
