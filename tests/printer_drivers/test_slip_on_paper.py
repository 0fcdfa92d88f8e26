"""The slip as it comes out of the printer: measured in dots, and read back by other eyes."""

from __future__ import annotations

import pytest
from PIL import Image

from devices.ports import Slip, SlipLine
from launch.settings import load_matters
from printer_drivers.escpos.driver import EscposPrinter
from printer_drivers.escpos.encode import encode
from printer_drivers.escpos.profile import load_profiles, profile_named
from printer_drivers.fonts import FontBook
from printer_drivers.layout import Text, lay_out
from printer_drivers.raster import DOTS_PER_MM, Rasteriser
from tests.printer_drivers import desk, eyes

BOOK = FontBook(desk.FONTS)
RASTER = Rasteriser(BOOK)
MATTERS = load_matters(desk.ROOT / "config" / "matters.toml").matters
PRINTABLE = {80.0: 576, 58.0: 384}
WEIGHTS = ("Medium", "Bold")
ID_NUMBER = "410199194103120024"
# Each digit once at each place, a telephone of its own, and what follows 999.
NUMBERS = [*(f"{n}{(n + 1) % 10}{(n + 2) % 10}" for n in range(10)), "999", "1000", "8888"]


def paper(slip: Slip, profile_name: str = "80mm") -> Image.Image:
    """Print over the wire and return the picture of the paper that fell out."""
    profile = profile_named(profile_name)
    machine = desk.simulator(width_dots=profile.width_dots)
    job = encode(RASTER.bitmap(slip, profile.width_dots), profile)
    machine.connect().write(job.whole(), 1.0)
    assert machine.unknown == b""
    return machine.slips[0].picture()


@pytest.mark.parametrize("digits", NUMBERS)
@pytest.mark.parametrize("profile_name", ["80mm", "58mm-cutter"])
def test_the_number_on_the_paper_is_the_number_of_the_ticket(digits, profile_name):
    width_mm = profile_named(profile_name).paper_mm
    picture = paper(desk.slip(digits, width_mm=float(width_mm)), profile_name)

    assert eyes.read_number(picture) == digits
    top, bottom = eyes.number_band(picture)
    assert bottom - top >= 16 * DOTS_PER_MM


def test_these_eyes_tell_every_digit_from_every_other_and_see_a_wrong_number():
    assert eyes.digits_apart("Bold") > 0.1
    assert eyes.read_number(paper(desk.slip("013"))) == "013"
    torn = paper(desk.slip("012"))
    top, bottom = eyes.number_band(torn)
    torn.paste(1, (430, top, 570, (top + bottom) // 2))
    assert eyes.read_number(torn) != "012"


def test_an_ordinary_number_is_21_mm_high_and_stands_on_both_edges_of_the_text():
    picture = paper(desk.slip("111"))
    top, bottom = eyes.number_band(picture)
    assert abs((bottom - top) - 21 * DOTS_PER_MM) <= 3
    left, _, right, _ = eyes.ink_box(picture.crop((0, top, picture.width, bottom)))
    assert abs(left - 12) <= 1
    assert abs(right - (576 - 12)) <= 2


@pytest.mark.parametrize("width_mm", [80.0, 58.0])
def test_every_matter_of_the_list_makes_at_most_eight_rows_of_large_type(width_mm):
    """Measured with the longest other texts a hall of forty windows gives the slip."""
    for matter in MATTERS:
        slip = desk.slip(
            "1000",
            width_mm,
            matter_plain_name="\n".join(matter.plain_lines or (matter.plain_name,)),
            ahead=None,
            where="咨询辅导台和38到40号窗口",
            guide="一楼咨询辅导台",
            bereavement=matter.bereavement,
            reprint=True,
        )
        picture = RASTER.image(slip, PRINTABLE[width_mm])
        left, _, right, _ = eyes.ink_box(picture)
        page = lay_out(slip, BOOK, PRINTABLE[width_mm] / DOTS_PER_MM)
        texts = [piece for piece in page.pieces if isinstance(piece, Text)]

        # On narrow paper the seal stands above its digits, a row of its own but one text.
        assert eyes.rows_of_text(picture) <= 8 + (width_mm == 58.0), matter.plain_name
        assert left >= DOTS_PER_MM, matter.plain_name
        assert right <= picture.width - DOTS_PER_MM, matter.plain_name
        assert min(text.em_mm for text in texts) >= 4.5, matter.plain_name


def test_these_eyes_count_rows_and_not_rules():
    assert eyes.rows_of_text(paper(desk.slip(phone=""))) == 7
    assert eyes.rows_of_text(paper(desk.slip())) == 8


@pytest.mark.parametrize("profile_name", ["80mm", "58mm-cutter"])
def test_no_id_number_stands_on_a_slip(profile_name):
    """An ID number is 18 digits side by side; no row of a slip comes near that."""
    width_mm = float(profile_named(profile_name).paper_mm)
    picture = paper(desk.slip("1000", width_mm, reprint=True, ahead=None), profile_name)

    assert 3 <= eyes.longest_run_of_digits(picture, WEIGHTS) <= 4


def test_these_eyes_would_see_an_id_number():
    picture = paper(desk.slip(matter_plain_name=ID_NUMBER))

    assert eyes.longest_run_of_digits(picture, WEIGHTS) == 18


@pytest.mark.parametrize("name", sorted(load_profiles()))
def test_every_printer_says_what_paper_a_slip_is_composed_for(name):
    printer = EscposPrinter(desk.simulator().connect, load_profiles()[name], BOOK)

    slip = desk.slip(width_mm=printer.paper_mm)
    page = lay_out(slip, BOOK, load_profiles()[name].width_dots / DOTS_PER_MM)
    rows = sum(isinstance(part, SlipLine) for part in slip.parts)
    baselines = {p.baseline_mm for p in page.pieces if isinstance(p, Text) and not p.white}
    assert len(baselines) == rows + 1, "a line was broken by its width: composed for other paper"
