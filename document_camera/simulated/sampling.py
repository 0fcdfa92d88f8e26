"""Many different pages under the camera, and what is known of each: for tests and benchmarks."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from document_camera.simulated.scene import DESKS, Shot, corners_of

if TYPE_CHECKING:
    import numpy as np

KINDS = ("good", "no_paper", "cut_corner", "glare", "blur", "too_dark")
"""What can be told from a single picture. Each case is a clear one: what lies between two words, a
slightly soft page say, may be called either."""
WIDTH_PX, HEIGHT_PX = 3264, 2448
"""8 MP, as most of these cameras have."""
EDGE_PX = 8.0
OUT_SHARE = 0.02
"""Share of the picture's width that a cut page is outside at least: 7 mm of paper."""


@dataclass(frozen=True)
class Sample:
    """One case: `kind` is what should be said of it, `page` the name of the page."""

    kind: str
    page: str
    shot: Shot

    @property
    def corners(self) -> np.ndarray:
        """Where its corners really are in a picture of 8 MP; means nothing without a paper."""
        return corners_of(self.shot, WIDTH_PX, HEIGHT_PX)

    def picture(self, pages: Mapping[str, np.ndarray]) -> np.ndarray:
        """Draw it."""
        from document_camera.simulated.scene import photographed

        page = None if self.kind == "no_paper" else pages[self.page]
        return photographed(page, self.shot, WIDTH_PX, HEIGHT_PX)


def samples(
    count: int, pages: tuple[str, ...], seed: int, kinds: tuple[str, ...] = KINDS
) -> Iterator[Sample]:
    """Yield cases, the kinds in turn; the same seed gives the same cases."""
    dice = random.Random(seed)  # noqa: S311 - repeatable cases, no secret
    for number in range(count):
        kind = kinds[number % len(kinds)]
        yield Sample(kind, dice.choice(pages), _shot(kind, number, dice))


def _shot(kind: str, number: int, dice: random.Random) -> Shot:
    while True:
        shot = _spoiled(_plain(number, dice), kind, dice)
        corners = corners_of(shot, WIDTH_PX, HEIGHT_PX)
        out_px = max(
            -corners.min(), (corners[:, 0] - WIDTH_PX).max(), (corners[:, 1] - HEIGHT_PX).max()
        )
        if kind == "cut_corner" and out_px > OUT_SHARE * WIDTH_PX:
            return shot
        if kind != "cut_corner" and out_px < -EDGE_PX:
            return shot


def _plain(number: int, dice: random.Random) -> Shot:
    return Shot(
        fills=dice.uniform(0.70, 0.88),
        turned_deg=dice.uniform(-8, 8),
        lean=dice.uniform(-0.22, 0.22),
        shift=(dice.uniform(-0.03, 0.03), dice.uniform(-0.03, 0.03)),
        desk=dice.choice(tuple(DESKS)),
        shadow=dice.choice((0.0, 0.0, dice.uniform(0.1, 0.4))),
        shadow_deg=dice.uniform(0, 360),
        blur=dice.uniform(0.08, 0.25),
        light=dice.uniform(0.8, 1.03),
        seed=number,
    )


def _spoiled(shot: Shot, kind: str, dice: random.Random) -> Shot:
    match kind:
        case "cut_corner":
            across, down = dice.choice(((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1)))
            far = dice.uniform(0.12, 0.30)
            return replace(shot, shift=(across * far, down * far))
        case "glare":
            at = (dice.uniform(0.3, 0.7), dice.uniform(0.3, 0.7))
            return replace(shot, glare=dice.uniform(0.04, 0.1), glare_at=at)
        case "blur":
            return replace(shot, blur=dice.uniform(0.9, 2.5))
        case "too_dark":
            return replace(shot, light=dice.uniform(0.10, 0.28))
        case _:
            return shot
