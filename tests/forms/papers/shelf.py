"""The shipped forms with the shipped list of matters, and papers composed from them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from devices.papers import Paper, PaperPage, PaperText
from forms.papers.compose import compose
from forms.papers.every_value import AnyValues
from forms.papers.loading import FormBook
from forms.papers.samples import Length, sample_values
from hall.kernel.facts import HallFacts, MatterFact
from launch.facts import facts_of
from launch.settings import load_hall
from printer_drivers.fonts import FontBook
from printer_drivers.paper_pdf import PaperRenderer

ROOT = Path(__file__).parents[3]
FORMS = ROOT / "assets" / "forms"
BOOK = FormBook(FORMS)
NAMES = BOOK.names()
RENDER = PaperRenderer(FontBook(ROOT / "assets" / "fonts"))
OF_ONE_MATTER = ("guide", "bring_list", "blank_form", "filled_sample")


@cache
def facts() -> HallFacts:
    hall = load_hall(ROOT / "config")
    return facts_of(hall.settings, hall.matters)


def matter(matter_id: str) -> MatterFact:
    found = facts().matter(matter_id)
    assert found is not None
    return found


def values(name: str, length: Length = "sample", matter_id: str = "EL003") -> AnyValues:
    return sample_values(BOOK, name, facts(), matter(matter_id), length)


@cache
def paper(name: str, length: Length = "sample", matter_id: str = "EL003") -> Paper:
    return compose(BOOK, name, values(name, length, matter_id))


def texts_on(page: PaperPage) -> list[PaperText]:
    return [piece for piece in page.pieces if isinstance(piece, PaperText)]


def run_together(texts: tuple[str, ...]) -> str:
    """All texts without white space, as they can be compared with what another program reads."""
    return "".join("".join(text.split()) for text in texts)
