"""What a guide desk is told at its start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ui_kit.strings import Strings


@dataclass(frozen=True)
class GuideSetup:
    """Everything the presenter needs; `new_id` makes command ids (uuid4).

    `status_words` say what to do for each device status. `printer_id` is the desk's own slip
    printer, empty where there is none.
    """

    station_id: str
    words: Strings
    status_words: Strings
    new_id: Callable[[], str]
    printer_id: str = ""
