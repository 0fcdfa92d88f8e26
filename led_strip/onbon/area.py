"""The realtime area of an Onbon controller: text that lives in its memory only. Pure.

A realtime area is never written to flash, so calls wear nothing out. Source: the maker's published
protocol, command A3 06.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

REALTIME = b"\xa3\x06"
TEXT_BYTES_MAX = 480
"""A BX-5K takes 512 bytes an area, its head included."""

_IN_PIXELS = 0x8000
_CENTRE, _MIDDLE = 0x02, 0x08
_FONT_OF_DOTS = {16: b"", 24: rb"\FO001\FE001", 32: rb"\FO002\FE002"}
FONT_DOTS = tuple(_FONT_OF_DOTS)


class RunMode(IntEnum):
    """What becomes of the text by itself."""

    LOOP = 0
    STOP_ON_LAST = 1
    DELETE_AFTER_TIMEOUT = 2


class Motion(IntEnum):
    """How the text comes."""

    STATIC = 1
    LEFT = 3


@dataclass(frozen=True)
class RealtimeArea:
    """One area. Pixels and seconds; `speed` is 0 (fast) to 24, `stay` counts half seconds."""

    width_px: int
    height_px: int
    text: bytes
    x_px: int = 0
    y_px: int = 0
    area_id: int = 0
    run_mode: RunMode = RunMode.LOOP
    timeout_s: int = 0
    align: int = 0
    single_line: bool = True
    motion: Motion = Motion.STATIC
    speed: int = 4
    stay: int = 10


def area_for(
    text: bytes, width_px: int, height_px: int, font_dots: int, forget_after_s: int
) -> RealtimeArea:
    """Return the area of one line: standing in the middle, or moving left where it is too long.

    It goes dark by itself `forget_after_s` after it was last sent, so that a station that died
    calls nobody for ever.
    """
    fits = len(text) * font_dots // 2 <= width_px  # two bytes a full character, one a half
    return RealtimeArea(
        width_px=width_px,
        height_px=height_px,
        text=_FONT_OF_DOTS[font_dots] + text,
        run_mode=RunMode.DELETE_AFTER_TIMEOUT,
        timeout_s=forget_after_s,
        align=_CENTRE | _MIDDLE if fits else _MIDDLE,
        motion=Motion.STATIC if fits else Motion.LEFT,
    )


def show_request(area: RealtimeArea) -> bytes:
    """Return the data of the request that puts one area on the strip."""
    body = (
        b"\x00"
        + _two(area.x_px | _IN_PIXELS)
        + _two(area.y_px)
        + _two(area.width_px | _IN_PIXELS)
        + _two(area.height_px)
        + bytes((area.area_id, 0, area.run_mode))  # 0: no gap between lines
        + _two(area.timeout_s)
        + bytes((0, 0))  # no sound, no extension
        + bytes((area.align, 1 if area.single_line else 2, 1, area.motion))  # 1: no wrapping
        + bytes((0, area.speed, area.stay))
        + len(area.text).to_bytes(4, "little")
        + area.text
    )
    answer_wanted, keep_others, one_area = b"\x01", b"\x00\x00\x00", b"\x01"
    return REALTIME + answer_wanted + keep_others + one_area + _two(len(body)) + body


def _two(value: int) -> bytes:
    return value.to_bytes(2, "little")
