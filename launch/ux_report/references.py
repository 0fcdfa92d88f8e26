"""Reference pictures: how every page looked when somebody last said that it is right.

Pictures are exact: one other pixel is another picture. They are WebP without loss, less than half
of the same as PNG. They hold for the locked version of Qt, which is written beside them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw
from PySide6.QtCore import qVersion

from launch.paths import PROJECT
from launch.ux_report import pixels
from launch.ux_report.conditions import (
    GLASS,
    PIXEL_GLASS,
    STAFF,
    Condition,
    Glass,
    Surface,
)
from launch.ux_report.inspection import gallery_of
from launch.ux_report.showing import theme_on
from launch.ux_report.site import Site
from launch.ux_report.specimens import PageName
from ui_kit.theme import Mode

REFERENCES = PROJECT / "tests" / "references"
MADE_WITH = "MADE_WITH"
ENDING = ".webp"
ACCEPT = "./run ux-report --accept-pictures"
_FRAME, _MARK = (208, 0, 140), 6


@dataclass(frozen=True)
class Shot:
    """A picture of one page, and the name of its file."""

    name: str
    picture: Image.Image


def shots(site: Site, surfaces: tuple[Surface, ...] = tuple(Surface)) -> Iterator[Shot]:
    """Paint every page whose look is kept: two panels of the kiosk, both palettes."""
    for surface in surfaces:
        modes = (Mode.LIGHT,) if surface in STAFF else (Mode.LIGHT, Mode.HIGH_CONTRAST)
        for glass, mode in itertools.product(_glasses(surface), modes):
            condition = Condition(glass, mode)
            gallery = gallery_of(surface, site, theme_on(glass), thorough=False)
            for page in gallery.pages():
                if page.picture and gallery.is_there(page.name, condition):
                    yield _shot(page, condition, site)


def _shot(page: PageName, condition: Condition, site: Site) -> Shot:
    """Paint one page with a theme of its own.

    The smoothing of large words differs by a trace when they were painted before: a page must not
    look different because another one came first.
    """
    theme = theme_on(condition.glass)
    theme.set_mode(condition.mode)
    shower = gallery_of(page.surface, site, theme, thorough=False).shower(theme, condition.language)
    picture = pixels.as_pil(pixels.picture(shower.show(page.name, condition)))
    shower.close()
    return Shot(f"{page.full}.{condition.glass.name}.{condition.mode.value}{ENDING}", picture)


def accept(folder: Path, taken: Iterable[Shot]) -> list[str]:
    """Take the pages as they look now; return the names of the pictures that changed."""
    folder.mkdir(parents=True, exist_ok=True)
    old = {path.name for path in folder.iterdir() if path.name != MADE_WITH}
    changed = []
    for shot in taken:
        path = folder / shot.name
        if path.name not in old or not _same(shot.picture, path):
            shot.picture.save(path, lossless=True, quality=60, method=4)
            changed.append(shot.name)
        old.discard(shot.name)
    for name in old:
        (folder / name).unlink()
        changed.append(name)
    (folder / MADE_WITH).write_text(f"Qt {qVersion()}\n", encoding="utf-8")
    return sorted(changed)


def made_with(folder: Path) -> str:
    """Return the version of Qt that the references were painted with."""
    return (folder / MADE_WITH).read_text(encoding="utf-8").strip().removeprefix("Qt ")


def compare(shot: Shot, folder: Path, differences: Path) -> str:
    """Return nothing when a page looks as it did, else one sentence; a picture shows where.

    The picture holds the reference, the page as it is now, and the page with every change framed.
    """
    path = folder / shot.name
    if not path.is_file():
        return f"{shot.name} has no reference picture; {ACCEPT} makes it"
    if _same(shot.picture, path):
        return ""
    differences.mkdir(parents=True, exist_ok=True)
    shown = (differences / shot.name).with_suffix(".png")
    _difference(Image.open(path).convert("RGB"), shot.picture).save(shown)
    return f"{shot.name} looks different: {shown}; if it is right, {ACCEPT} takes it"


def _glasses(surface: Surface) -> tuple[Glass, ...]:
    return PIXEL_GLASS if surface is Surface.KIOSK else GLASS[surface][:1]


def _same(picture: Image.Image, path: Path) -> bool:
    known = Image.open(path).convert("RGB")
    if known.size != picture.size:
        return False
    return ImageChops.difference(known, picture).getbbox() is None


def _difference(was: Image.Image, now: Image.Image) -> Image.Image:
    width = max(was.width, now.width)
    sheet = Image.new("RGB", (3 * width, max(was.height, now.height)), (128, 128, 128))
    sheet.paste(was, (0, 0))
    sheet.paste(now, (width, 0))
    marked = now.copy()
    if was.size == now.size:
        red, green, blue = ImageChops.difference(was, now).split()
        most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
        changed = most.point(_is_changed)
        faint = Image.blend(now, Image.new("RGB", now.size, (255, 255, 255)), 0.6)
        marked = Image.composite(Image.new("RGB", now.size, _FRAME), faint, changed)
        box = changed.getbbox()
        if box is not None:
            frame = (box[0] - _MARK, box[1] - _MARK, box[2] + _MARK, box[3] + _MARK)
            ImageDraw.Draw(marked).rectangle(frame, outline=_FRAME, width=_MARK // 2)
    sheet.paste(marked, (2 * width, 0))
    return sheet


def _is_changed(difference: int) -> int:
    return 255 if difference else 0
