"""A paper as PDF: another program reads every character of it, and nothing that is not on it."""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path

import pytest
from PIL import Image

from tests.forms.papers.shelf import BOOK, NAMES, RENDER, paper, run_together
from tests.printer_drivers.test_pdf import poppler

_TYPE_SIZE = re.compile(rb"/F\d+\+\d+ ([\d.]+) Tf")
RARE = "\U0002cc56\u36c3\U00020164"


def pdf_of(name: str, length: str, folder: Path) -> Path:
    path = folder / f"{name}.pdf"
    path.write_bytes(RENDER(paper(name, length)))
    return path


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("length", ["sample", "longest"])
def test_what_can_be_copied_is_what_was_placed_in_its_order(name, length, tmp_path):
    copied = poppler("pdftotext", "-raw", pdf_of(name, length, tmp_path), "-").decode()

    assert "".join(copied.split()) == run_together(paper(name, length).texts())


def test_a_rare_name_is_found_again_whole(tmp_path):
    copied = poppler("pdftotext", "-raw", pdf_of("promise", "longest", tmp_path), "-").decode()

    assert RARE in BOOK.common().longest_person["name"]
    assert RARE in copied


@pytest.mark.parametrize("name", NAMES)
def test_the_file_says_nothing_of_a_person_beside_its_pages(name, tmp_path):
    told = poppler("pdfinfo", pdf_of(name, "longest", tmp_path)).decode()

    assert BOOK.form(name).title in told
    assert "A4" in told
    assert not [v for v in BOOK.common().longest_person.values() if len(v) > 2 and v in told]
    assert re.search(r"CreationDate:.*2000", told), "the date of making is none of a real day"


@pytest.mark.parametrize("name", NAMES)
def test_the_sizes_in_the_file_are_those_of_large_print(name):
    sizes_mm = [float(size) for size in _TYPE_SIZE.findall(drawing_of(RENDER(paper(name))))]

    assert min(sizes_mm) * 72 / 25.4 >= 16 - 0.01
    assert max(sizes_mm) * 72 / 25.4 >= 24


def drawing_of(pdf: bytes) -> bytes:
    """What is drawn on the pages, as PDF operators; a millimetre is the unit."""
    streams = re.findall(rb"/ASCII85Decode /FlateDecode.*?stream\s(.*?)endstream", pdf, re.DOTALL)
    opened = [zlib.decompress(base64.a85decode(b"<~" + one.strip(), adobe=True)) for one in streams]
    return b"".join(one for one in opened if b" Tf" in one)


def test_the_same_paper_gives_the_same_bytes():
    assert RENDER(paper("loan")) == RENDER(paper("loan"))


def test_the_code_on_a_paper_can_be_seen_as_dark_and_light_squares(tmp_path):
    pdf = pdf_of("receipt", "sample", tmp_path)
    poppler("pdftoppm", "-r", "127", "-gray", "-png", "-singlefile", pdf, pdf.with_suffix(""))
    with Image.open(pdf.with_suffix(".png")) as page:
        px_per_mm = 5
        right, top, side = 192 * px_per_mm, 13 * px_per_mm, 27 * px_per_mm
        code = page.crop((right - side, top, right, top + side))
        dark = sum(code.histogram()[:128])
    assert 0.3 < dark / (side * side) < 0.7
