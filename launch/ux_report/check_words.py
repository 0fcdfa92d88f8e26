"""Rules of words: how large, how far apart, whole and nowhere covered."""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from launch.ux_report.boxes import beyond, overlap
from launch.ux_report.conditions import Condition, Surface
from launch.ux_report.drawn import CAP, Drawn, Line
from launch.ux_report.rules import READABLE, ROUNDING_MM, TIERS, Measure, Tier
from launch.ux_report.strokes import HeavyCharacters

TITLE_EM_MM = 14.0
"""From this em on words are a title; below it, and not on a key, they are running text."""
_MOST_STEP_EM = 2.4
_NUMBER_PARTS = {"number_card": "X2", "slip": "X2", "counter_stage": "H7"}
_CALLED_PARTS = ("board_row", "board_band")
_NUMBER_FROM = 3
_MOST_ROWS = 4


def measures(
    drawn: Drawn, surface: Surface, condition: Condition, heavy: HeavyCharacters
) -> Iterator[Measure]:
    """Measure every rule of words on one page."""
    tier, mm = TIERS[surface], condition.panel.mm
    em_mm = max(tier.em_mm, tier.em_of_view * condition.panel.view_mm)
    for line in drawn.lines:
        yield Measure("X1", mm(line.em_px), em_mm, line.text, line.box)
        yield from _characters(line, tier, condition, heavy)
        over = max(beyond(line.box, line.ground), beyond(line.box, drawn.glass))
        yield Measure("X10a", mm(over), ROUNDING_MM, line.text, line.box)
    yield from _spacing(drawn, tier, condition)
    yield from _covered(drawn, condition)
    yield from _left_out(drawn)
    yield from _numbers(drawn, tier, condition)


def _characters(
    line: Line, tier: Tier, condition: Condition, heavy: HeavyCharacters
) -> Iterator[Measure]:
    mm = condition.panel.mm
    if tier.han_px and any(map(han, line.text)):
        yield Measure("X12", line.em_px, tier.han_px, line.text, line.box)
    if tier.heavy_em_mm and heavy.found_in(line.text):
        what = f"{heavy.found_in(line.text)} in {line.text}"
        yield Measure("X3", mm(line.em_px), tier.heavy_em_mm, what, line.box)
    if tier.line_em is not None and any(map(han, line.text)):
        yield Measure("X8", line.box.w / line.em_px, tier.line_em, line.text, line.box)


def _spacing(drawn: Drawn, tier: Tier, condition: Condition) -> Iterator[Measure]:
    for upper, lower in itertools.pairwise(drawn.lines):
        step_em = (lower.base_y - upper.base_y) / upper.em_px
        one_block = (
            (upper.part, upper.em_px, upper.weight) == (lower.part, lower.em_px, lower.weight)
            and 0.5 < step_em < _MOST_STEP_EM
            and upper.box.x < lower.box.right
            and lower.box.x < upper.box.right
        )
        if not one_block:
            continue
        title = bool(upper.key) or condition.panel.mm(upper.em_px) >= TITLE_EM_MM
        rule, required = ("X7b", tier.label_spacing) if title else ("X7a", tier.text_spacing)
        what = f"{upper.text} / {lower.text}"
        yield Measure(rule, step_em, required, what, upper.box.joined(lower.box))


def _covered(drawn: Drawn, condition: Condition) -> Iterator[Measure]:
    mm = condition.panel.mm
    for rule in ("X10b", "X10c"):
        yield Measure(rule, 0.0, ROUNDING_MM, f"{len(drawn.lines)} lines of words")
    downward = sorted(drawn.lines, key=lambda line: line.box.y)
    for index, first in enumerate(downward):
        for second in itertools.takewhile(_above(first.box.bottom), downward[index + 1 :]):
            deep = overlap(first.box, second.box)
            if deep > 0:
                what, box = f"{first.text} over {second.text}", first.box.joined(second.box)
                yield Measure("X10b", mm(deep), ROUNDING_MM, what, box)
    for line, target in itertools.product(drawn.lines, drawn.targets):
        deep = overlap(line.box, target.face) if line.key != target.name else 0.0
        if deep > 0:
            yield Measure(
                "X10c", mm(deep), ROUNDING_MM, f"{target.name} over {line.text}", line.box
            )


def _above(foot: float) -> Callable[[Line], bool]:
    return lambda line: line.box.y < foot


def _left_out(drawn: Drawn) -> Iterator[Measure]:
    for part in drawn.parts:
        pieces = [_bare(text) for text in part.drawn]
        missing = [text for text in part.told if not _said(_bare(text), pieces)]
        if part.told:
            what = ", ".join(missing) if missing else part.name
            yield Measure("X10d", float(len(missing)), 0.0, what, part.box)


def _numbers(drawn: Drawn, tier: Tier, condition: Condition) -> Iterator[Measure]:
    mm, view_mm = condition.panel.mm, condition.panel.view_mm
    numbers = [one for one in drawn.lines if one.text.isdigit() and len(one.text) >= _NUMBER_FROM]
    for line in numbers:
        cap_mm = mm(line.em_px * CAP)
        if line.part in _NUMBER_PARTS:
            rule = _NUMBER_PARTS[line.part]
            yield Measure(rule, cap_mm, tier.number_cap_mm, line.text, line.box)
        if line.part.startswith(_CALLED_PARTS):
            yield Measure("H1", cap_mm, view_mm / READABLE, line.text, line.box)
    called = [line for line in numbers if line.part.startswith(_CALLED_PARTS)]
    if called:
        yield Measure("H2", float(len(called)), float(_MOST_ROWS), "called numbers")


def han(character: str) -> bool:
    """Tell whether a character is a Chinese one."""
    return "CJK" in unicodedata.name(character, "") and unicodedata.category(character) == "Lo"


def _said(text: str, pieces: Sequence[str]) -> bool:
    """Tell whether pieces that were drawn, in whatever order, make up a text."""
    if not text or text in "".join(pieces):
        return True
    starts = {piece for piece in pieces if piece and text.startswith(piece)}
    return any(_said(text[len(piece) :], pieces) for piece in starts)


def _bare(text: str) -> str:
    """Return a text without spaces and marks where it may break."""
    return "".join(one for one in text if not one.isspace() and one != "\u200b")
