"""A strip in a station file: what check-config says of one that cannot be meant."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from launch.check_config import check
from launch.paths import CONFIG

DEMO = CONFIG / "demo" / "counter-3.toml"


@pytest.fixture
def station(tmp_path: Path) -> Path:
    shutil.copytree(CONFIG / "demo", tmp_path / "demo")
    return tmp_path / "demo" / "counter-3.toml"


def spoil(station: Path, old: str, new: str) -> str:
    """Change one line of the file; return what check-config says of it."""
    text = station.read_text(encoding="utf-8")
    assert text.count(old) == 1
    station.write_text(text.replace(old, new), encoding="utf-8")
    return "\n".join(check([str(station)]))


def test_the_strip_of_the_demo_is_sound(station: Path) -> None:
    assert check([str(station)]) == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('driver = "onbon"', 'driver = "onbn"',
         'no driver "onbn" serves a call_strip. Did you mean "onbon"?'),
        ("{ width_px", "{ widht_px", "did you mean 'width_px'?"),
        ("width_px = 192,", 'width_px = "192",', "must be a whole number from 32 to 2048"),
        ("height_px = 16", "height_px = 16, font_dots = 32", "no more than height_px"),
        ("height_px = 16", 'height_px = 16, charset = "utf-8"', "must be one of: gb2312, gbk"),
        ('driver = "onbon"', 'driver = "template"', "the template driver has no option"),
        ('port = "call_strip"', 'port = "call_stripe"', 'Did you mean "call_strip"?'),
    ],
)  # fmt: skip
def test_a_strip_that_cannot_be_meant_is_told_with_its_line(
    station: Path, old: str, new: str, sentence: str
) -> None:
    said = spoil(station, old, new)
    assert sentence in said
    assert f"{station}:" in said


def test_a_description_of_ones_own_is_read_when_the_station_is_checked(station: Path) -> None:
    own = station.with_name("own.toml")
    own.write_text('what = "ours"\nparts = [{ hex = "3A" }]\n', encoding="utf-8")
    options = "options = { width_px = 192, height_px = 16 }"
    text = station.read_text(encoding="utf-8").replace('driver = "onbon"', 'driver = "template"')
    station.write_text(text, encoding="utf-8")

    said = spoil(station, options, f'options = {{ strip = "{own}" }}')
    assert "own.toml: no part holds the text" in said


def test_only_the_display_of_a_counter_has_a_strip(station: Path) -> None:
    console = station.with_name("console-3.toml")
    strip = DEMO.read_text(encoding="utf-8").split("# Lamps")[1].partition("\n")[2]
    with console.open("a", encoding="utf-8") as lines:
        lines.write(f"\n{strip}")

    said = "\n".join(check([str(console)]))
    assert 'a station of kind "console" has no strip; the display of a counter has.' in said
