"""The rules a page is held to, and what each kind of screen must reach. Plain Python."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from launch.ux_report.boxes import Box
from launch.ux_report.conditions import Surface


@dataclass(frozen=True)
class Rule:
    """One rule: its id in docs/proof.md, what it asks for, the unit of its measure."""

    id: str
    asks: str
    unit: str
    at_most: bool = False


_ALL = (
    Rule("T1", "every key is large enough", "mm"),
    Rule("T2", "keys lie apart, from the lip of one to the face of the next", "mm"),
    Rule("T2b", "keys that must not be mixed up lie far apart", "mm"),
    Rule("T5", "no finger is claimed by two keys", "mm", at_most=True),
    Rule("B5", "no key is near the edge of the glass", "mm"),
    Rule("X1", "all words are large enough", "mm"),
    Rule("X2", "the number that is given is large", "mm"),
    Rule("X3", "characters of 16 strokes and more are larger", "mm"),
    Rule("X7a", "running text has room between its lines", "em"),
    Rule("X7b", "labels and titles of two lines have room between them", "em"),
    Rule("X8", "no line of words is long", "em", at_most=True),
    Rule("X10a", "words stay inside what they stand on", "mm", at_most=True),
    Rule("X10b", "no words lie over other words", "mm", at_most=True),
    Rule("X10c", "no key lies over words", "mm", at_most=True),
    Rule("X10d", "everything a screen tells is drawn, nothing is left out", "texts", at_most=True),
    Rule("X12", "Han characters have pixels enough", "px"),
    Rule("C1", "words stand out from their ground", ": 1"),
    Rule("C1d", "words of a key that rests stand out", ": 1"),
    Rule("C2", "edges of keys stand out", ": 1"),
    Rule("C2i", "icons stand out", ": 1"),
    Rule("C3", "words stand out through an aged lens", ": 1"),
    Rule("C3d", "words of a key that rests stand out through an aged lens", ": 1"),
    Rule("F1", "touches to a number after the card", "touches", at_most=True),
    Rule("F2", "few answers to one question", "keys", at_most=True),
    Rule("F2d", "the help bar is at the same place on every page", "mm", at_most=True),
    Rule("F4", "help is on the page", "keys"),
    Rule("F5", "one window, nothing over it", "windows", at_most=True),
    Rule("H1", "called numbers are read from the farthest seat", "mm"),
    Rule("H2", "few called numbers at a time", "rows", at_most=True),
    Rule("H7", "the digits over a window are tall", "mm"),
    Rule("P1a", "every key is in reach from above", "mm", at_most=True),
    Rule("P1b", "every key is in reach from below", "mm"),
    Rule("P3", "lowered, every key lies in the lowest part of the glass", "% of height",
         at_most=True),
    Rule("S1a", "speech is not hurried", "syllables/min", at_most=True),
    Rule("S1b", "speech does not drag", "syllables/min"),
    Rule("S5a", "chimes are low enough for old ears", "Hz", at_most=True),
    Rule("S5b", "chimes are high enough for small loudspeakers", "Hz"),
    Rule("S5c", "above 2.5 kHz chimes are far below their tones", "dB"),
    Rule("R1", "the number on the slip is tall", "mm"),
    Rule("R2", "the words on the slip are large enough", "mm"),
    Rule("R3", "the slip has few lines", "lines", at_most=True),
)  # fmt: skip
RULES: Mapping[str, Rule] = {rule.id: rule for rule in _ALL}


@dataclass(frozen=True)
class Tier:
    """What one kind of screen must reach; None where a rule does not speak of it.

    `em_of_view` is the smallest em over the distance of the eye, for screens read from afar.
    """

    em_mm: float = 0.0
    em_of_view: float = 0.0
    target_mm: float | None = None
    gap_mm: float = 6.0
    bezel_mm: float = 0.0
    label_spacing: float = 1.3
    text_spacing: float = 1.5
    line_em: float | None = None
    han_px: float = 0.0
    heavy_em_mm: float = 0.0
    choices: int | None = None
    number_cap_mm: float = 0.0


TIERS: Mapping[Surface, Tier] = {
    Surface.KIOSK: Tier(
        em_mm=9.2, target_mm=20.0, bezel_mm=9.5, line_em=14.1, han_px=24.0, heavy_em_mm=12.0,
        choices=6, number_cap_mm=40.0,
    ),
    Surface.BOARD: Tier(em_of_view=1 / 230, han_px=24.0),
    Surface.COUNTER: Tier(em_of_view=1 / 230, han_px=24.0, number_cap_mm=60.0),
    Surface.GUIDE: Tier(em_mm=4.0, target_mm=20.0, label_spacing=1.15, text_spacing=1.15),
    Surface.CONSOLE: Tier(em_mm=4.0, label_spacing=1.15, text_spacing=1.15),
    Surface.MIRROR: Tier(em_mm=9.2, han_px=24.0, text_spacing=1.25, label_spacing=1.25),
    Surface.TOUCH: Tier(em_mm=9.2, target_mm=20.0, bezel_mm=9.5, han_px=24.0),
}  # fmt: skip
"""Staff are of working age and sit at their screen; the console is for mouse and keys."""

DANGER_MM = 20.0
CONTRAST, CONTRAST_LENS, CONTRAST_RESTING, CONTRAST_EDGE = 7.0, 4.5, 4.5, 3.0
REACH_MM = (380.0, 1220.0)
LOWERED_SHARE = 0.4
READABLE = 82.0
"""Distance over digit height at 0.7 degrees."""
ROUNDING_MM = 0.3
"""What may be lost to whole pixels and to the edge of a glyph before it is a fault."""


@dataclass(frozen=True)
class Measure:
    """One thing measured; `what` names it, `box` is where it is on the picture, if anywhere."""

    rule: str
    value: float
    required: float
    what: str
    box: Box | None = None

    @property
    def ok(self) -> bool:
        """Whether the rule is kept; a thousandth is forgiven."""
        if RULES[self.rule].at_most:
            return self.value <= self.required + 1e-3
        return self.value >= self.required - 1e-3

    @property
    def margin(self) -> float:
        """How well the rule is kept: 1 is just so, below 1 is a violation."""
        above, below = self.value, self.required
        if RULES[self.rule].at_most:
            above, below = below, above
        return above / below if below > 0 else math.inf


def worst(measures: Iterable[Measure]) -> dict[str, Measure]:
    """Return the worst measure of each rule, in the order of the rules."""
    found: dict[str, Measure] = {}
    for one in measures:
        if one.rule not in found or one.margin < found[one.rule].margin:
            found[one.rule] = one
    return {rule: found[rule] for rule in RULES if rule in found}
