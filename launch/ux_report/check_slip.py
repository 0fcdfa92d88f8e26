"""Sizes on the paper slip, from where its pieces are placed in millimetres."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from forms.slip import MAX_LINES, compose
from forms.slip_list import compose_list
from forms.slip_ticket import slip_ticket
from kiosk.listing import list_of
from launch.paths import ASSETS
from launch.ux_report.rules import Measure
from launch.ux_report.site import Site
from launch.words import table_of
from printer_drivers.fonts import FontBook
from printer_drivers.layout import Page, Text, lay_out

NUMBER_CAP_MM, TEXT_EM_MM = 16.0, 4.5
PAPERS_MM = {80.0: 72.0, 58.0: 48.0}
"""Paper and what of it can be printed on."""
_CAP = 0.7275
_ROUNDING_MM = 0.01


def measures(site: Site) -> Iterator[Measure]:
    """Measure the usual slip and the slip of the longest matter on both papers, and all lists."""
    words = site.words("kiosk", "zh-CN")
    book = FontBook(ASSETS / "fonts")
    matters = (site.facts.matters[0], *site.matters_by_length()[:3])
    for digits in (site.numbers["usual"], site.numbers["longest"]):
        for matter in matters:
            ticket = site.ticket(digits, matter, ahead=None)
            told = slip_ticket(ticket, site.facts, words, site.local, reprint=True)
            for paper_mm, printable_mm in PAPERS_MM.items():
                slip = compose(told, table_of("slip"), paper_mm)
                page = lay_out(slip, book, printable_mm)
                yield from _sizes(page, digits, f"{paper_mm:g} mm, {matter.plain_name}")
    for matter in site.facts.matters:
        papers = list_of(matter, site.facts, words)
        for paper_mm, printable_mm in PAPERS_MM.items():
            page = lay_out(compose_list(papers, table_of("slip"), paper_mm), book, printable_mm)
            texts = [piece for piece in page.pieces if isinstance(piece, Text)]
            yield _smallest(texts, f"{paper_mm:g} mm, list, {matter.plain_name}")


def _sizes(page: Page, digits: str, what: str) -> Iterator[Measure]:
    texts = [piece for piece in page.pieces if isinstance(piece, Text)]
    number = max(texts, key=lambda text: text.em_mm)
    cap_mm = number.em_mm * _CAP
    yield Measure("R1", cap_mm, NUMBER_CAP_MM, what)
    others = [text for text in texts if text.run.text not in digits]
    yield _smallest(others, what)
    lines = {round(text.baseline_mm, 1) for text in others if not text.white}
    yield Measure("R3", float(len(lines)), float(MAX_LINES), what)


def _smallest(texts: Sequence[Text], what: str) -> Measure:
    smallest = min(texts, key=lambda text: text.em_mm)
    return Measure("R2", smallest.em_mm + _ROUNDING_MM, TEXT_EM_MM, f"{what}: {smallest.run.text}")
