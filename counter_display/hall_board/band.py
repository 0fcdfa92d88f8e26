"""The green band of a new call: how long it stands, when it blinks. Pure: time is handed in."""

from __future__ import annotations

from dataclasses import dataclass

BLINK_HZ = 0.8
BLINK_FOR_S = 5.0
STAYS_S = 15.0
BLINK_FOR_UNHEARD_S = 10.0
STAYS_UNHEARD_S = 30.0
"""Without sound the eye must do it alone: everything twice as long."""


@dataclass(frozen=True)
class NewCall:
    """One call that is still new; `since_s` is the steady time it came in."""

    ticket_id: str
    counter_id: str
    since_s: float


class NewCalls:
    """The calls of the last seconds, the newest last."""

    def __init__(self) -> None:
        self._calls: list[NewCall] = []
        self.sound = True

    def called(self, ticket_id: str, counter_id: str, now_s: float) -> None:
        """A call or recall came in."""
        self._calls = [one for one in self._calls if one.ticket_id != ticket_id]
        self._calls.append(NewCall(ticket_id, counter_id, now_s))

    def left(self, ticket_id: str) -> None:
        """The number is not asked to that counter any more."""
        self._calls = [one for one in self._calls if one.ticket_id != ticket_id]

    def fresh(self, now_s: float) -> tuple[NewCall, ...]:
        """Return the calls that are still new, the newest first."""
        self._calls = [one for one in self._calls if now_s - one.since_s < self._stays_s]
        return tuple(reversed(self._calls))

    def lit(self, call: NewCall, now_s: float) -> bool:
        """Tell whether the band is in its green half; steady green after the blinking."""
        age_s = now_s - call.since_s
        return age_s >= self._blinks_s or (age_s * BLINK_HZ) % 1.0 < 0.5

    def next_change_s(self, now_s: float) -> float | None:
        """Return in how many seconds the band looks different, None when nothing is new."""
        fresh = self.fresh(now_s)
        if not fresh:
            return None
        ends = [one.since_s + self._stays_s - now_s for one in fresh]
        age_s = now_s - fresh[0].since_s
        if age_s < self._blinks_s:
            half_s = 0.5 / BLINK_HZ
            ends.append(half_s - age_s % half_s)
        return max(min(ends), 0.0)

    @property
    def _stays_s(self) -> float:
        return STAYS_S if self.sound else STAYS_UNHEARD_S

    @property
    def _blinks_s(self) -> float:
        return BLINK_FOR_S if self.sound else BLINK_FOR_UNHEARD_S
