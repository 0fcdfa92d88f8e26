"""Times as staff read them on a desk. Plain Python."""

from __future__ import annotations

from datetime import datetime


def since_s(utc: datetime, begun_iso: str | None) -> float:
    """Return the seconds since an ISO time; never below zero, zero without a time."""
    if not begun_iso:
        return 0.0
    return max(0.0, (utc - datetime.fromisoformat(begun_iso)).total_seconds())


def elapsed(seconds: float) -> str:
    """Write a duration as MM:SS, from an hour on as H:MM:SS."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def waited(seconds: float) -> str:
    """Write how long somebody waits as M:SS, from an hour on as H:MM:SS."""
    text = elapsed(seconds)
    return text.removeprefix("0")
