"""The simulated desk and its cameras: what lies there, what is wrong, and the pictures of it."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from document_camera.simulated.faults import DEFECTS, Faults

if TYPE_CHECKING:
    import numpy as np

    from document_camera.simulated.scene import Shot

VARIANTS = 5
"""So many pictures of the same scene, each with its own noise, are made and then repeated."""
QUALITY = 88


@dataclass(frozen=True)
class Lying:
    """What lies under the camera; an empty name is the bare desk."""

    page: str = ""
    defect: str = ""
    black: bool = False


class Stage:
    """Draws what a camera of some size sees. One thread asks; any thread may change what lies."""

    def __init__(self, fonts: Path) -> None:
        self._fonts = fonts
        self._made: dict[tuple[Lying, int, int], list[bytes]] = {}
        self._pages: dict[str, np.ndarray] = {}
        self._dice = random.Random(4)  # noqa: S311 - which noise comes next is no secret
        self._last = b""

    def picture(self, faults: Faults, lying: Lying, width_px: int, height_px: int) -> bytes:
        """Return the next picture as JPEG."""
        if faults.frozen and self._last:
            return self._last
        key = (lying, width_px, height_px)
        if key not in self._made:
            self._made = {key: []}
        made = self._made[key]
        if len(made) < VARIANTS:
            made.append(self._encoded(lying, len(made), width_px, height_px))
            picture = made[-1]
        else:
            picture = self._dice.choice([one for one in made if one is not self._last])
        self._last = picture
        return picture if faults.cut_at is None else picture[: faults.cut_at]

    def _encoded(self, lying: Lying, turn: int, width_px: int, height_px: int) -> bytes:
        import cv2
        import numpy as np

        from document_camera.simulated.scene import noisy, photographed

        if lying.black:
            picture = noisy(np.full((height_px, width_px, 3), 3, np.uint8), turn, spread=0.6)
        else:
            shot = _shot(lying.defect, turn)
            picture = photographed(self._page(lying.page), shot, width_px, height_px)
        _, data = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])
        return data.tobytes()

    def _page(self, name: str) -> np.ndarray | None:
        from document_camera.simulated.paper import drawn

        if name and name not in self._pages:
            self._pages = {name: drawn(name, self._fonts)}
        return self._pages.get(name)


def _shot(defect: str, turn: int) -> Shot:
    from document_camera.simulated.scene import Shot

    shot = replace(Shot(), **DEFECTS[defect], seed=turn + 1)
    if defect == "moving":
        aside = (-0.02, 0.02, -0.01, 0.01, 0.0)[turn % VARIANTS]
        shot = replace(shot, shift=(aside, aside / 2))
    return shot
