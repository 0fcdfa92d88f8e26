"""Every page looks as it did when somebody last said that it is right."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import qVersion

from launch.ux_report.references import (
    ACCEPT,
    ENDING,
    MADE_WITH,
    REFERENCES,
    Shot,
    accept,
    compare,
    made_with,
    shots,
)
from launch.ux_report.site import load_site
from tests.architecture.tree import ROOT

DIFFERENCES = ROOT / "build" / "ux-differences"
MOST_BYTES = 20_000_000


@pytest.mark.timeout(300)
def test_no_page_looks_different_from_its_reference(qapp):
    for left_over in DIFFERENCES.glob("*.png"):
        left_over.unlink()
    painted, changed = set(), []
    for shot in shots(load_site()):
        painted.add(shot.name)
        changed += [sentence] if (sentence := compare(shot, REFERENCES, DIFFERENCES)) else []
    assert changed == []
    kept = {path.name for path in REFERENCES.glob(f"*{ENDING}")}
    assert kept == painted, f"pictures of pages that are gone; {ACCEPT} removes them"


def test_the_references_were_painted_with_the_locked_version_of_qt():
    assert made_with(REFERENCES) == qVersion(), f"look at the pages, then {ACCEPT}"
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert f"pyside6-essentials=={qVersion()}" in locked


def test_the_references_stay_small():
    assert sum(path.stat().st_size for path in REFERENCES.iterdir()) <= MOST_BYTES


def picture(colour: str) -> Image.Image:
    return Image.new("RGB", (60, 40), colour)


def test_one_other_pixel_is_a_difference_and_a_picture_shows_it(tmp_path: Path):
    references, differences = tmp_path / "references", tmp_path / "differences"
    references.mkdir()
    picture("white").save(references / "page.webp", lossless=True)
    now = picture("white")
    now.putpixel((30, 20), (254, 255, 255))
    sentence = compare(Shot("page.webp", now), references, differences)
    assert "page.webp" in sentence
    assert ACCEPT in sentence
    shown = Image.open(differences / "page.png").convert("RGB")
    assert shown.size == (180, 40)
    assert shown.getpixel((150, 20)) == (208, 0, 140)


def test_the_same_pixels_are_no_difference(tmp_path: Path):
    picture("white").save(tmp_path / "page.webp", lossless=True)
    assert compare(Shot("page.webp", picture("white")), tmp_path, tmp_path / "differences") == ""
    assert not (tmp_path / "differences").exists()


def test_a_page_without_a_reference_says_how_to_make_one(tmp_path: Path):
    sentence = compare(Shot("new.webp", picture("white")), tmp_path, tmp_path)
    assert sentence.endswith(f"{ACCEPT} makes it")


def test_pages_are_taken_as_they_are_and_pictures_of_lost_pages_go(tmp_path: Path):
    now = [Shot("a.webp", picture("red"))]
    picture("white").save(tmp_path / "gone.webp")
    assert accept(tmp_path, now) == ["a.webp", "gone.webp"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([MADE_WITH, "a.webp"])
    assert accept(tmp_path, now) == []
