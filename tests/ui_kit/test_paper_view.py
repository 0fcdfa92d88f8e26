"""A paper on the screen looks as it will on A4."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.forms.papers.shelf import NAMES, RENDER, paper
from tests.printer_drivers.test_pdf import poppler
from ui_kit.paper_view import PaperView


def dark_in(picture: QImage, cells: int = 12) -> list[float]:
    """How dark each cell of a grid is, 0 to 1."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    small = grey.scaled(
        cells,
        cells * 2,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return [1 - small.pixelColor(x, y).lightnessF() for y in range(cells * 2) for x in range(cells)]


@pytest.fixture
def at(qtbot, theme):
    def build(name: str) -> PaperView:
        view = PaperView(theme, paper(name))
        qtbot.addWidget(view)
        view.resize(840, 1188)
        view.show()
        return view

    return build


@pytest.mark.parametrize("name", NAMES)
def test_every_paper_is_shown_with_its_words_page_by_page(at, name):
    view = at(name)
    for index, page in enumerate(paper(name).pages):
        view.show_page(index)
        assert view.texts() == page.texts()
    view.show_page(99)
    assert view.texts() == paper(name).pages[-1].texts()


@pytest.mark.parametrize("name", ["one_time_notice", "promise", "true_intention"])
def test_the_screen_shows_the_ink_where_the_printer_lays_it(at, name, tmp_path):
    pdf = tmp_path / "paper.pdf"
    pdf.write_bytes(RENDER(paper(name)))
    poppler("pdftoppm", "-r", "102", "-gray", "-png", "-f", "1", "-l", "1", "-singlefile",
            pdf, pdf.with_suffix(""))  # fmt: skip
    on_paper = dark_in(QImage(str(pdf.with_suffix(".png"))))
    on_screen = dark_in(at(name).grab().toImage())
    assert max(on_paper) > 0.1
    differences = [abs(a - b) for a, b in zip(on_paper, on_screen, strict=True)]
    assert sum(differences) / len(differences) < 0.03
