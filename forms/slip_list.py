"""What a matter asks for as a slip to take home: one paper a line, in large print, no number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from devices.ports import Slip, SlipLine, SlipRule
from forms.breaks import Breaths, broken_by_sense
from forms.slip import MARK_AND_GAP_MM, line_of, zone_em

_NAME_EM, _MATTER_EM = 1.2, 1.25
"""Of the text's em: names of papers, and of the matter, are larger."""
_ITEM_GAP_MM, _LINE_GAP_MM, _CLOSE_GAP_MM = 3.4, 2.6, 1.4


@dataclass(frozen=True)
class ListedPaper:
    """One paper to bring, and in which form."""

    name: str
    note: str


@dataclass(frozen=True)
class SlipList:
    """What the list says; it names nobody. A line feed in `matter_plain_name` breaks it there.

    `not_needed` are papers the hall looks up itself, `printed_here` whether it prints a form.
    """

    zone: str
    matter_plain_name: str
    papers: tuple[ListedPaper, ...]
    not_needed: tuple[str, ...]
    printed_here: bool
    where: str
    hall: str
    phone: str


def compose_list(papers: SlipList, words: Mapping[str, str], width_mm: float = 80.0) -> Slip:
    """Return the list as a slip for paper of `width_mm` (80 or 58); it is as long as it must be.

    `words` are the texts of assets/strings/<language>/slip.toml. Raises KeyError for a missing
    text and ValueError for a paper width nobody sells.
    """
    line_mm, em_mm = line_of(width_mm)
    zone_em_mm = zone_em(papers.zone, line_mm, em_mm)
    sheet = _Sheet(words, line_mm, em_mm)
    zone_em_of_line = (line_mm - MARK_AND_GAP_MM) / zone_em_mm
    zone = "\n".join(broken_by_sense(papers.zone, zone_em_of_line, sheet.breaths))
    return Slip(
        parts=(
            SlipLine(zone, zone_em_mm, "title", gap_above_mm=1.4, mark=True),
            SlipRule(gap_above_mm=2.4),
            sheet.line(papers.matter_plain_name, 3.0, "title", _MATTER_EM),
            sheet.line(words["list_lead"].format(count=len(papers.papers)), weight="label"),
            *_items(papers, sheet),
            *_spared(papers, sheet),
            SlipRule(gap_above_mm=3.0, dashed=True),
            *_where(papers, sheet),
        ),
        width_mm=width_mm,
    )


@dataclass(frozen=True)
class _Sheet:
    """Paper of one width, and the words on it."""

    words: Mapping[str, str]
    line_mm: float
    em_mm: float

    @property
    def breaths(self) -> Breaths:
        return Breaths(self.words["break_after"], tuple(self.words["break_before"].split()))

    def line(
        self,
        text: str,
        gap_above_mm: float = _LINE_GAP_MM,
        weight: Literal["body", "label", "title"] = "body",
        times_em: float = 1.0,
    ) -> SlipLine:
        """Return a text in as many lines as it needs, broken by sense where two are enough."""
        em_mm = self.em_mm * times_em
        rows = broken_by_sense(text, self.line_mm / em_mm, self.breaths)
        return SlipLine("\n".join(rows), em_mm, weight, gap_above_mm=gap_above_mm)


def _items(papers: SlipList, sheet: _Sheet) -> Iterator[SlipLine]:
    for index, paper in enumerate(papers.papers):
        yield sheet.line(f"{index + 1}. {paper.name}", _ITEM_GAP_MM, "label", _NAME_EM)
        yield sheet.line(paper.note, _CLOSE_GAP_MM)


def _spared(papers: SlipList, sheet: _Sheet) -> Iterator[SlipLine | SlipRule]:
    """What nobody needs to carry."""
    if not papers.not_needed and not papers.printed_here:
        return
    yield SlipRule(gap_above_mm=3.0, dashed=True)
    if papers.not_needed:
        yield sheet.line(sheet.words["list_not_needed"], weight="label")
        for name in papers.not_needed:
            yield sheet.line(name, _CLOSE_GAP_MM)
    if papers.printed_here:
        yield sheet.line(sheet.words["list_form"])


def _where(papers: SlipList, sheet: _Sheet) -> Iterator[SlipLine]:
    words = sheet.words
    phone = words["phone"].format(phone=papers.phone) if papers.phone else ""
    for text in (papers.hall, words["list_where"].format(where=papers.where), phone):
        if text:
            yield sheet.line(text)
    yield sheet.line(words["list_no_number"], weight="label")
