"""The script of a hall's own voice, from its settings and the words of the product."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from hall.kernel.facts import COLLECTING
from launch.paths import ASSETS
from launch.settings import HallSettings, load_hall
from voice.readings import load_readings, load_sentences, load_third_call
from voice.script import Hall, Line, lines_of

LANGUAGE = "zh-CN"
SPEAKING_ROOM = "kiosk"
PIECES = "spoken_"
"""Entries so named are pieces of what is said."""


def kiosk_prompts() -> dict[str, str]:
    """Return what the kiosk says by key, placeholders unfilled."""
    path = ASSETS / "strings" / LANGUAGE / f"{SPEAKING_ROOM}.toml"
    entries = tomllib.loads(path.read_text(encoding="utf-8"))
    said = {key: one["spoken"] for key, one in entries.items() if isinstance(one, dict)}
    pieces = {key: one for key, one in entries.items() if key.startswith(PIECES)}
    return {key: text for key, text in {**said, **pieces}.items() if isinstance(text, str)}


def script_of(config: Path) -> tuple[Line, ...]:
    """Return the script of the hall whose settings lie in a folder. Raises ConfigErrors.

    What only other halls say is not in it: nobody reads aloud what is never heard.
    """
    settings, matters = load_hall(config)
    names = {one.id: one.plain_name for one in matters.matters}
    if settings.collecting.queue:
        names[COLLECTING] = settings.collecting.name
    hall = Hall(
        series={one.id: one.reading for one in settings.series},
        windows=tuple(one.window_number for one in settings.counters),
        matters=names,
        values={
            "guide": settings.guide_desk.name,
            "opens": settings.business_day.opens.strftime("%H:%M"),
            "closes": settings.business_day.closes.strftime("%H:%M"),
        },
    )
    never = tuple(_never_said(settings, config))
    said = {key: text for key, text in kiosk_prompts().items() if not key.startswith(never)}
    return lines_of(hall, load_readings(), load_sentences(), said, load_third_call())


def _never_said(settings: HallSettings, config: Path) -> Iterator[str]:
    """Return how the keys of sentences begin that no kiosk of this hall comes to."""
    if settings.retention.purge_visitors_at_close:
        yield "privacy_overnight"
    if settings.collecting.queue:
        yield "help_collect"
    stations = (tomllib.loads(one.read_text(encoding="utf-8")) for one in config.glob("*.toml"))
    kiosks = [one for one in stations if one.get("kind") == "kiosk"]
    ports = {device.get("port") for kiosk in kiosks for device in kiosk.get("device", ())}
    if kiosks and "document_camera" not in ports:
        yield from ("lay", "page_seen")
    if kiosks and "paper_printer" not in ports:
        yield "help_paper"
