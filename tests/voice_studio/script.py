"""A short script for studio tests: everything a call needs, and a few sentences."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from launch.voice_script import kiosk_prompts
from launch.words import words_of
from voice.pack_folder import PackAbout, PackFolder
from voice.readings import load_readings, load_sentences, load_third_call
from voice.script import Hall, Line, lines_of
from voice_studio.setup import StudioSetup

RATE_HZ = 24000
TODAY = date(2026, 10, 1)
HALL = Hall(series={"lao": "老年号"}, windows=(3,), values={"guide": "咨询辅导台"})
SAID = ("home_touch", "slip", "spoken_ahead")


def short_script() -> tuple[Line, ...]:
    prompts = {key: text for key, text in kiosk_prompts().items() if key in SAID}
    return lines_of(HALL, load_readings(), load_sentences(), prompts, load_third_call())


def setup(lines: tuple[Line, ...], voice: str = "李敏") -> StudioSetup:
    return StudioSetup(
        words=words_of("voice_studio"),
        lines=lines,
        third_call=load_third_call(),
        pack="hall",
        voice=voice,
        rate_hz=RATE_HZ,
    )


def pack_in(folder: Path, voice: str = "李敏") -> PackFolder:
    return PackFolder(folder, PackAbout(voice, "zh-CN", RATE_HZ), TODAY)


def line_of(words: str) -> Line:
    return next(line for line in short_script() if line.words == words)
