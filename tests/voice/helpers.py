"""The shipped voice, opened for tests, and a clock that is moved by hand."""

from __future__ import annotations

import tomllib
from pathlib import Path

from devices.ports import Sound
from voice.announcement_queue import Announcement
from voice.assemble import Voice, open_voice
from voice.utterance import Utterance, plain_utterance

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "assets"
SERIES = {"老": "老年号", "尊": "尊老号", "优": "优先号", "普": "普通号"}


def texts() -> dict[str, str]:
    return tomllib.loads((ASSETS / "strings/zh-CN/voice.toml").read_text(encoding="utf-8"))


def shipped_voice() -> Voice:
    return open_voice(ASSETS, texts(), SERIES)


def call_of(
    voice: Voice,
    number: int,
    *,
    seq: int | None = None,
    call_no: int = 1,
    called_at_s: float = 0.0,
    window: int = 3,
    solemn: bool = False,
) -> Announcement:
    label = f"老{number:03d}"
    return Announcement(
        seq=number if seq is None else seq,
        ticket_id=label,
        call_no=call_no,
        call=voice.sentences.call(label, window, call_no),
        called_at_s=called_at_s,
        solemn=solemn,
    )


class HandClock:
    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def tone(text: str = "hm", duration_s: float = 0.1, rate_hz: int = 16000) -> Sound:
    return Sound(b"\x10\x20" * int(duration_s * rate_hz), rate_hz, text)


def words(text: str) -> Utterance:
    return plain_utterance(text)
