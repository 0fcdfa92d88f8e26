"""How something new blinks: slowly and for a few seconds, then it stands lit. Pure.

C7 of the rules: at most once a second and for five seconds.
"""

from __future__ import annotations

BLINK_HZ = 0.8
BLINK_FOR_S = 5.0


def lit(age_s: float) -> bool:
    """Tell whether what is `age_s` old is in its lit half, or stands lit after the blinking."""
    return age_s >= BLINK_FOR_S or (age_s * BLINK_HZ) % 1.0 < 0.5


def turns_in_s(age_s: float) -> float | None:
    """Return in how many seconds the other half begins; None after the blinking."""
    if age_s >= BLINK_FOR_S:
        return None
    half_s = 0.5 / BLINK_HZ
    return min(half_s - age_s % half_s, BLINK_FOR_S - age_s)
