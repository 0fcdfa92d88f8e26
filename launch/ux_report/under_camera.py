"""What lies under the camera in the galleries: a page of the simulator, seen and taken."""

from __future__ import annotations

from functools import cache

import cv2

from devices.camera_port import Corner, PageTaken, PageVerdict, Picture, Seen
from document_camera.simulated.paper import drawn
from document_camera.simulated.scene import Shot, corners_of, photographed
from launch.paths import ASSETS

_WIDE, _HIGH = 480, 360
_SHOTS: dict[PageVerdict, Shot] = {
    "good": Shot(turned_deg=-3.0),
    "glare": Shot(turned_deg=-3.0, glare=0.35),
    "cut_corner": Shot(turned_deg=-9.0, shift=(0.22, 0.0)),
    "blur": Shot(turned_deg=-3.0, blur=9.0),
    "moving": Shot(turned_deg=-6.0),
    "too_dark": Shot(light=0.15),
}
_UPRIGHT = cv2.ROTATE_90_CLOCKWISE


@cache
def seen(verdict: PageVerdict, name: str = "household_book") -> Seen:
    """Return a look of the camera at a page for which it has that word."""
    shot = _SHOTS.get(verdict)
    page = drawn(name, ASSETS / "fonts") if shot else None
    look = photographed(page, shot or Shot(), _WIDE, _HIGH)
    rgb = cv2.cvtColor(look, cv2.COLOR_BGR2RGB)
    corners: tuple[Corner, ...] = ()
    if shot is not None and verdict not in ("too_dark", "cut_corner"):
        corners = tuple((x / _WIDE, y / _HIGH) for x, y in corners_of(shot, _WIDE, _HIGH))
    return Seen(verdict, Picture(rgb.tobytes(), _WIDE, _HIGH), corners)


@cache
def taken(name: str = "household_book") -> PageTaken:
    """Return a page as the camera hands it out."""
    page = drawn(name, ASSETS / "fonts")
    _, jpeg = cv2.imencode(".jpg", page)
    high, wide = page.shape[:2]
    return PageTaken(jpeg.tobytes(), wide, high, 200)
