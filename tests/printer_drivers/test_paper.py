"""What stands on the paper: measured in dots, and read back from what the simulator drew."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from escpos.printer import Dummy
from PIL import Image, ImageChops

from devices.ports import Slip, SlipLine
from printer_drivers.escpos.encode import CHUNK_BYTES, encode
from printer_drivers.escpos.profile import load_profiles, profile_named
from printer_drivers.fonts import GETA, FontBook
from printer_drivers.raster import Bitmap, Rasteriser
from printer_drivers.simulator import PrinterSimulator
from tests.printer_drivers import desk, eyes

BOOK = FontBook(desk.FONTS)
RASTER = Rasteriser(BOOK)
DOTS_PER_MM = 8
RARE_SURNAME = "\U0002b5b6"


def paper_of(slip: Slip, profile_name: str = "80mm") -> tuple[PrinterSimulator, Image.Image]:
    """Print through the wire and return the simulated machine and the picture of the paper."""
    profile = profile_named(profile_name)
    machine = desk.simulator(width_dots=profile.width_dots)
    link = machine.connect()
    link.write(encode(RASTER.bitmap(slip, profile.width_dots), profile).whole(), 1.0)
    return machine, machine.slips[0].picture()


@pytest.mark.parametrize(("profile_name", "em_mm"), [("80mm", 4.9), ("58mm-cutter", 4.5)])
def test_a_full_han_character_measures_its_em_on_the_paper(profile_name, em_mm):
    profile = profile_named(profile_name)
    line = SlipLine("国" * 4, em_mm)
    image = RASTER.image(replace(desk.slip(), parts=(line,)), profile.width_dots)
    left, top, right, bottom = eyes.ink_box(image)
    # 国 fills 0.83 em of its box in width and 0.92 em in height in this typeface
    assert bottom - top >= 0.85 * em_mm * DOTS_PER_MM
    assert right - left >= 3.8 * em_mm * DOTS_PER_MM


@pytest.mark.parametrize("width_dots", [576, 384])
def test_nothing_is_cut_off_at_the_edges(width_dots):
    slip = desk.slip("1000", matter_plain_name="很" * 40, where="一" * 30, reprint=True)
    box = eyes.ink_box(RASTER.image(slip, width_dots))
    assert box[0] >= 8
    assert box[2] <= width_dots - 8


def test_a_rare_character_and_one_that_no_font_has_both_leave_ink():
    for text, face in ((RARE_SURNAME, None), ("\ue000", "geta"), ("\ud840", "geta")):
        image = RASTER.image(replace(desk.slip(), parts=(SlipLine(text, 4.9),)), 576)
        assert ImageChops.invert(image).getbbox() is not None
        drawn = "".join(run.text for run in BOOK.runs(text, "body"))
        assert drawn == (GETA if face else text)


@pytest.mark.parametrize(
    ("character", "face"),
    [
        ("\u36c3", "NotoSansSC-Medium"),  # extension A
        ("\U00020000", "HanaMinB"),  # B
        ("\U0002a700", "HanaMinB"),  # C
        ("\U0002b740", "HanaMinB"),  # D
        ("\U0002b820", "HanaMinB"),  # E
        ("\U0002ceb0", "HanaMinB"),  # F
    ],
)
def test_a_name_character_of_every_extension_is_drawn_as_itself(character, face):
    [run] = BOOK.runs(character, "body")
    assert (run.text, run.face.name) == (character, face)
    image = RASTER.image(replace(desk.slip(), parts=(SlipLine(character, 4.9),)), 576)
    left, top, right, bottom = eyes.ink_box(image)
    assert min(right - left, bottom - top) > 0.5 * 4.9 * DOTS_PER_MM


def test_a_character_newer_than_every_typeface_is_a_mark():
    assert "".join(run.text for run in BOOK.runs("\U000300f7", "body")) == GETA


def test_the_rare_font_is_opened_only_when_needed():
    book = FontBook(desk.FONTS)
    Rasteriser(book).image(desk.slip(), 576)
    assert "HanaMinB.ttf" not in book.opened()
    book.runs("\U00020000", "body")
    assert "HanaMinB.ttf" in book.opened()


def test_hostile_text_adds_no_command():
    evil = SlipLine("\x1b@\x1d\x56\x00\x1c&\x10\x04\x01\x90\x9b张", 4.9)
    machine, _ = paper_of(replace(desk.slip(), parts=(*desk.slip().parts, evil)))
    assert machine.unknown == b""
    assert machine.strays == 0
    data = machine.slips[0].data
    commands = []
    while data:
        size = {b"\x1b@": 2, b"\x1dV": 4}.get(data[:2])
        if data[:4] == b"\x1dv0\x00":
            size = 8 + int.from_bytes(data[4:6], "little") * int.from_bytes(data[6:8], "little")
        assert size, f"{data[:8].hex()} is not in our template"
        commands.append(data[:2])
        data = data[size:]
    assert commands == [b"\x1b@", *[b"\x1dv"] * (len(commands) - 2), b"\x1dV"]


def test_dots_that_would_spell_a_real_time_command_are_changed():
    rows = bytes.fromhex("100401100501101408") * 64
    job = encode(Bitmap(72, 64, rows), profile_named("80mm"))
    assert not re.search(rb"\x10[\x04\x05\x14]", job.whole())
    machine = desk.simulator()
    machine.connect().write(job.whole(), 1.0)
    assert machine.strays == 0
    assert len(machine.slips) == 1


@pytest.mark.parametrize("name", sorted(load_profiles()))
def test_every_piece_of_a_job_fits_a_chunk(name):
    profile = load_profiles()[name]
    job = encode(RASTER.bitmap(desk.slip(), profile.width_dots), profile)
    assert max(len(band) for band in job.bands) <= CHUNK_BYTES


def test_the_simulator_draws_what_another_library_sends():
    picture = RASTER.image(desk.slip("470"), 576).convert("1")
    other = Dummy()
    other.image(picture, impl="bitImageRaster")
    machine = desk.simulator()
    machine.connect().write(other.output + b"\x1dV\x00", 1.0)
    seen = machine.slips[0].picture().crop((0, 0, picture.width, picture.height))
    assert ImageChops.difference(seen.convert("L"), picture.convert("L")).getbbox() is None
