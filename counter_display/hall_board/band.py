"""The green band of a new call: how long it stands, when it blinks. Pure: time is handed in."""

from __future__ import annotations

from dataclasses import dataclass

from counter_display.blinking import BLINK_FOR_S, lit, turns_in_s

STAYS_S = 15.0
STAYS_UNHEARD_S = 30.0
"""Without sound the eye must do it alone: the band stays twice as long; nothing blinks longer."""


@dataclass(frozen=True)
class NewCall:
    """One call that is still new; `since_s` is the steady time it came in.

    `flash` is for an eye that must do it alone: it takes the whole board while it blinks, no newer
    call displaces it then, and it stays as long as one without sound.
    """

    ticket_id: str
    counter_id: str
    since_s: float
    flash: bool = False


class NewCalls:
    """The calls of the last seconds, the newest last."""

    def __init__(self) -> None:
        self._calls: list[NewCall] = []
        self.sound = True

    def called(self, ticket_id: str, counter_id: str, now_s: float, *, flash: bool = False) -> None:
        """A call or recall came in."""
        self._calls = [one for one in self._calls if one.ticket_id != ticket_id]
        self._calls.append(NewCall(ticket_id, counter_id, now_s, flash))

    def left(self, ticket_id: str) -> None:
        """The number is not asked to that counter any more."""
        self._calls = [one for one in self._calls if one.ticket_id != ticket_id]

    def fresh(self, now_s: float) -> tuple[NewCall, ...]:
        """Return the calls that are still new: one that flashes, then the newest first."""
        self._calls = [one for one in self._calls if now_s - one.since_s < self._stays_s(one)]
        newest = reversed(self._calls)
        return tuple(sorted(newest, key=lambda one: not self.whole(one, now_s)))

    def whole(self, call: NewCall, now_s: float) -> bool:
        """Tell whether a call takes the whole board now."""
        return call.flash and now_s - call.since_s < BLINK_FOR_S

    def lit(self, call: NewCall, now_s: float) -> bool:
        """Tell whether the band is in its green half; steady green after the blinking."""
        return lit(now_s - call.since_s)

    def next_change_s(self, now_s: float) -> float | None:
        """Return in how many seconds the band looks different, None when nothing is new."""
        fresh = self.fresh(now_s)
        if not fresh:
            return None
        ends = [one.since_s + self._stays_s(one) - now_s for one in fresh]
        turns_s = turns_in_s(now_s - fresh[0].since_s)
        if turns_s is not None:
            ends.append(turns_s)
        return max(min(ends), 0.0)

    def _stays_s(self, call: NewCall) -> float:
        return STAYS_S if self.sound and not call.flash else STAYS_UNHEARD_S
