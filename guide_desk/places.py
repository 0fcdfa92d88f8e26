"""Stations and devices as people in the hall call them. Pure.

A station is named by its id in the settings: the id of a counter is its window, `kiosk-2` is the
second machine of its kind, `desk-printer` a printer. What has no word is shown as it is written.
"""

from __future__ import annotations

import re

from hall.kernel.facts import HallFacts
from ui_kit.strings import Strings

DEVICE_ICONS = {
    "printer": "printer",
    "reader": "identification-card",
    "speaker": "speaker-slash",
}

_NUMBERED = re.compile(r"^(?P<kind>[a-z_]+?)-?(?P<number>[0-9]*)$")


def place_words(words: Strings, facts: HallFacts, station_id: str, own_id: str) -> str:
    """Return where a station stands; `own_id` is the desk that asks."""
    if station_id == own_id:
        return words.get("place_here")
    counter = facts.counter(station_id)
    if counter is not None:
        return words.get("place_window", number=counter.window_number)
    kind, number = _split(station_id)
    if kind == "counter":
        counter = facts.counter(number)
        number = str(counter.window_number) if counter else number
    key = f"place_{kind}" if number else f"place_{kind}_only"
    return words.get(key, number=number) if key in words else station_id


def device_words(words: Strings, device_id: str) -> str:
    """Return what a device is called."""
    key = f"device_{_device_kind(device_id)}"
    return words.get(key) if key in words else device_id


def device_icon(device_id: str) -> str:
    """Return the icon of a device; a plug for one that has none of its own."""
    return DEVICE_ICONS.get(_device_kind(device_id), "plugs")


def _device_kind(device_id: str) -> str:
    """Return `printer` of `printer`, `printer-2` or `desk-printer`."""
    return next((part for part in reversed(device_id.split("-")) if part.isalpha()), device_id)


def _split(name: str) -> tuple[str, str]:
    found = _NUMBERED.match(name)
    return (found["kind"], found["number"]) if found else (name, "")
