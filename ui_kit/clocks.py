"""Where a staff screen takes its time from. Plain Python."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class StaffClocks:
    """UTC wall time for what people read, steady seconds for waiting and sending again."""

    utc: Callable[[], datetime]
    steady_s: Callable[[], float]
