"""One picture of the camera, in the sizes it is needed in, never larger than asked for."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np

WORKING_PX = 816
PREVIEW_PX = 640
JPEG_START, JPEG_PICTURE, JPEG_END = b"\xff\xd8", b"\xff\xda", b"\xff\xd9"
FINE_PX = 2000
"""A picture this wide shows sharpness at half its size as well, in a quarter of the time."""


@dataclass(frozen=True)
class Still:
    """A picture as JPEG or as packed blue, green, red. Blocks on the processor, not on a device."""

    width_px: int
    height_px: int
    jpeg: bytes = field(default=b"", repr=False)
    bgr: bytes = field(default=b"", repr=False)

    @property
    def fingerprint(self) -> int:
        """A number that differs where a single bit of the picture does."""
        return zlib.crc32(self.jpeg or self.bgr)

    def full(self) -> np.ndarray:
        """Return the whole picture. Raises ValueError when it is damaged."""
        import cv2

        return self._decoded(cv2.IMREAD_COLOR) if self.jpeg else self._pixels()

    def small(self) -> np.ndarray:
        """Return it `WORKING_PX` wide at the most. Raises ValueError when it is damaged."""
        import cv2

        picture = self._pixels() if not self.jpeg else self._reduced()
        height, width = picture.shape[:2]
        if width <= WORKING_PX:
            return picture
        size = (WORKING_PX, round(height * WORKING_PX / width))
        return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)

    def grey(self) -> np.ndarray:
        """Return it without colour, large enough to show how sharp it is. Raises ValueError."""
        import cv2

        halved = self.width_px >= FINE_PX
        if self.jpeg:
            return self._decoded(cv2.IMREAD_REDUCED_GRAYSCALE_2 if halved else cv2.IMREAD_GRAYSCALE)
        grey = cv2.cvtColor(self._pixels(), cv2.COLOR_BGR2GRAY)
        if not halved:
            return grey
        return cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)

    def _reduced(self) -> np.ndarray:
        import cv2

        for divisor, how in (
            (8, cv2.IMREAD_REDUCED_COLOR_8),
            (4, cv2.IMREAD_REDUCED_COLOR_4),
            (2, cv2.IMREAD_REDUCED_COLOR_2),
        ):
            if self.width_px // divisor >= WORKING_PX:
                return self._decoded(how)
        return self._decoded(cv2.IMREAD_COLOR)

    def _decoded(self, how: int) -> np.ndarray:
        import cv2
        import numpy as np

        picture = cv2.imdecode(np.frombuffer(self.jpeg, np.uint8), how)
        if picture is None:
            raise ValueError("a picture that is none")
        return picture

    def _pixels(self) -> np.ndarray:
        import numpy as np

        return np.frombuffer(self.bgr, np.uint8).reshape(self.height_px, self.width_px, 3)


def whole_jpeg(data: bytes) -> bytes:
    """Return a JPEG without what a buffer holds behind its end; empty when the end is missing.

    A camera on a weak cable sends the beginning of a picture only. The end mark cannot stand
    inside the picture itself, but it may in what lies before.
    """
    picture = data.find(JPEG_PICTURE)
    end = data.find(JPEG_END, picture) if data.startswith(JPEG_START) and picture > 0 else -1
    return data[: end + len(JPEG_END)] if end > 0 else b""
