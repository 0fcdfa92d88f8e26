"""The script of a hall's own voice, from its settings and the words of the product."""

from __future__ import annotations

import tomllib
from pathlib import Path

from launch.paths import ASSETS
from launch.settings import load_hall
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
    """Return the script of the hall whose settings lie in a folder. Raises ConfigErrors."""
    settings, matters = load_hall(config)
    hall = Hall(
        series={one.id: one.reading for one in settings.series},
        windows=tuple(one.window_number for one in settings.counters),
        matters={one.id: one.plain_name for one in matters.matters},
        values={
            "guide": settings.guide_desk.name,
            "opens": settings.business_day.opens.strftime("%H:%M"),
            "closes": settings.business_day.closes.strftime("%H:%M"),
        },
    )
    return lines_of(hall, load_readings(), load_sentences(), kiosk_prompts(), load_third_call())
