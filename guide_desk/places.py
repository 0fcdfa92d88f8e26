"""Devices as people in the hall call them: `desk-printer` is a printer. Pure.

What has no word is shown as it is written.
"""

from __future__ import annotations

from ui_kit.strings import Strings

DEVICE_ICONS = {
    "printer": "printer",
    "reader": "identification-card",
    "speaker": "speaker-slash",
    "camera": "camera",
}


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
