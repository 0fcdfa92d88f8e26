"""Stations as people in the hall call them. Plain Python.

A station is named by its id in the settings: the id of a counter is its window, `kiosk-2` is the
second machine of its kind. What has no word is shown as it is written.
"""

from __future__ import annotations

import re

from hall.kernel.facts import HallFacts
from ui_kit.strings import Strings

_NUMBERED = re.compile(r"^(?P<kind>[a-z_]+?)-?(?P<number>[0-9]*)$")


def place_words(words: Strings, facts: HallFacts, station_id: str, own_id: str) -> str:
    """Return where a station stands; `own_id` is the one that asks."""
    if station_id == own_id:
        return words.get("place_here")
    counter = facts.counter(station_id)
    if counter is not None:
        return words.get("place_window", number=counter.window_number)
    found = _NUMBERED.match(station_id)
    kind, number = (found["kind"], found["number"]) if found else (station_id, "")
    if kind == "counter":
        counter = facts.counter(number)
        number = str(counter.window_number) if counter else number
    key = f"place_{kind}" if number else f"place_{kind}_only"
    return words.get(key, number=number) if key in words else station_id
