"""A copy of a page from under a camera: one sheet of A4, as large as the paper was."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from devices.camera_port import PageTaken
from devices.papers import PaperNotMade
from printer_drivers.page_copy import page_copy
from tests.printer_drivers.test_pdf import poppler

CARD_MM = (85.6, 54.0)
DPI = 254


def card() -> PageTaken:
    width_mm, height_mm = CARD_MM
    size = (round(width_mm / 25.4 * DPI), round(height_mm / 25.4 * DPI))
    held = BytesIO()
    Image.new("RGB", size, (200, 180, 160)).save(held, "JPEG")
    return PageTaken(held.getvalue(), *size, DPI)


def drawn_mm(page: PageTaken, folder) -> tuple[float, float]:
    """How large the picture came out, as another program measures it."""
    path = folder / "copy.pdf"
    path.write_bytes(page_copy(page))
    assert b"595" in poppler("pdfinfo", str(path))
    line = poppler("pdfimages", "-list", str(path)).decode().splitlines()[-1]
    assert " jpeg " in line, "the JPEG goes in as it is"
    across, down = (int(one) for one in re.split(r"\s+", line.strip())[12:14])
    return page.width_px / across * 25.4, page.height_px / down * 25.4


def test_a_card_comes_out_in_its_own_size(tmp_path):
    assert drawn_mm(card(), tmp_path) == pytest.approx(CARD_MM, abs=0.6)


@pytest.mark.parametrize("dpi", [0, 20])
def test_what_is_too_large_or_of_unknown_size_fills_the_sheet(tmp_path, dpi):
    wide, high = drawn_mm(replace(card(), dpi=dpi), tmp_path)
    assert wide == pytest.approx(190.0, abs=1.5)
    assert high < 297.0


def test_what_is_no_picture_is_no_copy():
    with pytest.raises(PaperNotMade):
        page_copy(replace(card(), jpeg=b"no picture"))
