"""Makes a flat page pleasant to read without changing what it says."""

from __future__ import annotations

import cv2
import numpy as np

PAPER_LEVEL = 238
"""Where white paper is brought to: bright, and still below what would wipe out a pencil."""
MOST_GAIN = 1.9
"""A deeper shadow stays visible: what is lifted further shows noise instead of print."""
GENTLY = 0.8
"""Share of the colour cast that is taken away; a yellowed paper stays a little yellow."""
SHARPENING = 0.6
SHARPENING_PX = 1.2
MAP_PX = 64
JPEG_QUALITY = 88


def finished(page: np.ndarray) -> np.ndarray:
    """Return the page with even light, a gentle white balance and sharpened print."""
    even = cv2.multiply(page, _gains(page), dtype=cv2.CV_8U)
    soft = cv2.GaussianBlur(even, (0, 0), SHARPENING_PX)
    return np.asarray(cv2.addWeighted(even, 1 + SHARPENING, soft, -SHARPENING, 0))


def jpeg(page: np.ndarray, dpi: int) -> bytes:
    """Return a page as JPEG, its dots per inch written into it where they are known."""
    _, encoded = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    data = bytearray(encoded.tobytes())
    if dpi and data[6:11] == b"JFIF\0":
        data[13] = 1
        data[14:18] = dpi.to_bytes(2, "big") * 2
    return bytes(data)


def _gains(page: np.ndarray) -> np.ndarray:
    """Return by how much each pixel's channels are lifted: smooth, and 1 to `MOST_GAIN`."""
    height, width = page.shape[:2]
    small = cv2.resize(page, (MAP_PX, round(MAP_PX * height / width)), interpolation=cv2.INTER_AREA)
    paper = cv2.dilate(small, np.ones((5, 5), np.uint8))
    paper = cv2.GaussianBlur(cv2.medianBlur(paper, 5), (0, 0), 3.0).astype(np.float32)
    light = paper.max(axis=2, keepdims=True)
    typical = float(np.median(light))
    # Where no white paper shows (a photograph, a seal's field) the light of the page counts.
    light = np.maximum(light, 0.5 * typical)
    even = np.clip(PAPER_LEVEL / np.maximum(light, 1), 1.0, MOST_GAIN)
    cast = np.percentile(paper.reshape(-1, 3), 70, axis=0)
    balance = (cast.max() / np.maximum(cast, 1)) ** GENTLY
    gains = even * np.clip(balance, 1.0, 1.3)
    return np.asarray(cv2.resize(gains, (width, height), interpolation=cv2.INTER_LINEAR))
