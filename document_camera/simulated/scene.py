"""What the simulated camera sees: a page on a desk, with everything that makes a picture bad.

Nothing here is shared with the code that looks for pages, so both cannot be wrong together.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

A4_RATIO = 297 / 210
DESKS = {
    "mat": (62, 70, 58),
    "wood": (72, 112, 150),
    "grey": (128, 126, 124),
    "black": (34, 34, 36),
}
"""Blue, green, red of a cutting mat, a wooden desk, a grey one and a black base plate."""


@dataclass(frozen=True)
class Shot:
    """One picture of one page. Everything is a share of the picture unless its name says more.

    `fills` is the share of the picture's width that the page's longer side takes; `lean` how much
    nearer its one side is; `shift` moves it sideways, out of the picture if it is large.
    `blur` is the radius of the circle a point becomes, in thousandths of the picture's width.
    """

    fills: float = 0.86
    turned_deg: float = 0.0
    lean: float = 0.0
    shift: tuple[float, float] = (0.0, 0.0)
    desk: str = "mat"
    shadow: float = 0.0
    shadow_deg: float = 30.0
    glare: float = 0.0
    glare_at: tuple[float, float] = (0.5, 0.5)
    blur: float = 0.15
    light: float = 1.0
    seed: int = 1


def corners_of(shot: Shot, width_px: int, height_px: int) -> np.ndarray:
    """Return where the page's corners lie, in pixels: upper left first, clockwise as it is read.

    The page lies along the picture: its head points to the left, as under most such cameras.
    """
    long = shot.fills * width_px / 2
    short = long / A4_RATIO
    flat = np.array([(-long, short), (-long, -short), (long, -short), (long, short)])
    angle = math.radians(shot.turned_deg)
    turn = np.array([(math.cos(angle), -math.sin(angle)), (math.sin(angle), math.cos(angle))])
    lying = flat @ turn.T
    depth = 1.0 + shot.lean * lying[:, 0] / width_px + 0.6 * shot.lean * lying[:, 1] / width_px
    seen = lying / depth[:, None]
    middle = np.array([width_px * (0.5 + shot.shift[0]), height_px * (0.5 + shot.shift[1])])
    return np.asarray(seen + middle, dtype=np.float64)


def photographed(page: np.ndarray | None, shot: Shot, width_px: int, height_px: int) -> np.ndarray:
    """Return the picture the camera takes; None instead of a page is the empty desk."""
    picture = _desk(shot, width_px, height_px)
    if page is not None:
        _lay_down(picture, page, corners_of(shot, width_px, height_px))
    light = _light(shot, width_px, height_px)
    lit = cv2.multiply(picture, cv2.merge([light, light, light]), scale=1 / 128)
    radius_px = shot.blur * width_px / 1000
    if radius_px > 0.1:
        lit = cv2.GaussianBlur(lit, (0, 0), radius_px)
    if shot.glare:
        lit = cv2.add(lit, _glare(shot, width_px, height_px))
    return noisy(lit, shot.seed)


def noisy(picture: np.ndarray, seed: int, spread: float = 2.2) -> np.ndarray:
    """Return the picture with the noise of a sensor, in levels; another seed, another noise."""
    dice = np.random.default_rng(seed)
    tile = dice.normal(0, spread, (256, 256, 3)).astype(np.int16)
    height, width = picture.shape[:2]
    up, across = -(-height // 256), -(-width // 256)
    noise = np.tile(tile, (up, across, 1))[:height, :width]
    return np.asarray(cv2.add(picture, noise, dtype=cv2.CV_8U))


def _desk(shot: Shot, width_px: int, height_px: int) -> np.ndarray:
    dice = np.random.default_rng(shot.seed)
    coarse = (height_px // 12, 6) if shot.desk == "wood" else (height_px // 40, width_px // 40)
    grain = np.clip(dice.normal(128, 7, coarse), 0, 255).astype(np.uint8)
    whole = cv2.resize(grain, (width_px, height_px), interpolation=cv2.INTER_CUBIC)
    levels = np.arange(256) - 128
    shades = [np.clip(levels + level, 0, 255).astype(np.uint8) for level in DESKS[shot.desk]]
    return np.asarray(cv2.merge([cv2.LUT(whole, shade) for shade in shades]))


def _lay_down(picture: np.ndarray, page: np.ndarray, corners: np.ndarray) -> None:
    height, width = page.shape[:2]
    paper = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    size = (picture.shape[1], picture.shape[0])
    onto = cv2.getPerspectiveTransform(paper, corners.astype(np.float32))
    # A pixel's middle is at half a pixel for the corners and at zero for the warp.
    half = np.array([(1, 0, -0.5), (0, 1, -0.5), (0, 0, 1)])
    cv2.warpPerspective(
        page,
        half @ onto @ np.linalg.inv(half),
        size,
        dst=picture,
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_TRANSPARENT,
    )


def _light(shot: Shot, width_px: int, height_px: int) -> np.ndarray:
    """Return how much light falls where, 128 for plenty: a little uneven, and a hand's shadow."""
    across = np.linspace(-0.5, 0.5, 204, dtype=np.float32)[None, :]
    down = np.linspace(-0.5, 0.5, 153, dtype=np.float32)[:, None]
    level = 1.0 - 0.12 * (across**2 + down**2)
    angle = math.radians(shot.shadow_deg)
    beyond = across * math.cos(angle) + down * math.sin(angle)
    level = level * (1.0 - shot.shadow / (1.0 + np.exp(-beyond * 40)))
    small = np.clip(level * 128 * shot.light, 0, 255).astype(np.uint8)
    return np.asarray(cv2.resize(small, (width_px, height_px), interpolation=cv2.INTER_LINEAR))


def _glare(shot: Shot, width_px: int, height_px: int) -> np.ndarray:
    """Return the lamp's mirror image: brightest in its middle, soft at its edge."""
    small = np.zeros((153, 204), np.float32)
    at = (int(204 * shot.glare_at[0]), int(153 * shot.glare_at[1]))
    axes = (max(2, int(204 * shot.glare)), max(2, int(140 * shot.glare)))
    cv2.ellipse(small, at, axes, 20, 0, 360, 220, -1)
    soft = cv2.GaussianBlur(small, (0, 0), 2.5)
    large = cv2.resize(soft, (width_px, height_px), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.merge([large.astype(np.uint8)] * 3))
