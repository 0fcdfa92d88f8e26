"""Looks at pictures: says what lies there, waits for stillness and focus, takes the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from devices.camera_port import PageVerdict
from document_camera.messages import Head, Look, NoPage, Page, Say
from document_camera.still import PREVIEW_PX, Still

if TYPE_CHECKING:
    import numpy as np

    from document_camera.page.outline import Outline

JUDGE_EVERY_S = 0.3
STEADY_LOOKS = 3
"""So many judgements in a row must be good: a lens that hunts for its focus swings for longer."""
SHIFT_SHARE = 0.005
"""Share of the picture's width by which a corner may wander between them."""
FOCUS_SHARE = 0.25
"""Share by which the blur may change between them."""
SETTLES_WITHIN_S = 4.0
HURRIES_AFTER_S = 3.0
"""From then on two judgements in a row are enough: the machine is busy and looks seldom."""
FEWEST_LOOKS = 3
BLIND_AFTER_S = 6.5
"""A wish is given up then, however few pictures came."""
ANYWAY_AFTER_S = 1.0


@dataclass(frozen=True)
class _Wish:
    number: int
    anyway: bool
    since_s: float


@dataclass(frozen=True)
class _Judged:
    """What was made of one picture. `corners` and `blur_mm` are None where there is no paper."""

    verdict: PageVerdict
    outline: Outline | None
    blur_mm: float | None
    glance: np.ndarray
    at_s: float


class Looking:
    """One camera's pictures, one after the other, in one thread. `head` as in page.straighten."""

    def __init__(self, head: Head = "left") -> None:
        self.head: Head = head
        self._last: _Judged | None = None
        self._steady = 0
        self._wish: _Wish | None = None
        self._looks = 0

    def forget(self) -> Iterator[Say]:
        """Forget all pictures; whoever waits for a page gets none."""
        self._last, self._steady = None, 0
        yield from self._give_up("no_camera")

    def take(self, number: int, anyway: bool, now_s: float) -> Iterator[Say]:
        """Take the page as soon as it is still and sharp; one wish at a time."""
        if self._wish is not None:
            yield NoPage(number, "no_camera")
            return
        self._wish = _Wish(number, anyway, now_s)
        self._looks = 0

    def pass_time(self, now_s: float) -> Iterator[Say]:
        """Give up a wish that has waited for too long without a picture."""
        if self._wish is not None and now_s - self._wish.since_s > BLIND_AFTER_S:
            yield from self._give_up("no_camera")

    def see(self, still: Still, small: np.ndarray, now_s: float) -> Iterator[Say]:
        """Make something of a picture; `small` is it in the size that is worked with."""
        last = self._last
        if last is None or now_s - last.at_s >= JUDGE_EVERY_S:
            last = self._judge(still, small, now_s)
        yield _look(last, small, self.head)
        yield from self._granted(still, small, last, now_s)

    def _judge(self, still: Still, small: np.ndarray, now_s: float) -> _Judged:
        from document_camera.page.judging import blur_of, glance, has_moved, verdict_of
        from document_camera.page.outline import outline_of

        before, glanced = self._last, glance(small)
        outline = outline_of(small)
        moving = before is not None and has_moved(before.glance, glanced)
        grey = still.grey()
        verdict = verdict_of(small, grey, outline, moving=moving)
        blur_mm = None
        if verdict == "good" and outline is not None:
            blur_mm = blur_of(grey, outline.corners * (grey.shape[1] / small.shape[1]))
        judged = _Judged(verdict, outline, blur_mm, glanced, now_s)
        self._steady = self._steady + 1 if _goes_on(before, judged, small.shape[1]) else 0
        self._last = judged
        self._looks += 1
        return judged

    def _granted(
        self, still: Still, small: np.ndarray, judged: _Judged, now_s: float
    ) -> Iterator[Say]:
        wish = self._wish
        if wish is None:
            return
        waited_s = now_s - wish.since_s
        good = judged.verdict == "good"
        enough = STEADY_LOOKS if waited_s < HURRIES_AFTER_S else STEADY_LOOKS - 1
        ready = good and self._steady >= enough - 1 and judged.at_s == now_s
        if ready or (wish.anyway and waited_s > ANYWAY_AFTER_S):
            yield from self._taken(wish, still, small, judged)
        elif waited_s > SETTLES_WITHIN_S and self._looks >= FEWEST_LOOKS:
            yield from self._give_up("moving" if good else judged.verdict)

    def _taken(
        self, wish: _Wish, still: Still, small: np.ndarray, judged: _Judged
    ) -> Iterator[Say]:
        from document_camera.page.finish import finished, jpeg
        from document_camera.page.straighten import flat, turned

        self._wish = None
        full = still.full()
        outline = judged.outline
        if outline is not None and outline.cut:
            outline = None
        if outline is None:
            page, dpi = turned(full, self.head), 0
        else:
            scale = full.shape[1] / small.shape[1]
            page, dpi = flat(full, outline.corners * scale, self.head)
        ready = finished(page)
        height, width = ready.shape[:2]
        corners = () if outline is None else _corners(outline, small, self.head)
        yield Page(wish.number, jpeg(ready, dpi), width, height, dpi, corners)

    def _give_up(self, why: PageVerdict | Literal["no_camera"]) -> Iterator[Say]:
        wish, self._wish = self._wish, None
        if wish is not None:
            yield NoPage(wish.number, why)


def _goes_on(before: _Judged | None, now: _Judged, width_px: int) -> bool:
    """Say whether two judgements in a row are of the same page, as still and as sharp."""
    if before is None or before.verdict != "good" or now.verdict != "good":
        return False
    if before.outline is None or now.outline is None:
        return False
    shift = abs(now.outline.corners - before.outline.corners).max()
    sharp, sharper = sorted((before.blur_mm or 0.0, now.blur_mm or 0.0), reverse=True)
    return bool(shift <= SHIFT_SHARE * width_px) and sharp - sharper <= FOCUS_SHARE * sharp


def _look(judged: _Judged, small: np.ndarray, head: Head) -> Look:
    import cv2

    from document_camera.page.straighten import turned

    height, width = small.shape[:2]
    scale = min(1.0, PREVIEW_PX / max(height, width))
    size = (round(width * scale), round(height * scale))
    picture = turned(cv2.resize(small, size, interpolation=cv2.INTER_AREA), head)
    rgb = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
    corners = () if judged.outline is None else _corners(judged.outline, small, head)
    return Look(judged.verdict, rgb.tobytes(), rgb.shape[1], rgb.shape[0], corners)


def _corners(outline: Outline, small: np.ndarray, head: Head) -> tuple[tuple[float, float], ...]:
    from document_camera.page.straighten import turned_corners

    height, width = small.shape[:2]
    shares = turned_corners(outline.corners, (width, height), head)
    return tuple((float(x), float(y)) for x, y in shares)
