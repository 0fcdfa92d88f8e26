"""The same slip as a PDF page: the same words, found again by another program."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from devices.ports import Slip, SlipLine
from printer_drivers.fonts import GETA, FontBook
from printer_drivers.pdf import render_pdf
from printer_drivers.raster import Rasteriser
from tests.printer_drivers import desk, eyes

BOOK = FontBook(desk.FONTS)
RARE = "\U0002b5b6㛃的𠀀"


def poppler(tool: str, *arguments: str | Path) -> bytes:
    done = subprocess.run([shutil.which(tool) or tool, *arguments], capture_output=True, check=True)  # noqa: S603 - our own file
    return done.stdout


def pdf_of(slip: Slip, folder: Path) -> Path:
    path = folder / "slip.pdf"
    path.write_bytes(render_pdf(slip, BOOK))
    return path


def words_of(pdf: Path) -> str:
    """Everything pdftotext finds, without white space."""
    return "".join(poppler("pdftotext", "-raw", pdf, "-").decode().split())


def picture_of(pdf: Path) -> Image.Image:
    poppler("pdftoppm", "-r", "203.2", "-gray", "-png", "-singlefile", pdf, pdf.with_suffix(""))
    with Image.open(pdf.with_suffix(".png")) as page:
        return page.point(lambda value: 255 if value > 127 else 0)


@pytest.mark.parametrize("width_mm", [80.0, 58.0])
@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"digits": "1000", "ahead": None, "reprint": True},
        {"bereavement": True, "ahead": 0, "phone": ""},
        {"matter_plain_name": "家里突然有难，申请救急钱"},
    ],
)
def test_the_pdf_says_every_word_of_the_slip_in_its_order(width_mm, changes, tmp_path):
    slip = desk.slip(width_mm=width_mm, **changes)
    whole = words_of(pdf_of(slip, tmp_path))
    said = whole.replace("补打", "")

    at = 0
    for text in slip.texts():
        wanted = "".join(text.split())
        assert wanted in said[at:], (wanted, said)
        at = said.index(wanted, at) + len(wanted)
    assert ("补打" in whole) is ("reprint" in changes)


def test_rare_characters_are_found_again_also_beyond_the_first_plane(tmp_path):
    slip = desk.slip()
    pdf = pdf_of(replace(slip, parts=(*slip.parts, SlipLine(f"姓{RARE}", 4.9))), tmp_path)

    assert f"姓{RARE}" in words_of(pdf)


def test_a_character_no_typeface_has_is_a_mark_and_never_a_blank(tmp_path):
    pdf = pdf_of(replace(desk.slip(), parts=(SlipLine("姓\ue000名", 4.9),)), tmp_path)

    assert words_of(pdf) == f"姓{GETA}名"


@pytest.mark.parametrize("digits", ["012", "345", "678", "906", "1000"])
def test_the_page_shows_the_number_as_the_paper_does(digits, tmp_path):
    slip = desk.slip(digits)
    page = picture_of(pdf_of(slip, tmp_path))
    paper = Rasteriser(BOOK).image(slip, 576)

    assert eyes.read_number(page) == eyes.read_number(paper) == digits
    assert eyes.rows_of_text(page) == eyes.rows_of_text(paper) == 8
    on_page, on_paper = eyes.number_band(page), eyes.number_band(paper)
    assert abs((on_page[1] - on_page[0]) - (on_paper[1] - on_paper[0])) <= 3
