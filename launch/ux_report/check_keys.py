"""Rules of keys: large, apart, in reach, few, always at the same place."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

from launch.ux_report.boxes import Box, beyond, distance, overlap
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.drawn import Drawn, Target
from launch.ux_report.rules import (
    DANGER_MM,
    LOWERED_SHARE,
    REACH_MM,
    ROUNDING_MM,
    TIERS,
    Measure,
    Tier,
)

_DANGER = (
    {"help", "emergency"},
    {"key.yes", "key.no"},
    {"key.done", "key.undo"},
    {"key.accompany", "key.undo"},
)
_ALWAYS = ("help", "emergency")


def measures(drawn: Drawn, surface: Surface, condition: Condition) -> Iterator[Measure]:
    """Measure every rule of keys on one page."""
    tier = TIERS[surface]
    if tier.target_mm is None:
        return
    keys = [target for target in drawn.targets if target.live]
    for key in keys:
        yield from _one(key, drawn, tier, condition)
    for first, second in itertools.combinations(keys, 2):
        yield from _pair(first, second, tier, condition)
    if surface is Surface.KIOSK:
        yield from _kiosk(drawn, keys, tier, condition)


def _one(key: Target, drawn: Drawn, tier: Tier, condition: Condition) -> Iterator[Measure]:
    mm = condition.panel.mm
    yield Measure("T1", mm(min(key.face.w, key.face.h)), tier.target_mm or 0, key.name, key.face)
    if tier.bezel_mm:
        glass = drawn.glass
        nearest = min(
            key.face.x, key.face.y, glass.right - key.face.right, glass.bottom - key.face.bottom
        )
        yield Measure("B5", mm(nearest), tier.bezel_mm, key.name, key.face)


def _pair(first: Target, second: Target, tier: Tier, condition: Condition) -> Iterator[Measure]:
    mm = condition.panel.mm
    apart_mm = mm(distance(first.body, second.body))
    what, box = f"{first.name} and {second.name}", first.face.joined(second.face)
    yield Measure("T2", apart_mm, tier.gap_mm, what, box)
    if {first.name, second.name} in _DANGER:
        yield Measure("T2b", apart_mm, DANGER_MM, what, box)
    yield Measure("T5", mm(overlap(first.hit, second.hit)), ROUNDING_MM, what, box)


def _kiosk(drawn: Drawn, keys: list[Target], tier: Tier, condition: Condition) -> Iterator[Measure]:
    answers = [key for key in keys if not key.in_dock]
    yield Measure("F2", float(len(answers)), float(tier.choices or 0), "keys of the page")
    there = [one for one in drawn.targets if one.in_dock and one.name in _ALWAYS]
    yield Measure("F4", float(len(there)), float(len(_ALWAYS)), ", ".join(_ALWAYS))
    panel = condition.panel
    lean = math.cos(math.radians(condition.glass.tilt_deg))
    for key in keys:
        above_mm = (panel.height_mm - panel.mm(key.face.middle_y)) * lean + panel.mount_mm
        yield Measure("P1a", above_mm, REACH_MM[1], key.name, key.face)
        yield Measure("P1b", above_mm, REACH_MM[0], key.name, key.face)
        if condition.low:
            share = 100 * (1 - key.face.y / drawn.height_px)
            most = 100 * LOWERED_SHARE + 100 / drawn.height_px
            yield Measure("P3", share, most, key.name, key.face)


class SamePlace:
    """Remembers where the help bar was on each panel, and measures how far it has moved."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], Box] = {}

    def measures(self, drawn: Drawn, condition: Condition) -> Iterator[Measure]:
        """Measure the keys of the help bar against the first page of that panel."""
        for key in drawn.targets:
            if not key.in_dock:
                continue
            first = self._first.setdefault((condition.glass.name, key.name), key.face)
            moved = max(beyond(key.face, first), beyond(first, key.face))
            yield Measure("F2d", condition.panel.mm(moved), 0.0, key.name, key.face)
